using System.Diagnostics;
using Protokollsok.Documents;
using Protokollsok.Language;

namespace Protokollsok.Search.Tests;

/// <summary>An index that an older analysis made: served, made again beside, changed in one step; and copied for a backup.</summary>
public sealed class RebuildTests : IAsyncLifetime
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
    public async Task Is_made_again_while_it_serves_and_takes_what_is_written_meanwhile()
    {
        await using (var index = await OpenAsync(Words.Analyzer))
        {
            await using var rebuild = await index.BeginRebuildAsync();
            await index.ReplaceAsync(s_records[0]);
            await index.RemoveAsync(s_records[1].Id);
            await index.ReplaceAsync(s_records[2]);
            await index.CommitAsync();
            Assert.Equal(2, (await rebuild.DocumentIdsAsync()).Count);
            await index.ReplaceAsync(Invented.Letter("late", "Sent omsorgsförvaltningen."));
            Assert.True(index.IsOutdated);
            await rebuild.FinishAsync();
            await AssertMadeAgainAsync(index);
            await index.ReplaceAsync(Invented.Letter("after", "Efteråt, grundskolan."));
            await index.CommitAsync();
            Assert.Equal(1, await CountAsync(index, "skola"));
        }

        await using var again = await OpenAsync(Words.Analyzer);
        await AssertMadeAgainAsync(again);
        Assert.Empty(Directory.GetFiles(_folder, "segments*")); // the old one is gone
    }

    [Fact]
    public async Task Begins_a_rebuild_anew_that_was_interrupted()
    {
        await using (var index = await OpenAsync(Words.Analyzer))
        {
            await using var rebuild = await index.BeginRebuildAsync();
            await index.ReplaceAsync(s_records[0]);
            await index.CommitAsync();
        }

        await using var again = await OpenAsync(Words.Analyzer);
        Assert.Equal(1, await CountAsync(again, "beslut")); // the old one, whole
        await using var rest = await again.BeginRebuildAsync();
        Assert.Empty(await rest.DocumentIdsAsync()); // what it left may have changed or been deleted since
        foreach (var record in s_records) await again.ReplaceAsync(record);
        await rest.FinishAsync();
        Assert.Equal(3, (await again.DocumentIdsAsync()).Count);
        Assert.False(again.IsOutdated);
    }

    [Fact]
    public async Task Serves_on_when_the_new_index_loses_its_node()
    {
        await using var index = await OpenAsync(Words.Analyzer);
        await using var rebuild = await index.BeginRebuildAsync();
        await index.ReplaceAsync(s_records[0]);
        using (var node = Process.GetProcessById(rebuild.Supervisor.Node.ProcessId)) node.Kill();
        await Assert.ThrowsAsync<SearchUnavailableException>(async () =>
        {
            while (true)
            {
                await index.ReplaceAsync(s_records[1]);
                await rebuild.FinishAsync();
            }
        });
        await index.CommitAsync();
        Assert.Equal(3, (await index.DocumentIdsAsync()).Count);
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

    private static async Task AssertMadeAgainAsync(SearchIndex index)
    {
        Assert.False(index.IsOutdated);
        Assert.Equal(1, await CountAsync(index, "stöd"));
        Assert.Equal(1, await CountAsync(index, "förvaltning"));
        Assert.Equal(0, await CountAsync(index, "beslut"));
    }

    private Task<SearchIndex> OpenAsync(WordAnalyzer analyzer) => SearchIndex.OpenAsync(_folder, readOnly: false, analyzer, TemporaryIndex.Options);

    private static async Task<long> CountAsync(SearchIndex index, string query) => (await index.SearchAsync(new SearchRequest { Query = query })).Total;
}
