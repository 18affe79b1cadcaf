namespace Protokollsok.Search;

/// <summary>A query that finds more than the one that was asked, and is close to it.</summary>
/// <param name="Query">The whole query.</param>
/// <param name="Count">How many entries it finds with the same filters; at least 1, and more than the one asked.</param>
/// <param name="Complete">Whether all near words of the archive were looked at; of very many only the first in the alphabet are.</param>
public sealed record DidYouMean(string Query, long Count, bool Complete = true);
