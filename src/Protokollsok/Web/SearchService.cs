using Protokollsok.Archive;
using Protokollsok.Bulk;
using Protokollsok.Search;

namespace Protokollsok.Web;

/// <summary>Search with its coverage: the same for API, page and command.</summary>
/// <param name="index">The index in force, asked for each time: another may take its place.</param>
/// <param name="load">Told of each search, so that work in the background can make room; <see langword="null"/> where there is none.</param>
internal sealed class SearchService(Func<SearchIndex> index, LedgerReader ledger, ApiLoad? load = null)
{
    /// <exception cref="BadParameterException">A parameter cannot be understood.</exception>
    /// <exception cref="QuerySyntaxException">The query cannot be understood.</exception>
    /// <exception cref="SearchUnavailableException">The search node is away.</exception>
    public async Task<SearchPage> SearchAsync(SearchParameters parameters, CancellationToken cancel)
    {
        using var search = load?.Begin();
        var page = await index().SearchAsync(parameters.ToRequest(), cancel);
        var cover = ledger.Cover();
        return page with { Coverage = new SearchCoverage(cover.Documents, cover.Searchable, cover.Quarantined, cover.DoubtfulPages) };
    }
}
