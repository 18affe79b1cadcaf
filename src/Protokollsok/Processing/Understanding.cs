using Protokollsok.Documents;
using Protokollsok.Extraction;
using Protokollsok.Repair;

namespace Protokollsok.Processing;

/// <summary>The quick half: what was read becomes what is known. No files, no clock; the same for a drop, a bulk run and <c>read</c>.</summary>
internal sealed class Understanding(Repairer repairer)
{
    /// <param name="fileName">As dropped, without its folder.</param>
    /// <param name="bytes">Size of the original.</param>
    public DocumentRecord Understand(DocumentId id, string fileName, long bytes, DocumentReading reading)
    {
        var repaired = repairer.Repair(reading.Pages);
        return MinutesExtractor.Extract(new DocumentRecord
        {
            Id = id,
            Source = new Source(Nfc.Of(fileName), bytes, reading.MediaType, reading.PageCount),
            Problems = reading.Problems,
            Pages = [.. reading.Pages.Zip(repaired, PageOf)],
        });
    }

    private static PageRecord PageOf(PageReading read, RepairedPage repaired) =>
        new(read.Number, repaired.Text, read.Origin, read.Confidence, read.Width, read.Height, read.Dpi, Furniture: [], repaired.Corrections);
}
