using Microsoft.AspNetCore.Http.HttpResults;
using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Processing;

namespace Protokollsok.Web;

/// <summary>The documents that somebody may see, with their records from the archive; and what to say of one that is not there (yet).</summary>
internal sealed class ReadDocuments(Workshop workshop)
{
    /// <summary>The document in the ledger, unless it never came or was deleted.</summary>
    public LedgerEntry? Find(string id) =>
        DocumentId.TryParse(id, out var parsed) && workshop.Ledger.Find(parsed) is { State: not DocumentState.Deleted } entry ? entry : null;

    /// <summary>What is known about it; <see langword="null"/> until it has been understood.</summary>
    public async Task<DocumentRecord?> RecordAsync(LedgerEntry? entry, CancellationToken cancel) =>
        entry is null ? null : await workshop.Archive.LoadRecordAsync(entry.Id, cancel);

    /// <summary>The same with its ledger entry, which is asked first: a newer record under an older time is only fetched once more.</summary>
    public async Task<(LedgerEntry? Entry, DocumentRecord? Record)> LoadAsync(string id, CancellationToken cancel)
    {
        var entry = Find(id);
        return (entry, await RecordAsync(entry, cancel));
    }

    /// <summary>A 404 that says whether to wait, to ask a clerk, or to look for a mistake.</summary>
    public static ProblemHttpResult Missing(string id, LedgerEntry? entry)
    {
        if (entry is null) return Problems.NotFound($"There is no document {id}; an id is 64 hexadecimal digits, and GET /api/v1/documents lists all.");
        var state = DocumentLine.StateOf(entry);
        var detail = state == ListedState.Quarantined
            ? $"The document {id} is in quarantine and has no record: {entry.Reason}"
            : $"The document {id} has come and is being worked on; ask again in a while.";
        return TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound, title: "Not read yet.", extensions: new Dictionary<string, object?> { ["state"] = DocumentsJson.ToText(state).Trim('"') });
    }

    /// <summary>One page as read and as understood, if it has both.</summary>
    public async Task<(PageReading Read, PageRecord Understood)?> PageAsync(DocumentRecord record, int number, CancellationToken cancel)
    {
        if (record.Pages.FirstOrDefault(page => page.Number == number) is not { } understood) return null;
        var reading = await workshop.Archive.LoadReadingAsync(record.Id, cancel);
        return reading?.Pages.FirstOrDefault(page => page.Number == number) is { } read ? (read, understood) : null;
    }
}
