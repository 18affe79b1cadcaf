using Protokollsok.Search;

namespace Protokollsok.Web;

/// <summary>What speaks of the same, in other documents.</summary>
/// <param name="Coverage">How much of the archive was searched.</param>
/// <param name="Hits">The most alike first; without marks.</param>
internal sealed record SimilarHits(SearchCoverage Coverage, IReadOnlyList<SearchHit> Hits);
