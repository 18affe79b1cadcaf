namespace Protokollsok.Documents;

/// <summary>One page as understood.</summary>
/// <param name="Number">1-based; the file's own page.</param>
/// <param name="Text">The whole page as repaired, in reading order, a line a printed line, furniture included.</param>
/// <param name="Origin">Where the text comes from.</param>
/// <param name="Confidence">Mean of the words' confidences, 0–1.</param>
/// <param name="Width">Of the page image, in pixels; <see langword="null"/> for text files.</param>
/// <param name="Height">Likewise.</param>
/// <param name="Dpi">Of the page image, dots per inch.</param>
/// <param name="Furniture">Spans that are no content: headers, page marks, signature rows.</param>
/// <param name="Corrections">What repair changed or suggests, in the text's order.</param>
public sealed record PageRecord(
    int Number, string Text, PageOrigin Origin, double Confidence, int? Width, int? Height, int? Dpi,
    IReadOnlyList<TextSpan> Furniture, IReadOnlyList<Correction> Corrections)
{
    /// <summary>Below this mean confidence a person should compare the text with the scan.</summary>
    public const double LowConfidence = .8;

    /// <summary>Whether the page has text that is doubtful as a whole.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsDoubtful => Text.Length > 0 && Confidence < LowConfidence;
}
