using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Processing;
using Protokollsok.Reading;

namespace Protokollsok.Web;

/// <summary>
/// <c>POST /api/v1/documents</c>: a file as the body itself (its name in <c>?fileName=</c> or <c>Content-Disposition</c>), or as the first
/// file of a form. It goes to the disk as it comes; what it is its content tells.
/// </summary>
internal static class UploadApi
{
    private const int LongestName = 200;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/api/v1/documents", PostAsync).RequireToken().DisableAntiforgery()
            .WithTags("Documents").WithName("Send").WithSummary("Takes a document in: the file as the body, or as the first file of a form. Its record is at Location when it has been read.")
            .Produces<UploadAnswer>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

    private static async Task<IResult> PostAsync([FromQuery(Name = "fileName")] string? fileName, HttpContext context, Workshop workshop, ILogger<Upkeep> logger, CancellationToken cancel)
    {
        var limit = workshop.Settings.UploadLimit;
        if (context.Request.ContentLength > limit) return TooLarge(limit);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = limit;
        var path = NewPath(workshop);
        try
        {
            var name = await SaveAsync(context.Request, fileName, workshop.Archive.Files, path, cancel);
            if (name is null) return BadRequest("The form has no file.");
            if (new FileInfo(path).Length == 0) return BadRequest("The file has no bytes.");
            if (!await DocumentReader.CanReadAsync(path, cancel))
                return TypedResults.Problem("PDF, TIFF, JPEG, PNG or plain text was expected.", statusCode: StatusCodes.Status415UnsupportedMediaType, title: "A kind of file that is not read here.");
            return await TakeAsync(path, name, context, workshop, logger);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge(limit);
        }
        catch (InvalidDataException e)
        {
            return BadRequest(e.Message);
        }
        finally
        {
            Discard(workshop.Archive.Files, path);
        }
    }

    /// <summary>The same without HTTP around it: for who rehearses accidents.</summary>
    internal static async Task<Arrival> TakeInAsync(Workshop workshop, Stream body, string name, string who, CancellationToken cancel)
    {
        var path = NewPath(workshop);
        try
        {
            await SaveAsync(body, workshop.Archive.Files, path, cancel);
            return await TakeInAsync(workshop, path, name, who);
        }
        finally
        {
            Discard(workshop.Archive.Files, path);
        }
    }

    private static string NewPath(Workshop workshop)
    {
        workshop.Archive.Files.MakeFolder(workshop.Home.Uploads);
        return Path.Combine(workshop.Home.Uploads, Guid.NewGuid().ToString("N"));
    }

    /// <summary>Whole and here: it is taken in even if the sender hangs up now.</summary>
    private static async Task<Arrival> TakeInAsync(Workshop workshop, string path, string name, string who)
    {
        var arrival = await workshop.Intake.TakeUploadAsync(path, name, who, CancellationToken.None);
        workshop.TellArrived();
        return arrival;
    }

    private static async Task<IResult> TakeAsync(string path, string name, HttpContext context, Workshop workshop, ILogger logger)
    {
        var arrival = await TakeInAsync(workshop, path, name, context.Who());
        var outcome = arrival.Outcome == ArrivalOutcome.Duplicate ? "duplicate" : "new";
        Log.Asked(logger, context.Who(), name, arrival.Id.Hex, $"taken in ({outcome})");
        context.Response.Headers.Location = $"/api/v1/documents/{arrival.Id.Hex}";
        return TypedResults.Text(DocumentsJson.ToText(new UploadAnswer(arrival.Id, name, outcome)), "application/json", statusCode: StatusCodes.Status202Accepted);
    }

    /// <summary>Whoever sent it has his answer; what cannot be removed now goes at the next start.</summary>
    private static void Discard(DurableFiles files, string path)
    {
        try
        {
            files.Discard(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <returns>The file's name; <see langword="null"/> if a form has no file.</returns>
    private static async Task<string?> SaveAsync(HttpRequest request, string? fileName, DurableFiles files, string path, CancellationToken cancel)
    {
        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return await SaveFormAsync(request, files, HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), path, cancel);
        await SaveAsync(request.Body, files, path, cancel);
        return NameOf(fileName ?? NameIn(request.Headers.ContentDisposition));
    }

    private static async Task<string?> SaveFormAsync(HttpRequest request, DurableFiles files, string boundary, string path, CancellationToken cancel)
    {
        if (boundary.Length == 0) throw new InvalidDataException("The form does not say what parts it.");
        try
        {
            var form = new MultipartReader(boundary, request.Body);
            while (await form.ReadNextSectionAsync(cancel) is { } section)
            {
                if (NameIn(section.ContentDisposition) is not { } name) continue;
                await SaveAsync(section.Body, files, path, cancel);
                return NameOf(name);
            }
        }
        catch (IOException e) when (e is not BadHttpRequestException && e.HResult == unchecked((int)0x80131620))
        {
            throw new InvalidDataException("The form ends before its end.", e);
        }

        return null;
    }

    private static async Task SaveAsync(Stream body, DurableFiles files, string path, CancellationToken cancel)
    {
        await using var file = files.CreateDraft(path, readOnly: false);
        await body.CopyToAsync(file, cancel);
    }

    private static string? NameIn(string? disposition) =>
        ContentDispositionHeaderValue.TryParse(disposition, out var header)
            ? (header.FileNameStar.HasValue ? header.FileNameStar : HeaderUtilities.RemoveQuotes(header.FileName)).Value
            : null;

    /// <summary>A name, never a path: what stands before the last slash of either kind is nobody's business.</summary>
    internal static string NameOf(string? given)
    {
        var name = Nfc.Of(given ?? "").Split('/', '\\')[^1].Trim();
        name = string.Concat(name.Where(letter => !char.IsControl(letter)));
        return name is "" or "." or ".." ? "utan namn" : EndOf(name);
    }

    /// <summary>The end tells what kind of file it is. A character outside the first plane is two, and stays whole.</summary>
    private static string EndOf(string name)
    {
        if (name.Length <= LongestName) return name;
        return char.IsLowSurrogate(name[^LongestName]) ? name[^(LongestName - 1)..] : name[^LongestName..];
    }

    private static ProblemHttpResult TooLarge(long limit) => TypedResults.Problem(
        $"A file may have {limit >> 20} MiB; the settings say so (web.upload-limit).", statusCode: StatusCodes.Status413PayloadTooLarge, title: "Too large.");

    private static ProblemHttpResult BadRequest(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "Nothing to take in.");
}
