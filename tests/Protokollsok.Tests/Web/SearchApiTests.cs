using System.Net;
using System.Text.Json.Nodes;

namespace Protokollsok.Tests.Web;

[Collection(ApiTests.Name)]
public sealed class SearchApiTests(ApiServer server)
{
    [Theory]
    [InlineData("search?q=%22st%C3%B6d", "never closed")]
    [InlineData("search?q=OR", "OR")]
    [InlineData("search?size=0", "1 to 100")]
    [InlineData("search?size=101", "1 to 100")] // nobody gets all at once
    [InlineData("search?size=ti", "1 to 100")]
    [InlineData("search?from=2024-02-30", "yyyy-mm-dd")]
    [InlineData("search?from=2024-03-01&to=2024-02-01", "not after")]
    [InlineData("search?minAmount=mycket", "kronor as a number")]
    [InlineData("search?minAmount=5&maxAmount=1", "at most")]
    [InlineData("search?dnr=ingen", "case number")] // a number without any digit
    [InlineData("search?type=roman", "tjansteskrivelse")]
    [InlineData("search?kind=rumour", "proposal")]
    [InlineData("search?sort=best", "relevance or date")]
    [InlineData("search?facets=board,colour", "kind")]
    [InlineData("search?cursor=x", "cursor")]
    [InlineData("search?query=x", "no parameter query")] // passed over, it would find everything
    [InlineData("search?board=a&board=b", "2 times")]
    [InlineData("search.csv?size=1001", "1 to 1000")]
    [InlineData("search.atom?size=101", "1 to 100")]
    [InlineData("suggest?q=a&size=51", "1 to 50")]
    [InlineData("similar?id=x", "decision's id")]
    [InlineData("documents?modifiedSince=yesterday", "ISO 8601")]
    [InlineData("documents?cursor=x", "cursor")]
    [InlineData("documents?size=1001", "1 to 1000")]
    [InlineData("documents?board=x", "no parameter board")]
    [InlineData("status?verbose=1", "none is taken")]
    public async Task A_parameter_that_cannot_be_understood_is_told_with_what_was_expected(string address, string says) =>
        Assert.Contains(says, (string?)(await server.ProblemAsync($"/api/v1/{address}", HttpStatusCode.BadRequest))["detail"], StringComparison.Ordinal);

    [Fact]
    public async Task A_malformed_query_says_where() =>
        Assert.Equal(5, (int)(await server.ProblemAsync("/api/v1/search?q=stöd+%22råd", HttpStatusCode.BadRequest))["position"]!);

    [Fact]
    public async Task Every_answer_tells_how_much_was_searched()
    {
        var coverage = (await server.JsonAsync("/api/v1/search?q=finns-inte-alls"))["coverage"]!;

        Assert.Equal((7, 6, 1), ((int)coverage["documents"]!, (int)coverage["searchable"]!, (int)coverage["quarantined"]!));
        Assert.Equal(7, (int)(await server.JsonAsync("/api/v1/cases/BUN%202018-45"))["coverage"]!["documents"]!);
    }

