using System.Text.Json.Serialization;
using Protokollsok.Documents;

namespace Protokollsok.Web;

/// <summary>One word of a page, as repaired, and where it stands.</summary>
/// <param name="Text">As repaired; of what repair split or joined, the whole of it.</param>
/// <param name="Was">As read, where repair changed it; else null.</param>
/// <param name="Start">0-based, UTF-16 units of the page's text.</param>
/// <param name="Length">In UTF-16 units.</param>
/// <param name="Box">On the page image; null in a text file.</param>
/// <param name="Confidence">The reader's, 0–1.</param>
/// <param name="Hit">Whether it matches the query that was given.</param>
internal sealed record PageWord(string Text, string? Was, int Start, int Length, Box? Box, double Confidence, bool Hit)
{
    /// <summary>0-based line of the page, as read.</summary>
    [JsonIgnore]
    public int Line { get; init; }

    [JsonIgnore]
    public int End => Start + Length;
}
