using Protokollsok.Archive;
using Protokollsok.Bulk;
using Protokollsok.Documents;
using Protokollsok.Intake;

namespace Protokollsok.Processing;

/// <summary>
/// The watched folder at work: takes in what is whole and still, has it processed, answers the clerk, and does what commands ask. Trouble
/// outside (a share that is gone, a full disk) is logged once and waited out; trouble with one file stops no other. Anything else ends the
/// service, and with it the program: a service that only seems to work is worse than none.
/// </summary>
internal sealed class InboxService : BackgroundService
{
    /// <summary>While something lies there that may be ready soon, and for answers and requests: people wait for these.</summary>
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);

    private readonly Workshop _workshop;
    private readonly TimeProvider _clock;
    private readonly ILogger<InboxService> _logger;
    private readonly Inbox _inbox;
    private readonly ReceiptWriter _receipts;
    private readonly Troubles _troubles;

    public InboxService(Workshop workshop, TimeProvider clock, ILogger<InboxService> logger, Troubles troubles)
    {
        (_workshop, _clock, _logger, _troubles) = (workshop, clock, logger, troubles);
        _inbox = new Inbox(workshop.Home, workshop.Settings, clock, _troubles.Tell, workshop.Archive.Files.BeforeStep);
        _receipts = new ReceiptWriter(workshop.Home, workshop.Ledger, workshop.Archive, PublicAddress.Of(workshop.Settings), _troubles.Tell);
    }

    /// <summary>Whether both the intake and the work go on.</summary>
    public bool IsWorking => ExecuteTask is { IsCompleted: false };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var worker = new Worker(_workshop.Ledger, _workshop.Pipeline, _workshop.Settings.SideBySide, _workshop.Settings.RetryPauses, _clock, _troubles.Tell);
        worker.Finished += TellFinished;
        var handed = new HandedIntakes(_workshop, _troubles.Tell);
        worker.Finished += handed.Hear;
        _workshop.IndexWriter.Troubled += _troubles.Tell;
        _workshop.Reindexing.Reported += TellReindex;
        _workshop.Reindexing.Resume();
        _workshop.Reindexing.Renew();
        // Before the first new draft is begun.
        await TryAsync("what was being written", () => Task.Run(() => InboxDrafts.RemoveLeftovers(_workshop.Home), stoppingToken));
        Task[] loops = [WatchAsync(either.Token), AnswerAsync(either.Token), worker.RunAsync(_workshop.Arrived, either.Token), handed.RunAsync(either.Token), new LearningOn(_workshop, _troubles.Tell).RunAsync(either.Token)];
        await Task.WhenAny(loops);
        await either.CancelAsync();
        try
        {
            await Task.WhenAll(loops);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop; all have come to a safe point.
        }
    }

    private async Task WatchAsync(CancellationToken cancel)
    {
        using var events = new InboxEvents(_workshop.Home);
        var interval = _workshop.Settings.ScanInterval;
        while (true)
        {
            await TryAsync("the inbox", () => TakeReadyFilesAsync(cancel));
            await events.WaitAsync(_inbox.HasUnready && interval > ShortestPause ? ShortestPause : interval, cancel);
        }
    }

    private async Task AnswerAsync(CancellationToken cancel)
    {
        _workshop.Requests.RemoveOldAnswers(_clock.GetUtcNow().AddDays(-1));
        using var timer = new PeriodicTimer(ShortestPause, _clock);
        do
        {
            await TryAsync("the requests", () => _workshop.Requests.ExecuteAsync(_workshop.Upkeep, _troubles.Tell, cancel));
            await TryAsync("the receipts", () => _receipts.WriteDueAsync(cancel));
            _troubles.EndRound();
        }
        while (await timer.WaitForNextTickAsync(cancel));
    }

    private async Task TakeReadyFilesAsync(CancellationToken cancel)
    {
        await TryAsync("what was taken", () => _workshop.Intake.EndDropsAsync(_workshop.Home, cancel));
        foreach (var file in _inbox.ReadyFiles())
        {
            await TryAsync(file.Path, async () =>
            {
                if (await _workshop.Intake.TakeFromInboxAsync(file, _workshop.Home, cancel) is not { } arrival) return;
                Log.Taken(_logger, arrival.DroppedPath, arrival.Id.Hex, arrival.Outcome == ArrivalOutcome.Duplicate ? "duplicate" : "new");
                _workshop.TellArrived();
            });
        }
    }

    private void TellFinished(LedgerEntry entry, ProcessingResult result)
    {
        var problems = string.Join(" ", result.Problems.Select(problem => problem.Message));
        if (!result.Searchable) Log.Quarantined(_logger, entry.FileName, entry.Id.Hex, problems);
        else if (result.Status == DocumentStatus.Complete) Log.Searchable(_logger, entry.FileName, entry.Id.Hex, problems);
        else Log.Partial(_logger, entry.FileName, entry.Id.Hex, problems);
    }

    private void TellReindex(ReindexReport report)
    {
        if (report.Trouble is { } trouble) _troubles.Tell("making everything again", trouble);
        if (!report.IsEnd) return;
        var (documents, failed) = (report.Totals?.Documents ?? 0, report.Totals?.Failed ?? 0);
        foreach (var failure in report.Failures) Log.ReindexFailed(_logger, failure.Id.Hex, report.Generation, failure.Why);
        if (failed == 0 && report.State is (ReindexReport.Done or ReindexReport.Stopped or ReindexReport.Abandoned))
            Log.Reindexed(_logger, report.Generation, report.Selection, report.Source, report.State, documents, failed, report.Message);
        else
            Log.ReindexTroubled(_logger, report.Generation, report.Selection, report.Source, report.State, documents, failed, report.Message);
    }

    private async Task TryAsync(string what, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (PassingTrouble.Is(e))
        {
            _troubles.Tell(what, e.Message);
        }
    }
}
