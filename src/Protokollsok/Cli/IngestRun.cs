using System.Collections.Concurrent;
using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Processing;

namespace Protokollsok.Cli;

/// <summary>One run of <c>ingest</c>: what came, and how each file ended.</summary>
internal sealed class IngestRun(Workshop workshop, IngestProgress progress, bool json)
{
    private static readonly TimeSpan RequestPause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<DocumentId, string> _paths = [];
    private int _notDone;

    private static readonly Problem Waiting = new("waiting", null, "The document is in the archive and not processed yet; run ingest or serve again to go on.");

    /// <returns>The exit code.</returns>
    public async Task<int> TakeAllAsync(IReadOnlyList<string> files, CancellationToken cancel)
    {
        var worker = new Worker(
            workshop.Ledger, workshop.Pipeline, workshop.Settings.SideBySide, workshop.Settings.RetryPauses, TimeProvider.System, TellTrouble);
        worker.PageRead += (_, _) => progress.PageRead();
        worker.Finished += Tell;
        using var asked = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var answering = AnswerAsync(asked.Token);
        try
        {
            foreach (var path in files) await TakeAsync(path, cancel);
            if (await worker.DrainAsync(cancel)) TellWaiting();
        }
        finally
        {
            await asked.CancelAsync();
            await answering;
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
            TellUnreadable(path, e.Message);
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
