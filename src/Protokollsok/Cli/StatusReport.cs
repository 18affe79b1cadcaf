using Protokollsok.Archive;

namespace Protokollsok.Cli;

/// <summary>The accounting, and what waits for a person: the same for <c>status</c> and the API.</summary>
internal sealed record StatusReport(
    long Received, long Done, long Waiting, long Quarantined, long Duplicates, long Deleted, IReadOnlyList<QuarantineLine> Quarantine)
{
    public static StatusReport Of(LedgerReader ledger)
    {
        var count = ledger.Count();
        return new StatusReport(
            count.Received, count.Done, count.Waiting, count.Quarantined, count.Duplicates, count.Deleted,
            [.. ledger.Quarantined().Select(entry => new QuarantineLine(entry.Id, entry.FileName, entry.Reason ?? ""))]);
    }
}
