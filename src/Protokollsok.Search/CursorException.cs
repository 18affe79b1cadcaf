namespace Protokollsok.Search;

/// <summary>A cursor that is none of ours, or belongs to another search.</summary>
public sealed class CursorException() : Exception("The cursor is not one of this search: take it from 'next' of the page before, and keep query, filters and sort as they were.");
