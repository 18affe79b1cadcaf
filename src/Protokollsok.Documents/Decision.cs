using System.Text.Json.Serialization;

namespace Protokollsok.Documents;

/// <summary>Whether a decision was made, or is only proposed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DecisionKind>))]
public enum DecisionKind
{
    [JsonStringEnumMemberName("decision")]
    Decision,

    [JsonStringEnumMemberName("proposal")]
    Proposal,
}

/// <summary>One decision point, as the contract counts them: a number, an <i>att</i>-clause, a bullet or a bare sentence.</summary>
/// <param name="Id">The document's id, <c>-</c>, and the 1-based position among the document's decisions.</param>
/// <param name="Section">The § it stands under; <see langword="null"/> outside a numbered section.</param>
/// <param name="Number">1-based within its list; <i>att</i>-clauses and bullets are counted too.</param>
/// <param name="DecidedBy">Who decides or will decide, as the board is called; <see langword="null"/> if the text does not say.</param>
/// <param name="ProposedBy">Who proposes, when <paramref name="Kind"/> is a proposal and the text says so.</param>
/// <param name="Text">Repaired, joined over lines and pages, blanks folded, without its list mark.</param>
/// <param name="Page">1-based page of its first piece.</param>
/// <param name="Start">Of its first piece, UTF-16 units in the page's text.</param>
/// <param name="Length">Of its first piece.</param>
/// <param name="Parts">All its pieces in reading order: more than one when a page break or page furniture cuts it.</param>
public sealed record Decision(
    string Id,
    string? Section,
    int Number,
    DecisionKind Kind,
    string? DecidedBy,
    string? ProposedBy,
    string Text,
    int Page,
    int Start,
    int Length,
    IReadOnlyList<Place> Parts)
{
    /// <summary>How sure it is, 0–1; 1 in a record that was kept before there was one.</summary>
    public double Confidence { get; init; } = 1;
}
