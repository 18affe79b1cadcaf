namespace Protokollsok.Archive;

/// <summary>What came to its end in some time.</summary>
/// <param name="Documents">Searchable or in quarantine.</param>
/// <param name="Pages">Of those.</param>
public sealed record LedgerRate(long Documents, long Pages);
