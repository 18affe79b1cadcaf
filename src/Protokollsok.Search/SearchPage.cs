using System.Text.Json.Serialization;

namespace Protokollsok.Search;

/// <summary>One page of hits: the contract's JSON.</summary>
/// <param name="Total">How many entries match, counted exactly, over all pages.</param>
/// <param name="Hits">In the order asked for.</param>
/// <param name="Facets">How all matches spread; every list is empty when no facets were asked for.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record SearchPage(
    [property: JsonPropertyOrder(0)] long Total,
    [property: JsonPropertyOrder(2)] IReadOnlyList<SearchHit> Hits,
    [property: JsonPropertyOrder(3)] SearchFacets Facets,
    [property: JsonPropertyOrder(4)] string? Next)
{
    /// <summary>How much of the archive was searched; set by the program, which knows the ledger.</summary>
    [JsonPropertyOrder(1)]
    public SearchCoverage? Coverage { get; init; }

    /// <summary>What may have been meant by a query that found little; null where it found enough, or nothing near it finds more. Set by the program, which asks for it.</summary>
    [JsonPropertyOrder(5)]
    public DidYouMean? DidYouMean { get; init; }

    /// <summary>True where nothing has all the words: what is found has four of five at least.</summary>
    [JsonPropertyOrder(6)]
    public bool Relaxed { get; init; }
}
