using System.Text.Json.Serialization;
using Protokollsok.Search;

namespace Protokollsok.Web;

/// <summary>How a query that is being typed may go on.</summary>
/// <param name="Items">The likeliest first.</param>
/// <param name="Complete">False where so many words of the archive begin so that only the first in the alphabet were looked at.</param>
internal sealed record Suggestions([property: JsonPropertyName("suggestions")] IReadOnlyList<Suggestion> Items, bool Complete);
