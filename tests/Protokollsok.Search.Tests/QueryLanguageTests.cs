using Protokollsok.Documents;

namespace Protokollsok.Search.Tests;

public class QueryLanguageTests(QueryLanguageTests.Archive archive) : IClassFixture<QueryLanguageTests.Archive>
{
    [Theory]
    [InlineData("vägen bron", "both")] // all words must match
    [InlineData("vägen -bron", "road")]
    [InlineData("-vägen -parken -utgift -alla", "bridge")]
    [InlineData("vägen parken OR bron", "both")] // OR joins its neighbours only
    [InlineData("parken OR bron -vägen", "bridge,park")]
    [InlineData("\"vägen och bron\"", "both")]
    [InlineData("\"bron och vägen\"", "")]
    [InlineData("“vägen och bron”", "both")] // as a word processor quotes
    [InlineData("väg* -br*", "road")]
    [InlineData("bron - parken", "")] // a lone dash is punctuation
    [InlineData("dnr:TN-2018/7", "road")]
    [InlineData("DNR:\"TN 2018-7\"", "road")]
    [InlineData("dnr:TN 2018-7", "road")] // the blank inside belongs to it
    [InlineData("dnr:2018-7", "bridge,road")] // no unit: every unit's
    [InlineData("TN2018-7", "road")]
    [InlineData("TN 2018-7", "road")]
    [InlineData("\"tn 2018/0007\"", "road")]
    [InlineData("2018-07-01", "")] // a date, not the seventh case of 2018
    [InlineData("-dnr:TN-2018/7 vägen", "both")]
    [InlineData("board:tekniska", "road")]
    [InlineData("board:\"Tekniska nämndens\"", "road")]
    [InlineData("section:12b", "park")]
    [InlineData("section:\"§ 12 B\"", "park")]
    [InlineData("vägen AND bron", "both")] // many type it
    [InlineData("*", "both,bridge,park,road,sum apart,sum in groups,sum together,year")]
    [InlineData("* -vägen -utgift -alla", "bridge,park")]
    [InlineData("*arken", "park")] // an ending
    [InlineData("*arke*", "park")] // letters anywhere
    [InlineData("*k", "park")] // its title
    [InlineData("v*", "both,road")]
    [InlineData("Dnr TN 2018-7", "road")] // pasted as documents print it
    [InlineData("Dnr: TN 2018-7", "road")]
    [InlineData("dnr. TN2018/7 vägen", "road")]
    [InlineData("Diarienummer: 2018-7", "bridge,road")]
    [InlineData("Dnr", "")] // alone it is a word
    [InlineData("§ 12 b", "park")]
    [InlineData("§§ 20–22", "sum apart")] // as cover sheets print it
    [InlineData("§§20--21 utgift", "sum apart")]
    [InlineData("§12b", "park")]
    [InlineData("§ 14 parken", "park")] // named in the text
    [InlineData("§14/2020", "park")]
    [InlineData("parken -§14", "")]
    [InlineData("§ 99", "")]
    [InlineData("1450000", "sum apart,sum in groups,sum together")]
    [InlineData("1 450 000", "sum apart,sum in groups,sum together")]
    [InlineData("1450 000", "sum apart,sum in groups,sum together")]
    [InlineData("1450000:-", "sum apart,sum in groups,sum together")]
    [InlineData("utgift 1450 000 kr", "sum apart,sum in groups,sum together")]
    [InlineData("2017 450", "year")] // two words
    [InlineData("-2017 450", "")]
    [InlineData("450 -2017", "")]
    [InlineData("kl:15", "")] // no field, only a colon
    [InlineData("!!! ???", "")] // nothing that could be searched for
    public async Task Understands(string query, string names)
    {
        Assert.Equal(names, string.Join(',', (await archive.NamesAsync(query)).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("bron \"vägen", 5)]
    [InlineData("\"", 0)]
    [InlineData("OR", 0)]
    [InlineData("bron OR", 5)]
    [InlineData("OR bron", 0)]
    [InlineData("bron OR OR vägen", 8)]
    [InlineData("bron dnr: vägen", 5)]
    [InlineData("bron -board:", 5)]
    [InlineData("AND AND", 0)]
    [InlineData("bron AND", 5)]
    [InlineData("bron OR AND vägen", 8)]
    [InlineData("bron foo:bar", 5)]
    [InlineData("bron nämnd:omsorg", 5)] // the fields have English names
    public async Task Tells_where_a_query_is_malformed(string query, int position)
    {
        var error = await Assert.ThrowsAsync<QuerySyntaxException>(() => archive.SearchAsync(query));
        Assert.Equal(position, error.Position);
        Assert.NotEqual(error.Message, error.SwedishMessage);
    }

    [Fact]
    public async Task Refuses_a_query_of_unreasonable_length()
    {
        await Assert.ThrowsAsync<QuerySyntaxException>(() => archive.SearchAsync(new string('a', 10_000)));
        await Assert.ThrowsAsync<QuerySyntaxException>(() => archive.SearchAsync(string.Join(' ', Enumerable.Repeat("a", 100))));
    }

    [Fact]
    public async Task Takes_any_text_as_a_query_or_tells_what_is_wrong_with_it()
    {
        var random = new Random(7);
        const string Signs = "aåbö19 -\"*:.ORdnr§&#()\\<\u0000\uD800\u0301";
        for (var i = 0; i < 300; i++)
        {
            var query = string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => Signs[random.Next(Signs.Length)]));
            var error = await Record.ExceptionAsync(() => archive.SearchAsync(query));
            Assert.True(error is null or QuerySyntaxException, $"'{query}': {error}");
        }
    }

