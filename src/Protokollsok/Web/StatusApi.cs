using Protokollsok.Bulk;
using Protokollsok.Cli;
using Protokollsok.Processing;
using Protokollsok.Search;

namespace Protokollsok.Web;

/// <summary>The accounting, and whether the service lives and can answer.</summary>
internal static class StatusApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/api/v1/status", (Workshop workshop, Troubles troubles, TimeProvider clock) =>
                TaggedAnswer.Json(StatusReport.Of(workshop.Ledger, clock.GetUtcNow(), troubles.Now, ReportFile.Read(workshop.Home))))
            .WithTags("Service").WithName("Status")
            .WithSummary("The accounting (received = done + waiting + quarantined + duplicates + deleted), the pace, and what does not work now.")
            .Produces<StatusReport>().Produces(StatusCodes.Status304NotModified);
        api.MapGet("/health/live", () => TypedResults.Text("ok"))
            .WithTags("Service").WithName("Live")
            .WithSummary("The process answers.").Produces<string>(StatusCodes.Status200OK, "text/plain");
        api.MapGet("/health/ready", ReadyAsync)
            .WithTags("Service").WithName("Ready")
            .WithSummary("The intake works, and the ledger and the search answer.")
            .Produces<string>(StatusCodes.Status200OK, "text/plain").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> ReadyAsync(Workshop workshop, InboxService inbox, CancellationToken cancel)
    {
        if (!inbox.IsWorking) return TypedResults.Problem("The intake does not work; see the log.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "Not ready.");
        _ = workshop.Ledger.Count();
        await SearchService.InTimeAsync(patience => workshop.Index.SearchAsync(new SearchRequest { Size = 1, Facets = false }, patience), cancel);
        return TypedResults.Text("ok");
    }
}
