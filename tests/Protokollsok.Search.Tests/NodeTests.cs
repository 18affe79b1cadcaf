using System.Collections.Concurrent;
using System.Diagnostics;

namespace Protokollsok.Search.Tests;

/// <summary>Rehearses the accidents of a search node.</summary>
public class NodeTests(TemporaryIndex archive) : IClassFixture<TemporaryIndex>
{
    [Fact]
    public async Task Replaces_a_document_whole_and_removes_it()
    {
        var id = Invented.Id("changing");
        await WriteAsync(archive.Index, "changing", "Första lydelsen, gammelord.");
        await WriteAsync(archive.Index, "changing", "Andra lydelsen, nyord.");
        await WriteAsync(archive.Index, "changing", "Andra lydelsen, nyord.");
        Assert.Equal(0, (await archive.SearchAsync("gammelord")).Total);
        Assert.Equal(1, (await archive.SearchAsync("nyord")).Total);
        Assert.Contains(id, await archive.Index.DocumentIdsAsync());

        await archive.Index.RemoveAsync(id);
        await archive.Index.RemoveAsync(Invented.Id("never there"));
        await archive.Index.CommitAsync();
        Assert.Equal(0, (await archive.SearchAsync("nyord")).Total);
        Assert.DoesNotContain(id, await archive.Index.DocumentIdsAsync());
    }

    [Fact]
    public async Task Finds_a_document_without_pages_by_its_title()
    {
        await archive.Index.ReplaceAsync(Invented.Letter("Detaljplan Sjövik", "") with { Pages = [] });
        await archive.Index.CommitAsync();
        Assert.Equal(["Detaljplan Sjövik"], await archive.NamesAsync("sjövik"));
    }

    [Fact]
    public async Task Refuses_a_second_writer()
    {
        var error = await Assert.ThrowsAsync<IndexLockedException>(() => SearchIndex.OpenAsync(archive.Folder, readOnly: false, Words.Analyzer, TemporaryIndex.Options));
        Assert.Contains(archive.Folder, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_a_reader_beside_the_writer_what_was_committed()
    {
        await using var reader = await SearchIndex.OpenAsync(archive.Folder, readOnly: true, Words.Analyzer);
        await archive.Index.ReplaceAsync(Invented.Letter("shared", "Delad läsning, läsarord."));
        Assert.Equal(0, (await reader.SearchAsync(new SearchRequest { Query = "läsarord" })).Total);
        await archive.Index.CommitAsync();
        Assert.Equal(1, (await reader.SearchAsync(new SearchRequest { Query = "läsarord" })).Total);
        await Assert.ThrowsAsync<SearchUnavailableException>(() => reader.ReplaceAsync(Invented.Letter("no", "Nej.")));
    }

    [Fact]
    public async Task Finds_nothing_in_a_folder_that_nobody_has_written_yet_and_sees_the_first_commit()
    {
        var folder = Directory.CreateTempSubdirectory("search-").FullName;
        await using var reader = await SearchIndex.OpenAsync(folder, readOnly: true, Words.Analyzer);
        Assert.Equal(0, (await reader.SearchAsync(new SearchRequest())).Total);
        Assert.Empty(await reader.DocumentIdsAsync());
        await using (var writer = await SearchIndex.OpenAsync(folder, readOnly: false, Words.Analyzer, TemporaryIndex.Options)) await WriteAsync(writer, "first", "Första.");
        Assert.Equal(1, (await reader.SearchAsync(new SearchRequest())).Total);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Is_started_again_when_killed_and_tells_what_was_lost()
    {
        await WriteAsync(archive.Index, "kept", "Bevarat dödsord.");
        await archive.Index.ReplaceAsync(Invented.Letter("lost", "Förlorat dödsord."));
        await KillAsync(archive.Index);

        await UntilItAnswersAsync(archive.Index);
        Assert.Equal(["kept"], await archive.NamesAsync("dödsord"));
        await Assert.ThrowsAsync<WritesLostException>(() => archive.Index.CommitAsync());
        await WriteAsync(archive.Index, "lost", "Förlorat dödsord.");
        Assert.Equal(2, (await archive.SearchAsync("dödsord")).Total);
    }

    [Fact]
    public async Task Holds_exactly_the_last_commit_after_a_kill_while_indexing()
    {
        var folder = Directory.CreateTempSubdirectory("search-").FullName;
        await using (var index = await SearchIndex.OpenAsync(folder, readOnly: false, Words.Analyzer, TemporaryIndex.Options))
        {
            for (var i = 0; i < 50; i++) await index.ReplaceAsync(Invented.Letter($"before {i}", $"Före nummer {i}."));
            await index.CommitAsync();
            var writing = Task.WhenAll(Enumerable.Range(0, 2000).Select(i => index.ReplaceAsync(Invented.Letter($"after {i}", $"Efter nummer {i}."))));
            await Task.Delay(50);
            await KillAsync(index);
            await Assert.ThrowsAnyAsync<SearchUnavailableException>(() => writing.WaitAsync(TimeSpan.FromSeconds(30)));
        }

        await using var again = await SearchIndex.OpenAsync(folder, readOnly: false, Words.Analyzer, TemporaryIndex.Options);
        Assert.Equal(50, (await again.DocumentIdsAsync()).Count);
        Assert.Equal(50, (await again.SearchAsync(new SearchRequest { Query = "nummer" })).Total);
        await again.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Keeps_the_classes_of_a_node_that_ended_in_peace_and_works_with_them_and_without()
    {
        var folder = Directory.CreateTempSubdirectory("search-").FullName;
        var log = new ConcurrentQueue<string>();
        for (var round = 0; round < 3; round++)
        {
            await using var index = await SearchIndex.OpenAsync(folder, readOnly: false, Words.Analyzer, new SearchOptions { Log = log.Enqueue });
            if (round == 0) await WriteAsync(index, "first", "Första.");
            Assert.Equal(1, (await index.SearchAsync(new SearchRequest())).Total);
            await index.DisposeAsync();
            var archive = Assert.Single(Directory.GetFiles(folder, "node-*"));
            if (round == 1) await File.WriteAllTextAsync(archive, "no archive");
        }

        Assert.Empty(log);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Says_what_is_missing_when_it_cannot_be_started()
    {
        var options = new SearchOptions { Java = "/nowhere/java" };
        var folder = Directory.CreateTempSubdirectory("search-").FullName;
        var error = await Assert.ThrowsAsync<SearchUnavailableException>(() => SearchIndex.OpenAsync(folder, readOnly: false, Words.Analyzer, options));
        Assert.Contains("openjdk", error.Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task WriteAsync(SearchIndex index, string name, string text)
    {
        await index.ReplaceAsync(Invented.Letter(name, text));
        await index.CommitAsync();
    }

    private static async Task KillAsync(SearchIndex index)
    {
        using var node = Process.GetProcessById(index.NodeProcessId!.Value);
        node.Kill();
        await node.WaitForExitAsync();
    }

    private static async Task UntilItAnswersAsync(SearchIndex index)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await index.SearchAsync(new SearchRequest());
                return;
            }
            catch (SearchUnavailableException) when (attempt < 200)
            {
                await Task.Delay(50);
            }
        }
    }
}
