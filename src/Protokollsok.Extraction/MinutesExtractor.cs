using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>
/// Understands a document: fills a record whose pages are repaired with everything that the contract names. Pure: the same pages give the
/// same record, no text makes it throw, and time grows in proportion to the text.
/// </summary>
public static class MinutesExtractor
{
    /// <summary>The code of the finding that a document holds nothing to be found by.</summary>
    public const string NoText = "no-text";

    /// <param name="record">Id, source, problems and pages with repaired text and corrections; what else it holds is replaced.</param>
    /// <param name="options">What is known about the municipality; nothing if null.</param>
    public static DocumentRecord Extract(DocumentRecord record, ExtractionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        var pages = FurnitureFinder.Mark(record.Pages);
        if (pages.All(page => string.IsNullOrWhiteSpace(page.Text))) return record with { Pages = pages, Findings = NothingFound(record) };
        var minutes = MinutesText.Of(pages, (options ?? new ExtractionOptions()).Dnr);
        var head = HeadSegment.Of(pages);
        var values = ValueScan.Of(minutes.Text, minutes.Era, minutes.Dnr);
        var type = head.Count == 0 ? DocumentType.Ovrigt : DocumentTypeFinder.FromHead(head);
        var heads = SectionFinder.Find(minutes, type);
        var titles = SectionTitleReader.Read(minutes, heads, values.CaseNumbers);
        var blocks = BlockReader.Read(minutes, titles, isLetter: type is DocumentType.Tjansteskrivelse || titles.Count == 0);
        type = DocumentTypeFinder.Find(type, minutes, blocks, heads.Count);
        return new RecordWriter(minutes, head, values, titles, blocks, type).Write(record with { Pages = pages });
    }

    /// <summary>Blank paper is no fault, and who dropped it should know; where pages could not be read, their problems say so.</summary>
    private static IReadOnlyList<Finding> NothingFound(DocumentRecord record) =>
        record.Problems.Count > 0 || record.Pages.Count == 0 ? [] : [new Finding(NoText, "No page has any text: the paper may be blank, or the wrong side was scanned.", [])];
}
