using System.Collections.Concurrent;
using Protokollsok.Archive;
using Protokollsok.Corrections;
using Protokollsok.Documents;
using Protokollsok.Intake;

namespace Protokollsok.Processing;

/// <summary>One document's way from its original to a search hit. Each step is kept before the next begins, so a kill costs the step at hand.</summary>
internal sealed class DocumentPipeline(DocumentArchive archive, Ledger ledger, Tools tools, IndexWriter index) : IDisposable
{
    /// <summary>A document over which the whole program died this often is not tried again by itself.</summary>
    private const int MostAttempts = 3;

    private const int MostNearDuplicates = 3;

    private readonly ConcurrentDictionary<DocumentId, string?> _owed = [];

    /// <summary>Of two scans that come at once, one is compared and kept before the other is.</summary>
    private readonly SemaphoreSlim _comparing = new(1);

    private static readonly ProcessingResult DeletedMeanwhile =
        new(Searchable: false, DocumentStatus.Failed, [new Problem("deleted", null, "The document was deleted while it was worked on.")]);

    /// <summary>Takes a document as far as it goes: searchable, or into quarantine with a reason.</summary>
    /// <param name="readPage">Told each page when it has been read.</param>
    /// <remarks>A <see cref="PassingTrouble"/> is thrown on: the document waits, nothing is wrong with it.</remarks>
    public async Task<ProcessingResult> ProcessAsync(LedgerEntry entry, IProgress<PageReading>? readPage, CancellationToken cancel)
    {
        try
        {
            EndOwedAttempt(entry.Id);
            if (ledger.BeginAttempt(entry.Id) > MostAttempts) throw new InvalidOperationException($"the program ended {MostAttempts} times while it worked on this document.");
            if (!await archive.VerifyOriginalAsync(entry.Id, cancel)) return Quarantine(entry, [ChangedOriginal]);
            var reading = await ReadAsync(entry, readPage, cancel);
            if (reading.Pages.Count == 0) return Quarantine(entry, reading.Problems);
            var corrections = ledger.LastCorrection();
            var record = await UnderstandAsync(entry, reading, cancel);
            if (record.Status == DocumentStatus.Failed) return Quarantine(entry, record.Problems);
            await index.AddAsync(record, cancel);
            ledger.MarkApplied(entry.Id, corrections);
            return new ProcessingResult(Searchable: true, record.Status, record.Problems);
        }
        catch (Exception e) when (e is not OperationCanceledException && IsGone(entry))
        {
            // Its files were removed under this work: no trouble to wait out, and no fault.
            return DeletedMeanwhile;
        }
        catch (Exception e) when (e is OperationCanceledException || PassingTrouble.Is(e))
        {
            _owed[entry.Id] = e is OperationCanceledException ? null : e.Message;
            EndOwedAttempt(entry.Id);
            throw;
        }
        catch (Exception e)
        {
            // The catch-all stands here, per document: one that the program cannot cope with must not stop the others.
            return Quarantine(entry, [new Problem(Reasons.InternalError, null, $"{e.GetType().Name} {FirstFrame(e)}: {e.Message} The original is kept; please report this.")]);
        }
    }

    /// <summary>The document met trouble again and again where others went through.</summary>
    /// <param name="message">What the last one was.</param>
    public ProcessingResult GiveUp(LedgerEntry entry, string message) =>
        Quarantine(entry, [new Problem(Reasons.KeptFailing, null, $"The document could not be processed in many tries: {message}")]);

    /// <summary>An attempt that was no fault of the document's does not count against it, even if a full disk kept that from being told at once.</summary>
    private void EndOwedAttempt(DocumentId id)
    {
        if (!_owed.TryGetValue(id, out var reason)) return;
        ledger.EndAttempt(id, reason);
        _owed.TryRemove(id, out _);
    }

    /// <summary>Deleted while it was worked on, and perhaps come again.</summary>
    private bool IsGone(LedgerEntry entry) => ledger.Find(entry.Id) is not { State: not DocumentState.Deleted } now || now.Arrival != entry.Arrival;

    /// <summary>Where it happened, so that a report can be acted on without the document.</summary>
    private static string FirstFrame(Exception exception) => (exception.StackTrace ?? "").Split('\n')[0].Trim();

    private static readonly Problem ChangedOriginal = new(
        ProblemCode.ChecksumMismatch, null, "The file's original in the archive is gone or was changed; restore it from a backup, or drop the file again.");

    private async Task<DocumentReading> ReadAsync(LedgerEntry entry, IProgress<PageReading>? readPage, CancellationToken cancel)
    {
        // What lies there of a document that is tried again may be what was wrong with it.
        if (entry.State >= DocumentState.Read && await KeptReadingAsync(entry.Id, cancel) is { } kept) return kept;
        // A document of a thousand pages is not begun anew after a kill.
        var journal = archive.PagesReadPath(entry.Id);
        var reading = await tools.Reader.ReadAsync(archive.OriginalPath(entry.Id), journal, readPage, cancel);
        await archive.SaveReadingAsync(entry.Id, reading, cancel);
        archive.Files.Discard(journal);
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
        if (await KeptRecordAsync(id, cancel) is { } kept) return kept;
        return ledger.Find(id) is { } entry && await KeptReadingAsync(id, cancel) is { } reading ? await UnderstandAsync(entry, reading, cancel) : null;
    }

