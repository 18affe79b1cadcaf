using Microsoft.AspNetCore.Http.HttpResults;
using Protokollsok.Documents;
using Protokollsok.Search;

namespace Protokollsok.Web;

/// <summary><c>GET /api/v1/decisions/{id}</c>. From the archive, so it answers also while the search is away.</summary>
internal static class DecisionsApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/api/v1/decisions/{id}", DecisionAsync).WithTags("Decisions")
            .WithName("Decision").WithSummary("One decision or proposal, with its document, section, sums, dates, votes and its place on the page image.")
            .Produces<DecisionView>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> DecisionAsync(string id, ReadDocuments documents, CancellationToken cancel)
    {
        id = id.ToLowerInvariant();
        if (!EntryId.TryParse(id, out var name)) return Missing(id);
        var (entry, record) = await documents.LoadAsync(name.Document.Hex, cancel);
        if (record is null) return ReadDocuments.Missing(name.Document.Hex, entry);
        if (record.Decisions.FirstOrDefault(decision => decision.Id == id) is not { } decision) return Missing(id);
        return TaggedAnswer.Json(DecisionView.Of(decision, record, await BoxesAsync(decision, record, documents, cancel)), entry!.UpdatedAt);
    }

    private static async Task<List<PlacedBox>> BoxesAsync(Decision decision, DocumentRecord record, ReadDocuments documents, CancellationToken cancel)
    {
        var boxes = new List<PlacedBox>();
        foreach (var page in decision.Parts.GroupBy(part => part.Page))
        {
            if (await documents.PageAsync(record, page.Key, cancel) is not var (read, understood)) continue;
            var words = PageWords.Of(read, understood);
            boxes.AddRange(page.SelectMany(part => PageWords.BoxesOf(words, part.Start, part.Length)).Select(box => new PlacedBox(page.Key, box)));
        }

        return boxes;
    }

    private static ProblemHttpResult Missing(string id) =>
        Problems.NotFound($"There is no decision {id}; an id is a document's, a hyphen, and the decision's place in the document's list.");
}
