using System.Net;

namespace Protokollsok.Tests.Web;

[Collection(ApiTests.Name)]
public sealed class CaseApiTests(ApiServer server)
{
    [Theory]
    [InlineData("BUN%202018-45")]
    [InlineData("bun-2018-45")]
    [InlineData("BUN%202018%2F45")] // an escaped slash, as a strict client sends it
    [InlineData("BUN%202018/45")] // and one that is not
    [InlineData("bun2018-45")]
    [InlineData("BUN%202018:0045")]
    [InlineData("2018-45")] // without the unit
    public async Task A_case_is_found_by_its_number_in_any_spelling(string dnr) =>
        Assert.Equal("bun-2018-45", (string?)(await server.JsonAsync($"/api/v1/cases/{dnr}"))["key"]);

    [Fact]
    public async Task A_case_is_told_step_by_step_through_its_documents()
    {
        var view = await server.JsonAsync("/api/v1/cases/BUN%202018-45");

        var steps = view["steps"]!.AsArray();
        Assert.Equal(["2018-02-05", "2018-03-12"], steps.Select(step => (string?)step!["document"]!["date"]));
        Assert.Equal(["tjansteskrivelse", "protokoll"], steps.Select(step => (string?)step!["documentType"]));
        Assert.Equal([3, 2], steps.Select(step => step!["decisions"]!.AsArray().Count));
        Assert.Equal("22", (string?)steps[1]!["section"]);
        Assert.Equal(["BUN 2018-45"], view["printed"]!.AsArray().Select(printed => (string?)printed));
        Assert.Equal(("2018-02-05", "2018-03-12"), ((string?)view["from"], (string?)view["to"]));
        // The other section of the same minutes is another case.
        Assert.DoesNotContain("sägs upp", view.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_decided_is_set_against_what_was_proposed()
    {
        var comparisons = (await server.JsonAsync("/api/v1/cases/BUN%202018-45"))["comparisons"]!.AsArray();

        Assert.Equal(["changed", "same", "undecided"], comparisons.Select(one => (string?)one!["outcome"]));
        var difference = Assert.Single(comparisons[0]!["differences"]!.AsArray())!;
        Assert.Equal(("400 000", "350 000"), ((string?)difference["proposed"], (string?)difference["decided"]));
    }

    [Fact]
    public async Task A_case_is_asked_of_one_municipality()
    {
        var view = await server.JsonAsync("/api/v1/cases/BUN%202018-45?municipality=s%C3%A4lg%C3%A5sen");
        Assert.Equal("Sälgåsens kommun", (string?)Assert.Single(view["municipalities"]!.AsArray()));
        await server.ProblemAsync("/api/v1/cases/BUN%202018-45?municipality=Granby", HttpStatusCode.NotFound);
        await server.ProblemAsync("/api/v1/cases/BUN%202018-45?kommun=Granby", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_number_that_no_document_has_is_told_as_such() =>
        Assert.Contains("any spelling", (string?)(await server.ProblemAsync("/api/v1/cases/KS%201999-999", HttpStatusCode.NotFound))["detail"], StringComparison.OrdinalIgnoreCase);
}