    /// <summary>Makes both halves of a document again, as far as they are lost or damaged, and its entries in the index with them.</summary>
    /// <returns>Whether there is a record now.</returns>
    public async Task<bool> MakeAgainAsync(DocumentId id, CancellationToken cancel)
    {
        if (ledger.Find(id) is not { State: not DocumentState.Deleted } entry) return false;
        var reading = await KeptReadingAsync(id, cancel);
        if (reading is null)
        {
            reading = await tools.Reader.ReadAsync(archive.OriginalPath(id), ct: cancel);
            await archive.SaveReadingAsync(id, reading, cancel);
        }

        if (entry.UnderstoodBy is null) return true;
        // In quarantine it stays there; its record is mended all the same.
        var record = entry.State == DocumentState.Quarantined ? await KeepRecordAsync(entry, reading, cancel) : await UnderstandAsync(entry, reading, cancel);
        if (entry.State == DocumentState.Searchable) await index.AddAsync(record, cancel);
        return true;
    }

    /// <summary>Gives a searchable document its corrections: over the record that it has, or by the rules once more where that does not do.</summary>
    /// <param name="byRules">Whether the rules have to see it again, since text was put back or a correction was taken back.</param>
    /// <returns>Whether it has them now; another time, if it is not searchable now.</returns>
    public async Task<bool> CorrectAsync(DocumentId id, bool byRules, CancellationToken cancel)
    {
        if (ledger.Find(id) is not { State: DocumentState.Searchable } entry) return false;
        var (last, generation) = (ledger.LastCorrection(), archive.Generations.Current);
        var kept = byRules ? null : await KeptRecordAsync(id, cancel);
        if (kept is not null)
        {
            kept = Corrector.Over(kept, ledger.CorrectionsOf(id), tools.Understanding.DnrOf);
            await archive.SaveRecordAsync(kept, cancel);
        }
        else if (await KeptReadingAsync(id, cancel) is { } reading)
        {
            kept = await UnderstandAsync(entry, reading, cancel);
        }

        if (kept is null) return false;
        await index.AddAsync(kept, cancel);
        // Another generation came into force meanwhile, made without it.
        if (archive.Generations.Current != generation) return await CorrectAsync(id, byRules, cancel);
        ledger.MarkApplied(id, last);
        return true;
    }

    private async Task<DocumentRecord?> KeptRecordAsync(DocumentId id, CancellationToken cancel)
    {
        try
        {
            return await archive.LoadRecordAsync(id, cancel);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private async Task<DocumentRecord> UnderstandAsync(LedgerEntry entry, DocumentReading reading, CancellationToken cancel)
    {
        var record = await KeepRecordAsync(entry, reading, cancel);
        ledger.MarkUnderstood(entry.Id, tools.Understanding.Version, record.Pages.Count(page => page.IsDoubtful));
        return record;
    }

    private async Task<DocumentRecord> KeepRecordAsync(LedgerEntry entry, DocumentReading reading, CancellationToken cancel)
    {
        var record = tools.Understanding.Understand(entry.Id, entry.FileName, entry.Bytes, reading, ledger.ArrivalOf(entry).BoardHint, ledger.CorrectionsOf(entry.Id));
        await _comparing.WaitAsync(cancel);
        try
        {
            record = await TellNearDuplicatesAsync(record, cancel);
            await archive.SaveRecordAsync(record, cancel);
            return record;
        }
        finally
        {
            _comparing.Release();
        }
    }

    public void Dispose() => _comparing.Dispose();

    /// <summary>Adds a finding for each document that has nearly the same text and does not say itself that it is another.</summary>
    private async Task<DocumentRecord> TellNearDuplicatesAsync(DocumentRecord record, CancellationToken cancel)
    {
        if (record.Status == DocumentStatus.Failed || NearDuplicate.SketchOf(record.Pages) is not { } sketch) return record;
        List<Finding> findings = [];
        foreach (var (id, _) in ledger.KeepSketch(record.Id, sketch, NearDuplicate.LeastLikeness))
        {
            if (await KeptRecordAsync(id, cancel) is { } other && NearDuplicate.MayBeSame(record, other)) findings.Add(NearDuplicate.FindingOf(id));
            if (findings.Count == MostNearDuplicates) break;
        }

        return findings.Count == 0 ? record : record with { Findings = [.. record.Findings, .. findings] };
    }

    private ProcessingResult Quarantine(LedgerEntry entry, IReadOnlyList<Problem> problems)
    {
        // What came again since is another drop, and begins anew.
        if (IsGone(entry)) return DeletedMeanwhile;
        var code = problems.Count > 0 ? problems[0].Code : Reasons.InternalError;
        try
        {
            ledger.Quarantine(entry.Id, code, Reasons.InSwedish(code, entry.FileName));
        }
        catch (InvalidOperationException) when (IsGone(entry))
        {
            return DeletedMeanwhile;
        }

        return new ProcessingResult(Searchable: false, DocumentStatus.Failed, problems);
    }
}
