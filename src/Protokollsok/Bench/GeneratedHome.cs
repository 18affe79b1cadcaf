using Protokollsok.Archive;
using Protokollsok.Documents;

namespace Protokollsok.Bench;

/// <summary>A home of generated minutes as an archive of years has them: read once, understood by rules of long ago, searchable.</summary>
internal static class GeneratedHome
{
    private const int Together = 500;

    /// <summary>What understood them: so old that hardly anything was.</summary>
    public const string OldVersion = "protokollsok 0.0.1";

    public static void Make(Home home, int documents, int pages, Action<int> progress)
    {
        Directory.CreateDirectory(home.Data);
        var archive = new DocumentArchive(home.Data);
        using var ledger = new Ledger(home.Data, TimeProvider.System);
        for (var first = 0; first < documents; first += Together)
        {
            var numbers = Enumerable.Range(first, Math.Min(Together, documents - first)).ToList();
            Parallel.ForEach(numbers, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, number => Store(archive, number, pages));
            ledger.Together(() => numbers.ForEach(number => Enter(ledger, archive, number, pages)));
            progress(first + numbers.Count);
        }

        archive.FlushStaged();
    }

    private static void Store(DocumentArchive archive, int number, int pages)
    {
        var (original, name) = (GeneratedMinutes.Original(number), GeneratedMinutes.FileName(number));
        var id = DocumentId.Of(original);
        var folder = Path.GetDirectoryName(archive.OriginalPath(id))!;
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(archive.OriginalPath(id), original);
        File.WriteAllBytes(Path.Combine(folder, "meta.json"), DocumentsJson.ToUtf8(new Provenance(id, name, original.Length, TimeProvider.System.GetUtcNow())));
        archive.StageReading(id, GeneratedMinutes.Reading(number, pages), generation: 1);
        archive.StageRecord(id, DocumentsJson.ToUtf8(new DocumentRecord
        {
            Id = id,
            Source = new Source(name, original.Length, "application/pdf", pages),
            Pages = [new PageRecord(1, "Handlingen är inte tolkad än.", PageOrigin.Ocr, .93, 2480, 3508, 300, [], [])],
        }), generation: 1);
    }

    private static void Enter(Ledger ledger, DocumentArchive archive, int number, int pages)
    {
        var original = GeneratedMinutes.Original(number);
        var id = DocumentId.Of(original);
        var arrival = ledger.Receive(id, GeneratedMinutes.FileName(number), archive.OriginalPath(id), original.Length, ArrivalOrigin.Ingest);
        ledger.MarkTaken(arrival.Seq);
        ledger.MarkRead(id, "tesseract 5.3.0, swe with signs from script/Latin, Sauvola", "application/pdf", pages);
        ledger.MarkUnderstood(id, OldVersion);
        ledger.MarkSearchable([id]);
    }
}
