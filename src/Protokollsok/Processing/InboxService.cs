using Protokollsok.Intake;

namespace Protokollsok.Processing;

/// <summary>
/// The watched folder at work: takes in what is whole and still, has it processed, and answers the clerk. Trouble outside (a share
/// that is gone, a full disk) is logged once and waited out.
/// </summary>
internal sealed class InboxService(Workshop workshop, TimeProvider clock, ILogger<InboxService> logger) : BackgroundService
{
    /// <summary>Between two listings; also how long a file has to be still.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _arrived = new(0);
    private readonly Inbox _inbox = new(workshop.Home, clock);
    private readonly ReceiptWriter _receipts = new(workshop.Home, workshop.Ledger, workshop.Archive, logger);
    private string? _trouble;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var worker = new Worker(workshop.Ledger, workshop.Pipeline, logger);
        worker.Finished += (entry, result) => logger.LogInformation(
            "{File}: {Outcome}, {Problems} problems", entry.FileName, result.Searchable ? "searchable" : "quarantined", result.Problems.Count);
        await Task.WhenAll(WatchAsync(stoppingToken), worker.RunAsync(_arrived, clock, stoppingToken));
    }

    private async Task WatchAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await TakeReadyFilesAsync(cancel);
                await _receipts.WriteDueAsync(cancel);
                TellTrouble(null);
            }
            catch (Exception e) when (PassingTrouble.Is(e))
            {
                TellTrouble(e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(cancel));
    }

    private async Task TakeReadyFilesAsync(CancellationToken cancel)
    {
        foreach (var file in _inbox.ReadyFiles())
        {
            if (await workshop.Intake.TakeFromInboxAsync(file, workshop.Home, cancel) is not { } arrival) continue;
            logger.LogInformation("Taken in: {File} ({Outcome})", arrival.DroppedPath, arrival.Outcome);
            _arrived.Release();
        }
    }

    private void TellTrouble(string? trouble)
    {
        if (trouble == _trouble) return;
        _trouble = trouble;
        if (trouble is null) logger.LogInformation("The inbox works again.");
        else logger.LogWarning("The inbox waits and is tried again every second: {Reason}", trouble);
    }
}
