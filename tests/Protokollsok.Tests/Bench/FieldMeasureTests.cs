using System.Text.Json.Nodes;
using Protokollsok.Bench;

namespace Protokollsok.Tests.Bench;

public sealed class FieldMeasureTests
{
    [Fact]
    public void What_a_truth_leaves_out_is_not_scored()
    {
        var measure = Measure("""{ "dates": [ { "value": "2021-03-09" } ] }""", """{ "dates": [ { "value": "2021-03-09", "printed": "9 mars 2021" } ], "title": "Protokoll" }""");
        Assert.Equal(["dates"], measure.Fields.Keys);
        Assert.Equal(new Score(1, 1, 1), measure.Fields["dates"]);
    }

    [Fact]
    public void An_empty_list_says_that_there_is_none()
    {
        var measure = Measure("""{ "amounts": [] }""", """{ "amounts": [ { "value": 500, "max": null, "per": null, "approximate": false, "printed": "500 kr" } ] }""");
        Assert.Equal(new Score(0, 1, 0), measure.Fields["amounts"]);
        Assert.Equal(0, measure.Fields["amounts"].F1);
    }

    [Fact]
    public void A_value_that_is_null_says_that_there_is_none() =>
        Assert.Equal(new Score(0, 1, 0), Measure("""{ "board": null }""", """{ "board": { "value": "Kommunstyrelsen" } }""").Fields["board"]);

    [Fact]
    public void Every_occurrence_counts_whatever_the_order()
    {
        var measure = Measure(Dates("2021-03-09", "2020-01-01", "2021-03-09"), Dates("2020-01-01", "2021-03-09"));
        Assert.Equal(new Score(2, 2, 3), measure.Fields["dates"]);
        Assert.Contains("missed dates: 2021-03-09", measure.Misses);
    }

    [Fact]
    public void Case_numbers_may_be_plain_texts_and_are_compared_as_values()
    {
        var measure = Measure("""{ "caseNumbers": ["ON 2014-225"] }""", """{ "caseNumbers": [ { "value": "ON 2014-225", "key": "on-2014-225", "printed": "ON 2014-225" } ] }""");
        Assert.Equal(["caseNumberValues"], measure.Fields.Keys);
        Assert.Equal(1, measure.Fields["caseNumberValues"].F1);
    }

    [Fact]
    public void A_member_that_some_value_lacks_is_not_scored()
    {
        var measure = Measure("""{ "sections": [ { "number": "1", "heading": "Upprop" }, { "number": "2" } ] }""", """{ "sections": [ { "number": "1", "heading": "", "caseNumbers": [] } ] }""");
        Assert.Equal(["sections"], measure.Fields.Keys);
    }

    [Theory]
    [InlineData(1, 1, "found")]
    [InlineData(2, 2, "found more often than it may be: the second is one too many")]
    public void What_two_people_may_count_differently_is_neither_a_miss_nor_a_false_alarm(int times, int found, string why)
    {
        var truth = JsonNode.Parse(Dates("2020-01-01"))!.AsObject();
        truth["optional"] = JsonNode.Parse(Dates("2021-03-09"));
        var measure = Measure(truth.ToJsonString(), Dates(["2020-01-01", .. Enumerable.Repeat("2021-03-09", times)]));
        Assert.True(measure.Fields["dates"] == new Score(1, found, 1), why);
    }

    [Fact]
    public void Who_decides_is_right_though_the_text_is_wrong()
    {
        var measure = Measure(Decision("Motionen avslås."), Decision("Motionen bifalles."));
        Assert.Equal(0, measure.Fields["decisions"].F1);
        Assert.Equal(1, measure.Fields["decidedBy"].F1);
    }

    [Theory]
    [InlineData("Kommunstyrelsen godkånner rapporten om trafiken i centrum.", 1, "one letter of fifty-eight")]
    [InlineData("Kommunstyrelsen godkånner rapporten om trafiken i centrun.", 0, "two")]
    [InlineData("Kommunstyrelsen godkänner rapporten om trafiken.", 0, "the end is cut off")]
    public void A_decision_is_near_when_few_letters_are_misread(string found, double f1, string why)
    {
        var measure = Measure(Decision("Kommunstyrelsen godkänner rapporten om trafiken i centrum."), Decision(found));
        Assert.True(measure.Fields[FieldMeasure.NearDecisions].F1 == f1, why);
        Assert.Equal(0, measure.Fields["decisions"].F1);
    }

    [Fact]
    public void A_near_decision_of_another_number_is_wrong() =>
        Assert.Equal(0, Measure(Decision("Motionen avslås."), Decision("Motionen avslås.", number: 2)).Fields[FieldMeasure.NearDecisions].F1);

    [Fact]
    public void A_printed_form_is_what_stands_at_its_place_after_repair()
    {
        var measure = Measure(
            """{ "lawReferences": [ { "value": null, "printed": "§ 11 MBL" } ] }""",
            """{ "pages": [ { "text": "enligt § 11\nMBL." } ], "lawReferences": [ { "value": null, "printed": "8 11 MBL", "page": 1, "start": 7, "length": 8 } ] }""");
        Assert.Equal(1, measure.Fields["lawReferences"].F1);
    }

    [Fact]
    public void Only_approximate_amounts_are_compared_as_such()
    {
        const string Two = """{ "amounts": [ { "value": 1, "max": null, "per": null, "approximate": true, "printed": "1 kr" }, { "value": 2.50, "max": null, "per": null, "approximate": false, "printed": "2:50 kr" } ] }""";
        Assert.Equal(new Score(1, 1, 1), Measure(Two, Two).Fields["amountsAbout"]);
    }

    [Fact]
    public void A_total_counts_a_field_where_it_is_labelled()
    {
        var total = FieldMeasure.Total([Measure(Dates("2020-01-01"), Dates("2020-01-01")), Measure("""{ "title": "A" }""", """{ "title": "B", "dates": [ { "value": "2020-01-01" } ] }""")]);
        Assert.Equal(new Score(1, 1, 1), total["dates"]);
        Assert.Equal(new Score(0, 1, 1), total["title"]);
    }

    private static FieldMeasure Measure(string truth, string found) => FieldMeasure.Of(Of(Filled(found)), Of(truth));

    private static Truth Of(string json) => Truth.Of(JsonNode.Parse(json)!.AsObject());

    /// <summary>A record names every field, with nothing in it if need be.</summary>
    private static string Filled(string found)
    {
        var record = JsonNode.Parse(found)!.AsObject();
        foreach (var list in ComparedField.All.Select(field => field.List).Where(list => !record.ContainsKey(list))) record[list] = new JsonArray();
        return record.ToJsonString();
    }

    private static string Dates(params string[] days) => $$"""{ "dates": [ {{string.Join(",", days.Select(day => $$"""{ "value": "{{day}}" }"""))}} ] }""";

    private static string Decision(string text, int number = 1) =>
        $$"""{ "decisions": [ { "section": "4", "number": {{number}}, "kind": "decision", "decidedBy": "Kommunstyrelsen", "proposedBy": null, "text": "{{text}}" } ] }""";
}
