using System.Text.Json.Serialization;

namespace Protokollsok.Documents;

/// <summary>One word as read, a span of its line.</summary>
/// <param name="Start">0-based, UTF-16 units of <see cref="LineReading.Text"/>.</param>
/// <param name="Length">In UTF-16 units.</param>
/// <param name="Box">Where it stands on the page image.</param>
/// <param name="Confidence">The reader's own, 0–1; 1 for a text layer that was judged good.</param>
/// <param name="Witness">Which reading it comes from: <c>swe</c>, <c>Latin</c>, <c>text-layer</c>.</param>
public sealed record WordReading(int Start, int Length, Box Box, double Confidence, string Witness)
{
    /// <summary>What another reading of the page has in its place; <see langword="null"/> where there is none, or it has the same.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Other { get; init; }
}
