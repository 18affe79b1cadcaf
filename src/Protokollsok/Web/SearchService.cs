using Protokollsok.Archive;
using Protokollsok.Bulk;
using Protokollsok.Search;

namespace Protokollsok.Web;

/// <summary>Search with its coverage: the same for API, page and command.</summary>
/// <param name="index">The index in force, asked for each time: another may take its place.</param>
/// <param name="load">Told of each search, so that work in the background can make room; <see langword="null"/> where there is none.</param>
internal sealed class SearchService(Func<SearchIndex> index, LedgerReader ledger, ApiLoad? load = null)
{
    /// <summary>A node that says nothing for so long is as good as gone; who asked is told, and can ask again.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    /// <summary>Who found more found something.</summary>
    private const int Few = 3;

    /// <exception cref="BadParameterException">A parameter cannot be understood.</exception>
    /// <exception cref="QuerySyntaxException">The query cannot be understood.</exception>
    /// <exception cref="CursorException">The cursor is not one of this search.</exception>
    /// <exception cref="SearchUnavailableException">The search node is away.</exception>
    public async Task<SearchPage> SearchAsync(SearchParameters parameters, CancellationToken cancel)
    {
        using var search = load?.Begin();
        var wanted = parameters.WantedFacets();
        var request = parameters.ToRequest();
        var page = await InTimeAsync(patience => index().SearchAsync(request, patience), cancel);
        // What was meant is asked only where little was found, and once.
        var meant = (page.Total <= Few || page.Relaxed) && request.Cursor is null && !string.IsNullOrWhiteSpace(request.Query)
            ? await MeantAsync(request, cancel)
            : null;
        return page with { Facets = Only(page.Facets, wanted), Coverage = Coverage(), DidYouMean = meant };
    }

    /// <summary>Help beside an answer, which must not be lost with it.</summary>
    private async Task<DidYouMean?> MeantAsync(SearchRequest request, CancellationToken cancel)
    {
        try
        {
            return await InTimeAsync(patience => index().DidYouMeanAsync(request, patience), cancel);
        }
        catch (Exception e) when (e is QueryTooLongException or SearchUnavailableException)
        {
            return null;
        }
    }

    /// <summary>How much of the archive a search can see now.</summary>
    public SearchCoverage Coverage()
    {
        var cover = ledger.Cover();
        return new SearchCoverage(cover.Documents, cover.Searchable, cover.Quarantined, cover.DoubtfulPages);
    }

    /// <summary>Asks the index, but not for ever.</summary>
    /// <exception cref="SearchUnavailableException">It is away, or does not answer.</exception>
    public static async Task<T> InTimeAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(LongestWait);
        try
        {
            return await ask(patience.Token);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new SearchUnavailableException($"The search node has not answered for {LongestWait.TotalSeconds} seconds.", e);
        }
    }

    private static SearchFacets Only(SearchFacets facets, IReadOnlyList<string> wanted) => new(
        wanted.Contains("board") ? facets.Board : [], wanted.Contains("year") ? facets.Year : [],
        wanted.Contains("type") ? facets.Type : [], wanted.Contains("kind") ? facets.Kind : []);
}
