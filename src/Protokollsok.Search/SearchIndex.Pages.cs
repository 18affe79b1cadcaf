using Protokollsok.Documents;
using Protokollsok.Search.Hits;
using Protokollsok.Search.Queries;
using Protokollsok.Search.Words;

namespace Protokollsok.Search;

/// <content>A query's words on a page that somebody looks at.</content>
public sealed partial class SearchIndex
{
    /// <summary>
    /// What finds the words of a query again on pages, by the analysis that indexed them. While the node is away, words that only look
    /// like those asked for are not found; all others are.
    /// </summary>
    /// <param name="query">The contract's query language; empty or null finds nothing.</param>
    /// <exception cref="QuerySyntaxException">The query is malformed.</exception>
    public async Task<PageMatcher> MatcherAsync(string? query, CancellationToken cancellationToken = default)
    {
        var asked = QueryParser.Parse(query);
        return new PageMatcher(new HitExplainer(asked, _terms, new QueryTerms(_terms, await LooksOfAsync(asked, cancellationToken))));
    }

    /// <summary>Where the words of a query stand on one page; see <see cref="MatcherAsync"/>.</summary>
    /// <inheritdoc cref="MatcherAsync"/>
    public async Task<IReadOnlyList<Place>> FindOnPageAsync(string? query, PageRecord page, CancellationToken cancellationToken = default) =>
        (await MatcherAsync(query, cancellationToken)).FindOn(page);

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
