using System.CommandLine;
using Protokollsok.Cli;

namespace Protokollsok.Bench;

/// <summary><c>bench known-items</c>.</summary>
internal static class KnownItemCommand
{
    public static Command Create()
    {
        var folders = new Argument<string[]>("FOLDER") { Description = "scans and what is printed on them: like testdata, which is the default, or truth/ beside image-only/, bad-layer/, born/", DefaultValueFactory = _ => [SampleFolder.Root] };
        var each = new Option<int>("--each") { Description = "texts drawn of each scan at most", DefaultValueFactory = _ => 20, HelpName = "N" };
        var seed = new Option<int>("--seed") { Description = "the same seed draws the same texts", DefaultValueFactory = _ => 1, HelpName = "N" };
        var keep = new Option<string?>("--keep") { Description = "where what was read stays for the next run", HelpName = "DIR" };
        var command = new Command("known-items", "sentences and titles typed clean, found at rank 1 in their scan") { folders, each, seed, keep };
        command.SetAction((parsed, cancel) => KnownItemBench.RunAsync(
            parsed.GetValue(folders)!, parsed.GetValue(each), parsed.GetValue(seed), parsed.GetValue(keep), cancel));
        return command;
    }
}
