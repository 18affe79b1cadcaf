using System.CommandLine;
using Protokollsok.Language;

namespace Protokollsok.Cli;

/// <summary><c>model build</c>: the language model, from a folder of text.</summary>
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
        return new Command("model", "the statistical model of Swedish") { build };
    }
}
