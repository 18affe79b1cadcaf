namespace Protokollsok.Documents;

/// <summary>One page as read: what the slow half keeps.</summary>
/// <param name="Number">1-based; the file's own page.</param>
/// <param name="Origin">Where the text comes from.</param>
/// <param name="Confidence">Mean of the words' confidences, 0–1; 1 for text files; 0 for a page that could not be read.</param>
/// <param name="Width">Of the page image, in pixels; <see langword="null"/> for text files.</param>
/// <param name="Height">Likewise.</param>
/// <param name="Dpi">Of the page image, dots per inch.</param>
/// <param name="Engine">What read it, with model versions and settings: one line of text, for the history.</param>
/// <param name="Lines">In reading order.</param>
public sealed record PageReading(
    int Number, PageOrigin Origin, double Confidence, int? Width, int? Height, int? Dpi, string Engine, IReadOnlyList<LineReading> Lines)
{
    /// <summary>The page as one text, a line break (<c>\n</c>) between its lines.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Text => string.Join('\n', Lines.Select(line => line.Text));
}
