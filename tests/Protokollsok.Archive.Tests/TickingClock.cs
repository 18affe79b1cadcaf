namespace Protokollsok.Archive.Tests;

internal sealed class TickingClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 9, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now += TimeSpan.FromSeconds(1);
}
