using System.Text.Json.Serialization;
using Protokollsok.Search;

namespace Protokollsok.Web;

/// <summary>How a query that is being typed may go on.</summary>
/// <param name="Items">The likeliest first.</param>
internal sealed record Suggestions([property: JsonPropertyName("suggestions")] IReadOnlyList<Suggestion> Items);
