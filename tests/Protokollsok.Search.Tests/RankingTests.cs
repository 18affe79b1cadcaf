using Protokollsok.Documents;

namespace Protokollsok.Search.Tests;

public class RankingTests(RankingTests.Archive archive) : IClassFixture<RankingTests.Archive>
{
    [Fact]
    public async Task Ranks_exact_over_inflected_over_compound_over_folded()
    {
        Assert.Equal(["exact", "inflected", "compound", "folded"], await archive.NamesAsync("skolan"));
    }

    [Fact]
    public async Task Ranks_a_real_word_over_one_that_only_looks_so_without_its_dots()
    {
        // The exact hit is one word in a long page, the folded one a short decision that says it thrice.
        var names = await archive.NamesAsync("rad");
        Assert.Equal(["one row", "three counsels"], names.Distinct());
    }

    [Fact]
    public async Task Ranks_decisions_over_proposals_over_running_text()
    {
        var hits = (await archive.SearchAsync("fontänen")).Hits;
        Assert.Equal([DecisionKind.Decision, DecisionKind.Proposal, null], hits.Select(hit => hit.Decision?.Kind));
    }

    [Fact]
    public async Task Ranks_a_heading_over_the_text()
    {
        Assert.Equal(["in heading", "in text"], (await archive.NamesAsync("kolonilotter")).Distinct());
    }

    [Fact]
    public async Task Ranks_an_exact_phrase_over_an_inflected_one()
    {
        Assert.Equal(["phrase as typed", "phrase inflected"], await archive.NamesAsync("\"ny badplats\""));
    }

    [Fact]
    public async Task Ranks_words_that_stand_as_typed_over_the_same_words_apart()
    {
        Assert.Equal(["together", "apart"], await archive.NamesAsync("interpellationer och frågor"));
    }

    public sealed class Archive : TemporaryIndex
    {
        protected override IEnumerable<DocumentRecord> Records =>
        [
            Invented.Letter("folded", "Vid skölan med tak."),
            Invented.Letter("compound", "Vid grundskolan med tak."),
            Invented.Letter("inflected", "Vid skolor med tak."),
            Invented.Letter("exact", "Vid skolan med tak."),
            Invented.Letter("one row", string.Join(' ', Enumerable.Repeat("Lång text om annat.", 300)) + " En rad till."),
            Decided("three counsels", "Råd, råd och åter råd.", DecisionKind.Decision),
            Decided("made", "Fontänen lagas.", DecisionKind.Decision),
            Decided("proposed", "Fontänen lagas.", DecisionKind.Proposal),
            Invented.Letter("told", "Fontänen lagas."),
            Invented.Letter("in text", "Avgifter för kolonilotter höjs."),
            Headed("in heading", "Kolonilotter", "Avgifter höjs till våren."),
            Invented.Letter("apart", "Frågor, svar och interpellationer. Interpellationer, svar och frågor. Frågor!"),
            Invented.Letter("together", string.Join(' ', Enumerable.Repeat("Lång text om annat.", 100)) + " Interpellationer och frågor."),
            Invented.Letter("phrase inflected", "Två nya badplatser."),
            Invented.Letter("phrase as typed", "En ny badplats."),
        ];

        private static DocumentRecord Decided(string name, string text, DecisionKind kind) =>
            Invented.Letter(name, "Sida.") with { Decisions = [Invented.Decide(Invented.Id(name), 1, text, kind)] };

        private static DocumentRecord Headed(string name, string heading, string text) =>
            Invented.Letter(name, text) with { Sections = [new Section("4", heading, [], 1, 0, 3)] };
    }
}
