namespace Protokollsok.Search.Tests;

/// <summary>A node of which one kind of answer does not come, or comes late.</summary>
public sealed class TroubledNodeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("search-").FullName;

    [Fact]
    public async Task Kills_a_node_whose_commit_hangs_while_it_answers_questions()
    {
        using var node = new TroubledNode();
        await using var index = await OpenAsync(TemporaryIndex.Options with { Java = node.Java, WriteLimit = TimeSpan.FromSeconds(8) });
        var hung = index.NodeProcessId;
        node.Lose(TroubledNode.Commit);

        var commit = index.CommitAsync();
        while (!commit.IsCompleted)
        {
            await TotalWhenBackAsync(index);
            await Task.Delay(100);
        }

        await Assert.ThrowsAsync<SearchSilentException>(() => commit);
        Assert.Equal(1, await TotalWhenBackAsync(index));
        Assert.NotEqual(hung, index.NodeProcessId);
    }

    [Fact]
    public async Task Does_not_take_the_list_of_all_documents_for_a_question_that_hangs()
    {
        using var node = new TroubledNode();
        await using var index = await OpenAsync(TemporaryIndex.Options with { Java = node.Java, AnswerLimit = TimeSpan.FromSeconds(1) });
        node.Slow(TroubledNode.Values);
        Assert.Single(await index.DocumentIdsAsync());
    }

    [Fact]
    public async Task Tells_a_node_that_is_slow_to_open_the_index_from_one_that_cannot()
    {
        using var node = new TroubledNode();
        node.KeepAway();
        var slow = TemporaryIndex.Options with { Java = node.Java, StartLimit = TimeSpan.FromSeconds(1) };
        await Assert.ThrowsAsync<SearchSilentException>(() => SearchIndex.OpenAsync(_folder, readOnly: false, Words.Analyzer, slow));

        // A damaged one is no matter of time.
        await File.WriteAllTextAsync(Path.Combine(_folder, "segments_1"), "x");
        var error = await Assert.ThrowsAnyAsync<SearchUnavailableException>(
            () => SearchIndex.OpenAsync(_folder, readOnly: false, Words.Analyzer, TemporaryIndex.Options));
        Assert.IsNotType<SearchSilentException>(error);
    }

    [Theory]
    [InlineData(TroubledNode.Terms, "snö")]
    [InlineData(TroubledNode.Count, "snö")] // the words are found, but not how often each
    [InlineData(TroubledNode.Terms, "2019")] // a case number's beginning
    public async Task Leaves_out_of_the_suggestions_what_takes_too_long_and_says_so(int operation, string typed)
    {
        using var node = new TroubledNode();
        await using var index = await OpenAsync(TemporaryIndex.Options with { Java = node.Java });
        node.Exhaust(operation);
        var found = await index.SuggestAsync(typed);
        Assert.Empty(found);
        Assert.False(found.Complete);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<SearchIndex> OpenAsync(SearchOptions options)
    {
        var index = await SearchIndex.OpenAsync(_folder, readOnly: false, Words.Analyzer, options);
        await index.ReplaceAsync(Invented.Letter("letter", "Snöröjning på gator."));
        await index.CommitAsync();
        return index;
    }

    private static async Task<long> TotalWhenBackAsync(SearchIndex index)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return (await index.SearchAsync(new SearchRequest { Query = "snöröjning" })).Total;
            }
            catch (SearchUnavailableException) when (attempt < 200)
            {
                await Task.Delay(50);
            }
        }
    }
}
