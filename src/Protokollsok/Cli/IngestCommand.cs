using System.CommandLine;
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
        await using var workshop = await Workshop.OpenAsync(Home.At(data, inbox: null), TimeProvider.System, cancel);
        var files = paths.SelectMany(FilesOf).ToList();
        using var progress = IngestProgress.Start(files.Count);
        var run = new IngestRun(workshop, progress, json);
        return await run.TakeAllAsync(files, cancel);
    }

    private static IEnumerable<string> FilesOf(string path) =>
        File.Exists(path)
            ? [path]
            : Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden })
                .Order(StringComparer.Ordinal);
}
