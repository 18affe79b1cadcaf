namespace Protokollsok.Search.Words;

/// <summary>A term that a word of a query may be found by, and what such a match is called.</summary>
internal readonly record struct QueryTerm(string Term, MatchKind Kind);
