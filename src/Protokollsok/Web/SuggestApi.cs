using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Protokollsok.Processing;
using Protokollsok.Search;

namespace Protokollsok.Web;

/// <summary>What is asked beside a search: how a query may go on, and what else there is of the same.</summary>
internal static class SuggestApi
{
    /// <summary>So many unless told otherwise.</summary>
    public const int Usual = 10;

    private const int LongestTyped = 2000;

    public static void Map(IEndpointRouteBuilder api)
    {
        Told(api.MapGet("/api/v1/suggest", SuggestAsync)).WithName("Suggest")
            .WithSummary("How a query that is being typed may go on, by what the archive holds: case numbers, words, titles.").Produces<Suggestions>();
        Told(api.MapGet("/api/v1/similar", SimilarAsync)).WithName("Similar")
            .WithSummary("What speaks of the same as a decision or a page, in other documents.").Produces<SimilarHits>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static RouteHandlerBuilder Told(RouteHandlerBuilder route) => route.WithTags("Search")
        .Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> SuggestAsync(
        [FromQuery(Name = "q")] string? q, [FromQuery(Name = "size")] string? size, Workshop workshop, CancellationToken cancel)
    {
        if (q?.Length > LongestTyped) throw new BadParameterException($"q: at most {LongestTyped} characters are taken.", "Sökningen är för lång.");
        var most = SizeOf(size, SearchIndex.MostSuggestions);
        var found = await SearchService.InTimeAsync(patience => workshop.Index.SuggestAsync(q ?? "", most, patience), cancel);
        return TaggedAnswer.Json(new Suggestions(found, found.Complete));
    }

    private static async Task<IResult> SimilarAsync(
        [FromQuery(Name = "id")] string? id, [FromQuery(Name = "size")] string? size, Workshop workshop, SearchService search, CancellationToken cancel)
    {
        if (!EntryId.TryParse(id, out var entry))
            throw new BadParameterException($"id={id}: a decision's id was expected, or a document's with -p and a page number.", "Det som ska liknas finns inte.");
        var most = SizeOf(size, SearchParameters.LargestSize);
        if (await SearchService.InTimeAsync(patience => workshop.Index.FindAsync(entry, patience), cancel) is null)
            return Problems.NotFound($"Nothing of the name {id} can be found.");
        var hits = await SearchService.InTimeAsync(patience => workshop.Index.MoreLikeThisAsync(entry, most, patience), cancel);
        return TaggedAnswer.Json(new SimilarHits(search.Coverage(), hits));
    }

    private static int SizeOf(string? text, int most) =>
        string.IsNullOrWhiteSpace(text) ? Usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size >= 1 && size <= most ? size
        : throw new BadParameterException($"size={text}: a number from 1 to {most} was expected.", $"Antalet är 1 till {most}.");
}
