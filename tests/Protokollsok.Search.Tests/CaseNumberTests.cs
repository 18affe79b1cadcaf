using Protokollsok.Documents;

namespace Protokollsok.Search.Tests;

/// <summary>Which parts of a document a case number finds.</summary>
public class CaseNumberTests(CaseNumberTests.Archive archive) : IClassFixture<CaseNumberTests.Archive>
{
    [Theory]
    [InlineData("TN 2019/11", "minutes: page 1, minutes: § 4")] // the section's own, and the page that it is printed on
    [InlineData("TN 2019/12", "minutes: page 1, minutes: page 2, minutes: § 5")] // goes on over a page that has no number itself
    [InlineData("TN 2020/7", "extract: page 1, extract: § 8")] // printed at the head, before the only section
    [InlineData("TN 2020/8", "extract: page 1, extract: § 8")]
    [InlineData("TN 2021/1", "one case: page 1, one case: § 1, one case: § 2")] // the document has no other
    [InlineData("TN 2022/3", "letter: outside, letter: page 1")] // no sections at all: all of it is the case's
    [InlineData("TN 2022/4", "letter: outside, letter: page 1")]
    [InlineData("TN 2023/5", "one of three: page 1, one of three: § 2")] // the only number, but of one paragraph, below its head
    [InlineData("TN 2024/1", "citing: page 1, citing: page 2, citing: § 1")] // page 2 goes on with § 1 and cites another
    [InlineData("TN 2013/9", "citing: page 2")]
    [InlineData("TN 2024/2", "citing: page 3, citing: § 2")] // § 1 ended above a page that begins with § 2, but for furniture
    public async Task Finds_the_sections_and_pages_that_can_be_meant_and_no_others(string dnr, string expected)
    {
        string[] found = [.. (await archive.Index.SearchAsync(new SearchRequest { Dnr = dnr })).Hits.Select(Name).Order(StringComparer.Ordinal)];
        Assert.Equal(expected, string.Join(", ", found));
        Assert.Equal(found, (await archive.SearchAsync($"dnr:\"{dnr}\"")).Hits.Select(Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Writes_the_headings_of_a_page_on_one_line()
    {
        var hits = (await archive.Index.SearchAsync(new SearchRequest { Dnr = "TN 2021/1" })).Hits;
        Assert.Equal("Bron · Vägen", Assert.Single(hits, hit => hit.Decision is null).Heading);
    }

    [Theory]
    [InlineData("Ekåsa", "ours")]
    [InlineData("granby kommun", "theirs")]
    [InlineData("Storvreta", "")]
    [InlineData(null, "ours, theirs")]
    public async Task Tells_apart_two_municipalities_that_share_a_number(string? municipality, string expected)
    {
        var hits = await archive.Index.CaseAsync("KS 2020/14", municipality);
        Assert.Equal(expected, string.Join(", ", hits.Select(hit => hit.Document.Title).Order(StringComparer.Ordinal)));
    }

    private static string Name(SearchHit hit) =>
        $"{hit.Document.Title}: {(hit.Decision is { } decision ? (decision.Section is { } section ? $"§ {section}" : "outside") : $"page {hit.Page}")}";

    public sealed class Archive : TemporaryIndex
    {
        protected override IEnumerable<DocumentRecord> Records =>
        [
            Minutes("minutes", [Case(11), Case(12)], Section("3"), Section("4", Case(11)), Section("5", Case(12))) with
            {
                Pages = [Invented.Page(1, "Bron lagas."), Invented.Page(2, "Vägen stängs.")],
            },
            Minutes("extract", [Case(7, 2020), Case(8, 2020)], Section("8")),
            Minutes("one case", [Case(1, 2021)], Section("1", heading: "Bron"), Section("2", heading: "Vägen")),
            Minutes("letter", [Case(3, 2022), Case(4, 2022)]) with { Decisions = [Invented.Decide(Invented.Id("letter"), 1, "Bron lagas.")] },
            Minutes("one of three", [Case(5, 2023) with { Place = new Place(1, 2, 1) }], Section("1"), Section("2"), Section("3")),
            Minutes("citing", [Case(1, 2024), Case(9, 2013) with { Place = new Place(2, 4, 1) }, Case(2, 2024) with { Place = new Place(3, 9, 1) }],
                Section("1", Case(1, 2024)), Section("2", Case(2, 2024)) with { Page = 3, Start = 9 }) with
            {
                Pages =
                [
                    Invented.Page(1, "Bron lagas."), Invented.Page(2, "Se beslut i TN 2013/9."),
                    Invented.Page(3, "Sida 3\n\n § 2 Vägen") with { Furniture = [new TextSpan(0, 6)] },
                ],
            },
            Invented.Letter("ours", "Bron lagas.") with { Municipality = Invented.At("Ekåsa kommun"), CaseNumbers = [Invented.Case("KS 2020/14", "ks-2020-14")] },
            Invented.Letter("theirs", "Bron lagas.") with { Municipality = Invented.At("Granby"), CaseNumbers = [Invented.Case("KS 2020/14", "ks-2020-14")] },
        ];

        private static Found<Dnr> Case(int serial, int year = 2019) => Invented.Case($"TN {year}/{serial}", $"tn-{year}-{serial}");

        private static Section Section(string number, Found<Dnr>? dnr = null, string? heading = null) =>
            new(number, heading, dnr is null ? [] : [dnr.Value.Key], 1, int.Parse(number, null), 1);

        private static DocumentRecord Minutes(string name, Found<Dnr>[] cases, params Section[] sections) => Invented.Letter(name, "Bron lagas.") with
        {
            CaseNumbers = cases,
            Sections = sections,
            Decisions =
            [
                .. sections.Select((section, i) => Invented.Decide(
                    Invented.Id(name), i + 1, "Bron lagas.", section: section.Number, page: section.Page, start: section.Start)),
            ],
        };
    }
}
