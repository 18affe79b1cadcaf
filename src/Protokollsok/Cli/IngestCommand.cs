using System.Collections.Concurrent;
using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using Protokollsok.Archive;
using Protokollsok.Documents;
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

/// <summary>One run of <c>ingest</c>: what came, and how each file ended.</summary>
internal sealed class IngestRun(Workshop workshop, IngestProgress progress, bool json)
{
    private readonly ConcurrentDictionary<DocumentId, string> _paths = [];
    private int _notDone;

    /// <returns>The exit code.</returns>
    public async Task<int> TakeAllAsync(IReadOnlyList<string> files, CancellationToken cancel)
    {
        var worker = new Worker(workshop.Ledger, workshop.Pipeline, NullLogger.Instance);
        worker.PageRead += (_, _) => progress.PageRead();
        worker.Finished += Tell;
        foreach (var path in files) await TakeAsync(path, cancel);
        var stopped = await worker.DrainAsync(cancel);
        return stopped || _notDone > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }

    private async Task TakeAsync(string path, CancellationToken cancel)
    {
        try
        {
            var arrival = await workshop.Intake.TakeCopyAsync(path, cancel);
            if (arrival.Outcome == ArrivalOutcome.Duplicate) TellDuplicate(path, arrival);
            else _paths[arrival.Id] = path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Interlocked.Increment(ref _notDone);
            progress.FileDone(path, "unreadable", e.Message);
        }
    }

    private void Tell(LedgerEntry entry, ProcessingResult result)
    {
        var path = _paths.GetValueOrDefault(entry.Id, entry.FileName);
        var outcome = result.Searchable ? "done" : "quarantined";
        if (result.Status != DocumentStatus.Complete) Interlocked.Increment(ref _notDone);
        if (json) Output.WriteJson(new IngestLine(path, entry.Id, outcome, result.Status, result.Problems));
        progress.FileDone(path, outcome, string.Join(" ", result.Problems.Select(problem => problem.Message)));
    }

    private void TellDuplicate(string path, Arrival arrival)
    {
        if (json) Output.WriteJson(new IngestLine(path, arrival.Id, "duplicate", null, []));
        progress.FileDone(path, "duplicate", "");
    }
}

/// <summary>One line of <c>ingest --json</c>.</summary>
internal sealed record IngestLine(string Path, DocumentId Id, string Outcome, DocumentStatus? Status, IReadOnlyList<Problem> Problems);
