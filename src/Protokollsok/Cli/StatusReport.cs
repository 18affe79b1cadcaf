using Protokollsok.Archive;
using Protokollsok.Bulk;
using Protokollsok.Processing;

namespace Protokollsok.Cli;

/// <summary>The accounting, what waits for a person, how fast it goes and what does not work: the same for <c>status</c> and the API.</summary>
/// <param name="LastHour">What came to its end in the last hour.</param>
/// <param name="LastDay">And in the last 24 hours.</param>
/// <param name="SecondsLeft">Until nothing waits, if it goes on as in the last hour; <see langword="null"/> if that cannot be told.</param>
/// <param name="Steps">Where the time is spent, the slowest first.</param>
/// <param name="Slowest">The documents that took longest lately.</param>
/// <param name="Troubles">What does not work just now and is tried again.</param>
/// <param name="Reindex">What was made again last, or is being made; <see langword="null"/> if nothing was.</param>
internal sealed record StatusReport(
    long Received, long Done, long Waiting, long Quarantined, long Duplicates, long Deleted, IReadOnlyList<QuarantineLine> Quarantine,
    LedgerRate LastHour, LedgerRate LastDay, double? SecondsLeft, IReadOnlyList<StepTime> Steps, IReadOnlyList<SlowDocument> Slowest,
    IReadOnlyList<Trouble> Troubles, RebuildLine? Reindex)
{
    private const int MostSlow = 5;

    public static StatusReport Of(LedgerReader ledger, DateTimeOffset now, IReadOnlyList<Trouble> troubles, ReindexReport? reindex = null)
    {
        var count = ledger.Count();
        var lastHour = ledger.RateSince(now.AddHours(-1));
        return new StatusReport(
            count.Received, count.Done, count.Waiting, count.Quarantined, count.Duplicates, count.Deleted,
            [.. ledger.Quarantined().Select(entry => new QuarantineLine(entry.Id, entry.FileName, entry.Reason ?? ""))],
            lastHour, ledger.RateSince(now.AddDays(-1)),
            count.Waiting == 0 ? 0 : lastHour.Documents == 0 ? null : Math.Round(count.Waiting * 3600.0 / lastHour.Documents),
            ledger.StepTimes(), ledger.SlowestDocuments(MostSlow), troubles, RebuildLine.Of(reindex));
    }
}
