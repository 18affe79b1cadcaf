using System.Collections;
using Microsoft.Extensions.Configuration.Ini;
using Protokollsok.Language.Dictionaries;

namespace Protokollsok.Configuration;

/// <summary>
/// The settings of a home, and where each of them comes from: the file <c>protokollsok.settings</c> in it, over that the environment, over
/// that the command line. All faults are told, each in a line; an unknown key is a fault, since a misspelt one would go unnoticed.
/// </summary>
internal sealed class SettingsSource
{
    public const string FileName = "protokollsok.settings";

    /// <summary>Of the program, and no settings of a home: the first is the launcher's, the second shows where a failure happened.</summary>
    private static readonly string[] OtherVariables = ["PROTOKOLLSOK_SETUP", "PROTOKOLLSOK_TRACE"];

    private readonly List<string> _faults = [];

    private SettingsSource(string? file) => File = file;

    /// <summary>The settings file, whether it is there or not; <see langword="null"/> without a home.</summary>
    public string? File { get; }

    public Settings Settings { get; private set; } = new() { Dictionary = InstalledWords.DefaultPath };

    /// <summary>By the key's name: <c>file</c>, <c>environment</c> or <c>command line</c>; what is not here has its default.</summary>
    public Dictionary<string, string> Origins { get; } = new(StringComparer.Ordinal);

    /// <summary>What should be mended, and stops nothing.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <param name="data">The home; <see langword="null"/> for commands that have none.</param>
    /// <param name="options">What the command line says, by key; <see langword="null"/> where it says nothing.</param>
    /// <exception cref="WrongUseException">Something in them is wrong.</exception>
    public static SettingsSource Load(string? data, params IEnumerable<(string Key, string? Value)> options) =>
        Load(data, Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => ((string)entry.Key, (string?)entry.Value)), options);

    internal static SettingsSource Load(string? data, IEnumerable<(string Name, string? Value)> environment, IEnumerable<(string Key, string? Value)> options)
    {
        var source = new SettingsSource(data is null ? null : Path.Combine(Path.GetFullPath(data), FileName));
        if (source.File is { } file && System.IO.File.Exists(file)) source.TakeFile(file);
        source.TakeEnvironment(environment);
        foreach (var (key, value) in options.Where(option => option.Value is not null)) source.Take(key, value!, "command line", "--" + key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..]);
        if (source.Settings.Repair is var repair && repair.SuggestFrom > repair.ApplyFrom) source._faults.Add("repair.suggest-from is higher than repair.apply-from");
        return source._faults.Count == 0 ? source : throw new WrongUseException(string.Join("; ", source._faults) + ".");
    }

    private void TakeFile(string file)
    {
        try
        {
            using var content = System.IO.File.OpenRead(file);
            foreach (var (key, value) in IniStreamConfigurationProvider.Read(content)) Take(key.Replace(':', '.'), value ?? "", "file", $"{file}: {key.Replace(':', '.')}");
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // Never the line itself, which may hold a secret.
            _faults.Add(MalformedLine(file) is { } line ? $"{file}: line {line} is no section, no 'key = value' and no comment" : $"{file}: {e.Message.TrimEnd('.')}");
        }

        if (Settings.Tokens.Count > 0 && !OperatingSystem.IsWindows() && System.IO.File.GetUnixFileMode(file).HasFlag(UnixFileMode.OtherRead))
            Warnings = [$"{file} holds tokens and everybody on this machine may read it; run: chmod o-rwx '{file}'"];
    }

    /// <returns>The number of the first line that is nothing a settings file has, as the parser sees it; <see langword="null"/> if there is none.</returns>
    private static int? MalformedLine(string file)
    {
        try
        {
            var found = System.IO.File.ReadLines(file).Select(line => line.Trim()).Index()
                .Where(line => line.Item.Length > 0 && line.Item[0] is not (';' or '#' or '/') && !(line.Item[0] == '[' && line.Item[^1] == ']') && !line.Item.Contains('=', StringComparison.Ordinal));
            return found.Select(line => (int?)line.Index + 1).FirstOrDefault();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void TakeEnvironment(IEnumerable<(string Name, string? Value)> environment)
    {
        foreach (var (name, value) in environment.OrderBy(variable => variable.Name, StringComparer.Ordinal))
        {
            if (!name.StartsWith(SettingKey.EnvironmentPrefix, StringComparison.Ordinal) || OtherVariables.Contains(name)) continue;
            Take(KeyOf(name), value ?? "", "environment", name);
        }
    }

    private static string KeyOf(string variable)
    {
        var tokens = SettingKey.EnvironmentPrefix + "TOKENS_";
        return SettingKeys.All.FirstOrDefault(key => key.Variable == variable)?.Name
            ?? (variable.StartsWith(tokens, StringComparison.Ordinal) ? SettingKeys.TokenSection + variable[tokens.Length..] : variable);
    }

    private void Take(string name, string text, string origin, string where)
    {
        if (SettingKeys.Find(name) is not { } key)
        {
            _faults.Add($"{where} is no setting; the nearest is {Nearest(name)}");
            return;
        }

        try
        {
            Settings = key.Read(Settings, text);
            Origins[key.Name] = origin;
        }
        catch (FormatException e)
        {
            _faults.Add($"{where} = {(key.Name.StartsWith(SettingKeys.TokenSection, StringComparison.Ordinal) ? "…" : text)}: {e.Message}");
        }
    }

    /// <summary>What was probably meant.</summary>
    private static string Nearest(string name) =>
        name.StartsWith(SettingKey.EnvironmentPrefix, StringComparison.Ordinal)
            ? SettingKeys.All.MinBy(key => Distance(key.Variable, name))!.Variable
            : SettingKeys.All.MinBy(key => Math.Min(Distance(key.Name, name.ToLowerInvariant()), Distance(key.Name[(key.Name.IndexOf('.', StringComparison.Ordinal) + 1)..], name.ToLowerInvariant()) + 1))!.Name;

    /// <summary>How many letters have to be added, left out or changed.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var before = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var changed = before + (one[i - 1] == other[j - 1] ? 0 : 1);
                (before, row[j]) = (row[j], Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1));
            }
        }

        return row[^1];
    }
}
