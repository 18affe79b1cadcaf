using System.Globalization;
using System.Text.Json.Serialization;
using Protokollsok.Documents;

namespace Protokollsok.Search.Entries;

/// <summary>What a hit needs, stored with its entry; opaque to the node.</summary>
/// <param name="Text">A page's running text; null for a decision, which has its own.</param>
/// <param name="Heading">Headings that the entry is found by, if any.</param>
/// <param name="Title">Title and board that the entry is found by, if any.</param>
internal sealed record StoredEntry(
    DocumentSummary Document, Decision? Decision, int Page, string? Text, string? Heading, string? Title, IReadOnlyList<ReadVariant> Variants)
{
    /// <summary>Its name within its document: <c>1</c> for the first decision, <c>p3</c> for the third page.</summary>
    [JsonIgnore]
    public string LocalId => Decision is { } decision
        ? decision.Id[(decision.Id.LastIndexOf('-') + 1)..]
        : string.Create(CultureInfo.InvariantCulture, $"p{Page}");

    /// <summary>The heading on one line: of a page that several sections begin on, all of them.</summary>
    [JsonIgnore]
    public string? ShownHeading => Heading?.Replace("\n", Decision is null ? " · " : " ", StringComparison.Ordinal);

    [JsonIgnore]
    public string FoundText => Decision?.Text ?? Text ?? "";
}
