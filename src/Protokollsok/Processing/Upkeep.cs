using Protokollsok.Archive;
using Protokollsok.Bulk;
using Protokollsok.Corrections;
using Protokollsok.Documents;
using Protokollsok.Intake;

namespace Protokollsok.Processing;

/// <summary>What people do to documents that are here: have them tried again, have them gone. The same for the commands and the API.</summary>
/// <param name="arrived">Told when a document has work before it again.</param>
/// <param name="dnrOf">Understands a case number as this municipality writes it.</param>
/// <param name="reindex">Begins to make everything, or a part, again.</param>
/// <param name="relearn">Told when what was learnt has changed.</param>
internal sealed class Upkeep(
    Home home, Ledger ledger, DocumentArchive archive, IndexWriter index, FileIntake intake, Action arrived,
    DocumentPipeline pipeline, Func<string, Dnr?> dnrOf, Func<ReindexOrder, string, UpkeepAnswer> reindex, Action<bool> relearn) : IDisposable
{
    private readonly SemaphoreSlim _correcting = new(1);
    private readonly SemaphoreSlim _noting = new(1);

    /// <summary>Out of quarantine and to work again.</summary>
    public UpkeepAnswer Retry(DocumentId id, string who)
    {
        if (ledger.Find(id) is not { } entry || entry.State == DocumentState.Deleted) return new UpkeepAnswer(id, UpkeepOutcome.Unknown);
        if (entry.State == DocumentState.Searchable) return new UpkeepAnswer(id, UpkeepOutcome.NotInQuarantine, entry.FileName);
        // In work already: that is what was asked for.
        if (entry.State != DocumentState.Quarantined) return new UpkeepAnswer(id, UpkeepOutcome.Retried, entry.FileName);
        try
        {
            // Before the ledger, which is what gives it to work: what was read page by page may be what was wrong.
            archive.RemovePagesRead(id);
            ledger.Requeue(id, who);
        }
        catch (InvalidOperationException) when (ledger.Find(id) is { State: DocumentState.Deleted })
        {
            return new UpkeepAnswer(id, UpkeepOutcome.Unknown);
        }

        arrived();
        return new UpkeepAnswer(id, UpkeepOutcome.Retried, entry.FileName);
    }

    /// <summary>
    /// Removes a document everywhere: the ledger says so first, and each step after that can be repeated, so that a kill or a full disk
    /// anywhere is completed by the next start or the next call. The answers in the clerk's folders are taken back where they are written.
    /// </summary>
    /// <exception cref="IOException">Something could not be removed now; call again.</exception>
    public async Task<UpkeepAnswer> DeleteAsync(DocumentId id, string who, string reason, CancellationToken cancel)
    {
        if (ledger.Find(id) is not { } entry) return new UpkeepAnswer(id, UpkeepOutcome.Unknown);
        // Before the ledger: the next start completes the rest, and does not know of these.
        RemoveIndexesPutAside();
        // The same content that is just being taken in is either deleted with it or comes after it.
        using (await intake.PauseAsync(cancel))
        {
            ledger.Delete(id, who, reason);
            archive.RemoveAll(id);
        }

        try
        {
            await index.RemoveAsync(id, cancel);
        }
        finally
        {
            // Also while the search node is away: it takes the document out when it is back, and nobody asks again then.
            relearn(await Learning.ForgetAsync(home, id, cancel));
        }

        return new UpkeepAnswer(id, UpkeepOutcome.Deleted, entry.FileName, entry.State == DocumentState.Deleted ? DeletedBefore(id) : null);
    }

    private string DeletedBefore(DocumentId id) =>
        ledger.History(id).LastOrDefault(one => one.Step == "delete") is { } deletion
            ? FormattableString.Invariant($"was deleted already, on {deletion.At:yyyy-MM-dd} by {deletion.Who}: {deletion.Detail}")
            : "was deleted already";

    /// <summary>
    /// Keeps what a person knows better, and shows it in record and index: at once where the document is searchable, else as soon as it is
    /// processed. A kill in between is completed by the next start.
    /// </summary>
    /// <param name="field">One of <see cref="CorrectionField"/>'s, in any case.</param>
    /// <param name="value"><see langword="null"/>: what was corrected in this field before is taken back.</param>
    /// <param name="who">The user, the token or the register that says so.</param>
    /// <exception cref="WrongUseException">There is no such field, or the value is none for it.</exception>
    public async Task<UpkeepAnswer> CorrectAsync(DocumentId id, string field, string? value, string who, CancellationToken cancel)
    {
        // Two at once would both begin from the record without the other's.
        await _correcting.WaitAsync(cancel);
        try
        {
            if (ledger.Find(id) is not { State: not DocumentState.Deleted } entry) return new UpkeepAnswer(id, UpkeepOutcome.Unknown);
            var record = entry.UnderstoodBy is null ? null : await pipeline.RecordAsync(id, cancel);
            var name = CorrectionField.NameOf(field, record) ?? throw new WrongUseException($"There is no field {field}: {string.Join(", ", CorrectionField.All)} or date was expected.");
            if (value is null && name == CorrectionField.Repair && ledger.CorrectionsOf(id).Where(one => one.Field == name).ToList() is { Count: > 1 } many)
                return new UpkeepAnswer(id, UpkeepOutcome.Refused, entry.FileName, $"{many.Count} words were corrected here, by {string.Join(", ", many.Select(one => one.Who).Distinct())}: correct the one in question again (PAGE/START=WORD), as it was read or as it should be.");
            if (value is null && ledger.WithdrawCorrections(id, name, who) == 0) return new UpkeepAnswer(id, UpkeepOutcome.Refused, entry.FileName, $"{name} was not corrected before.");
            if (value is not null) (value, _) = Keep(id, name, value, record, who);
            // Taken back, a word is no longer taught; the rules see the text again by what holds now.
            if (name == CorrectionField.Repair) relearn(false);
            var isShown = await pipeline.CorrectAsync(id, value is null || CorrectionField.NeedsRules(name), cancel);
            return new UpkeepAnswer(id, UpkeepOutcome.Corrected, entry.FileName, $"{name} {(value is null ? "is the rules' again" : $"is \"{value}\"")}{(isShown ? "" : ", from when it is processed")}");
        }
        finally
        {
            _correcting.Release();
        }
    }

    /// <summary>
    /// Keeps at once what a person says who goes through many things; <see cref="ApplyAsync"/> shows it afterwards, once for all of them. Without
    /// that, the next start does.
    /// </summary>
    /// <param name="choose">
    /// Field and value, from the record as it is now, and whether somebody has answered already; <see langword="null"/>: it has no such thing any more.
    /// </param>
    /// <returns>
    /// The number of the correction; where one was answered already the number of the same answer by the same person, who may have sent it twice;
    /// <see langword="null"/> if there is none.
    /// </returns>
    /// <exception cref="WrongUseException">The value is none for the field.</exception>
    public async Task<long?> NoteAsync(DocumentId id, Func<DocumentRecord, (string Field, string Value, bool IsDecided)?> choose, string who, CancellationToken cancel)
    {
        // Two at once would both find the question open. Not the gate of those who make documents again: an answer waits for none of them.
        await _noting.WaitAsync(cancel);
        try
        {
            return await ChooseAndKeepAsync(id, choose, who, cancel);
        }
        finally
        {
            _noting.Release();
        }
    }

    private async Task<long?> ChooseAndKeepAsync(DocumentId id, Func<DocumentRecord, (string Field, string Value, bool IsDecided)?> choose, string who, CancellationToken cancel)
    {
        if (ledger.Find(id) is not { State: not DocumentState.Deleted, UnderstoodBy: not null } || await pipeline.RecordAsync(id, cancel) is not { } record) return null;
        if (choose(record) is not var (field, value, isDecided)) return null;
        if (!isDecided) return Keep(id, field, value, record, who).Number;
        value = CorrectionField.Checked(field, value, record, dnrOf);
        return ledger.CorrectionsOf(id).FirstOrDefault(one => (one.Field, one.Value, one.Who) == (field, value, who))?.Seq;
    }

    /// <summary>Shows in record and index what was kept for a document.</summary>
    /// <param name="byRules">Whether the rules have to see it again; values alone are put over the record as it is.</param>
    public async Task ApplyAsync(DocumentId id, CancellationToken cancel, bool byRules = true)
    {
        await _correcting.WaitAsync(cancel);
        try
        {
            await pipeline.CorrectAsync(id, byRules, cancel);
        }
        finally
        {
            _correcting.Release();
        }
    }

    /// <returns>The value as it is kept, and the number of the correction.</returns>
    private (string Value, long Number) Keep(DocumentId id, string field, string value, DocumentRecord? record, string who)
    {
        var kept = CorrectionField.Checked(field, value, record, dnrOf);
        var stands = field switch
        {
            CorrectionField.Repair => PlacedWord.At(value, record)?.Stands,
            _ when record is null => null,
            CorrectionField.Amount => Corrector.ShownAmount(record, value),
            CorrectionField.Section => Corrector.ShownSection(record, kept),
            _ => Corrector.Shown(record, field),
        };
        value = kept;
        var before = ledger.CorrectionsOf(id).LastOrDefault(one => one.Field == field && CorrectionField.Replaces(field, value, one.Value));
        var number = ledger.Correct(id, field, value, before is null ? stands : before.Was, who, CorrectionField.IsSingle(field), CorrectionField.IsSingle(field) ? null : before?.Seq);
        return (value, number);
    }

    /// <summary>
    /// An index that was damaged and put aside, or is kept to go back to, and the reports of trials hold the text of what is deleted, and nobody can take one document
    /// out of it. To go back is possible without: the index is made anew then.
    /// </summary>
    private void RemoveIndexesPutAside()
    {
        IEnumerable<string> aside = Directory.GetDirectories(home.Data, "index*-damaged*");
        var unfinished = ledger.UnfinishedReindex();
        // What is being gone back to follows the deletion itself.
        if (unfinished is not { Selection: ReindexJob.Rollback } && archive.Generations.PreviousIndex is { } previous && Directory.Exists(Path.Combine(home.Data, previous)))
            aside = aside.Append(Path.Combine(home.Data, previous));
        foreach (var folder in aside) Directory.Delete(folder, recursive: true);
        IndexFolders.RemoveStale(home.Data, archive.Generations, unfinished);
        // They quote texts side by side.
        foreach (var report in Directory.Exists(home.Logs) ? Directory.GetFiles(home.Logs, "dry-run-*") : []) File.Delete(report);
    }

    /// <summary>Does what a request asks, document by document.</summary>
    public async Task<IReadOnlyList<UpkeepAnswer>> ExecuteAsync(UpkeepRequest request, CancellationToken cancel)
    {
        if (request.Reindex is { } order) return [reindex(order, request.Who)];
        var ids = request.IsAll ? ledger.Quarantined().Select(entry => entry.Id).ToList() : request.Ids;
        List<UpkeepAnswer> answers = [];
        foreach (var id in ids) answers.Add(await ExecuteAsync(id, request, cancel));
        return answers;
    }

    public void Dispose()
    {
        _correcting.Dispose();
        _noting.Dispose();
    }

    private async Task<UpkeepAnswer> ExecuteAsync(DocumentId id, UpkeepRequest request, CancellationToken cancel)
    {
        if (request.DeleteReason is { } reason) return await DeleteAsync(id, request.Who, reason, cancel);
        if (request.Correction is not { } correction) return Retry(id, request.Who);
        try
        {
            return await CorrectAsync(id, correction.Field, correction.Value, request.Who, cancel);
        }
        catch (WrongUseException e)
        {
            return new UpkeepAnswer(id, UpkeepOutcome.Refused, ledger.Find(id)?.FileName, e.Message);
        }
    }
}
