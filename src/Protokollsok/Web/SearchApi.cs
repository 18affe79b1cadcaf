using Protokollsok.Documents;
using Protokollsok.Search;

namespace Protokollsok.Web;

/// <summary><c>GET /api/v1/search</c>.</summary>
internal static class SearchApi
{
    public static void Map(WebApplication site) =>
        site.MapGet("/api/v1/search", SearchAsync)
            .WithName("Search")
            .WithSummary("Decisions, and pages outside any, that match a query and filters.")
            .Produces<SearchPage>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> SearchAsync([AsParameters] SearchParameters parameters, SearchService search, CancellationToken cancel) =>
        TypedResults.Text(DocumentsJson.ToText(await search.SearchAsync(parameters, cancel)), "application/json");
}
