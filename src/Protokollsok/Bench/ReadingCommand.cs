using System.CommandLine;
using Protokollsok.Cli;

namespace Protokollsok.Bench;

/// <summary><c>bench reading [FOLDER]</c>.</summary>
internal static class ReadingCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER")
        {
            Description = "scans with what is printed on them: like testdata, or image-only/KIND_DPI_NAME.pdf with truth/NAME-PAGE.txt",
            DefaultValueFactory = _ => SampleFolder.Root,
        };
        var pages = new Option<int>("--pages") { Description = "pages of the files that are timed; 0 for no timing", DefaultValueFactory = _ => 20, HelpName = "N" };
        var command = new Command("reading", "how right and how fast scans are read, beside tesseract -l swe and ocrmypdf -l swe -j2") { folder, pages };
        command.SetAction((parsed, cancel) => ReadingBench.RunAsync(parsed.GetValue(folder)!, parsed.GetValue(pages), cancel));
        return command;
    }
}
