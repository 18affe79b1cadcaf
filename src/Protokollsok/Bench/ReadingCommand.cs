using System.CommandLine;
using Protokollsok.Cli;

namespace Protokollsok.Bench;

/// <summary><c>bench reading [FOLDER]</c>, <c>bench fuzz-reading</c> and <c>bench layers FOLDER</c>.</summary>
internal static class ReadingCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER")
        {
            Description = "scans with what is printed on them: like testdata, or image-only/KIND_DPI_NAME.pdf with truth/NAME-PAGE.txt, or KIND_DPI_NAME.png and .txt",
            DefaultValueFactory = _ => SampleFolder.Root,
        };
        var damage = new Option<string?>("--damage") { Description = "only scans of this damage: fax", HelpName = "NAME" };
        var pages = new Option<int>("--pages") { Description = "pages of the files that are timed; 0 for no timing", DefaultValueFactory = _ => 20, HelpName = "N" };
        var command = new Command("reading", "how right and how fast scans are read, beside tesseract -l swe and ocrmypdf -l swe -j2") { folder, damage, pages };
        command.SetAction((parsed, cancel) => ReadingBench.RunAsync(parsed.GetValue(folder)!, parsed.GetValue(damage), parsed.GetValue(pages), cancel));
        return command;
    }

    public static Command CreateFuzz()
    {
        var from = new Option<string>("--from") { Description = "a folder of sound files to damage", DefaultValueFactory = _ => SampleFolder.Scans, HelpName = "FOLDER" };
        var count = new Option<int>("--count") { Description = "how many files", DefaultValueFactory = _ => 2000, HelpName = "N" };
        var seed = new Option<int>("--seed") { Description = "the same seed gives the same files", DefaultValueFactory = _ => 1, HelpName = "N" };
        var command = new Command("fuzz-reading", "damaged files through the reader: crashes, hangs, files unaccounted for") { from, count, seed };
        command.SetAction((parsed, cancel) => ReadingFuzz.RunAsync(parsed.GetValue(from)!, parsed.GetValue(count), parsed.GetValue(seed), cancel));
        return command;
    }

    public static Command CreateLayers()
    {
        var folder = new Argument<string>("FOLDER") { Description = "good/*.pdf and bad/*.pdf, as testdata/make/layers.py makes them" };
        var command = new Command("layers", "text layers that are to be believed and that are not, against what was made of them") { folder };
        command.SetAction((parsed, cancel) => LayerBench.RunAsync(parsed.GetValue(folder)!, cancel));
        return command;
    }
}
