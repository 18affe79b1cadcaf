namespace Protokollsok.Search;

/// <summary>How much of the archive a search could see.</summary>
/// <param name="Documents">Received and not deleted.</param>
/// <param name="Searchable">Those that are in the index.</param>
/// <param name="Quarantined">Those that could not be read.</param>
/// <param name="LowConfidencePages">Pages that were read with low confidence.</param>
public sealed record SearchCoverage(long Documents, long Searchable, long Quarantined, long LowConfidencePages);
