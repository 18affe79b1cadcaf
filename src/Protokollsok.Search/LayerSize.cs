namespace Protokollsok.Search;

/// <summary>What a layer of the analysis takes in the index, in bytes.</summary>
/// <param name="Layer"><c>exact</c>, <c>normal form</c>, <c>compound parts</c>, <c>folded</c>, <c>variants</c>, or <c>filters</c> for all that is no word of a text.</param>
/// <param name="Terms">Different terms, those of each segment for themselves.</param>
/// <param name="Letters">The terms' own bytes; the dictionary is packed, and takes less.</param>
/// <param name="Entries">Which entries have them, and how often.</param>
/// <param name="Positions">Where in the entries.</param>
public sealed record LayerSize(string Layer, long Terms, long Letters, long Entries, long Positions);
