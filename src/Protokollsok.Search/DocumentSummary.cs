using Protokollsok.Documents;

namespace Protokollsok.Search;

/// <summary>What a hit says about its document.</summary>
/// <param name="Board">Its name as repaired.</param>
/// <param name="Date">The meeting's date, else the document's.</param>
/// <param name="Dnr">Keys of the case numbers: those of the hit's own section or page where it has some, else the document's.</param>
public sealed record DocumentSummary(DocumentId Id, string? Title, string? Board, CalendarDate? Date, IReadOnlyList<string> Dnr);
