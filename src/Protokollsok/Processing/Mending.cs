using Protokollsok.Archive;
using Protokollsok.Documents;

namespace Protokollsok.Processing;

/// <summary>
/// <c>verify --repair</c>: makes again what can be made again. From the original all of it can; a lost or changed original only a backup
/// brings back, so that fault stays.
/// </summary>
internal sealed class Mending(Workshop workshop)
{
    /// <returns>Whether the fault was one that can be mended, and is.</returns>
    public async Task<bool> MendAsync(Fault fault, CancellationToken cancel)
    {
        if (fault.Id is not { } id) return false;
        switch (fault.Code)
        {
            case FaultCode.DeletedRemains:
                workshop.Archive.RemoveAll(id);
                return true;
            case FaultCode.NotInLedger:
                return await EnterAsync(id, cancel);
            case FaultCode.RecordMissing or FaultCode.RecordUnreadable or FaultCode.ReadingMissing or FaultCode.ReadingUnreadable:
                return await workshop.Archive.VerifyOriginalAsync(id, cancel) && await workshop.Pipeline.MakeAgainAsync(id, cancel);
            default:
                return false;
        }
    }

    /// <summary>Its note says where it came from: the ledger was lost, or restored from an older backup.</summary>
    private async Task<bool> EnterAsync(DocumentId id, CancellationToken cancel)
    {
        if (!await workshop.Archive.VerifyOriginalAsync(id, cancel) || await NoteAsync(id, cancel) is not { } note) return false;
        // A path outside the inbox: nobody waits for an answer, and nothing is to be removed there.
        var arrival = workshop.Ledger.Receive(id, note.FileName, workshop.Archive.OriginalPath(id), note.Bytes, ArrivalOrigin.Ingest, who: "verify --repair");
        workshop.Ledger.MarkTaken(arrival.Seq);
        return true;
    }

    private async Task<Provenance?> NoteAsync(DocumentId id, CancellationToken cancel)
    {
        try
        {
            return await workshop.Archive.LoadProvenanceAsync(id, cancel);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
