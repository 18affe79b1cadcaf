using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Protokollsok.Documents;
using Protokollsok.Processing;

namespace Protokollsok.Web;

/// <summary>Documents deleted and tried again, by those who have a token.</summary>
internal static class UpkeepApi
{
    private const int LongestReason = 1000;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapDelete("/api/v1/documents/{id}", DeleteAsync).RequireToken()
            .WithTags("Documents").WithName("Delete").WithSummary("Removes a document everywhere; the ledger keeps that it was, who had it deleted, when and why.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/api/v1/documents/{id}/retry", Retry).RequireToken()
            .WithTags("Documents").WithName("Retry").WithSummary("Processes a quarantined document again, the cause being mended.")
            .Produces(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> DeleteAsync(string id, [FromQuery(Name = "reason")] string? reason, HttpContext context, Workshop workshop, ILogger<Upkeep> logger, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
            return TypedResults.Problem($"The parameter reason is needed: why, in at most {LongestReason} characters.", statusCode: StatusCodes.Status400BadRequest, title: "Say why.");
        if (!DocumentId.TryParse(id, out var parsed)) return NoDocument(id);
        // Begun, it is ended: who asked need not wait for it.
        var answer = await workshop.Upkeep.DeleteAsync(parsed, context.Who(), Nfc.Of(reason.Trim()), CancellationToken.None).WaitAsync(cancel);
        if (answer.Outcome == UpkeepOutcome.Unknown) return NoDocument(id);
        Log.Asked(logger, context.Who(), answer.FileName, id, "deleted");
        return TypedResults.NoContent();
    }

    private static IResult Retry(string id, HttpContext context, Workshop workshop, ILogger<Upkeep> logger)
    {
        if (!DocumentId.TryParse(id, out var parsed)) return NoDocument(id);
        var answer = workshop.Upkeep.Retry(parsed, context.Who());
        if (answer.Outcome == UpkeepOutcome.Unknown) return NoDocument(id);
        if (answer.Outcome == UpkeepOutcome.NotInQuarantine)
            return TypedResults.Problem($"The document {id} is searchable; nothing is to be tried again.", statusCode: StatusCodes.Status409Conflict, title: "Not in quarantine.");
        Log.Asked(logger, context.Who(), answer.FileName, id, "tried again");
        return TypedResults.Accepted($"/api/v1/documents/{parsed.Hex}");
    }

    private static ProblemHttpResult NoDocument(string id) => TypedResults.Problem($"There is no document {id}.", statusCode: StatusCodes.Status404NotFound, title: "Not found.");
}
