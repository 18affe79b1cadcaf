using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Intake;

namespace Protokollsok.Processing;

/// <summary>What people do to documents that are here: have them tried again, have them gone. The same for the commands and the API.</summary>
/// <param name="arrived">Told when a document has work before it again.</param>
internal sealed class Upkeep(Home home, Ledger ledger, DocumentArchive archive, IndexWriter index, FileIntake intake, Action arrived)
{
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

        await index.RemoveAsync(id, cancel);
        return new UpkeepAnswer(id, UpkeepOutcome.Deleted, entry.FileName);
    }

    /// <summary>An index that was damaged and put aside holds the text of what is deleted, and nobody can take one document out of it.</summary>
    private void RemoveIndexesPutAside()
    {
        var folder = Path.GetDirectoryName(home.Index)!;
        foreach (var aside in Directory.GetDirectories(folder, Path.GetFileName(home.Index) + "-damaged*")) Directory.Delete(aside, recursive: true);
    }

    /// <summary>Does what a request asks, document by document.</summary>
    public async Task<IReadOnlyList<UpkeepAnswer>> ExecuteAsync(UpkeepRequest request, CancellationToken cancel)
    {
        var ids = request.IsAll ? ledger.Quarantined().Select(entry => entry.Id).ToList() : request.Ids;
        List<UpkeepAnswer> answers = [];
        foreach (var id in ids)
            answers.Add(request.DeleteReason is { } reason ? await DeleteAsync(id, request.Who, reason, cancel) : Retry(id, request.Who));
        return answers;
    }
}
