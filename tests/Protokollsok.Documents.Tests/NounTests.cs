using System.Text.Json;
using System.Text.Json.Nodes;

namespace Protokollsok.Documents.Tests;

public sealed class NounTests
{
    [Theory]
    [InlineData("2017-03-10", "2017-03-10", "2017-03-10")]
    [InlineData("2017-12", "2017-12-01", "2017-12-31")]
    [InlineData("2018-05-16/2018-05-17", "2018-05-16", "2018-05-17")]
    [InlineData("2023-04/2024-02", "2023-04-01", "2024-02-29")]
    public void A_date_is_parsed_and_covers_its_days(string iso, string first, string last)
    {
        var date = CalendarDate.Parse(iso);
        Assert.Equal((iso, DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture)), (date.ToString(), date.FirstDay, date.LastDay));
    }

    [Theory]
    [InlineData("2017")] // a year alone is none
    [InlineData("2017-02-30")]
    [InlineData("2018-05-17/2018-05-16")]
    [InlineData("2018-05-16/2018-05-17/2018-05-18")]
    [InlineData("17-03-10")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_date_is_not_parsed(string? text) => Assert.False(CalendarDate.TryParse(text, out _));

    [Fact]
    public void A_range_cannot_end_before_it_begins() =>
        Assert.Throws<ArgumentException>(() => CalendarDate.Range(CalendarDate.Parse("2018-05-17"), CalendarDate.Parse("2018-05-16")));

    [Fact]
    public void An_id_is_the_hash_of_the_bytes()
    {
        var id = DocumentId.Of("abc"u8);
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", id.ToString());
        Assert.Equal(id, DocumentId.Parse(id.Hex.ToUpperInvariant()));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("xa7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData(null)]
    public void What_is_no_hash_is_no_id(string? text) => Assert.False(DocumentId.TryParse(text, out _));

    [Fact]
    public async Task The_id_of_a_stream_is_that_of_its_bytes() =>
        Assert.Equal(DocumentId.Of("abc"u8), await DocumentId.OfAsync(new MemoryStream([.. "abc"u8])));

    [Theory]
    [InlineData("a\u030A", "å")]
    [InlineData("å", "å")]
    public void Text_becomes_composed_at_the_gate(string text, string expected) => Assert.Equal(expected, Nfc.Of(text));

    [Fact]
    public void A_lone_surrogate_becomes_a_replacement_and_not_an_exception() => Assert.DoesNotContain('\uD83D', Nfc.Of("a\u030A \uD83D"));

    [Fact]
    public void A_found_value_is_written_flat_and_read_back()
    {
        var date = new Found<CalendarDate>(CalendarDate.Parse("2017-03-10"), "10 mars 2017", new Place(2, 5, 12));
        Assert.Equal("""{"value":"2017-03-10","printed":"10 mars 2017","page":2,"start":5,"length":12,"confidence":1}""", DocumentsJson.ToText(date));
        AssertReadBack(date);
        AssertReadBack(new Found<Dnr>(new Dnr("ON 2014-225", "on-2014-225"), "0N 2014-225", new Place(1, 0, 11)));
        AssertReadBack(new Found<Amount>(new Amount(0.45m, 2, "år", true), "ca", new Place(1, 0, 2)));
        AssertReadBack(new Found<string?>(null, "19 § MBL", new Place(1, 0, 8)));
        AssertReadBack(new Found<DecisionReference>(new DecisionReference(null, null, "7"), "§ 7", new Place(1, 0, 3)));
        Assert.Contains("\"max\":2,\"per\":\"år\"", DocumentsJson.ToText(new Found<Amount>(new Amount(1, 2, "år"), "1", new Place(1, 0, 1))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_has_every_field_of_the_contract_and_leaves_none_out()
    {
        var json = JsonNode.Parse(DocumentsJson.ToUtf8(Empty()))!.AsObject();
        Assert.Equal(
            [
                "id", "source", "status", "problems", "documentType", "title", "municipality", "board", "meetingDate", "documentDate", "caseNumbers", "sections", "decisions", "dates", "amounts", "lawReferences",
                "decisionReferences", "votes", "reservations", "recipients", "signatories", "attachments", "findings", "pages",
            ],
            json.Select(member => member.Key));
        Assert.Equal("ovrigt", (string?)json["documentType"]);
        Assert.Null(json["board"]);
    }

    [Fact]
    public void A_record_is_read_back_and_unknown_fields_are_ignored()
    {
        var json = JsonNode.Parse(DocumentsJson.ToUtf8(Empty() with { Title = "Ärende", Problems = [new Problem(ProblemCode.PageUnreadable, 1, "x")] }))!;
        json["aLaterField"] = 1;
        var read = DocumentsJson.Parse<DocumentRecord>(JsonSerializer.SerializeToUtf8Bytes(json));
        Assert.Equal(("Ärende", ProblemCode.PageUnreadable), (read.Title, read.Problems[0].Code));
    }

    [Theory]
    [InlineData(false, "text", DocumentStatus.Complete)]
    [InlineData(true, "text", DocumentStatus.Partial)]
    [InlineData(true, "", DocumentStatus.Failed)]
    public void The_status_is_computed_from_problems_and_pages(bool problem, string text, DocumentStatus expected)
    {
        var record = Empty() with
        {
            Problems = problem ? [new Problem(ProblemCode.PageUnreadable, 1, "x")] : [],
            Pages = [new PageRecord(1, text, PageOrigin.Ocr, 1, 10, 10, 300, [], [])],
        };
        Assert.Equal(expected, record.Status);
    }

    private static DocumentRecord Empty() => new() { Id = DocumentId.Of([]), Source = new Source("a.txt", 0, "text/plain", 1) };

    private static void AssertReadBack<T>(Found<T> found) => Assert.Equal(found, DocumentsJson.Parse<Found<T>>(DocumentsJson.ToUtf8(found)));
}
