namespace Protokollsok.Documents;

/// <summary>Where something stands: a page, and a span of that page's text.</summary>
/// <param name="Page">1-based; the file's own page.</param>
/// <param name="Start">0-based, in UTF-16 units of <see cref="PageRecord.Text"/>.</param>
/// <param name="Length">In UTF-16 units.</param>
public sealed record Place(int Page, int Start, int Length)
{
    /// <summary>The first UTF-16 unit after the span.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int End => Start + Length;
}
