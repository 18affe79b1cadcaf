using Microsoft.Extensions.Logging.Abstractions;
using Protokollsok.Archive;
using Protokollsok.Configuration;
using Protokollsok.Processing;

namespace Protokollsok.Rehearsal;

/// <summary>The program at work inside this process: the same intake, worker, ledger, archive and search node as <c>serve</c>, without the page.</summary>
internal sealed class Performance : IAsyncDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private readonly InboxService _service;
    private readonly CancellationTokenSource _ending = new();
    private Task _sending = Task.CompletedTask;
    private bool _started;

    private Performance(Workshop workshop, TimeProvider clock)
    {
        Workshop = workshop;
        var troubles = new Troubles(NullLogger.Instance, clock, workshop.Home.Troubles);
        _service = new InboxService(workshop, clock, NullLogger<InboxService>.Instance, troubles);
    }

    public Workshop Workshop { get; }

    /// <summary>What ended the service by itself; <see langword="null"/> as long as it works.</summary>
    public Exception? Ended => _service.ExecuteTask?.Exception?.GetBaseException();

    public static async Task<Performance> OpenAsync(Home home, TimeProvider clock, CancellationToken cancel, Action<string>? beforeStep = null) =>
        new(await Workshop.OpenAsync(home, new Settings(), watches: true, clock, cancel, beforeStep), clock);

    /// <summary>Begins to watch the inbox.</summary>
    public Task StartAsync(CancellationToken cancel)
    {
        _started = true;
        _sending = Task.Run(() => People.SendAsync(Workshop, _ending.Token), CancellationToken.None);
        return _service.StartAsync(cancel);
    }

    /// <summary>Waits until nothing is left to do.</summary>
    /// <param name="drops">How many files have to have been taken in.</param>
    /// <param name="people">Those who want something besides, which is done too then.</param>
    /// <returns>Whether it came to that before patience ended, and the service did not end.</returns>
    public async Task<bool> IsDoneAsync(long drops, TimeSpan patience, CancellationToken cancel, People? people = null)
    {
        // Through eyes of its own: to look is no step of the work.
        using var ledger = Ledger.OpenReadOnly(Workshop.Home.Data)!;
        var since = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(since) < patience && Ended is null)
        {
            if (people?.IsDone(ledger) != false && IsDone(ledger, drops + (people?.SentAgain(ledger) ?? 0))) return true;
            await Task.Delay(Glance, cancel);
        }

        return false;
    }

    public static bool IsDone(LedgerReader ledger, long drops) =>
        ledger.Count() is { Waiting: 0 } count && count.Received >= drops && ledger.ReceiptsDue().Count == 0 && ledger.ReceiptsToWithdraw().Count == 0 && ledger.Untaken().Count == 0;

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _sending;
        _ending.Dispose();
        if (_started && Ended is null) await _service.StopAsync(CancellationToken.None);
        _service.Dispose();
        await Workshop.DisposeAsync();
    }
}
