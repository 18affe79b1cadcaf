using System.Net;
using System.Text;
using System.Xml.Linq;
using Protokollsok.Search;
using Protokollsok.Web.Feeds;

namespace Protokollsok.Tests.Web;

[Collection(ApiTests.Name)]
public sealed class FeedTests(ApiServer server)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task A_feed_holds_what_atom_demands_and_the_same_hits_as_the_search()
    {
        var feed = XDocument.Parse(await server.Client.GetStringAsync("/api/v1/search.atom?q=skolskjuts&sort=relevance")).Root!;

        Assert.Equal(Atom + "feed", feed.Name);
        foreach (var of in feed.Elements(Atom + "entry").Prepend(feed))
        {
            // RFC 4287, 4.1.1 and 4.1.2: exactly one of each.
            foreach (var name in new[] { "id", "title", "updated" }) Assert.Single(of.Elements(Atom + name));
            Assert.True(DateTimeOffset.TryParse(of.Element(Atom + "updated")!.Value, out _));
            Assert.True(Uri.IsWellFormedUriString(of.Element(Atom + "id")!.Value, UriKind.Absolute), of.Element(Atom + "id")!.Value);
            Assert.All(of.Elements(Atom + "link"), link => Assert.True(Uri.IsWellFormedUriString((string)link.Attribute("href")!, UriKind.Absolute)));
        }

        Assert.EndsWith("/api/v1/search.atom?q=skolskjuts&sort=relevance", Link(feed, "self"), StringComparison.Ordinal);
        Assert.Single(feed.Elements(Atom + "author"));
        var hits = (await server.JsonAsync("/api/v1/search?q=skolskjuts"))["hits"]!.AsArray();
        Assert.Equal(hits.Select(hit => (string)hit!["snippet"]!), feed.Elements(Atom + "entry").Select(entry => (string)entry.Element(Atom + "summary")!));
    }

    [Fact]
    public async Task An_entrys_id_says_nothing_of_the_server_and_its_links_lead_somewhere()
    {
        var entry = XDocument.Parse(await server.Client.GetStringAsync("/api/v1/search.atom?q=skolskjuts&kind=decision")).Root!.Element(Atom + "entry")!;

        Assert.StartsWith("tag:protokollsok,2026:", (string)entry.Element(Atom + "id")!, StringComparison.Ordinal);
        foreach (var link in entry.Elements(Atom + "link")) Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync((string)link.Attribute("href")!)).StatusCode);
    }

    [Fact]
    public async Task A_feed_goes_on_where_its_page_ends()
    {
        var (ids, next) = (new List<string>(), "/api/v1/search.atom?size=5");
        while (next is not null)
        {
            var feed = Feed(await server.Client.GetStringAsync(next));
            ids.AddRange(feed.Elements(Atom + "entry").Select(entry => (string)entry.Element(Atom + "id")!));
            next = Link(feed, "next");
        }

        Assert.Equal((int)(await server.JsonAsync("/api/v1/search"))["total"]!, ids.Distinct().Count());
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_table_is_read_by_its_rules_and_holds_no_formula()
    {
        using var answer = await server.Client.GetAsync("/api/v1/search.csv?q=belysningen&kind=decision");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var text = Encoding.UTF8.GetString(bytes);

        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("2", answer.Headers.GetValues("Search-Total").Single());
        Assert.Contains("searchable=6", answer.Headers.GetValues("Search-Coverage").Single(), StringComparison.Ordinal);
        var rows = Rows(text[1..]);
        Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
        Assert.Equal(2, rows.Count - 1);
        var column = rows[0].IndexOf("text");
        Assert.Contains(rows.Skip(1), row => row[column].Contains("\"Belysningen\"), \"citat\" och mer", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://elak.example\")", "'=HYPERLINK(\"http://elak.example\")")]
    [InlineData("+4613", "'+4613")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData(" =1+1", "' =1+1")] // a spreadsheet looks past the blank
    [InlineData("\t=1", "'\t=1")]
    [InlineData("Bilaga;=1+1;slut", "Bilaga;'=1+1;slut")] // a Swedish spreadsheet parts there
    [InlineData("＝1+1", "'＝1+1")] // as wide as a Chinese sign, and a formula all the same
    [InlineData("\"=1\", sa hon", "\"=1\", sa hon")] // a quote is no formula
    [InlineData("1 = 1", "1 = 1")]
    [InlineData("två\r\nrader", "två\r\nrader")]
    [InlineData("", "")]
    public void A_cell_is_never_a_formula(string text, string cell)
    {
        var id = Documents.DocumentId.Of("x"u8);
        var decision = new Documents.Decision($"{id}-1", null, 1, Documents.DecisionKind.Decision, null, null, text, 1, 0, text.Length, []);
        var hit = new SearchHit(decision, new DocumentSummary(id, text, text, null, []), 1, text, "", 1, []);

        var rows = Rows(Encoding.UTF8.GetString(CsvTable.ToUtf8([hit], "http://här.example"))[1..]);

        Assert.All(new[] { "text", "heading", "title", "board" }, column => Assert.Equal(cell, rows[1][rows[0].IndexOf(column)]));
    }

    [Fact]
    public void A_table_names_documents_as_people_do_beside_their_titles_and_parts_at_semicolons_where_it_is_asked_to()
    {
        var id = Documents.DocumentId.Of("x"u8);
        SearchHit Hit(string? title) => new(null, new DocumentSummary(id, title, "Parknämnden", Documents.CalendarDate.Parse("2019-05-06"), ["pn-2019-7"]), 1, null, "ett, två; tre", 1, []);

        var text = Encoding.UTF8.GetString(CsvTable.ToUtf8([Hit("SAMMANTRÄDESPROTOKOLL"), Hit("Protokoll över lekplatser")], "http://här.example", ';'))[1..];

        Assert.Contains(";\"ett, två; tre\";;SAMMANTRÄDESPROTOKOLL;Parknämnden;2019-05-06;pn-2019-7;", text, StringComparison.Ordinal);
        var rows = text.Split("\r\n");
        Assert.EndsWith(";name", rows[0], StringComparison.Ordinal);
        Assert.EndsWith(";Parknämnden 2019-05-06", rows[1], StringComparison.Ordinal);
        Assert.EndsWith(";Protokoll över lekplatser", rows[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("separator=semicolon", ';')]
    [InlineData("separator=comma", ',')]
    [InlineData("", ',')]
    public async Task A_table_has_the_separator_that_was_asked_for_and_case_numbers_as_the_json_has_them(string parameter, char separator)
    {
        var text = await server.Client.GetStringAsync($"/api/v1/search.csv?dnr=BUN%202018-45&{parameter}");
        Assert.StartsWith($"kind{separator}decisionId{separator}", text.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Contains($"{separator}bun-2018-45{separator}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_is_cut_says_where_it_goes_on()
    {
        var (rows, next) = (0, "/api/v1/search.csv?size=7");
        while (next is not null)
        {
            using var answer = await server.Client.GetAsync(next);
            rows += Rows(await answer.Content.ReadAsStringAsync()).Count - 1;
            next = answer.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
        }

        Assert.Equal((int)(await server.JsonAsync("/api/v1/search"))["total"]!, rows);
    }

    private static XElement Feed(string text) => XDocument.Parse(text).Root!;

    private static string? Link(XElement feed, string relation) =>
        (string?)feed.Elements(Atom + "link").SingleOrDefault(link => (string?)link.Attribute("rel") == relation)?.Attribute("href");

    /// <summary>RFC 4180, to the letter.</summary>
    private static List<List<string>> Rows(string text)
    {
        var (rows, row, cell, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted && text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[++i]);
            else if (text[i] == '"') quoted = !quoted;
            else if (!quoted && text[i] == ',') (row, cell) = ([.. row, cell.ToString()], new StringBuilder());
            else if (!quoted && text[i] == '\r' && text[i + 1] == '\n')
            {
                rows.Add([.. row, cell.ToString()]);
                (row, cell, i) = ([], new StringBuilder(), i + 1);
            }
            else cell.Append(text[i]);
        }

        Assert.True(row.Count == 0 && cell.Length == 0 && !quoted, "The last row does not end with CRLF.");
        return rows;
    }
}
