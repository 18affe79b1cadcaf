using System.Collections.Concurrent;
using Protokollsok.Bulk;
using Protokollsok.Processing;

namespace Protokollsok.Cli;

/// <summary>One run of <c>ingest</c> in a home that nobody else holds: intake, work and progress.</summary>
internal sealed class IngestRun(Workshop workshop, IngestTelling telling, Manifest? manifest = null)
{
    private static readonly TimeSpan RequestPause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentBag<(string Path, string Why)> _unreadable = [];

    /// <summary>Files that did not become searchable whole, once it has ended.</summary>
    public int NotDone { get; private set; }

    /// <summary>A path that cannot even be listed; told with the rest.</summary>
    public void AddUnreadable(string path, string why) => _unreadable.Add((path, why));

    /// <summary>Takes files in and works on them at the same time.</summary>
    /// <param name="files">Looked up one by one.</param>
    /// <param name="what">Which files and folders, the same text for the same; <see langword="null"/>: these files.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> TakeAllAsync(IEnumerable<string> files, CancellationToken cancel, string? what = null)
    {
        var intake = new TreeIntake(workshop, manifest, telling.Tell);
        foreach (var (path, why) in _unreadable) intake.TellUnreadable(path, why);
        var begun = intake.Begin(what ?? string.Join('\n', files));
        var worker = new Worker(
            workshop.Ledger, workshop.Pipeline, workshop.Settings.SideBySide, workshop.Settings.RetryPauses, TimeProvider.System, TellTrouble);
        worker.PageRead += (_, _) => telling.PageRead();
        worker.Finished += (entry, result) =>
        {
            // Left waiting by an earlier run, and done in passing. What this intake took before it was cut short is told when its file is met.
            if (!intake.Hear(entry, result) && !(begun.IsResumed && entry.Arrival > begun.After)) Output.Messages.WriteLine($"{entry.FileName}: left by an earlier run, {(result.Searchable ? "done" : "quarantined")} now");
        };
        using var asked = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var (answering, taking) = (AnswerAsync(asked.Token), Task.CompletedTask);
        try
        {
            taking = Task.Run(() => intake.TakeAllAsync(begun, files, cancel), cancel);
            if (await worker.DrainAsync(cancel, () => !taking.IsCompleted)) intake.TellWaiting();
            await taking;
            workshop.Ledger.EndIntake(begun);
        }
        finally
        {
            await asked.CancelAsync();
            await answering;
            // Interrupted: the file at hand is taken whole before the home is closed.
            await taking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        NotDone = intake.NotDone;
        return NotDone > 0 ? ExitCode.SomeFailed : ExitCode.Done;
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
}
