using System.Reflection;
using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Intake;

namespace Protokollsok.Processing;

/// <summary>One document's way from its original to a search hit. Each step is kept before the next begins, so a kill costs the step at hand.</summary>
internal sealed class DocumentPipeline(DocumentArchive archive, Ledger ledger, Tools tools, IndexWriter index)
{
    /// <summary>A document over which the whole program died this often is not tried again by itself.</summary>
    private const int MostAttempts = 3;

    private static readonly string Version = $"protokollsok {Assembly.GetExecutingAssembly().GetName().Version?.ToString(3)}";

    /// <summary>Takes a document as far as it goes: searchable, or into quarantine with a reason.</summary>
    /// <param name="readPage">Told each page when it has been read.</param>
    /// <remarks>A <see cref="PassingTrouble"/> is thrown on: the document waits, nothing is wrong with it.</remarks>
    public async Task<ProcessingResult> ProcessAsync(LedgerEntry entry, IProgress<PageReading>? readPage, CancellationToken cancel)
    {
        try
        {
            if (ledger.BeginAttempt(entry.Id) > MostAttempts) throw new InvalidOperationException($"the program ended {MostAttempts} times while it worked on this document.");
            if (!await archive.VerifyOriginalAsync(entry.Id, cancel)) return Quarantine(entry, [ChangedOriginal]);
            var reading = await ReadAsync(entry, readPage, cancel);
            if (reading.Pages.Count == 0) return Quarantine(entry, reading.Problems);
            var record = await UnderstandAsync(entry, reading, cancel);
            if (record.Status == DocumentStatus.Failed) return Quarantine(entry, record.Problems);
            await index.AddAsync(record, cancel);
            return new ProcessingResult(Searchable: true, record.Status, record.Problems);
        }
        catch (Exception e) when (e is OperationCanceledException || PassingTrouble.Is(e))
        {
            ledger.EndAttempt(entry.Id);
            throw;
        }
        catch (Exception e)
        {
            // The catch-all stands here, per document: one that the program cannot cope with must not stop the others.
            return Quarantine(entry, [new Problem(Reasons.InternalError, null, $"{e.GetType().Name} {FirstFrame(e)}: {e.Message} The original is kept; please report this.")]);
        }
    }

    /// <summary>Where it happened, so that a report can be acted on without the document.</summary>
    private static string FirstFrame(Exception exception) => (exception.StackTrace ?? "").Split('\n')[0].Trim();

    private static readonly Problem ChangedOriginal = new(
        ProblemCode.ChecksumMismatch, null, "The file's original in the archive is gone or was changed; restore it from a backup, or drop the file again.");

    private async Task<DocumentReading> ReadAsync(LedgerEntry entry, IProgress<PageReading>? readPage, CancellationToken cancel)
    {
        if (await KeptReadingAsync(entry.Id, cancel) is { } kept) return kept;
        // A document of a thousand pages is not begun anew after a kill.
        var journal = Path.Combine(Path.GetDirectoryName(archive.OriginalPath(entry.Id))!, "pages.jsonl");
        var reading = await tools.Reader.ReadAsync(archive.OriginalPath(entry.Id), journal, readPage, cancel);
        await archive.SaveReadingAsync(entry.Id, reading, cancel);
        File.Delete(journal);
        ledger.MarkRead(entry.Id, string.Join("; ", reading.Pages.Select(page => page.Engine).Distinct()), reading.MediaType, reading.PageCount);
        return reading;
    }

    /// <summary>A slow half that a disk has damaged is as good as none: the original is read again.</summary>
    private async Task<DocumentReading?> KeptReadingAsync(DocumentId id, CancellationToken cancel)
    {
        try
        {
            return await archive.LoadReadingAsync(id, cancel);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The record of a document that is done: as kept, or, where a disk has damaged it, made again from the slow half.</summary>
    /// <returns><see langword="null"/> when neither half is left.</returns>
    public async Task<DocumentRecord?> RecordAsync(DocumentId id, CancellationToken cancel)
    {
        try
        {
            if (await archive.LoadRecordAsync(id, cancel) is { } kept) return kept;
        }
        catch (InvalidDataException)
        {
            // Made again below.
        }

        return ledger.Find(id) is { } entry && await KeptReadingAsync(id, cancel) is { } reading ? await UnderstandAsync(entry, reading, cancel) : null;
    }

    private async Task<DocumentRecord> UnderstandAsync(LedgerEntry entry, DocumentReading reading, CancellationToken cancel)
    {
        var record = tools.Understanding.Understand(entry.Id, entry.FileName, entry.Bytes, reading);
        await archive.SaveRecordAsync(record, cancel);
        ledger.MarkUnderstood(entry.Id, Version, record.Pages.Count(page => page.IsDoubtful));
        return record;
    }

    private ProcessingResult Quarantine(LedgerEntry entry, IReadOnlyList<Problem> problems)
    {
        var code = problems.Count > 0 ? problems[0].Code : Reasons.InternalError;
        ledger.Quarantine(entry.Id, code, Reasons.InSwedish(code));
        return new ProcessingResult(Searchable: false, DocumentStatus.Failed, problems);
    }
}
