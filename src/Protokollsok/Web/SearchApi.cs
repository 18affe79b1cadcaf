using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Protokollsok.Processing;
using Protokollsok.Search;
using Protokollsok.Web.Feeds;

namespace Protokollsok.Web;

/// <summary><c>GET /api/v1/search</c>, and the same as a feed and as a table.</summary>
internal static class SearchApi
{
    /// <summary>Rows of a table at most; what is more is at the address in the header Link.</summary>
    public const int MostRows = 1000;

    public static void Map(IEndpointRouteBuilder api)
    {
        Told(api.MapGet("/api/v1/search", SearchAsync)).WithName("Search")
            .WithSummary("Decisions, and pages outside any, that match a query and filters.").Produces<SearchPage>();
        Told(api.MapGet("/api/v1/search.atom", FeedAsync)).WithName("SearchFeed")
            .WithSummary("The same search as an Atom feed, the newest first unless told otherwise.").Produces<string>(StatusCodes.Status200OK, AtomFeed.MediaType);
        Told(api.MapGet("/api/v1/search.csv", TableAsync)).WithName("SearchTable")
            .WithSummary("The same search as a table: CSV (RFC 4180) in UTF-8 with a byte order mark.")
            .WithDescription($"At most {MostRows} rows; where there are more, the header Link says where (rel=\"next\"). The headers Search-Total and Search-Coverage tell how many matched in how much of the archive.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv");
    }

    private static RouteHandlerBuilder Told(RouteHandlerBuilder route) => route.WithTags("Search")
        .Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> SearchAsync([AsParameters] SearchParameters parameters, SearchService search, CancellationToken cancel) =>
        TaggedAnswer.Json(await search.SearchAsync(parameters, cancel));

    private static async Task<IResult> FeedAsync([AsParameters] SearchParameters parameters, HttpRequest request, SearchService search, Workshop workshop, CancellationToken cancel)
    {
        var page = await search.SearchAsync(parameters with { Sort = string.IsNullOrWhiteSpace(parameters.Sort) ? "date" : parameters.Sort, Facets = "false" }, cancel);
        var feed = new AtomFeed(page, parameters, ServerOf(request, workshop), id => workshop.Ledger.Find(id) is { } entry ? (entry.UpdatedAt, entry.MediaType) : (DateTimeOffset.UnixEpoch, null));
        // No Last-Modified: what is deleted leaves a feed without making it newer.
        return new TaggedAnswer(feed.ToUtf8(), AtomFeed.MediaType);
    }

    private static async Task<IResult> TableAsync(
        [AsParameters] SearchParameters parameters, [FromQuery(Name = "separator")] string? separator, HttpContext context, SearchService search, Workshop workshop, CancellationToken cancel)
    {
        var mark = SeparatorOf(separator);
        var size = RowsOf(parameters.Size);
        var (hits, first, next) = (new List<SearchHit>(), default(SearchPage), parameters.Cursor);
        do
        {
            var part = Math.Min(SearchParameters.LargestSize, size - hits.Count).ToString(CultureInfo.InvariantCulture);
            var page = await search.SearchAsync(parameters with { Cursor = next, Size = part, Facets = "false" }, cancel);
            (first, next) = (first ?? page, page.Next);
            hits.AddRange(page.Hits);
        }
        while (next is not null && hits.Count < size);
        var headers = context.Response.Headers;
        if (next is not null) headers.Link = $"<{TableAddress(parameters with { Cursor = next }, mark == ';')}>; rel=\"next\"";
        headers["Search-Total"] = first.Total.ToString(CultureInfo.InvariantCulture);
        var cover = first.Coverage!;
        headers["Search-Coverage"] = string.Create(
            CultureInfo.InvariantCulture, $"documents={cover.Documents}, searchable={cover.Searchable}, quarantined={cover.Quarantined}, lowConfidencePages={cover.LowConfidencePages}");
        headers.ContentDisposition = "attachment; filename=\"protokollsok.csv\"";
        return new TaggedAnswer(CsvTable.ToUtf8(hits, ServerOf(context.Request, workshop), mark), CsvTable.MediaType);
    }

    /// <summary>Where the table of a search is.</summary>
    /// <param name="bySemicolons">As a spreadsheet with decimal commas opens it.</param>
    public static string TableAddress(SearchParameters parameters, bool bySemicolons) =>
        $"{parameters.ToAddress("/api/v1/search.csv")}{(bySemicolons ? "&separator=semicolon" : "")}".Replace("?&", "?", StringComparison.Ordinal);

    private static char SeparatorOf(string? separator) => separator?.ToLowerInvariant() switch
    {
        null or "" or "comma" => ',',
        "semicolon" => ';',
        _ => throw new BadParameterException($"separator={separator}: comma or semicolon was expected.", "Skiljetecknet är comma eller semicolon."),
    };

    private static int RowsOf(string? size) =>
        string.IsNullOrWhiteSpace(size) ? MostRows
        : int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && rows is >= 1 and <= MostRows ? rows
        : throw new BadParameterException($"size={size}: a number from 1 to {MostRows} was expected.", $"Antalet rader är 1 till {MostRows}.");

    /// <summary>As people reach it: the settings' word, else the address that was asked.</summary>
    private static string ServerOf(HttpRequest request, Workshop workshop) => workshop.Settings.PublicUrl ?? $"{request.Scheme}://{request.Host}";
}
