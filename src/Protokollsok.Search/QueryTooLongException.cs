namespace Protokollsok.Search;

/// <summary>A query that the node gave up: it took longer than any may, so that others are answered.</summary>
public sealed class QueryTooLongException() : QuerySyntaxException(
    0, "The query takes too long to answer; more letters before a '*', fewer alternatives or a filter make it cheaper.",
    "Sökningen tar för lång tid. Skriv fler bokstäver före ”*”, färre alternativ, eller välj ett filter.");
