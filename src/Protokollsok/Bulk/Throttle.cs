namespace Protokollsok.Bulk;

/// <summary>Makes room for those who search: as long as somebody does, one document at a time is made again, and never while a search runs.</summary>
internal sealed class Throttle(ApiLoad load)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(5), LongestWait = TimeSpan.FromSeconds(2);

    private readonly Lock _one = new();
    private long _ticks;

    /// <summary>What was waited in all, over all threads.</summary>
    public TimeSpan Waited => TimeSpan.FromTicks(Interlocked.Read(ref _ticks));

    /// <summary>Does a piece of work when there is room for it; it goes on after a while in any case.</summary>
    public void Run(Action work, CancellationToken cancel)
    {
        if (!load.IsBusy)
        {
            work();
            return;
        }

        var since = TimeProvider.System.GetTimestamp();
        lock (_one)
        {
            while (load.Running > 0 && TimeProvider.System.GetElapsedTime(since) < LongestWait && !cancel.IsCancellationRequested) Thread.Sleep(Glance);
            Interlocked.Add(ref _ticks, TimeProvider.System.GetElapsedTime(since).Ticks);
            work();
        }
    }
}
