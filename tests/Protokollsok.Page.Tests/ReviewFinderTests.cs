using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Extraction;
using Protokollsok.Pages.Review;

namespace Protokollsok.Page.Tests;

public sealed class ReviewFinderTests
{
    private const string Text = "Miljönämnden beslutar att Bjorkvag ska få 21 000 kr, dnr MN 2019-17.";

    private static readonly DocumentRecord Record = new()
    {
        Id = DocumentId.Of([1]),
        Source = new Source("a.pdf", 1, "application/pdf", 1),
        DocumentType = DocumentType.Protokoll,
        Board = new Found<string>("Miljönämnden", "Miljonamnden", new Place(1, 0, 12), .7),
        CaseNumbers = [new Found<Dnr>(new Dnr("MN 2019-17", "mn-2019-17"), "MN 2019-17", new Place(1, 57, 10), .6)],
        Amounts = [new Found<Amount>(new Amount(21_000), "21 000 kr", new Place(1, 42, 9), .75)],
        Pages =
        [
            new PageRecord(1, Text, PageOrigin.Ocr, .9, 2480, 3508, 300, [],
            [
                new Correction(0, 12, "Milj6nämnden", "Miljönämnden", .999, Applied: true, null, "known word"),
                new Correction(26, 8, "Bjorkvag", "Björkvåg", .8, Applied: false, "Björkväg", "unknown word"),
            ]),
        ],
    };

    [Fact]
    public void Unsure_words_and_values_are_found_in_reading_order_and_sure_ones_are_left()
    {
        var items = ReviewFinder.Find(Record, 17, []);
        Assert.Equal(["board", "word", "amount", "dnr"], items.Select(item => item.Doubt.Kind));
        Assert.Equal(("Bjorkvag", "Björkvåg", false), (items[1].Read, items[1].Proposed, items[1].IsApplied));
        Assert.Equal("21000", items[2].Proposed);
    }

    [Theory]
    [InlineData("repair", "1/26:Bjorkvag=Bjorkvag", "word")] // rejected
    [InlineData("repair", "1/26:Bjorkvag=Björkväg", "word")]
    [InlineData("board", "Miljönämnden", "board")] // said to be right
    [InlineData("dnr", "MN 2019-17=MN 2019-17", "dnr")]
    [InlineData("dnr", "MN 2019-17=", "dnr")]
    [InlineData("amount", "21 000 kr=2100", "amount")]
    public void What_a_person_has_decided_is_asked_no_more(string field, string value, string gone)
    {
        var said = new StandingCorrection(1, Record.Id, field, value, null, "karin", DateTimeOffset.UnixEpoch, IsApplied: false);
        var kinds = ReviewFinder.Find(Record, 17, [said]).Select(item => item.Doubt.Kind).ToList();
        Assert.DoesNotContain(gone, kinds);
        Assert.Equal(3, kinds.Count);
    }

    [Fact]
    public void A_sure_value_that_contradicts_another_is_asked_for()
    {
        var sure = Record with { Amounts = [Record.Amounts[0] with { Confidence = .99 }], Findings = [new Finding("sum-mismatch", "", [new Place(1, 40, 20)])] };
        Assert.Contains(ReviewFinder.Find(sure, 17, []), item => item.Doubt.Kind == "amount");
        Assert.DoesNotContain(ReviewFinder.Find(sure with { Findings = [] }, 17, []), item => item.Doubt.Kind == "amount");
    }

    [Theory]
    [InlineData(null, "33>38")]
    [InlineData("1:33=38", "")]
    [InlineData("1:33=33", "")]
    [InlineData("33=", "")]
    public void A_section_number_that_does_not_fit_is_asked_for_with_the_one_that_would(string? said, string expected)
    {
        const string Sections = "§ 37 Plan\n\n§ 33 Taxa\n\n§ 39 Val";
        Section At(string number) => new(number, null, [], 1, Sections.IndexOf("§ " + number, StringComparison.Ordinal), number.Length + 2);
        var record = Record with { Board = null, CaseNumbers = [], Amounts = [], Sections = [At("37"), At("33"), At("39")], Pages = [Record.Pages[0] with { Text = Sections, Corrections = [] }] };
        StandingCorrection[] decided = said is null ? [] : [new(1, Record.Id, "section", said, null, "karin", DateTimeOffset.UnixEpoch, IsApplied: false)];
        Assert.Equal(expected, string.Join(' ', ReviewFinder.Find(record, 17, decided).Select(item => $"{item.Read}>{item.Proposed}")));
    }

    [Fact]
    public void Whatever_has_a_question_is_asked_for_and_what_has_none_is_told_all_the_same()
    {
        var pages = new[] { "Miljönämnden i Påhittade\nSammanträdesprotokoll 2019-02-03\n\n§ 3 Stöd till hembygden\nDnr MN 2019-17\n\nBeslut\nFöreningen får 21 000 kr den 4 mars 2019." }
            .Select(text => Record.Pages[0] with { Text = text, Confidence = .6, Corrections = [] });
        var record = MinutesExtractor.Extract(Record with { Pages = [.. pages] });
        var told = record.Findings.Where(finding => finding.Code == "low-confidence").SelectMany(finding => finding.Where).ToList();
        Assert.NotEmpty(told);
        var askable = told.Except(record.Decisions.Select(decision => decision.Parts[0])).Except(record.Dates.Where(date => date.Place != record.MeetingDate?.Place).Select(date => date.Place)).ToList();
        Assert.True(askable.Count < told.Count);
        Assert.Equal(askable, ReviewFinder.Find(record, 17, []).Select(item => item.Place).Intersect(askable));
    }

    [Fact]
    public void Two_sections_of_one_number_are_asked_for_apart()
    {
        const string Twice = "§ 5 Plan\n\n§ 5 Taxa";
        Section At(int start) => new("5", null, [], 1, start, 3) { Confidence = .6 };
        var record = Record with { Board = null, CaseNumbers = [], Amounts = [], Sections = [At(0), At(10)], Pages = [Record.Pages[0] with { Text = Twice, Corrections = [] }] };
        StandingCorrection said = new(1, Record.Id, "section", "1/10:5=6", null, "karin", DateTimeOffset.UnixEpoch, IsApplied: false);
        Assert.Equal([0], ReviewFinder.Find(record, 17, [said]).Select(item => item.Place.Start));
    }

    [Fact]
    public void Places_are_told_in_the_text_as_read_which_no_repair_before_them_moves()
    {
        var longer = Record.Pages[0] with { Text = "x" + Text, Corrections = [new Correction(0, 13, "Milj6nämnden", "xMiljönämnden", .999, true, null, ""), Record.Pages[0].Corrections[1] with { Start = 27 }] };
        var moved = ReviewFinder.Find(Record with { Pages = [longer] }, 17, []).Single(item => item.IsWord);
        Assert.Equal((26, 27), (moved.Doubt.At, moved.Place.Start));
    }
}
