namespace Protokollsok.Search.Tests;

/// <summary>An index that is searched in parts, each by a processor of its own.</summary>
public sealed class PartedSearchTests : IDisposable
{
    private const int Documents = 12;

    private readonly string _folder = Directory.CreateTempSubdirectory("search-").FullName;

    [Theory]
    [InlineData("snöröjning", SearchSort.Relevance)]
    [InlineData("snöröjning", SearchSort.Date)]
    [InlineData("snö*", SearchSort.Relevance)]
    [InlineData("\"snöröjning på\"", SearchSort.Relevance)]
    public async Task Answers_the_same_in_parts_as_whole(string query, SearchSort sort)
    {
        await FillAsync();
        var whole = await AnswerAsync(query, sort, smallestPart: 1_000);
        Assert.Equal(whole, await AnswerAsync(query, sort, smallestPart: 1));
        Assert.StartsWith($"{Documents} ", whole, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("snöröjning")] // collects hits
    [InlineData("snö*")] // walks through words
    public async Task Gives_up_in_all_parts_what_takes_too_long(string query)
    {
        await FillAsync();
        await using var index = await OpenAsync(TemporaryIndex.Options with { SmallestPart = 1, QueryLimit = TimeSpan.Zero });
        await Assert.ThrowsAsync<QueryTooLongException>(() => index.SearchAsync(new SearchRequest { Query = query }));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Each commit makes a segment.</summary>
    private async Task FillAsync()
    {
        await using var index = await OpenAsync(TemporaryIndex.Options);
        for (var number = 1; number <= Documents; number++)
        {
            await index.ReplaceAsync(Invented.Letter($"{number}", $"Snöröjning på gator.{string.Concat(Enumerable.Repeat(" Gator.", number % 5))}") with
            {
                MeetingDate = Invented.Day($"20{10 + (number % 3)}-05-17"),
            });
            if (number % 4 == 0) await index.CommitAsync();
        }
    }

    /// <summary>Two pages of hits with the number of all, and how they spread over the years.</summary>
    private async Task<string> AnswerAsync(string query, SearchSort sort, int smallestPart)
    {
        await using var index = await OpenAsync(TemporaryIndex.Options with { SmallestPart = smallestPart });
        var request = new SearchRequest { Query = query, Sort = sort, Size = 5 };
        var first = await index.SearchAsync(request);
        var second = await index.SearchAsync(request with { Cursor = first.Next });
        var hits = first.Hits.Concat(second.Hits).Select(hit => $"{hit.Document.Title}:{hit.Score}");
        return $"{first.Total} {string.Join(' ', hits)} {string.Join(' ', first.Facets.Year)}";
    }

    private Task<SearchIndex> OpenAsync(SearchOptions options) => SearchIndex.OpenAsync(_folder, readOnly: false, Words.Analyzer, options);
}
