namespace Protokollsok.Archive;

/// <summary>How much of the archive can be searched: numbers of documents, not of arrivals.</summary>
/// <param name="Documents">Received and not deleted.</param>
/// <param name="Searchable">Those that the index holds.</param>
/// <param name="Quarantined">Those that wait for a person.</param>
/// <param name="DoubtfulPages">Pages of the searchable ones that were read with low confidence.</param>
public sealed record LedgerCoverage(long Documents, long Searchable, long Quarantined, long DoubtfulPages);
