namespace Protokollsok.Documents;

/// <summary>A span of one page's text.</summary>
/// <param name="Start">0-based, in UTF-16 units.</param>
/// <param name="Length">In UTF-16 units.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The first UTF-16 unit after the span.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int End => Start + Length;
}
