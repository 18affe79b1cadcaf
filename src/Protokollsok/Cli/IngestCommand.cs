using System.CommandLine;
using Protokollsok.Intake;
using Protokollsok.Processing;

namespace Protokollsok.Cli;

/// <summary><c>ingest PATH...</c>: files and folders, once; ends when all are done. The files stay where they are.</summary>
internal static class IngestCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "files and folders", Arity = ArgumentArity.OneOrMore };
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        var command = new Command("ingest", "take files and folders in, once; ends when all are done") { paths, data, json };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(paths)!, parsed.GetValue(data)!, parsed.GetValue(json), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, string data, bool json, CancellationToken cancel)
    {
        foreach (var path in paths.Where(path => !Path.Exists(path))) throw new WrongUseException($"There is no file or folder {path}.");
        var settings = CommonOptions.SettingsOf(data);
        var home = Home.At(data, settings.Inbox);
        // Listed before the home is opened: what the program makes there is no scan.
        List<(string Path, string Why)> troubles = [];
        var files = paths.SelectMany(path => FilesOf(path, home, (file, why) => troubles.Add((file, why)))).ToList();
        await using var workshop = await Workshop.OpenAsync(home, settings, watches: false, TimeProvider.System, cancel);
        using var progress = IngestProgress.Start(files.Count + troubles.Count);
        var run = new IngestRun(workshop, progress, json);
        foreach (var (path, why) in troubles) run.TellUnreadable(path, why);
        return await run.TakeAllAsync(files, cancel);
    }

    /// <summary>A file that is named is taken whatever it is called; in folders, hidden files and the program's own are passed over.</summary>
    private static IEnumerable<string> FilesOf(string path, Home home, Action<string, string> trouble) =>
        File.Exists(path)
            ? [path]
            : ScanFolder.List(path, entry => !Path.GetFileName(entry).StartsWith('.') && !home.Owns(entry), trouble).Select(file => file.Path);
}
