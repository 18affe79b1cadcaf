using System.Collections.Concurrent;
using Protokollsok.Archive;
using Protokollsok.Corrections;
using Protokollsok.Documents;
using Protokollsok.Intake;
using Protokollsok.Processing;

namespace Protokollsok.Bulk;

/// <summary>
/// Takes files in one by one and tells each that has come to its end; the work itself is a <see cref="Worker"/>'s. What the same intake has taken before it
/// was cut short is not taken again, and is told.
/// </summary>
/// <param name="manifest">What is known of the files from a register; <see langword="null"/> if there is none.</param>
/// <param name="tell">Told each file once, from several threads.</param>
/// <param name="isThere">Whether the folders that are taken in are there: what cannot be read while a share is away is no fault of the file.</param>
/// <param name="outlast">Waits before a file is tried again that met trouble outside, told its path and why; <see langword="null"/>: such trouble is thrown on.</param>
internal sealed class TreeIntake(
    Workshop workshop, Manifest? manifest, Action<IngestNews> tell, Func<bool>? isThere = null, Func<string, string, CancellationToken, Task>? outlast = null)
{
    private readonly ConcurrentDictionary<DocumentId, string> _paths = [];
    private readonly HashSet<string> _met = new(StringComparer.Ordinal);
    private int _notDone;

    private static readonly Problem Waiting = new("waiting", null, "The document is in the archive and not processed yet; run ingest or serve again to go on.");

    private static readonly Problem Deleted = new("deleted", null, "The document was deleted before it was processed.");

    /// <summary>Files that did not become searchable whole.</summary>
    public int NotDone => Volatile.Read(ref _notDone);

    /// <summary>Documents that were taken in and have not come to their end.</summary>
    public bool HasUnfinished => !_paths.IsEmpty;

    /// <summary>Begins or goes on.</summary>
    /// <param name="what">Which files and folders, the same text for the same.</param>
    public IntakeRun Begin(string what)
    {
        foreach (var note in manifest?.Notes ?? []) tell(IngestNews.Word(note));
        return workshop.Ledger.BeginIntake(what);
    }

    public async Task TakeAllAsync(IntakeRun intake, IEnumerable<string> files, CancellationToken cancel)
    {
        foreach (var path in files)
        {
            if (manifest?.Is(path) == true) continue;
            if (manifest is not null) _met.Add(Manifest.KeyOf(path));
            await TakeAsync(path, intake, cancel);
        }

        foreach (var row in manifest?.RowsBut(_met) ?? []) tell(IngestNews.Word($"{row} is not among the files"));
    }

    /// <summary>A document has come to its end.</summary>
    /// <returns>Whether it is one of these.</returns>
    public bool Hear(LedgerEntry entry, ProcessingResult result)
    {
        if (!_paths.TryRemove(entry.Id, out var path)) return false;
        if (result.Status != DocumentStatus.Complete) Interlocked.Increment(ref _notDone);
        Tell(new IngestLine(path, entry.Id, result.Searchable ? "done" : "quarantined", result.Status, result.Problems));
        return true;
    }

    /// <summary>Something outside (the search node, the disk) stopped them; they are in the archive and are done by the next run.</summary>
    public void TellWaiting()
    {
        foreach (var entry in workshop.Ledger.Unfinished())
        {
            Interlocked.Increment(ref _notDone);
            var path = _paths.GetValueOrDefault(entry.Id);
            tell(new IngestNews(path is null ? null : new IngestLine(path, entry.Id, "waiting", null, [Waiting]), "waiting", $"waiting: {path ?? entry.FileName} (run ingest or serve again to go on)"));
        }
    }

    /// <summary>Documents that somebody deleted before their turn came: nobody else tells of them.</summary>
    /// <param name="most">So many are looked at.</param>
    public void TellDeleted(int most)
    {
        foreach (var id in _paths.Keys.Take(most).Where(id => workshop.Ledger.Find(id) is null or { State: DocumentState.Deleted }))
        {
            if (!_paths.TryRemove(id, out var path)) continue;
            Interlocked.Increment(ref _notDone);
            Tell(new IngestLine(path, id, "quarantined", DocumentStatus.Failed, [Deleted]));
        }
    }

    /// <summary>A file that could not even be copied: it has no identity, and nothing of it is in the archive.</summary>
    public void TellUnreadable(string path, string why)
    {
        Interlocked.Increment(ref _notDone);
        var problem = new Problem("file-unreadable", null, $"{path}: {why} Make it readable and ingest it again.");
        tell(new IngestNews(new IngestLine(path, null, "quarantined", DocumentStatus.Failed, [problem]), "not taken in", problem.Message));
    }

    private async Task TakeAsync(string path, IntakeRun intake, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                await TakeOnceAsync(path, intake, cancel);
                return;
            }
            catch (Exception e) when (PassingTrouble.Is(e))
            {
                if (IsOfFile(e, path))
                {
                    TellUnreadable(path, e.Message);
                    return;
                }

                if (outlast is null) throw;
                await outlast(path, e.Message, cancel);
                // It may have been taken before the trouble came.
                intake = intake with { IsResumed = true };
            }
        }
    }

    private async Task TakeOnceAsync(string path, IntakeRun intake, CancellationToken cancel)
    {
        if (await TakenBeforeAsync(intake, path, cancel) is { } before)
        {
            await TellTakenAsync(path, before, cancel);
            return;
        }

        List<string> notes = [];
        var arrival = await workshop.Intake.TakeCopyAsync(path, cancel, (id, isNew) => notes = Known(id, path, isNew));
        workshop.TellArrived();
        if (arrival.Outcome != ArrivalOutcome.Duplicate) return;
        if (notes.Count > 0) await workshop.Upkeep.ApplyAsync(arrival.Id, cancel, byRules: false);
        Tell(new IngestLine(path, arrival.Id, "duplicate", null, [.. notes.Select(note => new Problem("manifest", null, note))]));
    }

    /// <summary>A file that can be read whole met trouble outside: a full disk, a busy ledger. One that cannot be read stops no other, unless its whole share is away.</summary>
    private bool IsOfFile(Exception trouble, string path)
    {
        if (trouble is FileChangedException) return true;
        if (trouble is not (IOException or UnauthorizedAccessException)) return false;
        try
        {
            using var file = File.OpenRead(path);
            file.CopyTo(Stream.Null);
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return isThere?.Invoke() ?? true;
        }
    }

    /// <summary>The same content, and not deleted since: under a name that was taken there may lie another document now.</summary>
    private async Task<Arrival?> TakenBeforeAsync(IntakeRun intake, string path, CancellationToken cancel)
    {
        if (!intake.IsResumed || workshop.Ledger.TakenBy(intake, Path.GetFullPath(path)) is not { Outcome: not ArrivalOutcome.Deleted } before) return null;
        await using var file = File.OpenRead(path);
        return file.Length == workshop.Ledger.Find(before.Id)?.Bytes && await DocumentId.OfAsync(file, cancel) == before.Id ? before : null;
    }

    /// <summary>Before anybody can work on it: what the register says holds from the first record on. Of content that had come before, what nobody has said yet.</summary>
    /// <returns>What there is to say of content that had come before.</returns>
    private List<string> Known(DocumentId id, string path, bool isNew)
    {
        if (isNew) _paths[id] = path;
        if (manifest is null) return [];
        var (before, notes) = (workshop.Ledger.CorrectionsOf(id), new List<string>());
        foreach (var (field, value) in manifest.Of(path))
        {
            if (before.FirstOrDefault(one => one.Field == field) is { } standing)
            {
                if (standing.Value != value) notes.Add($"{manifest.Name} says {field} \"{value}\", which is not taken: the same content has \"{standing.Value}\" already ({standing.Who}).");
                continue;
            }

            workshop.Ledger.Correct(id, field, value, was: null, $"manifest {manifest.Name}", CorrectionField.IsSingle(field));
            if (!isNew) notes.Add($"{manifest.Name} says {field} \"{value}\", which is taken for the same content that came before as {workshop.Ledger.Find(id)?.FileName}.");
        }

        return notes;
    }

    /// <summary>Of a file that was taken before the run was cut short: its end is told if it has come to one, else when it does.</summary>
    private async Task TellTakenAsync(string path, Arrival arrival, CancellationToken cancel)
    {
        if (arrival.Outcome == ArrivalOutcome.Duplicate)
        {
            Tell(new IngestLine(path, arrival.Id, "duplicate", null, []));
            return;
        }

        _paths[arrival.Id] = path;
        // Asked after it is listened for: it may have come to its end just before.
        if (workshop.Ledger.Find(arrival.Id) is { State: DocumentState.Searchable or DocumentState.Quarantined } entry) Hear(entry, await EndOfAsync(entry, cancel));
    }

    private async Task<ProcessingResult> EndOfAsync(LedgerEntry entry, CancellationToken cancel)
    {
        if (entry.State == DocumentState.Quarantined) return new ProcessingResult(Searchable: false, DocumentStatus.Failed, [new Problem(entry.ProblemCode ?? Reasons.InternalError, null, entry.Reason ?? "")]);
        try
        {
            var record = await workshop.Archive.LoadRecordAsync(entry.Id, cancel);
            return new ProcessingResult(Searchable: true, record?.Status ?? DocumentStatus.Complete, record?.Problems ?? []);
        }
        catch (InvalidDataException)
        {
            // A damaged record is verify's matter; the document can be found.
            return new ProcessingResult(Searchable: true, DocumentStatus.Complete, []);
        }
    }

    private void Tell(IngestLine line) => tell(new IngestNews(line, line.Outcome, string.Join(" ", line.Problems.Select(problem => problem.Message))));
}
