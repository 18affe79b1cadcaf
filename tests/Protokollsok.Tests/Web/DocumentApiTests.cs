using System.Net;
using System.Text.Json.Nodes;

namespace Protokollsok.Tests.Web;

[Collection(ApiTests.Name)]
public sealed class DocumentApiTests(ApiServer server)
{
    [Fact]
    public async Task The_list_has_every_document_once_with_its_state_and_without_its_text()
    {
        var (lines, next) = (new List<JsonNode>(), "");
        do
        {
            var page = await server.JsonAsync($"/api/v1/documents?size=3{next}");
            lines.AddRange(page["documents"]!.AsArray().Select(line => line!));
            next = (string?)page["next"] is { } cursor ? $"&cursor={cursor}" : "";
        }
        while (next.Length > 0);

        Assert.Equal(7, lines.Select(line => (string)line["id"]!).Distinct().Count());
        Assert.Equal(7, lines.Count);
        var broken = Assert.Single(lines, line => (string?)line["state"] == "quarantined");
        Assert.Equal("trasig.pdf", (string?)broken["fileName"]);
        Assert.NotNull((string?)broken["reason"]);
        Assert.Equal(lines.Select(line => (string)line["modifiedAt"]!).Order(StringComparer.Ordinal), lines.Select(line => (string)line["modifiedAt"]!));
        Assert.DoesNotContain("vårdnadshavarna", lines.ConvertAll(line => line.ToJsonString()).Aggregate(string.Concat), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_what_changed_is_told_what_came_and_what_was_deleted_and_nothing_else()
    {
        var before = (string)(await server.JsonAsync("/api/v1/documents"))["documents"]!.AsArray()[^1]!["modifiedAt"]!;
        var id = await server.SendAsync(InventedMinutes.Numbered(901), "ny.txt");
        var since = $"/api/v1/documents?modifiedSince={Uri.EscapeDataString(before)}";
        var came = (await server.JsonAsync(since))["documents"]!.AsArray()[^1]!;
        Assert.Equal((id, "searchable", "ny.txt"), ((string?)came["id"], (string?)came["state"], (string?)came["fileName"]));

        await server.DeleteAsync(id);

        var gone = (await server.JsonAsync(since))["documents"]!.AsArray()[^1]!;
        Assert.Equal((id, "deleted", null), ((string?)gone["id"], (string?)gone["state"], (string?)gone["fileName"]));
        Assert.DoesNotContain(id, (await server.JsonAsync("/api/v1/documents"))["documents"]!.AsArray().Select(line => (string?)line!["id"]));
        Assert.Empty((await server.JsonAsync("/api/v1/documents?modifiedSince=2999-01-01"))["documents"]!.AsArray());
        await server.ProblemAsync($"/api/v1/documents/{id}", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("2020-01-01")]
    [InlineData("2020-01-01T00:00Z")]
    [InlineData("2020-01-01T00:00:00.123+02:00")] // the plus comes as a blank
    public async Task A_moment_is_understood_as_iso_writes_it(string moment) =>
        Assert.True((await server.JsonAsync($"/api/v1/documents?modifiedSince={moment}"))["documents"]!.AsArray().Count >= 7);

    [Fact]
    public async Task A_document_without_a_record_says_why()
    {
        var broken = (await server.JsonAsync("/api/v1/documents"))["documents"]!.AsArray().Single(line => (string?)line!["state"] == "quarantined")!;

        var problem = await server.ProblemAsync($"/api/v1/documents/{broken["id"]}", HttpStatusCode.NotFound);

        Assert.Equal("quarantined", (string?)problem["state"]);
        await server.ProblemAsync("/api/v1/documents/x", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_words_of_a_page_stand_where_its_text_says_as_read_and_as_repaired_and_the_matching_ones_are_marked()
    {
        var id = (string)(await server.HitAsync("dnr=ON+2017-301"))["document"]!["id"]!;
        var text = (string)(await server.JsonAsync($"/api/v1/documents/{id}"))["pages"]![0]!["text"]!;

        var words = (await server.JsonAsync($"/api/v1/documents/{id}/pages/1/words?q=förvaltning"))!.AsArray();

        Assert.All(words, word => Assert.Equal((string?)word!["text"], text.Substring((int)word["start"]!, (int)word["length"]!)));
        Assert.Equal(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), words.Select(word => (string?)word!["text"]));
        Assert.Contains(words, word => (string?)word!["was"] == "Omsorgsnamnden" && (string?)word["text"] == "Omsorgsnämnden");
        Assert.Equal(["Förvaltningen", "Förvaltningen"], words.Where(word => (bool)word!["hit"]!).Select(word => (string?)word!["text"]));
        // What repair only suggests is found, too, and stands as it was read.
        var suggested = (await server.JsonAsync($"/api/v1/documents/{id}/pages/1/words?q=lånet"))!.AsArray();
        Assert.Contains("lanet", suggested.Where(word => (bool)word!["hit"]!).Select(word => (string?)word!["text"]));
        await server.ProblemAsync($"/api/v1/documents/{id}/pages/2/words", HttpStatusCode.NotFound);
        await server.ProblemAsync($"/api/v1/documents/{id}/pages/1/words?q=%22x", HttpStatusCode.BadRequest);
        await server.ProblemAsync($"/api/v1/documents/{id}/pages/1/image", HttpStatusCode.NotFound); // a text file has no pictures
    }

    [Fact]
    public async Task The_words_and_the_decisions_of_a_scan_have_boxes_inside_the_picture()
    {
        var hit = await server.HitAsync("kind=decision&dnr=ON+2016-118");
        var page = (await server.JsonAsync($"/api/v1/documents/{hit["document"]!["id"]}"))["pages"]![0]!;
        var words = (await server.JsonAsync($"/api/v1/documents/{hit["document"]!["id"]}/pages/1/words"))!.AsArray();
        var boxes = (await server.JsonAsync($"/api/v1/decisions/{hit["decision"]!["id"]}"))["boxes"]!.AsArray();

        Assert.NotEmpty(boxes);
        foreach (var box in words.Select(word => word!["box"]!.AsArray()).Concat(boxes.Select(box => box!["box"]!.AsArray())))
        {
            Assert.InRange((int)box[0]!, 0, (int)page["width"]! - (int)box[2]!);
            Assert.InRange((int)box[1]!, 0, (int)page["height"]! - (int)box[3]!);
        }
    }

    [Fact]
    public async Task A_decision_comes_with_all_that_belongs_to_it()
    {
        var id = (string)(await server.HitAsync("q=skolskjuts&kind=decision"))["decision"]!["id"]!;

        var decision = await server.JsonAsync($"/api/v1/decisions/{id}");

        Assert.Equal((id, "22", 1, "decision"), ((string?)decision["id"], (string?)decision["section"], (int)decision["number"]!, (string?)decision["kind"]));
        Assert.Equal("Skolskjuts till Hultets förskola", (string?)decision["heading"]);
        Assert.Equal(350000, (decimal)Assert.Single(decision["amounts"]!.AsArray())!["value"]!);
        Assert.Equal("2018-08-20", (string?)Assert.Single(decision["dates"]!.AsArray())!["value"]);
        Assert.Equal(["bun-2018-45"], decision["document"]!["dnr"]!.AsArray().Select(dnr => (string?)dnr));
        await server.ProblemAsync($"/api/v1/decisions/{id}9", HttpStatusCode.NotFound);
        await server.ProblemAsync($"/api/v1/decisions/{id.Split('-')[0]}-p1", HttpStatusCode.NotFound); // a page is no decision
        await server.ProblemAsync("/api/v1/decisions/x", HttpStatusCode.NotFound);
    }
}
