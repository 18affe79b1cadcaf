using System.CommandLine;
using Protokollsok.Language;
using Protokollsok.Processing;

namespace Protokollsok.Cli;

/// <summary><c>model build</c>: the language model, from a folder of text; <c>model dictionary</c>: the installed dictionary, made ready for use.</summary>
internal static class ModelCommand
{
    public static Command Create()
    {
        var corpus = new Option<string>("--corpus") { Description = "a folder of .txt or .txt.xz files", Required = true, HelpName = "DIR" };
        var output = new Option<string>("--out") { Description = "the model file to write", Required = true, HelpName = "FILE" };
        var lists = new Option<string?>("--lists") { Description = "a folder with terms.txt, names.txt and names-….txt: words to know besides", HelpName = "DIR" };
        var build = new Command("build", "build the language model from a folder of text") { corpus, output, lists };
        build.SetAction(parsed =>
        {
            var folder = parsed.GetValue(corpus)!;
            if (!Directory.Exists(folder)) throw new WrongUseException($"There is no folder {folder}.");
            if (parsed.GetValue(lists) is { } words && !File.Exists(Path.Combine(words, "terms.txt"))) throw new WrongUseException($"There is no terms.txt in {words}.");
            SwedishModelBuilder.Build(folder, parsed.GetValue(output)!, new ModelBuildOptions { ListFolder = parsed.GetValue(lists) });
            return ExitCode.Done;
        });
        var data = new Option<string?>("--data") { Description = "the home whose settings name dictionary and cache (default: none)", HelpName = "DIR" };
        var dictionary = new Command("dictionary", "make the installed Swedish dictionary (Debian's hunspell-sv) ready, so that nobody waits for it later") { data };
        dictionary.SetAction(parsed => CompileDictionary(parsed.GetValue(data)));
        return new Command("model", "the statistical model of Swedish, and the dictionary beside it") { build, dictionary };
    }

    /// <summary>Whatever is wrong with it is told, and stops nothing: repair works without.</summary>
    private static int CompileDictionary(string? data)
    {
        var settings = CommonOptions.SettingsOf(data);
        var dictionary = Dictionaries.Open(settings);
        if (dictionary.Version.Length > 0)
            Output.Results.WriteLine($"{settings.Dictionary}: {dictionary.Words.Words} words{(dictionary.Skipped is > 0 and var skipped ? $", {skipped} lines skipped" : "")}");
        else if (dictionary.Trouble is null)
            Output.Results.WriteLine("No dictionary is installed.");
        return ExitCode.Done;
    }
}
