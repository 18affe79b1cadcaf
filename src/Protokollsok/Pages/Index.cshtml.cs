using Microsoft.AspNetCore.Mvc.RazorPages;
using Protokollsok.Processing;
using Protokollsok.Search;
using Protokollsok.Web;

namespace Protokollsok.Pages;

/// <summary>The search page: the query is in the address, the answer is the API's, and all of it works without a script.</summary>
internal sealed class IndexModel(SearchService search, HitCards cards, Workshop workshop, Troubles troubles, PageText text) : PageModel
{
    /// <summary>What was asked for, as typed.</summary>
    public SearchParameters Asked { get; private set; } = new();

    /// <summary>The answer; <see langword="null"/> when there is none to give.</summary>
    public SearchPage? Answer { get; private set; }

    public IReadOnlyList<HitCard> Cards { get; private set; } = [];

    public YearChart? Years { get; private set; }

    /// <summary>What narrows the search, each with the address of the search without it.</summary>
    public IReadOnlyList<(string Label, string Without)> Filters { get; private set; } = [];

    /// <summary>Why there is no answer, in plain words.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Since when something outside keeps documents waiting; <see langword="null"/> if nothing does.</summary>
    public DateTimeOffset? HinderedSince => troubles.Now is [var oldest, ..] ? oldest.Since : null;

    /// <summary>Whether anything at all was asked; else this is the front page.</summary>
    public bool IsAsked => !string.IsNullOrWhiteSpace(Asked.Q) || Filters.Count > 0 || Asked.Cursor is not null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Asked = SearchParameters.Of(Request.Query) with { Size = null, Facets = null };
        Filters = [.. FiltersOf(Asked)];
        try
        {
            Answer = await search.SearchAsync(Asked, cancel);
            Years = YearChart.Of(Answer.Facets.Year, Asked);
            Cards = await cards.OfAsync(Answer.Hits, text, Server, cancel);
        }
        catch (Exception e) when (TroubleOf(e) is { } trouble)
        {
            Trouble = trouble;
        }
    }

    /// <summary>As people reach it, for what they pass on.</summary>
    private string Server => workshop.Settings.PublicUrl ?? $"{Request.Scheme}://{Request.Host}";

    private string? TroubleOf(Exception exception) => exception switch
    {
        QuerySyntaxException query => text.Language == "sv" ? query.SwedishMessage : query.Message,
        BadParameterException parameter => text.Language == "sv" ? parameter.SwedishMessage : parameter.Message,
        CursorException => text["search.cursor"],
        SearchUnavailableException => text["search.away"],
        _ => null,
    };

    private IEnumerable<(string Label, string Without)> FiltersOf(SearchParameters asked)
    {
        var all = asked with { Cursor = null };
        if (Given(asked.Municipality)) yield return (asked.Municipality!, (all with { Municipality = null }).ToAddress());
        if (Given(asked.Board)) yield return (asked.Board!, (all with { Board = null }).ToAddress());
        if (Given(asked.Type)) yield return (Known("type", asked.Type!), (all with { Type = null }).ToAddress());
        if (Given(asked.Kind)) yield return (Known("kind", asked.Kind!), (all with { Kind = null }).ToAddress());
        if (Given(asked.From) || Given(asked.To)) yield return (text["filter.dates", asked.From, asked.To], (all with { From = null, To = null }).ToAddress());
        if (Given(asked.MinAmount) || Given(asked.MaxAmount)) yield return (text["filter.amounts", asked.MinAmount, asked.MaxAmount], (all with { MinAmount = null, MaxAmount = null }).ToAddress());
        if (Given(asked.Dnr)) yield return ($"dnr {asked.Dnr}", (all with { Dnr = null }).ToAddress());
    }

    /// <summary>What somebody typed into the address need not be one of ours.</summary>
    private string Known(string what, string value) => text.Find($"{what}.{value.ToLowerInvariant()}") ?? value;

    private static bool Given(string? value) => !string.IsNullOrWhiteSpace(value);
}