    [Theory]
    [InlineData("kind=proposal&dnr=BUN+2018-45", 3)]
    [InlineData("kind=decision&dnr=bun-2018/45", 2)]
    [InlineData("kind=decision&q=skolskjuts&minAmount=300+000&maxAmount=375000", 1)]
    [InlineData("kind=decision&board=barn-+och+utbildningsnämnden&from=2018-03-12&to=2018-03-12", 3)]
    [InlineData("kind=proposal&type=tjansteskrivelse", 3)]
    [InlineData("kind=decision&municipality=sälgåsens+kommun&q=belysningen", 2)]
    public async Task Filters_must_all_hold(string parameters, int hits) =>
        Assert.Equal(hits, (int)(await server.JsonAsync($"/api/v1/search?{parameters}"))["total"]!);

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repeat_and_no_list_holds_a_pages_whole_text()
    {
        var (seen, next) = (new List<string>(), "");
        do
        {
            var page = await server.JsonAsync($"/api/v1/search?size=4&facets=false&sort=date{next}");
            seen.AddRange(page["hits"]!.AsArray().Select(hit => $"{hit!["document"]!["id"]} {hit["page"]} {hit["decision"]?["id"]}"));
            Assert.All(page["hits"]!.AsArray(), hit => Assert.True(((string)hit!["snippet"]!).Length < 1000));
            next = (string?)page["next"] is { } cursor ? $"&cursor={cursor}" : "";
        }
        while (next.Length > 0);

        Assert.Equal((int)(await server.JsonAsync("/api/v1/search"))["total"]!, seen.Count);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public async Task Only_the_facets_that_were_asked_for_are_counted()
    {
        var facets = (await server.JsonAsync("/api/v1/search?facets=kind,year"))["facets"]!;

        Assert.NotEmpty(facets["kind"]!.AsArray());
        Assert.NotEmpty(facets["year"]!.AsArray());
        Assert.Empty(facets["board"]!.AsArray());
        Assert.All((await server.JsonAsync("/api/v1/search?facets=false"))["facets"]!.AsObject(), facet => Assert.Empty(facet.Value!.AsArray()));
    }

    [Fact]
    public async Task What_was_meant_is_told_where_little_is_found()
    {
        Assert.Equal("skolskjuts", (string?)(await server.JsonAsync("/api/v1/search?q=skolskjutz"))["didYouMean"]!["query"]);
        Assert.Null((await server.JsonAsync("/api/v1/search?q=skolskjuts"))["didYouMean"]);
    }

    [Fact]
    public async Task A_query_that_is_being_typed_goes_on_as_the_archive_does()
    {
        var words = (await server.JsonAsync("/api/v1/suggest?q=skolsk&size=3"))["suggestions"]!.AsArray();

        Assert.Contains("skolskjuts", words.Select(word => (string?)word!["text"]));
        Assert.InRange(words.Count, 1, 3);
        Assert.Equal("dnr", (string?)(await server.JsonAsync("/api/v1/suggest?q=bun+2018-4"))["suggestions"]![0]!["kind"]);
        Assert.Empty((await server.JsonAsync("/api/v1/suggest"))["suggestions"]!.AsArray());
    }

    [Fact]
    public async Task What_speaks_of_the_same_lies_in_other_documents()
    {
        var proposal = await server.HitAsync("q=skolskjuts&kind=proposal");

        var alike = (await server.JsonAsync($"/api/v1/similar?id={proposal["decision"]!["id"]}"))["hits"]!.AsArray();

        Assert.Contains("Hultets", (string?)alike[0]!["snippet"], StringComparison.Ordinal);
        Assert.DoesNotContain((string)proposal["document"]!["id"]!, alike.Select(hit => (string?)hit!["document"]!["id"]));
        await server.ProblemAsync($"/api/v1/similar?id={new string('0', 64)}-1", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_a_document_holds_is_never_markup()
    {
        var hit = await server.HitAsync("q=belysningen+längs");

        Assert.Contains("&lt;img src=x", (string?)hit["snippet"], StringComparison.Ordinal);
        Assert.DoesNotContain("<img", (string?)hit["snippet"], StringComparison.Ordinal);
        var page = await server.Client.GetStringAsync("/?q=belysningen");
        Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img src=x", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_command_has_the_same_filters_and_the_same_json()
    {
        var search = await TheProgram.RunAsync("search", "skolskjuts", "--data", server.Workshop.Home.Data, "--json", "--kind", "decision", "--minAmount", "1000", "--facets", "kind");

        var (command, api) = (JsonNode.Parse(search.Output)!, await server.JsonAsync("/api/v1/search?q=skolskjuts&kind=decision&minAmount=1000&facets=kind"));
        Assert.True(JsonNode.DeepEquals(api, command), search.Output);
        Assert.Equal(2, (await TheProgram.RunAsync("search", "x", "--data", server.Workshop.Home.Data, "--facets", "colour")).ExitCode);
    }
}
