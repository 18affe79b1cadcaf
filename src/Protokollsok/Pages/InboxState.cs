using Protokollsok.Archive;
using Protokollsok.Processing;

namespace Protokollsok.Pages;

/// <summary>How it stands with what was handed in.</summary>
/// <param name="UnderWay">Documents that are worked on or wait for it, those that go first.</param>
/// <param name="Quarantined">Documents that wait for a person.</param>
/// <param name="Ended">What came last and is done.</param>
internal sealed record InboxState(Accounting Count, IReadOnlyList<LedgerEntry> UnderWay, IReadOnlyList<LedgerEntry> Quarantined, IReadOnlyList<InboxState.Line> Ended, IReadOnlyList<Trouble> Troubles)
{
    /// <summary>More than a person reads; the numbers tell of the rest.</summary>
    private const int Most = 30;

    /// <param name="DoubtfulPages">Of its document: pages to compare with the scan.</param>
    internal sealed record Line(Arrival Arrival, int DoubtfulPages);

    public static InboxState Of(LedgerReader ledger, Troubles troubles) => new(
        ledger.Count(),
        ledger.Unfinished(Most),
        [.. ledger.Quarantined().Reverse().Take(2 * Most)],
        [.. ledger.LatestArrivals(2 * Most).Where(arrival => arrival.Outcome is ArrivalOutcome.Done or ArrivalOutcome.Duplicate).Take(Most)
            .Select(arrival => new Line(arrival, ledger.DoubtfulPagesOf(arrival.Id)))],
        troubles.Now);
}
