using Protokollsok.Documents;
using Protokollsok.Search.Entries;
using Protokollsok.Search.Hits;
using Protokollsok.Search.Queries;
using Protokollsok.Search.Words;

namespace Protokollsok.Search;

/// <content>A query's words on a page that somebody looks at.</content>
public sealed partial class SearchIndex
{
    /// <summary>
    /// Where the words of a query stand in a page's text, in its order, by the analysis that indexed it; one that a line's end cuts is one
    /// place. Furniture is not looked at. While the node is away, words that only look like those asked for are not found; all others are.
    /// </summary>
    /// <param name="query">The contract's query language; empty or null finds nothing.</param>
    /// <exception cref="QuerySyntaxException">The query is malformed.</exception>
    public async Task<IReadOnlyList<Place>> FindOnPageAsync(string? query, PageRecord page, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        var asked = QueryParser.Parse(query);
        var explainer = new HitExplainer(asked, _terms, new QueryTerms(_terms, await LooksOfAsync(asked, cancellationToken)));
        var running = RunningText.Of([page]);
        return
        [
            .. explainer.MatchesIn(running.Text, VariantFinder.Find(running.Text, page.Corrections))
                .SelectMany(match => running.PlacesOf(match.Start, match.Length)),
        ];
    }

    private async Task<LooksLike> LooksOfAsync(AllNode query, CancellationToken cancellationToken)
    {
        try
        {
            return await LooksLike.AskAsync([.. query.Words()], _analyzer, _supervisor.Node, cancellationToken);
        }
        catch (SearchUnavailableException)
        {
            return LooksLike.None;
        }
    }
}
