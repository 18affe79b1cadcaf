using System.Runtime.CompilerServices;
using Protokollsok.Documents;
using static Protokollsok.Archive.FaultCode;

namespace Protokollsok.Archive;

/// <summary>
/// Whether archive and ledger are what they should be, original by original. It changes nothing and may run while a program writes:
/// what is only on its way is no fault.
/// </summary>
public sealed class Verification(DocumentArchive archive, LedgerReader ledger)
{
    /// <summary>How many documents have been looked at so far.</summary>
    public int Checked { get; private set; }

    /// <summary>Looks at everything, and tells each fault as it is found. Every original is read from the disk and hashed.</summary>
    public async IAsyncEnumerable<Fault> VerifyAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Checked = 0;
        var condemned = archive.Condemned();
        var strangers = new List<DocumentId>();
        foreach (var id in archive.Documents().Union(ledger.Documents()).OrderBy(id => id.Hex, StringComparer.Ordinal))
        {
            Checked++;
            if (ledger.Find(id) is null)
                strangers.Add(id);
            await foreach (var fault in VerifyAsync(id, cancellationToken))
                yield return fault;
        }
        foreach (var id in strangers.Where(id => archive.HasOriginal(id) && ledger.Find(id) is null))
            yield return new Fault(id, NotInLedger, $"The original {archive.OriginalPath(id)} is unknown to the ledger.");
        // What is being removed just now is gone by the end.
        foreach (string remains in condemned.Where(Directory.Exists))
            yield return new Fault(null, DeletedRemains, $"A deletion was cut short: {remains} is still there.");
        foreach (string contradiction in ledger.Contradictions())
            yield return new Fault(null, FaultCode.Accounting, contradiction);
    }

    private async IAsyncEnumerable<Fault> VerifyAsync(DocumentId id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var originalFault = await FaultOfOriginalAsync(id, cancellationToken);
        // Asked after the files were looked at: a document that was deleted meanwhile is deleted, not missing.
        var entry = ledger.Find(id);
        if (entry is { State: DocumentState.Deleted })
        {
            foreach (string remains in Remains(id))
                yield return new Fault(id, DeletedRemains, $"The document is deleted; {remains} is not.");
            yield break;
        }
        if (originalFault is not null && (entry is not null || archive.HasOriginal(id)))
            yield return originalFault;
        if (entry?.ReadBy is not null && await FaultOfReadingAsync(id, cancellationToken) is { } readingFault)
            yield return readingFault;
        if (entry?.UnderstoodBy is not null && await FaultOfRecordAsync(id, cancellationToken) is { } recordFault)
            yield return recordFault;
    }

    private async Task<Fault?> FaultOfOriginalAsync(DocumentId id, CancellationToken cancellationToken)
    {
        try
        {
            return await archive.VerifyOriginalAsync(id, cancellationToken) ? null
                : archive.HasOriginal(id)
                ? new Fault(id, ChecksumMismatch, $"The original {archive.OriginalPath(id)} has not the checksum that names it: it was changed.")
                : new Fault(id, OriginalMissing, $"The ledger has this document, and the original {archive.OriginalPath(id)} is not there.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Fault(id, OriginalUnreadable, $"The original {archive.OriginalPath(id)} cannot be read: {e.Message}");
        }
    }

    private async Task<Fault?> FaultOfReadingAsync(DocumentId id, CancellationToken cancellationToken)
    {
        try
        {
            return await archive.LoadReadingAsync(id, cancellationToken) is null && !IsDeleted(id)
                ? new Fault(id, ReadingMissing, "The ledger says that it was read, and no reading is there.")
                : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return new Fault(id, ReadingUnreadable, e.Message);
        }
    }

    private async Task<Fault?> FaultOfRecordAsync(DocumentId id, CancellationToken cancellationToken)
    {
        try
        {
            var record = await archive.LoadRecordAsync(id, cancellationToken);
            return record is not null && record.Id != id
                ? new Fault(id, RecordUnreadable, $"The record beside the original is that of {record.Id}.")
                : record is null && !IsDeleted(id)
                ? new Fault(id, RecordMissing, "The ledger says that it was understood, and no record is there.")
                : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return new Fault(id, RecordUnreadable, e.Message);
        }
    }

    /// <summary>The original, the halves, the pages that were done, and the answers.</summary>
    private IEnumerable<string> Remains(DocumentId id) => archive.FilesOf(id)
        .Concat(ledger.ArrivalsOf(id).Select(arrival => arrival.ReceiptPath).OfType<string>().Where(File.Exists));

    private bool IsDeleted(DocumentId id) => ledger.Find(id) is { State: DocumentState.Deleted };
}
