namespace Protokollsok.Bulk;

/// <summary>What an intake has to tell: that a file has come to its end, a word besides, or that all have.</summary>
/// <param name="Line">The file; <see langword="null"/> for a word besides and for the end.</param>
/// <param name="Outcome">As a person is told it.</param>
/// <param name="Note">What a person should know; empty if nothing.</param>
internal sealed record IngestNews(IngestLine? Line, string Outcome, string Note)
{
    /// <summary>All have come to their end: how many were not done whole.</summary>
    public int? NotDone { get; init; }

    /// <summary>It could not even begin: why.</summary>
    public string? Refused { get; init; }

    public static IngestNews Word(string note) => new(null, "", note);
}
