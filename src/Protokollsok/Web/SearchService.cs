using Protokollsok.Archive;
using Protokollsok.Search;

namespace Protokollsok.Web;

/// <summary>Search with its coverage: the same for API, page and command.</summary>
internal sealed class SearchService(SearchIndex index, LedgerReader ledger)
{
    /// <exception cref="BadParameterException">A parameter cannot be understood.</exception>
    /// <exception cref="QuerySyntaxException">The query cannot be understood.</exception>
    /// <exception cref="SearchUnavailableException">The search node is away.</exception>
    public async Task<SearchPage> SearchAsync(SearchParameters parameters, CancellationToken cancel)
    {
        var page = await index.SearchAsync(parameters.ToRequest(), cancel);
        var cover = ledger.Cover();
        return page with { Coverage = new SearchCoverage(cover.Documents, cover.Searchable, cover.Quarantined, cover.DoubtfulPages) };
    }
}
