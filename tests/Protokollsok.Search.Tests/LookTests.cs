using Protokollsok.Documents;

namespace Protokollsok.Search.Tests;

/// <summary>Words that nobody repaired, because no lexicon has them, or the page was judged sound.</summary>
public class LookTests(LookTests.Archive archive) : IClassFixture<LookTests.Archive>
{
    [Theory]
    [InlineData("sjönäsbadet", "damaged")] // a name: in no lexicon
    [InlineData("SJÖNÄSBADET", "damaged")]
    [InlineData("\"råd och stöd\"", "damaged")]
    [InlineData("omsorgsnämnden", "damaged")]
    [InlineData("jäv", "damaged")] // a ring for dots, in a short word that is none
    [InlineData("löpande", "damaged")] // 16pande: digits for two letters
    [InlineData("ärendet", "damaged")] // the first letter too
    [InlineData("uppségning", "sound")] // typed as it was read, and found where it is right
    [InlineData("omsorgsndmnden", "sound")]
    [InlineData("\"R&d och Stdd\"", "sound")]
    [InlineData("6ppet", "sound")]
    [InlineData("löpande OR uppsägning OR kvantum", "damaged")]
    [InlineData("löpande OR uppsägning OR kvantum", "sound")]
    public async Task Finds_what_a_scan_made_of_a_word_and_the_word_that_it_was_made_of(string query, string name)
    {
        var hits = (await archive.SearchAsync(query)).Hits.Where(hit => hit.Document.Title == name).ToList();
        Assert.NotEmpty(hits);
        Assert.Contains("<mark>", hits[0].Snippet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("råd", "real words")] // rid and rad are words of their own
    [InlineData("får", "real words")] // far, fad
    [InlineData("\"råd och stöd\"", "real words")]
    public async Task Takes_no_other_word_for_a_damaged_one(string query, string name)
    {
        Assert.DoesNotContain(name, await archive.NamesAsync(query));
    }

    [Fact]
    public async Task Says_that_only_the_reading_matched()
    {
        var hit = (await archive.SearchAsync("sjönäsbadet")).Hits.Single();
        Assert.Equal([MatchKind.OcrVariant], hit.MatchedBy);
        Assert.Contains("<mark>Sj6ndsbadet</mark>", hit.Snippet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ranks_a_damaged_word_below_every_sound_one()
    {
        Assert.Equal(["sound", "damaged"], await archive.NamesAsync("omsorgsnämnden"));
    }

    [Theory]
    [InlineData("vägför*", "repaired", "vägförening")] // as it was repaired
    [InlineData("vagfor*", "repaired", "vägförening")] // as it was read
    [InlineData("vägför*", "suggested", "vdgförening")] // the text still says something else
    [InlineData("vdgf*", "suggested", "vdgförening")]
    public async Task Finds_the_beginning_of_a_damaged_word_as_read_and_as_repaired(string query, string name, string marked)
    {
        var hit = Assert.Single((await archive.SearchAsync(query)).Hits, hit => hit.Document.Title == name);
        Assert.Contains($"<mark>{marked}</mark>", hit.Snippet, StringComparison.Ordinal);
    }

    public sealed class Archive : TemporaryIndex
    {
        protected override IEnumerable<DocumentRecord> Records =>
        [
            Invented.Letter("damaged", "Sj6ndsbadet: R&d och Stdd vid Omsorgsndmnden, 16pande drendet, jåv."),
            Invented.Letter("sound", "Uppsägning hos Omsorgsnämnden, råd och stöd hela året, öppet."),
            Invented.Letter("repaired", "Vid Hultet finns vägförening nu.", Invented.Repaired("Vid Hultet finns vägförening nu.", "vagforening", "vägförening")),
            Invented.Letter("suggested", "Vid Hultet finns vdgförening nu.", Invented.Suggested("Vid Hultet finns vdgförening nu.", "vdgförening", "vägförening")),
            Invented.Letter("real words", "En rad med far och en rid och stad i fält och den rad och stod."),
        ];
    }
}
