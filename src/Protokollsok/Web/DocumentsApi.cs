using Microsoft.AspNetCore.Http.HttpResults;
using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Processing;

namespace Protokollsok.Web;

/// <summary>One document: what is known about it, the original as it came, and its pages as pictures.</summary>
internal static class DocumentsApi
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    /// <summary>Each picture is a process that may take hundreds of megabytes; the readers need the memory too.</summary>
    private static readonly SemaphoreSlim Pictures = new(2);

    public static void Map(WebApplication site)
    {
        var documents = site.MapGroup("/api/v1/documents/{id}");
        documents.MapGet("", RecordAsync).WithName("Document").WithSummary("What is known about one document.")
            .Produces<DocumentRecord>().ProducesProblem(StatusCodes.Status404NotFound);
        documents.MapGet("/original", Original).WithName("Original").WithSummary("The file as it came, byte for byte.")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").ProducesProblem(StatusCodes.Status404NotFound);
        documents.MapGet("/pages/{n:int}/image", PageImageAsync).WithName("PageImage").WithSummary("One page as a picture, in the pixels that boxes are told in.")
            .Produces(StatusCodes.Status200OK, contentType: "image/png").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> RecordAsync(string id, Workshop workshop, CancellationToken cancel) =>
        Find(id, workshop) is { } entry && await workshop.Archive.LoadRecordAsync(entry.Id, cancel) is { } record
            ? TypedResults.Text(DocumentsJson.ToText(record), "application/json")
            : NoDocument(id);

    private static IResult Original(string id, Workshop workshop)
    {
        if (Find(id, workshop) is not { } entry || !workshop.Archive.HasOriginal(entry.Id)) return NoDocument(id);
        // What was not recognised is never shown inside the browser.
        return entry.MediaType is { } mediaType
            ? TypedResults.PhysicalFile(workshop.Archive.OriginalPath(entry.Id), mediaType, enableRangeProcessing: true)
            : TypedResults.PhysicalFile(workshop.Archive.OriginalPath(entry.Id), "application/octet-stream", entry.FileName);
    }

    private static async Task<IResult> PageImageAsync(string id, int n, Workshop workshop, CancellationToken cancel)
    {
        if (Find(id, workshop) is not { MediaType: { } mediaType } entry || await workshop.Archive.LoadRecordAsync(entry.Id, cancel) is not { } record) return NoDocument(id);
        if (record.Pages.FirstOrDefault(page => page.Number == n) is not { Dpi: { } dpi }) return Problem($"The document {id} has no picture of a page {n}.");
        if (!await Pictures.WaitAsync(LongestWait, cancel))
            return TypedResults.Problem("Too many pictures are being made; try again in a moment.", statusCode: StatusCodes.Status503ServiceUnavailable);
        try
        {
            var png = await workshop.Tools.PageImages.RenderPngAsync(workshop.Archive.OriginalPath(entry.Id), mediaType, n, dpi, cancel);
            return TypedResults.Bytes(png, "image/png");
        }
        finally
        {
            Pictures.Release();
        }
    }

    private static LedgerEntry? Find(string id, Workshop workshop) =>
        DocumentId.TryParse(id, out var parsed) && workshop.Ledger.Find(parsed) is { State: not DocumentState.Deleted } entry ? entry : null;

    private static ProblemHttpResult NoDocument(string id) => Problem($"There is no document {id}, or it has not been read yet.");

    private static ProblemHttpResult Problem(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound, title: "Not found.");
}
