using Protokollsok.Archive;
using Protokollsok.Corrections;
using Protokollsok.Documents;
using Protokollsok.Extraction;
using Protokollsok.Intake;
using Protokollsok.Repair;

namespace Protokollsok.Processing;

/// <summary>The quick half: what was read becomes what is known. No files, no clock; the same for a drop, a bulk run and <c>read</c>.</summary>
/// <param name="dnr">How this municipality writes its case numbers.</param>
/// <param name="dictionary">Which dictionary the repairer uses; empty: none.</param>
internal sealed class Understanding(Repairer repairer, DnrProfile dnr, string dictionary)
{
    /// <summary>Nobody read it on the page: it may be the folder of another board.</summary>
    private const double ConfidenceOfFolder = .5;

    public Repairer Repairer => repairer;

    /// <summary>What understands here, for the history.</summary>
    public string Version { get; } = RulesVersion.Program(dictionary);

    private readonly ExtractionOptions _extraction = new() { Dnr = dnr };

    /// <param name="fileName">As dropped, without its folder.</param>
    /// <param name="bytes">Size of the original.</param>
    /// <param name="boardHint">The board that its folder is named after, for when its text names none.</param>
    /// <param name="corrections">What people know better: words put right or back before the rules see the text, and values put over theirs.</param>
    public DocumentRecord Understand(
        DocumentId id, string fileName, long bytes, DocumentReading reading, string? boardHint = null, IReadOnlyList<StandingCorrection>? corrections = null)
    {
        var (repaired, told) = PlacedWords.Put(RejectedRepairs.Undo(repairer.Repair(reading.Pages), reading.Pages, corrections ?? []), reading.Pages, corrections ?? []);
        var record = MinutesExtractor.Extract(new DocumentRecord
        {
            Id = id,
            Source = new Source(Nfc.Of(fileName), bytes, reading.MediaType, reading.PageCount),
            Problems = reading.Problems,
            Pages = [.. reading.Pages.Zip(repaired, PageOf)],
        }, _extraction);
        if (record is { Board: null, Pages: [var first, ..] } && boardHint is not null) record = WithBoardOfFolder(record, first.Number, boardHint);
        if (told.Count > 0) record = record with { Findings = [.. record.Findings, .. told] };
        return corrections is { Count: > 0 } ? Corrector.OverRules(record, corrections, DnrOf) : record;
    }

    /// <summary>A case number as this municipality writes it; <see langword="null"/> if the text is none.</summary>
    public Dnr? DnrOf(string text)
    {
        var page = new PageRecord(1, $"Dnr {text}", PageOrigin.TextFile, 1, null, null, null, [], []);
        var read = MinutesExtractor.Extract(new DocumentRecord { Id = DocumentId.Of([]), Source = new Source("", 0, "text/plain", 1), Pages = [page] }, _extraction);
        return read.CaseNumbers is [var only] && only.Place.Length >= text.Trim().Length ? only.Value : null;
    }

    /// <summary>In the record itself, so that it stays when the index is made again; the finding says where it comes from, and it stands nowhere in the text.</summary>
    private static DocumentRecord WithBoardOfFolder(DocumentRecord record, int page, string board) => record with
    {
        Board = new Found<string>(board, "", new Place(page, 0, 0), ConfidenceOfFolder),
        Findings = [.. record.Findings, new Finding(Findings.BoardFromFolder, $"The text names no board; the folder in which it lay is named after {board}.", [])],
    };

    private static PageRecord PageOf(PageReading read, RepairedPage repaired) =>
        new(read.Number, repaired.Text, read.Origin, read.Confidence, read.Width, read.Height, read.Dpi, Furniture: [], repaired.Corrections);
}
