using System.Text.Json.Serialization;
using Protokollsok.Documents;

namespace Protokollsok.Search;

/// <summary>What a hit says about its document.</summary>
/// <param name="Board">Its name as repaired.</param>
/// <param name="Date">The meeting's date, else the document's.</param>
/// <param name="Dnr">Keys of the case numbers: those of the hit's own section or page where it has some, else the document's.</param>
public sealed record DocumentSummary(DocumentId Id, string? Title, string? Board, CalendarDate? Date, IReadOnlyList<string> Dnr)
{
    /// <summary>What a person calls it: its title, or, where that only says what kind of paper it is, whose it is and of which day; null if neither is known.</summary>
    [JsonIgnore]
    public string? Name => Title is not null && TellingTitle.Is(Title) ? Title : Board is null ? Title : Date is null ? Board : $"{Board} {Date}";
}
