using System.Text.Json.Serialization;

namespace Protokollsok.Documents;

/// <summary>
/// A value with its provenance: what it means, how it is printed, and where. In JSON the value's own members
/// (or <c>value</c>, when it has none) stand beside <c>printed</c>, <c>page</c>, <c>start</c>, <c>length</c> and <c>confidence</c>.
/// </summary>
/// <param name="Value">What was understood.</param>
/// <param name="Printed">The text as read, before repair; a line break inside it is one blank.</param>
/// <param name="Place">Where it stands in the repaired text of the page.</param>
/// <param name="Confidence">How sure the value is, 0–1: of the reading, of repair's changes and of the rule that understood it. 1 where a
/// record was kept before values had one.</param>
[JsonConverter(typeof(FoundJsonConverterFactory))]
public sealed record Found<T>(T Value, string Printed, Place Place, double Confidence = 1);
