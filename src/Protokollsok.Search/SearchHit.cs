using System.Text.Json.Serialization;
using Protokollsok.Documents;

namespace Protokollsok.Search;

/// <summary>One hit: a decision, or a page.</summary>
/// <param name="Decision">Null when the hit is a page.</param>
/// <param name="Document">The document it stands in.</param>
/// <param name="Page">1-based.</param>
/// <param name="Heading">Of the § that the decision stands under; of a page those of the §§ that begin on it, a line each; null if there is none.</param>
/// <param name="Snippet">HTML: about 300 characters around the matches, which are marked, whole words; everything else is escaped.</param>
/// <param name="Score">Higher is better; comparable within one search only.</param>
/// <param name="MatchedBy">Why it was found, the surest reason first; empty when the query has no words.</param>
public sealed record SearchHit(
    Decision? Decision, DocumentSummary Document, int Page, string? Heading, string Snippet, double Score, IReadOnlyList<MatchKind> MatchedBy)
{
    /// <summary>What a person calls it: the heading of the decision's §, else what they call the document.</summary>
    [JsonIgnore]
    public string? Name => (Decision is null ? null : Heading) ?? Document.Name;
}
