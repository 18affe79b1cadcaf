namespace Protokollsok.Search.Hits;

/// <summary>A whole word of a text that matched.</summary>
/// <param name="Start">0-based, UTF-16 units.</param>
/// <param name="Length">In UTF-16 units.</param>
/// <param name="Kind">Why.</param>
/// <param name="Asked">Which word or phrase of the query it matched, by number.</param>
internal readonly record struct WordMatch(int Start, int Length, MatchKind Kind, int Asked)
{
    public int End => Start + Length;
}
