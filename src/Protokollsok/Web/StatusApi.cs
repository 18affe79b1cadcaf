using Protokollsok.Cli;
using Protokollsok.Documents;
using Protokollsok.Processing;
using Protokollsok.Search;

namespace Protokollsok.Web;

/// <summary>The accounting, and whether the service lives and can answer.</summary>
internal static class StatusApi
{
    public static void Map(WebApplication site)
    {
        site.MapGet("/api/v1/status", (Workshop workshop, Troubles troubles, TimeProvider clock) =>
                TypedResults.Text(DocumentsJson.ToText(StatusReport.Of(workshop.Ledger, clock.GetUtcNow(), troubles.Now)), "application/json"))
            .WithName("Status")
            .WithSummary("The accounting (received = done + waiting + quarantined + duplicates + deleted), the pace, and what does not work now.")
            .Produces<StatusReport>();
        site.MapGet("/health/live", () => TypedResults.Text("ok"))
            .WithName("Live")
            .WithSummary("The process answers.");
        site.MapGet("/health/ready", ReadyAsync)
            .WithName("Ready")
            .WithSummary("The intake works, and the ledger and the search answer.")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> ReadyAsync(Workshop workshop, InboxService inbox, CancellationToken cancel)
    {
        if (!inbox.IsWorking) return TypedResults.Problem("The intake does not work; see the log.", statusCode: StatusCodes.Status503ServiceUnavailable);
        _ = workshop.Ledger.Count();
        await workshop.Index.SearchAsync(new SearchRequest { Size = 1 }, cancel);
        return TypedResults.Text("ok");
    }
}
