using System.Text.Json.Serialization;
using Protokollsok.Documents;
using Protokollsok.Search;

namespace Protokollsok.Web.Cases;

/// <summary>One case through boards and years.</summary>
/// <param name="Key">The form under which all spellings of the case meet.</param>
/// <param name="Printed">How it is printed in the documents, each spelling once.</param>
/// <param name="OtherKeys">Other cases that the spelling asked for may mean; each has its own address.</param>
/// <param name="Coverage">How much of the archive was searched.</param>
/// <param name="Documents">How many searchable documents name the case.</param>
/// <param name="Complete">Whether all of them are told here; of a very large case only the newest are.</param>
/// <param name="Boards">Those that had it, in the order of their first step.</param>
/// <param name="From">The first step's date; null if none has a date.</param>
/// <param name="To">The last step's date; null if none has a date.</param>
/// <param name="Steps">In the order of their dates; what has no date comes last.</param>
/// <param name="Comparisons">What was proposed against what was decided, in the order of the steps.</param>
internal sealed record CaseView(
    string Key, IReadOnlyList<string> Printed, IReadOnlyList<string> OtherKeys, SearchCoverage Coverage, int Documents, bool Complete,
    IReadOnlyList<string> Boards, CalendarDate? From, CalendarDate? To, IReadOnlyList<CaseStep> Steps, IReadOnlyList<CaseComparison> Comparisons);

/// <summary>What one document, or one section of minutes, has to the case.</summary>
/// <param name="Document">Its date is the meeting's, else the document's.</param>
/// <param name="Municipality">As repaired; null if the document does not say.</param>
/// <param name="Section">The §; null for a document without numbered sections.</param>
/// <param name="Heading">Of the §; null if there is none.</param>
/// <param name="Mentioned">True where the case is only named in passing, in the text of another case's section.</param>
/// <param name="Page">1-based page where it begins.</param>
/// <param name="Decisions">Decisions and proposals, in reading order; empty where the case is only mentioned.</param>
/// <param name="Votes">Of the section.</param>
/// <param name="Reservations">Of the section.</param>
internal sealed record CaseStep(
    DocumentSummary Document, DocumentType DocumentType, string? Municipality, string? Section, string? Heading, bool Mentioned, int Page,
    IReadOnlyList<Decision> Decisions, IReadOnlyList<Vote> Votes, IReadOnlyList<Reservation> Reservations);

/// <summary>A proposal and the decision that answers it.</summary>
/// <param name="Proposal">The proposal's id; null where something was decided that nobody is known to have proposed.</param>
/// <param name="Decision">The decision's id; null where none is known to answer the proposal.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Likeness">How alike the two texts are, 0–1; 0 where one is missing.</param>
/// <param name="Differences">In the order of the text; empty unless the outcome is changed.</param>
internal sealed record CaseComparison(string? Proposal, string? Decision, CaseOutcome Outcome, double Likeness, IReadOnlyList<CaseDifference> Differences);

/// <summary>One stretch in which the decision differs from the proposal.</summary>
/// <param name="Proposed">What was proposed; empty where the decision adds.</param>
/// <param name="Decided">What was decided; empty where the decision leaves out.</param>
internal sealed record CaseDifference(string Proposed, string Decided);

/// <summary>What became of a proposal.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CaseOutcome>))]
internal enum CaseOutcome
{
    /// <summary>Decided in the same words, but for capitals, punctuation and the names of who decides and proposes.</summary>
    [JsonStringEnumMemberName("same")]
    Same,

    /// <summary>Decided in other words or with other sums or dates.</summary>
    [JsonStringEnumMemberName("changed")]
    Changed,

    /// <summary>Adopted by a decision that only refers to the proposal.</summary>
    [JsonStringEnumMemberName("adopted")]
    Adopted,

    /// <summary>No decision in the archive answers it.</summary>
    [JsonStringEnumMemberName("undecided")]
    Undecided,

    /// <summary>Decided without a proposal in the archive.</summary>
    [JsonStringEnumMemberName("unproposed")]
    Unproposed,
}
