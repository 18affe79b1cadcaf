using Protokollsok.Archive;
using Protokollsok.Processing;

namespace Protokollsok.Bulk;

/// <summary>How far it is, how fast, how long it will take; written into the home as it goes.</summary>
/// <param name="kept">Takes each new report.</param>
internal sealed class ReindexProgress(TimeProvider clock, IReadOnlyList<TimeSpan> pauses, ReindexReport first, Action<ReindexReport> kept)
{
    /// <summary>Trouble that lasts this many pauses in a row is left to the next start.</summary>
    private const int MostTroubles = 20;

    private readonly long _since = clock.GetTimestamp();
    private ReindexReport _report = first;
    private ReindexTotals? _totals;
    private Throttle? _throttle;
    private long _pages;
    private int _troubles;

    public ReindexReport Report => _report;

    /// <summary>The work begins, or goes on after a look at what is there.</summary>
    public void Begin(ReindexTotals totals, Throttle throttle)
    {
        (_totals, _throttle) = (totals, throttle);
        Tell(ReindexReport.Building);
    }

    /// <summary>A round is kept.</summary>
    public void Add(IReadOnlyCollection<ReindexResult> results)
    {
        _troubles = 0;
        _report = _report with { Trouble = null };
        _pages += results.Sum(result => result.Pages);
        var before = _totals!;
        _totals = before with
        {
            Waiting = Math.Max(0, before.Waiting - results.Count),
            Failed = before.Failed + results.Count(result => result.Failure is not null),
            Changed = before.Changed + results.Count(result => result.IsChanged),
            Pages = before.Pages + results.Sum(result => result.Pages),
        };
        Tell(ReindexReport.Building);
    }

    public void Switched(TimeSpan pause, TimeSpan inner)
    {
        _report = _report with { PauseMilliseconds = pause.TotalMilliseconds, SwitchMilliseconds = inner.TotalMilliseconds };
    }

    /// <summary>Rests after trouble that may pass, longer each time.</summary>
    /// <exception cref="Exception">It does not pass.</exception>
    public async Task RestAsync(Exception trouble, CancellationToken cancel)
    {
        if (++_troubles > MostTroubles || !PassingTrouble.Is(trouble)) throw new IOException(trouble.Message, trouble);
        _report = _report with { Trouble = $"It waits and is tried again: {trouble.Message}" };
        Tell(ReindexReport.Building);
        await Task.Delay(pauses[Math.Min(_troubles, pauses.Count) - 1], clock, cancel);
    }

    public void Tell(string state, string? message = null, ReindexTotals? totals = null, IReadOnlyList<ReindexFailure>? failures = null)
    {
        var seconds = clock.GetElapsedTime(_since).TotalSeconds;
        var done = _totals is null ? 0 : _totals.Documents - _totals.Waiting;
        _report = _report with
        {
            State = state,
            Message = message ?? _report.Message,
            UpdatedAt = clock.GetUtcNow(),
            Seconds = seconds,
            SecondsThrottled = _throttle?.Waited.TotalSeconds ?? 0,
            Totals = totals ?? _totals,
            PagesPerSecond = state == ReindexReport.Building && seconds > 0 ? _pages / seconds : _report.PagesPerSecond,
            SecondsLeft = state == ReindexReport.Building && _pages > 0 && done > 0 ? seconds / _pages * ((double)_totals!.Pages / done) * _totals.Waiting : null,
            Failures = failures ?? _report.Failures,
        };
        kept(_report);
    }
}
