using Microsoft.AspNetCore.Mvc;

namespace Protokollsok.Web.Cases;

/// <summary><c>GET /api/v1/cases/{dnr}</c>, the number in any spelling, its slash escaped or not.</summary>
internal static class CasesApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/api/v1/cases/{**dnr}", CaseAsync).WithTags("Cases")
            .WithName("Case").WithSummary("One case through boards and years: its steps in order, and what was proposed against what was decided.")
            .Produces<CaseView>().Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> CaseAsync(
        string dnr, [FromQuery(Name = "municipality")] string? municipality, CaseService cases, CancellationToken cancel)
    {
        // The server leaves an escaped slash as it is, since it parts no path.
        var typed = dnr.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        return await cases.FindAsync(typed, municipality, cancel) is { } view
            ? TaggedAnswer.Json(view)
            : Problems.NotFound($"No searchable document names the case {typed}. Any spelling will do: ON 2014-225, on-2014/225; without the unit, all units' cases of that number are meant.");
    }
}
