using Protokollsok.Documents;

namespace Protokollsok.Search.Tests;

/// <summary>Sentences of which the scan has lost a word, or the person remembers one wrong.</summary>
public class RelaxedTests(RelaxedTests.Archive archive) : IClassFixture<RelaxedTests.Archive>
{
    [Theory]
    [InlineData("kursavgiften är kr 850 per deltagare", "course")] // read as 350
    [InlineData("kursavgiften per deltagare betalas av xyzw kommunens medel", "course")] // one of seven
    public async Task Finds_what_has_most_of_the_words_where_nothing_has_all(string query, string expected)
    {
        var page = await FindAsync(query);
        Assert.True(page.Relaxed);
        Assert.Equal(expected, page.Hits[0].Document.Title);
        Assert.Contains("<mark>Kursavgiften</mark>", page.Hits[0].Snippet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kursavgiften är kr xyzw")] // of so few each counts
    [InlineData("kursavgiften xyzw per xyzv deltagare kommunens")] // two of six are too many
    [InlineData("kursavgiften är per deltagare xyzw -kommunens")] // who writes a query means it
    [InlineData("kursavgiften är per deltagare xyzw*")]
    public async Task Finds_nothing_where_more_is_missing_or_more_than_words_was_typed(string query)
    {
        var page = await FindAsync(query);
        Assert.Equal((0, false), (page.Total, page.Relaxed));
    }

    [Fact]
    public async Task Misses_no_word_where_something_has_all_or_nobody_asked_for_it()
    {
        var all = await FindAsync("kursavgiften är per deltagare kommunens");
        Assert.Equal((1, false), (all.Total, all.Relaxed));
        Assert.Equal(0, (await archive.SearchAsync("kursavgiften är kr 850 per deltagare")).Total);
    }

    [Theory]
    [InlineData("kansli 0980-319 288")]
    [InlineData("0980-319288")]
    [InlineData("319 288")]
    public async Task Finds_a_number_behind_a_hyphen_with_blanks_between_its_digits(string query)
    {
        Assert.Equal(["phone"], await archive.NamesAsync(query));
    }

    private Task<SearchPage> FindAsync(string query) => archive.Index.SearchAsync(new SearchRequest { Query = query, MayMissWords = true });

    public sealed class Archive : TemporaryIndex
    {
        protected override IEnumerable<DocumentRecord> Records =>
        [
            Invented.Letter("course", "Kursavgiften är kr 350 per deltagare och betalas av kommunens medel."),
            Invented.Letter("other", "Avgiften är låg, deltagare finns."),
            Invented.Letter("phone", "Ring kansli på 0980-319 288 före mötet."),
        ];
    }
}
