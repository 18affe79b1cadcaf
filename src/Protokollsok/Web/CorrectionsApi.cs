using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Protokollsok.Archive;
using Protokollsok.Cli;
using Protokollsok.Corrections;
using Protokollsok.Documents;
using Protokollsok.Processing;

namespace Protokollsok.Web;

/// <summary>What people know better than the rules, and what happened to a document. Who did what is told to those who have a token.</summary>
internal static class CorrectionsApi
{
    private const int LargestBody = 1 << 16;

    public static void Map(IEndpointRouteBuilder api)
    {
        var documents = api.MapGroup("/api/v1/documents/{id}").WithTags("Documents");
        documents.MapPost("/corrections", CorrectAsync).RequireToken().WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .WithName("Correct").WithSummary("Puts what a person knows over what the rules say, for good. Fields and values as the command correct takes them; a value of null takes back what was corrected in the field.")
            .Accepts<CorrectionOrder>("application/json").Produces<DocumentCorrections>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        documents.MapGet("/corrections", Corrections)
            .WithName("Corrections").WithSummary("What people corrected in a document. By whom is told with a token only.")
            .Produces<DocumentCorrections>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound);
        documents.MapGet("/history", History)
            .WithName("History").WithSummary("What happened to a document, and which versions made what is there now; of a deleted one, that it was. By whom, why and where from is told with a token only.")
            .Produces<DocumentHistory>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> CorrectAsync(string id, HttpContext context, Workshop workshop, ReadDocuments documents, ILogger<Upkeep> logger, CancellationToken cancel)
    {
        if (documents.Find(id) is not { } entry) return ReadDocuments.Missing(id, entry: null);
        if (await OrderAsync(context.Request, cancel) is not { } order) return Problems.BadRequest("A JSON object was expected: {\"field\": \"board\", \"value\": \"Omsorgsnämnden\"}, or a value of null.", "The body is not understood.");
        try
        {
            // Begun, it is ended: who asked need not wait for it.
            var answer = await workshop.Upkeep.CorrectAsync(entry.Id, order.Field, order.Value, context.Who(), CancellationToken.None).WaitAsync(cancel);
            if (answer.Outcome == UpkeepOutcome.Unknown) return ReadDocuments.Missing(id, entry: null);
            if (answer.Outcome == UpkeepOutcome.Refused) return Problems.BadRequest(answer.Detail!, "Nothing to correct.");
        }
        catch (WrongUseException e)
        {
            return Problems.BadRequest(e.Message, "Field or value is none.");
        }

        Log.Asked(logger, context.Who(), entry.FileName, id, $"corrected in {order.Field}");
        return TypedResults.Json(new DocumentCorrections(entry.Id, workshop.Ledger.CorrectionsOf(entry.Id)), DocumentsJson.Options);
    }

    /// <summary>Not bound as a parameter: without a token nothing of the body is read.</summary>
    private static async Task<CorrectionOrder?> OrderAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<CorrectionOrder>(request.Body, DocumentsJson.Options, cancel) is { Field: { Length: > 0 } } order ? order : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Corrections(string id, HttpContext context, Workshop workshop, ReadDocuments documents)
    {
        if (documents.Find(id) is not { } entry) return ReadDocuments.Missing(id, entry: null);
        IReadOnlyList<StandingCorrection> corrections = workshop.Ledger.CorrectionsOf(entry.Id);
        if (!context.HasToken()) corrections = [.. corrections.Select(correction => correction with { Who = "" })];
        return TaggedAnswer.Json(new DocumentCorrections(entry.Id, corrections));
    }

    private static IResult History(string id, HttpContext context, Workshop workshop)
    {
        if (!DocumentId.TryParse(id, out var parsed) || workshop.Ledger.Find(parsed) is not { } entry) return ReadDocuments.Missing(id, entry: null);
        var history = DocumentHistory.Of(workshop.Ledger, workshop.Archive, entry);
        return TaggedAnswer.Json(context.HasToken() ? history : history.WithoutPeople());
    }
}
