using Protokollsok.Documents;

namespace Protokollsok.Search.Tests;

/// <summary>What helps a person on: suggestions, what was meant, more like this, everything of a case.</summary>
public class SuggestionTests(SuggestionTests.Archive archive) : IClassFixture<SuggestionTests.Archive>
{
    [Theory]
    [InlineData("skr", "skridskobana")]
    [InlineData("SKR", "skridskobana")]
    [InlineData("isha", "ishall")] // ishallen stands there twice, ishall once: the word without inflection is shown
    [InlineData("aldre", "äldreboende")] // dots need not be typed
    [InlineData("ny ish", "ny ishall")] // what stands before stays
    [InlineData("vn 2019", "VN 2019-41")]
    [InlineData("2019-4", "2019-41")] // the unit is not known yet
    [InlineData("VN2019/04", "VN 2019-41")]
    [InlineData("upprust", "Upprustning av skridskobana")] // a title
    [InlineData("skridskobana upp", "Upprustning av skridskobana")] // in any order
    public async Task Suggests_how_to_go_on(string typed, string expected)
    {
        var suggestions = await archive.Index.SuggestAsync(typed);
        Assert.Contains(expected, suggestions.Select(one => one.Text));
        Assert.All(suggestions, one => Assert.True(one.Count > 0));
    }

    [Fact]
    public async Task Counts_what_a_search_for_the_suggestion_finds()
    {
        var suggestion = (await archive.Index.SuggestAsync("isha")).First(one => one.Kind == SuggestionKind.Word);
        Assert.Equal((await archive.SearchAsync(suggestion.Text)).Total, suggestion.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\"*:-")]
    [InlineData("zzzz")]
    [InlineData("board:")]
    public async Task Suggests_nothing_for_what_nothing_begins_with(string typed)
    {
        Assert.Empty(await archive.Index.SuggestAsync(typed));
    }

    [Theory]
    [InlineData("skridskobanna", "skridskobana")]
    [InlineData("skridsobana", "skridskobana")]
    [InlineData("fritisnämnden", "fritidsnämnden")]
    [InlineData("aldrebonde", "äldreboende")] // dots lost and a letter
    [InlineData("skridsko bana", "skridskobana")] // a compound written apart
    [InlineData("ungdomarishallen", "ungdomar ishallen")] // two words written together
    [InlineData("ny skridsobana -tak", "ny skridskobana -tak")]
    [InlineData("skridsobana kvantgravitation", "skridskobana")] // the other word is what nothing has
    [InlineData("fritisnämnden gravitation ishall", "fritidsnämnden ishall")]
    [InlineData("nämbden taket", "nämnden taket")] // a misspelling that the archive has, too
    public async Task Says_what_may_have_been_meant(string typed, string meant)
    {
        var request = new SearchRequest { Query = typed };
        Assert.Equal(0, (await archive.Index.SearchAsync(request)).Total);
        var answer = await archive.Index.DidYouMeanAsync(request);
        Assert.Equal(meant, answer?.Query);
        Assert.Equal((await archive.SearchAsync(meant)).Total, answer!.Count);
    }

    [Theory]
    [InlineData("kvantgravitation")] // nothing is near it
    [InlineData("ishallen")] // enough is found
    [InlineData("")]
    public async Task Says_nothing_where_nothing_better_is_known(string typed)
    {
        Assert.Null(await archive.Index.DidYouMeanAsync(new SearchRequest { Query = typed }));
    }

    [Fact]
    public async Task Finds_what_speaks_of_the_same_in_other_documents()
    {
        var like = await archive.Index.MoreLikeThisAsync(new EntryId(Invented.Id("first"), "1"), 3);
        Assert.Equal("second", like[0].Document.Title);
        Assert.DoesNotContain("first", like.Select(hit => hit.Document.Title));
        Assert.Empty(await archive.Index.MoreLikeThisAsync(new EntryId(Invented.Id("nobody"), "1")));
    }

    [Fact]
    public async Task Finds_one_entry_by_its_name()
    {
        var hit = await archive.Index.FindAsync(new EntryId(Invented.Id("first"), "1"));
        Assert.Equal("Skridskobana rustas upp vid ishallen för ungdomar.", hit?.Decision?.Text);
        Assert.Equal($"{Invented.Id("first")}-1", EntryId.Of(hit!).ToString());
        var page = await archive.Index.FindAsync(new EntryId(Invented.Id("first"), "p1"));
        Assert.Equal((null, 1), (page!.Decision, page.Page));
        Assert.Equal($"{Invented.Id("first")}-p1", EntryId.Of(page).ToString());
        Assert.Null(await archive.Index.FindAsync(new EntryId(Invented.Id("first"), "2")));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("abc-1")]
    [InlineData(null)]
    public void Knows_what_no_entry_can_be_called(string? name)
    {
        Assert.False(EntryId.TryParse(name, out _));
        Assert.False(EntryId.TryParse($"{Invented.Id("first")}-x", out _));
    }

    [Theory]
    [InlineData("VN 2019-41")]
    [InlineData("vn-2019-41")]
    [InlineData("VN2019/0041")]
    public async Task Tells_all_of_a_case_the_oldest_first(string dnr)
    {
        var hits = await archive.Index.CaseAsync(dnr);
        Assert.Equal(["second", "second", "first", "first"], hits.Select(hit => hit.Document.Title));
        Assert.NotNull(hits[0].Decision); // in reading order: decisions, then pages
        Assert.Null(hits[1].Decision);
    }

    public sealed class Archive : TemporaryIndex
    {
        protected override IEnumerable<DocumentRecord> Records
        {
            get
            {
                yield return Decided("first", "2020-05-05", "Skridskobana rustas upp vid ishallen för ungdomar.", "Upprustning av skridskobana");
                yield return Decided("second", "2019-05-05", "Ny skridskobana vid ishallen föreslås för ungdomar.", "Ny ishall och bana");
                yield return Invented.Letter("third", "Fritidsnämnden tar upp ärendet om ett äldreboende och en ny ishall.");
                for (var i = 0; i < 4; i++) yield return Invented.Letter($"misspelt {i}", "Nämbden om gården.");
                for (var i = 0; i < 50; i++) yield return Invented.Letter($"spelt {i}", "Nämnden om taket.");
                yield return Invented.Letter("fourth", "Om ishallen.");
                yield return Invented.Letter("fifth", "Äldreboende.");
            }
        }

        private static DocumentRecord Decided(string name, string date, string text, string heading) => Invented.Letter(name, text) with
        {
            MeetingDate = Invented.Day(date),
            CaseNumbers = [Invented.Case("VN 2019-41", "vn-2019-41")],
            Sections = [new Section("3", heading, ["vn-2019-41"], 1, 0, 3)],
            Decisions = [Invented.Decide(Invented.Id(name), 1, text, section: "3")],
        };
    }
}