    [Theory]
    [InlineData("board:tekniska", MatchKind.Exact)]
    [InlineData("board:nämndens", MatchKind.Inflection)]
    [InlineData("dnr:2018-7 board:tekniska", MatchKind.Exact)]
    public async Task Says_why_a_field_matched(string query, MatchKind because)
    {
        Assert.Equal([because], Assert.Single((await archive.SearchAsync(query)).Hits).MatchedBy);
    }

    [Fact]
    public async Task Lists_everything_by_date_without_a_query()
    {
        Assert.Equal(["park", "road", "both", "year", "sum together", "sum in groups", "sum apart", "bridge"], await archive.NamesAsync(""));
    }

    public sealed class Archive : TemporaryIndex
    {
        protected override IEnumerable<DocumentRecord> Records =>
        [
            Invented.Letter("both", "Om vägen och bron.") with { DocumentDate = Invented.Day("2017-01-01") },
            Invented.Letter("bridge", "Om bron.") with { CaseNumbers = [Invented.Case("SN 2018/7", "sn-2018-7")] },
            Invented.Letter("sum apart", "En utgift av 1450 000 kr.") with { Sections = [new Section("21", null, [], 1, 0, 2)], DocumentDate = Invented.Day("2001-01-01") },
            Invented.Letter("sum in groups", "En utgift av 1 450 000 kr.") with { DocumentDate = Invented.Day("2001-01-02") },
            Invented.Letter("sum together", "En utgift av 1450000 kr.") with { DocumentDate = Invented.Day("2001-01-03") },
            Invented.Letter("year", "Under 2017 kom alla 450.") with { DocumentDate = Invented.Day("2001-01-04") },
            Invented.Letter("park", "Om parken, se § 14.") with
            {
                Sections = [new Section("12 b", null, [], 1, 0, 4)],
                DocumentDate = Invented.Day("2019-05"),
            },
            Invented.Letter("road", "Om vägen.") with
            {
                Board = Invented.At("Tekniska nämnden"),
                CaseNumbers = [Invented.Case("TN 2018-7", "tn-2018-7")],
                MeetingDate = Invented.Day("2018-02-01"),
                DocumentDate = Invented.Day("2020-02-01"), // the meeting's date goes before
            },
        ];
    }
}
