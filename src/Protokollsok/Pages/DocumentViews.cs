using Protokollsok.Documents;
using Protokollsok.Processing;
using Protokollsok.Search;
using Protokollsok.Web;

namespace Protokollsok.Pages;

/// <summary>Gathers what the document page shows: the page's words with their boxes, what matches, and where else it does.</summary>
internal sealed class DocumentViews(Workshop workshop, ReadDocuments documents)
{
    /// <summary>A person waits: in a long document pages after this are not looked through for hits.</summary>
    private static readonly TimeSpan LookThrough = TimeSpan.FromMilliseconds(120);

    /// <param name="number">The page's; <see langword="null"/>: the first that matches the query, else the first.</param>
    /// <param name="place">Of that page's text, as addresses have it.</param>
    /// <returns><see langword="null"/> if the document is not there or has no record.</returns>
    public async Task<DocumentView?> OfAsync(string id, int? number, string? place, string? query, CancellationToken cancel)
    {
        var (entry, record) = await documents.LoadAsync(id, cancel);
        if (entry is null || record is null) return null;
        var asked = await MatcherOfAsync(query, cancel);
        var hitPages = asked is null ? [] : HitPages(record, asked);
        var wanted = number ?? hitPages.Keys.DefaultIfEmpty(1).Min();
        var page = record.Pages.FirstOrDefault(page => page.Number == wanted) ?? (number is null && record.Pages.Count > 0 ? record.Pages[0] : null);
        if (page is null && record.Pages.Count > 0) return null;
        var words = page is null ? [] : await WordsAsync(record, page, asked, cancel);
        var here = TextPlace.TryParse(page?.Number ?? 1, place, out var parsed) ? parsed : null;
        return new DocumentView(entry, record, page, words, here is null ? [] : [.. PageWords.BoxesOf(words, here.Start, here.Length)], here, hitPages);
    }

    private async Task<IReadOnlyList<PageWord>> WordsAsync(DocumentRecord record, PageRecord page, PageMatcher? asked, CancellationToken cancel)
    {
        if (await documents.PageAsync(record, page.Number, cancel) is not var (read, understood)) return [];
        var words = PageWords.Of(read, understood);
        return asked is null ? words : PageWords.Mark(words, asked.FindOn(understood));
    }

    /// <summary>What cannot be understood marks nothing; the search page says why.</summary>
    private async Task<PageMatcher?> MatcherOfAsync(string? query, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(query)) return null;
        try
        {
            return await workshop.Index.MatcherAsync(Nfc.Of(query), cancel);
        }
        catch (QuerySyntaxException)
        {
            return null;
        }
    }

    private static Dictionary<int, int> HitPages(DocumentRecord record, PageMatcher asked)
    {
        var begun = TimeProvider.System.GetTimestamp();
        var found = new Dictionary<int, int>();
        foreach (var page in record.Pages.TakeWhile(_ => TimeProvider.System.GetElapsedTime(begun) < LookThrough))
        {
            if (asked.FindOn(page) is { Count: > 0 } places) found[page.Number] = places.Count;
        }

        return found;
    }
}
