using System.CommandLine;
using Protokollsok.Bulk;
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
        var manifest = new Option<string?>("--manifest") { Description = "a CSV that says what is known of the files: path, and board, date, documentDate, dnr, title, type or municipality", HelpName = "FILE" };
        var command = new Command("ingest", "take files and folders in, once; ends when all are done, and goes on where it was cut short") { paths, data, manifest, json };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(paths)!, parsed.GetValue(data)!, parsed.GetValue(manifest), parsed.GetValue(json), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, string data, string? register, bool json, CancellationToken cancel)
    {
        foreach (var path in paths.Where(path => !Path.Exists(path))) throw new WrongUseException($"There is no file or folder {path}.");
        var settings = CommonOptions.SettingsOf(data);
        var home = Home.At(data, settings.Inbox);
        // Looked through once to know how many there are, and again as they are taken: a list of all may be long.
        List<(string Path, string Why)> troubles = [];
        var count = paths.SelectMany(path => FilesOf(path, home, (file, why) => troubles.Add((file, why)))).Count();
        await using var workshop = await Workshop.OpenAsync(home, settings, watches: false, TimeProvider.System, cancel);
        var manifest = register is null ? null : Manifest.Read(register, workshop.Tools.Understanding.DnrOf);
        using var progress = IngestProgress.Start(count + troubles.Count);
        var run = new IngestRun(workshop, progress, json, manifest);
        foreach (var (path, why) in troubles) run.TellUnreadable(path, why);
        var what = string.Join('\n', paths.Select(Path.GetFullPath).Order(StringComparer.Ordinal).Append(register is null ? "" : Path.GetFullPath(register)));
        return await run.TakeAllAsync(paths.SelectMany(path => FilesOf(path, home, (_, _) => { })), cancel, what);
    }

    /// <summary>A file that is named is taken whatever it is called; in folders, hidden files and the program's own are passed over.</summary>
    private static IEnumerable<string> FilesOf(string path, Home home, Action<string, string> trouble) =>
        File.Exists(path)
            ? [path]
            : ScanFolder.List(path, entry => !Path.GetFileName(entry).StartsWith('.') && !home.Owns(entry), trouble).Select(file => file.Path);
}
