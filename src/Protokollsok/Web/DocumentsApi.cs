using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Protokollsok.Documents;
using Protokollsok.Processing;
using Protokollsok.Search;

namespace Protokollsok.Web;

/// <summary>One document: what is known about it, the original as it came, its pages as pictures and as words with their boxes.</summary>
internal static class DocumentsApi
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    /// <summary>Each picture is a process that may take hundreds of megabytes; the readers need the memory too.</summary>
    private static readonly SemaphoreSlim Pictures = new(2);

    public static void Map(IEndpointRouteBuilder api)
    {
        var documents = api.MapGroup("/api/v1/documents/{id}").WithTags("Documents");
        documents.MapGet("", RecordAsync).WithName("Document").WithSummary("What is known about one document.")
            .Produces<DocumentRecord>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound);
        documents.MapGet("/original", Original).WithName("Original").WithSummary("The file as it came, byte for byte.")
            .Produces<Stream>(StatusCodes.Status200OK, "application/octet-stream").Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound);
        documents.MapGet("/pages/{n:int}/image", PageImageAsync).WithName("PageImage").WithSummary("One page as a picture, in the pixels that boxes are told in.")
            .Produces<Stream>(StatusCodes.Status200OK, "image/png").Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        documents.MapGet("/pages/{n:int}/words", WordsAsync).WithName("PageWords").WithSummary("The words of one page with their boxes; those that match a query are marked.")
            .Produces<IReadOnlyList<PageWord>>().Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> RecordAsync(string id, ReadDocuments documents, CancellationToken cancel)
    {
        var (entry, record) = await documents.LoadAsync(id, cancel);
        return record is null ? ReadDocuments.Missing(id, entry) : TaggedAnswer.Json(record, entry!.UpdatedAt);
    }

    /// <summary>Content is its own tag, and never changes.</summary>
    private static IResult Original(string id, Workshop workshop, ReadDocuments documents)
    {
        if (documents.Find(id) is not { } entry || !workshop.Archive.HasOriginal(entry.Id)) return ReadDocuments.Missing(id, entry: null);
        // What was not recognised is never shown inside the browser.
        return TypedResults.PhysicalFile(
            workshop.Archive.OriginalPath(entry.Id), entry.MediaType ?? "application/octet-stream", entry.MediaType is null ? entry.FileName : null,
            entry.ReceivedAt, new EntityTagHeaderValue($"\"{entry.Id.Hex}\""), enableRangeProcessing: true);
    }

    private static async Task<IResult> PageImageAsync(string id, int n, HttpContext context, Workshop workshop, ReadDocuments documents, CancellationToken cancel)
    {
        var (entry, record) = await documents.LoadAsync(id, cancel);
        if (record is null) return ReadDocuments.Missing(id, entry);
        if (entry!.MediaType is not { } mediaType || record.Pages.FirstOrDefault(page => page.Number == n) is not { Dpi: { } dpi })
            return Problems.NotFound($"The document {id} has no picture of a page {n}; its record says how many pages it has, and a text file has no pictures.");
        // The same page at the same resolution: no need to draw it for who has it.
        var tag = new EntityTagHeaderValue($"\"{entry.Id.Hex[..24]}-{n}-{dpi}\"", isWeak: true);
        TaggedAnswer.Tell(context.Response, tag, modified: null);
        if (TaggedAnswer.IsKnown(context.Request, tag, modified: null)) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        if (!await Pictures.WaitAsync(LongestWait, cancel))
            return TypedResults.Problem("Too many pictures are being made; try again in a moment.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "Busy.");
        try
        {
            return TypedResults.Bytes(await workshop.Tools.PageImages.RenderPngAsync(workshop.Archive.OriginalPath(entry.Id), mediaType, n, dpi, cancel), "image/png");
        }
        finally
        {
            Pictures.Release();
        }
    }

    private static async Task<IResult> WordsAsync(
        string id, int n, [FromQuery(Name = "q")] string? q, Workshop workshop, ReadDocuments documents, CancellationToken cancel)
    {
        var asked = new PageMatcher(q, workshop.Tools.Words);
        var (entry, record) = await documents.LoadAsync(id, cancel);
        if (record is null) return ReadDocuments.Missing(id, entry);
        if (await documents.PageAsync(record, n, cancel) is not var (read, page))
            return Problems.NotFound($"The document {id} has no page {n}; its record says how many pages it has.");
        return TaggedAnswer.Json(PageWords.Mark(PageWords.Of(read, page), asked.FindOn(page)), entry!.UpdatedAt);
    }
}
