using Protokollsok.Documents;

namespace Protokollsok.Search.Tests;

public class PagingTests(PagingTests.Archive archive) : IClassFixture<PagingTests.Archive>
{
    [Theory]
    [InlineData("sten", SearchSort.Relevance)]
    [InlineData("sten", SearchSort.Date)]
    [InlineData("", SearchSort.Relevance)]
    public async Task Comes_by_every_entry_exactly_once(string query, SearchSort sort)
    {
        var seen = new List<(string, int)>();
        string? cursor = null;
        do
        {
            var page = await archive.Index.SearchAsync(new SearchRequest { Query = query, Sort = sort, Cursor = cursor, Size = 70, Facets = false });
            Assert.Equal(Archive.Count, page.Total);
            seen.AddRange(page.Hits.Select(hit => (hit.Document.Id.Hex, hit.Page)));
            cursor = page.Next;
        }
        while (cursor is not null);
        Assert.Equal(Archive.Count, seen.Count);
        Assert.Equal(Archive.Count, seen.Distinct().Count());
    }

    [Theory]
    [InlineData(SearchSort.Relevance)]
    [InlineData(SearchSort.Date)]
    public async Task Continues_the_same_list_while_the_index_changes(SearchSort sort)
    {
        var own = new TemporaryIndex();
        await own.InitializeAsync();
        var request = new SearchRequest { Query = "stenröse", Sort = sort, Size = 7, Facets = false };
        for (var i = 0; i < 20; i++) await own.Index.ReplaceAsync(Invented.Letter($"first {i}", $"Ett stenröse {new string('x', i)} här."));
        await own.Index.CommitAsync();
        var expected = (await own.Index.SearchAsync(request with { Size = 100 })).Hits.Select(hit => hit.Document.Id).ToList();
        List<DocumentId> seen = [];
        for (string? cursor = null; ;)
        {
            var page = await own.Index.SearchAsync(request with { Cursor = cursor });
            seen.AddRange(page.Hits.Select(hit => hit.Document.Id));
            if ((cursor = page.Next) is null) break;
            for (var i = 0; i < 30; i++) await own.Index.ReplaceAsync(Invented.Letter($"later {seen.Count} {i}", "Ett stenröse till, och stenröse."));
            await own.Index.CommitAsync();
        }

        Assert.Equal(expected, seen);
        await own.DisposeAsync();
    }

    [Fact]
    public async Task Shows_nothing_behind_a_cursor_that_was_deleted_meanwhile()
    {
        var own = new TemporaryIndex();
        await own.InitializeAsync();
        var request = new SearchRequest { Query = "stenröse", Size = 7, Facets = false };
        for (var i = 0; i < 20; i++) await own.Index.ReplaceAsync(Invented.Letter($"first {i}", $"Ett stenröse {new string('x', i)} här."));
        await own.Index.CommitAsync();
        var page = await own.Index.SearchAsync(request);
        var rest = Enumerable.Range(0, 20).Select(i => Invented.Id($"first {i}")).Except(page.Hits.Select(hit => hit.Document.Id)).ToList();
        foreach (var id in rest) await own.Index.RemoveAsync(id);
        await own.Index.CommitAsync();

        Assert.DoesNotContain((await own.Index.SearchAsync(request with { Cursor = page.Next })).Hits, hit => rest.Contains(hit.Document.Id));

        await own.DisposeAsync();
    }

    [Fact]
    public async Task Sorts_by_date_the_newest_first_and_a_document_in_reading_order()
    {
        var page = await archive.Index.SearchAsync(new SearchRequest { Query = "sten", Sort = SearchSort.Date, Size = 100 });
        var dates = page.Hits.Select(hit => hit.Document.Date!.FirstDay).ToList();
        Assert.Equal(dates.OrderDescending(), dates);
        foreach (var document in page.Hits.GroupBy(hit => hit.Document.Id)) Assert.Equal(document.Select(hit => hit.Page).Order(), document.Select(hit => hit.Page));
        Assert.All(page.Hits, hit => Assert.True(hit.Score > 0));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("!!!!")]
    [InlineData("AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyAhIiM")]
    public async Task Refuses_a_cursor_that_is_none(string cursor)
    {
        await Assert.ThrowsAsync<CursorException>(() => archive.Index.SearchAsync(new SearchRequest { Query = "sten", Cursor = cursor }));
    }

    [Fact]
    public async Task Refuses_a_cursor_of_another_search()
    {
        var page = await archive.Index.SearchAsync(new SearchRequest { Query = "sten" });
        await Assert.ThrowsAsync<CursorException>(() => archive.Index.SearchAsync(new SearchRequest { Query = "stenar", Cursor = page.Next }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task Refuses_a_page_size_out_of_bounds(int size)
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => archive.Index.SearchAsync(new SearchRequest { Size = size }));
    }

    public sealed class Archive : TemporaryIndex
    {
        public const int Count = 1000;
        private const int PagesEach = 8;

        /// <summary>Many equal scores and equal dates, so that only the last keys of the order tell entries apart.</summary>
        protected override IEnumerable<DocumentRecord> Records =>
            Enumerable.Range(0, Count / PagesEach).Select(number => Invented.Letter($"document {number}", "") with
            {
                MeetingDate = Invented.Day($"20{number % 20:D2}-01-02"),
                Pages = [.. Enumerable.Range(1, PagesEach).Select(page => Invented.Page(page, page % 3 == 0 ? "Sten." : "En sten på vägen."))],
            });
    }
}
