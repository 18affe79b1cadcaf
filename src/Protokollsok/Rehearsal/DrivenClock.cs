namespace Protokollsok.Rehearsal;

/// <summary>A clock that stands still until it is told to go on: who plays the slow writers decides how long a second is, and a busy machine spoils nothing.</summary>
internal sealed class DrivenClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Alarm> _alarms = [];
    private DateTimeOffset _now = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        lock (_gate) _alarms.Add(alarm);
        return alarm;
    }

    public void Advance(TimeSpan time)
    {
        List<Alarm> ringing;
        lock (_gate)
        {
            _now += time;
            ringing = [.. _alarms.Where(alarm => alarm.Due <= _now)];
            foreach (var alarm in ringing) alarm.Due = alarm.Period > TimeSpan.Zero ? _now + alarm.Period : DateTimeOffset.MaxValue;
        }

        ringing.ForEach(alarm => alarm.Ring());
    }

    private sealed class Alarm(DrivenClock clock, Action ring) : ITimer
    {
        public DateTimeOffset Due { get; set; } = DateTimeOffset.MaxValue;

        public TimeSpan Period { get; private set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate) (Due, Period) = (dueTime < TimeSpan.Zero ? DateTimeOffset.MaxValue : clock._now + dueTime, period);
            return true;
        }

        public void Dispose()
        {
            lock (clock._gate) clock._alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
