using Protokollsok.Documents;

namespace Protokollsok.Extraction.Tests;

/// <summary>How sure a value is: the least of page, repair and rule.</summary>
public sealed class ConfidenceTests
{
    [Fact]
    public void A_clear_value_of_a_clear_page_is_sure()
    {
        var record = Understand.Pages("Avtalet löper till 2017-03-10 och kostar 500 kr.");
        Assert.Equal(1, record.Dates[0].Confidence);
        Assert.Equal(1, record.Amounts[0].Confidence);
        Assert.DoesNotContain(record.Findings, finding => finding.Code == "low-confidence");
    }

    [Theory]
    [InlineData(.7, true, .7)] // an applied change is as sure as it says
    [InlineData(.95, false, .3)] // one that is only suggested makes what stands there doubtful
    [InlineData(.2, false, .8)]
    public void What_repair_did_to_a_value_counts(double change, bool applied, double expected)
    {
        var page = Understand.Page(1, "Dnr BUN 2014-225", new Correction(4, 3, applied ? "8UN" : "BUN", applied ? "BUN" : "RUN", change, applied, null, "test"));
        Assert.Equal(expected, Understand.Records(page).CaseNumbers[0].Confidence, 6);
    }

    [Fact]
    public void Values_of_a_doubtful_page_are_one_finding()
    {
        var record = Understand.Records(
            Understand.Page(1, "Avtalet löper till 2017-03-10 och kostar 500 kr.") with { Confidence = .6 },
            Understand.Page(2, "Avtalet kostar 700 kr."));
        var finding = Assert.Single(record.Findings, finding => finding.Code == "low-confidence");
        Assert.Equal([1, 1], finding.Where.Select(place => place.Page));
        Assert.All(record.Dates, date => Assert.Equal(.6, date.Confidence));
    }

    [Fact]
    public void A_decision_and_its_vote_on_a_doubtful_page_are_told_though_no_question_is_asked_about_them()
    {
        var record = Understand.Records(Understand.Page(1, "§ 3 Plan\n\nBeslut\nPlanen antas med 9 röster mot 4.") with { Confidence = .6 });
        var told = record.Findings.Single(finding => finding.Code == "low-confidence").Where;
        Assert.NotEmpty(record.Decisions);
        Assert.All(record.Decisions, decision => Assert.Contains(decision.Parts[0], told));
        Assert.All(record.Votes, vote => Assert.Contains(new Place(vote.Page, vote.Start, vote.Length), told));
    }

    [Fact]
    public void A_case_number_that_stands_elsewhere_as_well_is_as_sure_as_there()
    {
        var record = Understand.Records(Understand.Page(1, "Dnr BUN 2014-225.") with { Confidence = .6 }, Understand.Page(2, "Dnr BUN 2014-225"));
        Assert.Equal([.6, 1], record.CaseNumbers.Select(found => found.Confidence));
        Assert.DoesNotContain(record.Findings, finding => finding.Code == "low-confidence");
    }

    [Fact]
    public void A_section_whose_sign_is_gone_is_less_sure()
    {
        var record = Understand.Pages("Paragrafer 31-32\n\n§ 31 Taxa\n\nBeslut\nTaxan antas.\n\n32 Plan\n\nBeslut\nPlanen antas.");
        Assert.Equal([1, .75], record.Sections.Select(section => section.Confidence));
        Assert.Contains(record.Findings, finding => finding.Code == "low-confidence");
    }

    [Fact]
    public void A_record_kept_without_confidence_is_read()
    {
        const string kept = """{"number":"3","heading":null,"caseNumbers":[],"page":1,"start":0,"length":3}""";
        Assert.Equal(1, DocumentsJson.Parse<Section>(System.Text.Encoding.UTF8.GetBytes(kept)).Confidence);
        const string value = """{"value":"2017-03-10","printed":"2017-03-10","page":1,"start":0,"length":10}""";
        Assert.Equal(1, DocumentsJson.Parse<Found<CalendarDate>>(System.Text.Encoding.UTF8.GetBytes(value)).Confidence);
    }
}
