using System.Diagnostics;

namespace Protokollsok.Search.Tests;

/// <summary>A node that lives and does not answer, and questions that would take for ever.</summary>
public class HungNodeTests
{
    /// <summary>A sound node answers within it on a busy machine, too.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(8);

    [Fact]
    public async Task Is_told_that_a_stopped_node_does_not_answer_and_is_answered_by_the_next_one()
    {
        await using var home = await Home.OpenAsync(TemporaryIndex.Options with { AnswerLimit = Soon });
        var stopped = home.Index.NodeProcessId!.Value;
        Signal(stopped, "-STOP");

        await Assert.ThrowsAsync<SearchSilentException>(() => home.Index.SearchAsync(new SearchRequest { Query = "snöröjning" }));

        Assert.Equal(1, await TotalWhenBackAsync(home.Index, "snöröjning"));
        Assert.NotEqual(stopped, home.Index.NodeProcessId);
    }

    [Fact]
    public async Task Loses_a_commit_to_a_stopped_node_and_says_so()
    {
        await using var home = await Home.OpenAsync(TemporaryIndex.Options with { WriteLimit = Soon });
        await home.Index.ReplaceAsync(Invented.Letter("late", "Snöröjning även här."));
        Signal(home.Index.NodeProcessId!.Value, "-STOP");

        await Assert.ThrowsAsync<SearchSilentException>(() => home.Index.CommitAsync());

        Assert.Equal(1, await TotalWhenBackAsync(home.Index, "snöröjning"));
    }

    [Theory]
    [InlineData("snöröjning")] // collects hits
    [InlineData("snö*")] // walks through words
    [InlineData("*röjning")]
    [InlineData("\"snöröjning på\"")]
    public async Task Gives_up_a_question_that_takes_longer_than_any_may_and_answers_the_next(string query)
    {
        await using var home = await Home.OpenAsync(TemporaryIndex.Options with { QueryLimit = TimeSpan.Zero });
        var node = home.Index.NodeProcessId;

        var error = await Assert.ThrowsAsync<QueryTooLongException>(() => home.Index.SearchAsync(new SearchRequest { Query = query }));

        Assert.Contains("'*'", error.Message, StringComparison.Ordinal);
        Assert.Single(await home.Index.DocumentIdsAsync());
        Assert.Equal(node, home.Index.NodeProcessId);
    }

    [Fact]
    public async Task Gives_up_near_words_that_take_too_long()
    {
        await using var home = await Home.OpenAsync(TemporaryIndex.Options with { QueryLimit = TimeSpan.Zero });
        await Assert.ThrowsAsync<QueryTooLongException>(() => home.Index.DidYouMeanAsync(new SearchRequest { Query = "snöröjnign" }));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(1000, true)]
    public async Task Says_whether_all_words_were_looked_at_for_a_suggestion(int longest, bool complete)
    {
        await using var home = await Home.OpenAsync(TemporaryIndex.Options with { LongestWalk = longest });
        var found = await home.Index.SuggestAsync("g");
        Assert.NotEmpty(found);
        Assert.Equal(complete, found.Complete);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(1000, true)]
    public async Task Says_whether_all_words_were_looked_at_for_what_was_meant(int longest, bool complete)
    {
        await using var home = await Home.OpenAsync(TemporaryIndex.Options with { LongestWalk = longest });
        var meant = await home.Index.DidYouMeanAsync(new SearchRequest { Query = "gatxn" });
        Assert.NotNull(meant);
        Assert.Equal(complete, meant.Complete);
    }

    private static void Signal(int process, string signal)
    {
        using var kill = Process.Start("kill", [signal, $"{process}"]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    private static async Task<long> TotalWhenBackAsync(SearchIndex index, string query)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return (await index.SearchAsync(new SearchRequest { Query = query })).Total;
            }
            catch (SearchUnavailableException) when (attempt < 200)
            {
                await Task.Delay(50);
            }
        }
    }

    private sealed class Home(string folder, SearchIndex index) : IAsyncDisposable
    {
        public SearchIndex Index => index;

        public static async Task<Home> OpenAsync(SearchOptions options)
        {
            var folder = Directory.CreateTempSubdirectory("search-").FullName;
            var index = await SearchIndex.OpenAsync(folder, readOnly: false, Words.Analyzer, options);
            await index.ReplaceAsync(Invented.Letter("letter", "Snöröjning på gator, gatan vid gaten, gatorna, gatuarbete och gatukontor."));
            await index.CommitAsync();
            return new Home(folder, index);
        }

        public async ValueTask DisposeAsync()
        {
            await index.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }
}
