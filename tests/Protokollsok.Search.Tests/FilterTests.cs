using Protokollsok.Documents;

namespace Protokollsok.Search.Tests;

public class FilterTests(FilterTests.Archive archive) : IClassFixture<FilterTests.Archive>
{
    public static TheoryData<SearchRequest, string> Requests => new()
    {
        { new SearchRequest { Municipality = "granby" }, "ramp ramp" },
        { new SearchRequest { Board = "BYGGNADSNÄMNDEN" }, "ramp ramp" },
        { new SearchRequest { Board = "Byggnads" }, "ramp ramp" }, // the beginning of a word
        { new SearchRequest { Board = "byggnadsnamnden" }, "ramp ramp" }, // without dots
        { new SearchRequest { Board = "nämnden" }, "" }, // the end of a word is no name of a board
        { new SearchRequest { Municipality = "Granbys kommun" }, "ramp ramp" },
        { new SearchRequest { Municipality = "gran" }, "ramp ramp" },
        { new SearchRequest { Municipality = "-" }, "" },
        { new SearchRequest { Type = "Protokoll" }, "ramp ramp" },
        { new SearchRequest { Kind = "decision" }, "ramp" },
        { new SearchRequest { Kind = "page", Type = "tjansteskrivelse" }, "trappa" },
        { new SearchRequest { Dnr = "bn 2015/3" }, "ramp ramp" }, // the section has it, and so has the page that it stands on, where another is printed
        { new SearchRequest { Dnr = "xx 2015/3" }, "" },
        { new SearchRequest { From = new DateOnly(2015, 3, 4), To = new DateOnly(2015, 3, 4) }, "ramp ramp" },
        { new SearchRequest { From = new DateOnly(2015, 3, 5) }, "" },
        { new SearchRequest { To = new DateOnly(2030, 1, 1) }, "ramp ramp" }, // a document without a date is not "until" any
        { new SearchRequest { MinAmount = 500 }, "ramp ramp" },
        { new SearchRequest { MinAmount = 200, MaxAmount = 450 }, "trappa" }, // reaches into the range of 400 to 480
        { new SearchRequest { MinAmount = 481, MaxAmount = 999 }, "" },
        { new SearchRequest { MaxAmount = 1000, Kind = "decision" }, "ramp" },
        { new SearchRequest { Query = "ramp", Kind = "decision", Municipality = "Granby" }, "ramp" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Keeps_what_passes_all_filters(SearchRequest request, string names)
    {
        Assert.Equal(names, string.Join(' ', (await archive.NamesAsync(request)).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Counts_facets_over_all_hits_and_not_only_the_page()
    {
        var page = await archive.Index.SearchAsync(new SearchRequest { Size = 1 });
        Assert.Equal(3, page.Total);
        Assert.Equal([new FacetCount("Byggnadsnämnden", 2)], page.Facets.Board);
        Assert.Equal([new FacetCount("2015", 2)], page.Facets.Year);
        Assert.Equal([new FacetCount("protokoll", 2), new FacetCount("tjansteskrivelse", 1)], page.Facets.Type);
        Assert.Equal([new FacetCount("page", 2), new FacetCount("decision", 1)], page.Facets.Kind);
    }

    [Fact]
    public async Task Counts_no_facets_when_none_are_asked_for()
    {
        var page = await archive.Index.SearchAsync(new SearchRequest { Facets = false });
        Assert.Empty(page.Facets.Kind);
        Assert.Equal(3, page.Hits.Count);
    }

    [Fact]
    public async Task Tells_all_that_a_hit_needs()
    {
        var page = await archive.Index.SearchAsync(new SearchRequest { Query = "ramp", Kind = "decision" });
        var hit = Assert.Single(page.Hits);
        Assert.Equal("Ramp byggs för 1 000 kronor.", hit.Decision!.Text);
        Assert.Equal(1, hit.Page);
        Assert.Equal(CalendarDate.Parse("2015-03-04"), hit.Document.Date);
        Assert.Equal(["bn-2015-3"], hit.Document.Dnr);
        var json = DocumentsJson.ToText(page);
        Assert.StartsWith("{\"total\":1,\"coverage\":null,\"hits\":[{\"decision\":{\"id\":", json, StringComparison.Ordinal);
        Assert.Contains("\"matchedBy\":[\"exact\"]", json, StringComparison.Ordinal);
    }

    public sealed class Archive : TemporaryIndex
    {
        protected override IEnumerable<DocumentRecord> Records
        {
            get
            {
                var id = Invented.Id("ramp");
                yield return Invented.Letter("ramp", "Ramp byggs för 1 000 kronor.") with
                {
                    DocumentType = DocumentType.Protokoll,
                    Municipality = Invented.At("Granby"),
                    Board = Invented.At("Byggnadsnämnden"),
                    MeetingDate = Invented.Day("2015-03-04"),
                    CaseNumbers = [Invented.Case("BN 2015/4", "bn-2015-4")],
                    Sections = [new Section("9", "Ramp", ["bn-2015-3"], 1, 0, 3)],
                    Amounts = [Invented.At(new Amount(1000), start: 14)],
                    Decisions = [Invented.Decide(id, 1, "Ramp byggs för 1 000 kronor.", section: "9")],
                };
                yield return Invented.Letter("trappa", "En trappa.") with { Amounts = [Invented.At(new Amount(400, 480))] };
            }
        }
    }
}
