using System.Collections.Concurrent;
using Protokollsok.Archive;
using Protokollsok.Bulk;
using Protokollsok.Corrections;
using Protokollsok.Documents;
using Protokollsok.Processing;

namespace Protokollsok.Cli;

/// <summary>One run of <c>ingest</c>: what came, and how each file ended.</summary>
/// <param name="manifest">What is known of the files from a register; <see langword="null"/> if there is none.</param>
internal sealed class IngestRun(Workshop workshop, IngestProgress progress, bool json, Manifest? manifest = null)
{
    private static readonly TimeSpan RequestPause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<DocumentId, string> _paths = [];
    private int _notDone;

    private static readonly Problem Waiting = new("waiting", null, "The document is in the archive and not processed yet; run ingest or serve again to go on.");

    /// <summary>Takes files in and works on them at the same time. What the same call has taken before it was cut short is not taken again.</summary>
    /// <param name="files">Looked up one by one.</param>
    /// <param name="what">Which files and folders, the same text for the same; <see langword="null"/>: these files.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> TakeAllAsync(IEnumerable<string> files, CancellationToken cancel, string? what = null)
    {
        var intake = workshop.Ledger.BeginIntake(what ?? string.Join('\n', files));
        // Before any work begins: what comes to its end from now on is told as it does.
        foreach (var path in intake.IsResumed ? files : []) TellTakenBefore(intake, path);
        var worker = new Worker(
            workshop.Ledger, workshop.Pipeline, workshop.Settings.SideBySide, workshop.Settings.RetryPauses, TimeProvider.System, TellTrouble);
        worker.PageRead += (_, _) => progress.PageRead();
        worker.Finished += Tell;
        using var asked = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var (answering, taking) = (AnswerAsync(asked.Token), Task.CompletedTask);
        try
        {
            taking = Task.Run(async () =>
            {
                foreach (var path in files) await TakeAsync(path, intake, cancel);
            }, cancel);
            if (await worker.DrainAsync(cancel, () => !taking.IsCompleted)) TellWaiting();
            await taking;
            workshop.Ledger.EndIntake(intake);
        }
        finally
        {
            await asked.CancelAsync();
            await answering;
            // Interrupted: the file at hand is taken whole before the home is closed.
            await taking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return _notDone > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }

    /// <summary>A bulk run takes days: who asks for a deletion or a retry meanwhile is answered as by <c>serve</c>.</summary>
    private async Task AnswerAsync(CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                await AnswerOnceAsync(cancel);
                await Task.Delay(RequestPause, TimeProvider.System, cancel);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The run is at its end; what is asked from now on, the one who asks does.
        }
    }

    private async Task AnswerOnceAsync(CancellationToken cancel)
    {
        try
        {
            await workshop.Requests.ExecuteAsync(workshop.Upkeep, TellTrouble, cancel);
        }
        catch (Exception e) when (PassingTrouble.Is(e))
        {
            TellTrouble("the requests", e.Message);
        }
    }

    private static void TellTrouble(string what, string why) => Output.Messages.WriteLine($"protokollsok: {what} waits and is tried again: {why}");

    /// <summary>A file that could not even be copied: it has no identity, and nothing of it is in the archive.</summary>
    public void TellUnreadable(string path, string why)
    {
        Interlocked.Increment(ref _notDone);
        var problem = new Problem("file-unreadable", null, $"{path}: {why} Make it readable and ingest it again.");
        if (json) Output.WriteJson(new IngestLine(path, null, "quarantined", DocumentStatus.Failed, [problem]));
        progress.FileDone(path, "not taken in", problem.Message);
    }

    /// <summary>Something outside (the search node, the disk) stopped them; they are in the archive and are done by the next run.</summary>
    private void TellWaiting()
    {
        foreach (var entry in workshop.Ledger.Unfinished())
        {
            _notDone++;
            if (json && _paths.TryGetValue(entry.Id, out var path)) Output.WriteJson(new IngestLine(path, entry.Id, "waiting", null, [Waiting]));
            Output.Messages.WriteLine($"waiting: {_paths.GetValueOrDefault(entry.Id, entry.FileName)} (run ingest or serve again to go on)");
        }
    }

    private async Task TakeAsync(string path, IntakeRun intake, CancellationToken cancel)
    {
        try
        {
            if (TakenBefore(intake, path) is not null) return;
            var arrival = await workshop.Intake.TakeCopyAsync(path, cancel, (id, isNew) => Known(id, path, isNew));
            if (arrival.Outcome != ArrivalOutcome.Duplicate) return;
            if (manifest is not null) await workshop.Pipeline.CorrectAsync(arrival.Id, byRules: false, cancel);
            TellDuplicate(path, arrival);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TellUnreadable(path, e.Message);
        }
    }

    /// <summary>The same content, and not deleted since: under a name that was taken there may lie another document now.</summary>
    private Arrival? TakenBefore(IntakeRun intake, string path)
    {
        if (!intake.IsResumed || workshop.Ledger.TakenBy(intake, Path.GetFullPath(path)) is not { Outcome: not ArrivalOutcome.Deleted } before) return null;
        using var file = File.OpenRead(path);
        return DocumentId.Of(file) == before.Id ? before : null;
    }

    /// <summary>Before anybody can work on it: what the register says holds from the first record on.</summary>
    private void Known(DocumentId id, string path, bool isNew)
    {
        if (isNew) _paths[id] = path;
        if (manifest is null) return;
        var who = $"manifest {manifest.Name}";
        var before = workshop.Ledger.CorrectionsOf(id);
        foreach (var (field, value) in manifest.Of(path).Where(known => !before.Any(one => one.Field == known.Field)))
            workshop.Ledger.Correct(id, field, value, was: null, who, CorrectionField.IsSingle(field));
    }

    private void TellTakenBefore(IntakeRun intake, string path)
    {
        try
        {
            if (TakenBefore(intake, path) is { } before) TellTaken(path, before);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is told when its turn comes to be taken.
        }
    }

    /// <summary>Of a file that was taken before the run was cut short: its end is told if it has come to one.</summary>
    private void TellTaken(string path, Arrival arrival)
    {
        switch (arrival.Outcome)
        {
            case ArrivalOutcome.Waiting:
                _paths[arrival.Id] = path;
                return;
            case ArrivalOutcome.Duplicate:
                TellDuplicate(path, arrival);
                return;
            default:
                var isDone = arrival.Outcome == ArrivalOutcome.Done;
                if (!isDone) Interlocked.Increment(ref _notDone);
                if (json) Output.WriteJson(new IngestLine(path, arrival.Id, isDone ? "done" : "quarantined", null, []));
                progress.FileDone(path, isDone ? "done" : "quarantined", isDone ? "" : "before");
                return;
        }
    }

    private void Tell(LedgerEntry entry, ProcessingResult result)
    {
        if (!_paths.TryGetValue(entry.Id, out var path))
        {
            // Left waiting by an earlier run, and done in passing.
            Output.Messages.WriteLine($"{entry.FileName}: left by an earlier run, {(result.Searchable ? "done" : "quarantined")} now");
            return;
        }

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
