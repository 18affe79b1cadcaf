using Protokollsok.Intake;

namespace Protokollsok.Processing;

/// <summary>
/// The watched folder at work: takes in what is whole and still, has it processed, and answers the clerk. Trouble outside (a share
/// that is gone, a full disk) is logged once and waited out; trouble with one file stops no other. Anything else ends the service,
/// and with it the program: a service that only seems to work is worse than none.
/// </summary>
internal sealed class InboxService : BackgroundService
{
    /// <summary>Between two listings.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Workshop _workshop;
    private readonly TimeProvider _clock;
    private readonly ILogger<InboxService> _logger;
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly Inbox _inbox;
    private readonly ReceiptWriter _receipts;
    private readonly Troubles _troubles;

    public InboxService(Workshop workshop, TimeProvider clock, ILogger<InboxService> logger)
    {
        (_workshop, _clock, _logger) = (workshop, clock, logger);
        _troubles = new Troubles(logger);
        _inbox = new Inbox(workshop.Home, clock, _troubles.Tell, workshop.Archive.Files.BeforeStep);
        _receipts = new ReceiptWriter(workshop.Home, workshop.Ledger, workshop.Archive, _troubles.Tell);
    }

    /// <summary>Whether both the intake and the work go on.</summary>
    public bool IsWorking => ExecuteTask is { IsCompleted: false };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var worker = new Worker(_workshop.Ledger, _workshop.Pipeline, _logger);
        worker.Finished += (entry, result) => _logger.Log(
            result.Problems.Count == 0 ? LogLevel.Information : LogLevel.Warning,
            "{File} ({Id}): {Outcome}. {Problems}",
            entry.FileName, entry.Id, result.Searchable ? "searchable" : "quarantined", string.Join(" ", result.Problems.Select(problem => problem.Message)));
        Task[] loops = [WatchAsync(either.Token), worker.RunAsync(_arrived, _clock, either.Token)];
        await Task.WhenAny(loops);
        await either.CancelAsync();
        try
        {
            await Task.WhenAll(loops);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop; both have come to a safe point.
        }
    }

    private async Task WatchAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Pause, _clock);
        do
        {
            await TryAsync("the inbox", () => TakeReadyFilesAsync(cancel));
            await TryAsync("the receipts", () => _receipts.WriteDueAsync(cancel));
            _troubles.EndRound();
        }
        while (await timer.WaitForNextTickAsync(cancel));
    }

    private async Task TakeReadyFilesAsync(CancellationToken cancel)
    {
        foreach (var file in _inbox.ReadyFiles())
        {
            await TryAsync(file.Path, async () =>
            {
                if (await _workshop.Intake.TakeFromInboxAsync(file, _workshop.Home, cancel) is not { } arrival) return;
                _logger.LogInformation("Taken in: {File} ({Outcome})", arrival.DroppedPath, arrival.Outcome);
                _arrived.Release();
            });
        }
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
