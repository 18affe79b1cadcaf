using System.CommandLine;
using Protokollsok.Configuration;
using Protokollsok.Documents;

namespace Protokollsok.Cli;

/// <summary><c>settings</c>: checks the settings and shows what holds and where from; also makes tokens, and the annotated sample.</summary>
internal static class SettingsCommand
{
    private const string SampleResource = "protokollsok.settings";

    public static Command Create()
    {
        var data = CommonOptions.Data();
        var sample = new Option<bool>("--sample") { Description = "print the annotated sample, which is the defaults" };
        var token = new Option<string?>("--new-token") { Description = "make a token and print its secret and its line for the file", HelpName = "NAME" };
        var command = new Command("settings", "check the settings, and show what holds and where it comes from") { data, sample, token };
        command.Validators.Add(result =>
        {
            if (result.GetValue(token) is { } name && !(name.Length > 0 && name.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_'))) result.AddError("--new-token: a name of letters, digits, - and _ was expected, without blanks.");
        });
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(sample)) Output.Results.Write(Sample());
            else if (parsed.GetValue(token) is { } name) WriteToken(Nfc.Of(name).ToLowerInvariant());
            else Write(SettingsSource.Load(parsed.GetValue(data)!));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(SettingsSource source)
    {
        Output.Results.WriteLine($"; {source.File}{(File.Exists(source.File) ? "" : " (not there: the defaults)")}");
        var keys = SettingKeys.All.Concat(source.Settings.Tokens.Select(token => SettingKeys.Find(SettingKeys.TokenSection + token.Name)!));
        foreach (var section in keys.GroupBy(key => key.Name[..key.Name.IndexOf('.', StringComparison.Ordinal)]))
        {
            Output.Results.WriteLine($"\n[{section.Key}]");
            foreach (var key in section)
            {
                // Of a token only that it is there.
                var value = section.Key + "." == SettingKeys.TokenSection ? "sha256:…" : key.Show(source.Settings);
                var from = source.Origins.TryGetValue(key.Name, out var origin) ? $"; {origin}\n" : "";
                Output.Results.WriteLine($"{from}{key.Name[(section.Key.Length + 1)..]} = {value}".TrimEnd());
            }
        }

        foreach (var warning in source.Warnings) Output.Messages.WriteLine($"protokollsok: {warning}");
    }

    private static void WriteToken(string name)
    {
        var secret = Token.NewSecret();
        Output.Messages.WriteLine($"protokollsok: give this to {name} and keep it nowhere else: {secret}");
        Output.Messages.WriteLine($"protokollsok: and put this under [tokens] in {SettingsSource.FileName}, and start the service again:");
        Output.Results.WriteLine($"{name} = {Token.HashOf(secret)}");
    }

    private static string Sample()
    {
        using var content = new StreamReader(typeof(SettingsCommand).Assembly.GetManifestResourceStream(SampleResource)!);
        return content.ReadToEnd();
    }
}
