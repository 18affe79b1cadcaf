using Protokollsok.Documents;
using Protokollsok.Language;

namespace Protokollsok.Search.Tests;

/// <summary>An index that an older analysis made is known and served; and one is copied for a backup.</summary>
public sealed class CommitTests : IAsyncLifetime
{
    /// <summary>Knows no word, so it finds no normal forms and no parts.</summary>
    private static readonly WordAnalyzer s_older = new(_ => 0);

    private readonly string _folder = Directory.CreateTempSubdirectory("search-").FullName;

    private static readonly DocumentRecord[] s_records =
        [Invented.Letter("one", "Föräldrastöd i Lillhamra."), Invented.Letter("two", "Nämndens beslut."), Invented.Letter("three", "Förslagen.")];

    public async Task InitializeAsync()
    {
        await using var index = await OpenAsync(s_older);
        foreach (var record in s_records) await index.ReplaceAsync(record);
        await index.CommitAsync();
        Assert.False(index.IsOutdated);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Knows_an_index_of_another_analysis_and_serves_it()
    {
        await using var index = await OpenAsync(Words.Analyzer);
        Assert.True(index.IsOutdated);
        Assert.Equal(1, await CountAsync(index, "beslut"));
        Assert.Equal(0, await CountAsync(index, "stöd")); // the older analysis knew no parts
        await index.ReplaceAsync(Invented.Letter("four", "Ett till."));
        await index.CommitAsync();
        Assert.True(index.IsOutdated); // a few newer entries do not make it a newer index
    }

    [Fact]
    public async Task Gives_a_whole_index_to_a_backup_as_of_the_last_commit()
    {
        var copy = Path.Combine(_folder, "backup");
        await using (var index = await OpenAsync(Words.Analyzer))
        {
            await index.ReplaceAsync(Invented.Letter("not committed", "Ännu inte."));
            await index.SnapshotAsync(copy);
            foreach (var record in s_records) await index.RemoveAsync(record.Id);
            await index.CommitAsync();
            Assert.Equal(1, await CountAsync(index, ""));
            await Assert.ThrowsAsync<SearchUnavailableException>(() => index.SnapshotAsync(copy)); // it is there already
        }

        await using var restored = await SearchIndex.OpenAsync(copy, readOnly: false, s_older, TemporaryIndex.Options);
        Assert.Equal(s_records.Select(record => record.Id).ToHashSet(), await restored.DocumentIdsAsync());
        Assert.Equal(1, await CountAsync(restored, "beslut"));
    }

    private Task<SearchIndex> OpenAsync(WordAnalyzer analyzer) => SearchIndex.OpenAsync(_folder, readOnly: false, analyzer, TemporaryIndex.Options);

    private static async Task<long> CountAsync(SearchIndex index, string query) => (await index.SearchAsync(new SearchRequest { Query = query })).Total;
}
