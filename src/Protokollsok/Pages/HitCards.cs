using Protokollsok.Documents;
using Protokollsok.Processing;
using Protokollsok.Search;
using Protokollsok.Web;

namespace Protokollsok.Pages;

/// <summary>Adds to hits what only the record knows: sums, case numbers as printed, whether there is a scan.</summary>
internal sealed class HitCards(Workshop workshop, ReadDocuments documents)
{
    private const int MostAmounts = 3, MostCases = 3;

    public async Task<IReadOnlyList<HitCard>> OfAsync(IReadOnlyList<SearchHit> hits, PageText text, string server, CancellationToken cancel)
    {
        var records = new Dictionary<DocumentId, DocumentRecord?>();
        foreach (var id in hits.Select(hit => hit.Document.Id).Distinct())
            records[id] = await documents.RecordAsync(workshop.Ledger.Find(id), cancel);
        return [.. hits.Select(hit => Of(hit, records[hit.Document.Id], text, server))];
    }

    private static HitCard Of(SearchHit hit, DocumentRecord? record, PageText text, string server)
    {
        var kind = hit.Decision is null ? "page" : hit.Decision.Kind == DecisionKind.Decision ? "decision" : "proposal";
        var page = record?.Pages.FirstOrDefault(page => page.Number == hit.Page);
        var place = hit.Decision is { } decision ? new Place(decision.Page, decision.Start, decision.Length) : new Place(hit.Page, 0, page?.Text.Length ?? 0);
        var permalink = hit.Decision is { Id: { } id } ? $"/beslut/{id}" : DocumentAddress.Of(hit.Document.Id, hit.Page);
        return new HitCard(
            hit, DisplayTitle.Of(hit, record, text), kind, Amounts(hit, record), CaseNumbers(hit, record), place, page?.Dpi is not null, permalink,
            Citation.Of(hit.Document, hit.Decision, record, hit.Page, text, server + permalink));
    }

    /// <summary>Of a page all of them would be said about it, which says nothing.</summary>
    private static List<string> Amounts(SearchHit hit, DocumentRecord? record) =>
        hit.Decision is not { } decision || record is null ? []
        : [.. record.Amounts.Where(amount => decision.Parts.Any(part => Holds(part, amount.Place))).Select(amount => amount.Printed).Distinct().Take(MostAmounts)];

    private static List<Dnr> CaseNumbers(SearchHit hit, DocumentRecord? record) =>
        [.. hit.Document.Dnr.Take(MostCases).Select(key => record?.CaseNumbers.FirstOrDefault(found => found.Value.Key == key)?.Value ?? new Dnr(key, key))];

    private static bool Holds(Place part, Place value) => part.Page == value.Page && value.Start >= part.Start && value.Start < part.End;
}
