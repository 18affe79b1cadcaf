namespace Protokollsok.Search;

/// <summary>How all matches of a search spread. Exact counts, the highest first; years the newest first.</summary>
public sealed record SearchFacets(
    IReadOnlyList<FacetCount> Board, IReadOnlyList<FacetCount> Year, IReadOnlyList<FacetCount> Type, IReadOnlyList<FacetCount> Kind)
{
    public static SearchFacets None { get; } = new([], [], [], []);
}
