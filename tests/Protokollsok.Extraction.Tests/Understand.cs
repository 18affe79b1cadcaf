using Protokollsok.Documents;

namespace Protokollsok.Extraction.Tests;

/// <summary>Texts of the tests as records. Every place and person in them is invented.</summary>
internal static class Understand
{
    public static DocumentRecord Pages(params string[] pages) => Records([.. pages.Select((text, i) => Page(i + 1, text))]);

    public static DocumentRecord Records(params PageRecord[] pages) => MinutesExtractor.Extract(RecordOf(pages));

    /// <summary>One page, and what is known about the municipality.</summary>
    public static DocumentRecord With(ExtractionOptions options, string text) => MinutesExtractor.Extract(RecordOf([Page(1, text)]), options);

    private static DocumentRecord RecordOf(PageRecord[] pages) => new()
    {
        Id = DocumentId.Of("invented"u8),
        Source = new Source("invented.txt", 1, "text/plain", pages.Length),
        Pages = pages,
    };

    public static PageRecord Page(int number, string text, params Correction[] corrections) =>
        new(number, text, PageOrigin.TextFile, 1, null, null, null, [], corrections);

    /// <summary>What stands on the page at a place.</summary>
    public static string At(this DocumentRecord record, Place place) => record.Pages[place.Page - 1].Text.Substring(place.Start, place.Length);
}
