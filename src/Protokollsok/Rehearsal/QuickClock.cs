namespace Protokollsok.Rehearsal;

/// <summary>The system's clock, run faster: what waits for seconds of stillness waits for parts of one. Time stamps run ahead; nothing else is told apart.</summary>
/// <param name="speed">1 is real time.</param>
internal sealed class QuickClock(double speed) : TimeProvider
{
    private readonly DateTimeOffset _began = System.GetUtcNow();
    private readonly long _since = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => _began + (System.GetElapsedTime(_since) * speed);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Shorten(dueTime), Shorten(period));

    private TimeSpan Shorten(TimeSpan time) => time <= TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(Math.Max(1, time.TotalMilliseconds / speed));
}
