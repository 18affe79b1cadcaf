using Protokollsok.Documents;
using Protokollsok.Language;
using Protokollsok.Search.Entries;
using Protokollsok.Search.Hits;
using Protokollsok.Search.Queries;
using Protokollsok.Search.Words;

namespace Protokollsok.Search;

/// <summary>Finds the words of a query again on a page, by the analysis that indexed it. Needs no index.</summary>
public sealed class PageMatcher
{
    private readonly HitExplainer _explainer;

    /// <param name="query">The contract's query language; empty or null finds nothing.</param>
    /// <exception cref="QuerySyntaxException">The query is malformed.</exception>
    public PageMatcher(string? query, WordAnalyzer analyzer)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        _explainer = new HitExplainer(QueryParser.Parse(query), new SwedishTerms(analyzer));
    }

    /// <summary>Where the words stand in the page's text, in its order; one that a line's end cuts is one place. Furniture is not looked at.</summary>
    public IReadOnlyList<Place> FindOn(PageRecord page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var running = RunningText.Of([page]);
        return
        [
            .. _explainer.MatchesIn(running.Text, VariantFinder.Find(running.Text, page.Corrections))
                .SelectMany(match => running.PlacesOf(match.Start, match.Length)),
        ];
    }
}
