using Protokollsok.Archive;
using Protokollsok.Corrections;
using Protokollsok.Documents;
using Protokollsok.Extraction;
using Protokollsok.Repair;

namespace Protokollsok.Tests;

/// <summary>What people know, over what the rules say.</summary>
public sealed class CorrectionTests
{
    private static readonly DocumentId Id = DocumentId.Of("x"u8);

    [Theory]
    [InlineData("Teaternämnden", "Teaternämnden", "")] // the rule has learnt it
    [InlineData("Musiknämnden", "Teaternämnden", "")] // as wrong as it was
    [InlineData("Dansnämnden", "Teaternämnden", "correction-disagrees")] // a new rule says something new
    [InlineData(null, "Teaternämnden", "")]
    public void A_new_rule_that_disagrees_is_told(string? rule, string right, string told)
    {
        var record = new DocumentRecord { Id = Id, Source = new Source("a.txt", 1, "text/plain", 1), Board = rule is null ? null : new Found<string>(rule, rule, new Place(1, 0, rule.Length)) };

        var corrected = Corrector.OverRules(record, [Correction(CorrectionField.Board, right, was: "Musiknämnden")], _ => null);

        Assert.Equal(right, corrected.Board!.Value);
        Assert.Equal(told.Length == 0 ? ["corrected"] : ["corrected", told], corrected.Findings.Select(finding => finding.Code));
        Assert.Equal(corrected, Corrector.Over(corrected, [Correction(CorrectionField.Board, right, was: "Musiknämnden") with { IsApplied = true }], _ => null) with { Findings = corrected.Findings });
    }

    [Theory]
    [InlineData("ett", "Då gar kön fort. Da!")] // on every page
    [InlineData("1:ett", "Då gar kön fort. Da!")]
    [InlineData("2:ett", "Då går kön fort. Då!")] // not on this page
    public void A_rejected_repair_stands_as_it_was_read_and_places_move(string value, string expected)
    {
        value = value.Replace("ett", "går", StringComparison.Ordinal);
        var page = new RepairedPage("Då går kön fort. Då!", [Change(3, "gar", "går"), Change(17, "Da", "Då")]);
        // The first rejected is shorter by nothing; the second is another word.
        var undone = RejectedRepairs.Undo([page], [Read(1)], [Correction(CorrectionField.Repair, value), .. value.StartsWith('2') ? Array.Empty<StandingCorrection>() : [Correction(CorrectionField.Repair, "1:Då")]])[0];

        Assert.Equal(expected, undone.Text);
        Assert.All(undone.Corrections, change => Assert.Equal(change.Applied ? change.Now : change.Was, undone.Text.Substring(change.Start, change.Length)));
    }

    [Fact]
    public void A_longer_word_put_back_moves_what_follows()
    {
        var page = new RepairedPage("ån och sjön", [Change(0, "a°n", "ån"), Change(7, "sjon", "sjön")]);

        var undone = RejectedRepairs.Undo([page], [Read(1)], [Correction(CorrectionField.Repair, "ån")])[0];

        Assert.Equal("a°n och sjön", undone.Text);
        Assert.Equal([(0, 3, false), (8, 4, true)], undone.Corrections.Select(change => (change.Start, change.Length, change.Applied)));
    }

    [Theory]
    [InlineData("1/3=gar", "gar den lange vagen", "")] // a repair rejected
    [InlineData("1/11=länge", "går den länge vagen", "länge")] // a suggestion accepted
    [InlineData("1/17=vägen", "går den lange vägen", "vägen")] // a word that no rule touched
    [InlineData("1/3=gör", "gör den lange vagen", "gör")] // another word than the rule's
    [InlineData("1/11=helt långe", "går den helt långe vagen", "helt långe")]
    public void A_word_put_right_at_its_place_stands_there(string value, string expected, string changed)
    {
        var page = new RepairedPage("Då går den lange vagen.", [Change(0, "Da", "Då"), Change(3, "gar", "går"), Change(11, "lange", "länge") with { Applied = false }]);
        var (place, stands) = PlacedWord.At(value, RecordOf(page))!.Value;

        var ((put, findings), kept) = (PlacedWords.Put([page], [Read(1, "Da gar den lange vagen.")], [Correction(CorrectionField.Repair, place.ToString(), stands)]), PlacedWord.Parse(place.ToString()));

        Assert.Equal((place, $"Då {expected}."), (kept, put[0].Text));
        Assert.Empty(findings);
        Assert.Equal(changed.Length == 0 ? [] : [changed], put[0].Corrections.Where(change => change is { Applied: true, Reason: "by a person" }).Select(change => change.Now));
        Assert.All(put[0].Corrections, change => Assert.Equal(change.Applied ? change.Now : change.Was, put[0].Text.Substring(change.Start, change.Length)));
    }

    [Theory]
    [InlineData("Mer. Den lange vagen", "Mer. Den långe vagen", "")] // read again, a word more before it
    [InlineData("Den langevägen", "Den langevägen", "where that is not read any more")]
    public void A_word_that_is_read_elsewhere_now_is_found_or_told(string read, string expected, string told)
    {
        var (pages, findings) = PlacedWords.Put([new RepairedPage(read, [])], [Read(1, read)], [Correction(CorrectionField.Repair, "1/4:lange=långe")]);

        Assert.Equal(expected, pages[0].Text);
        Assert.Equal(told.Length == 0 ? 0 : 1, findings.Count(finding => finding.Code == "correction-disagrees" && finding.Message.Contains(told, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("länge", "")] // the rule has learnt it
    [InlineData("lunge", "")] // as wrong as it was
    [InlineData("linge", "linge")] // something new
    public void A_new_rule_that_disagrees_about_a_word_is_told(string rule, string told)
    {
        var (_, findings) = PlacedWords.Put([new RepairedPage($"Den {rule}", [Change(4, "lange", rule)])], [Read(1, "Den lange")], [Correction(CorrectionField.Repair, "1/4:lange=länge", was: "lunge")]);

        Assert.Equal(told.Length == 0 ? 0 : 1, findings.Count(finding => finding.Message.Contains($"\"{told}\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("1/4=x")] // inside a word
    [InlineData("2/0=x")] // no such page
    [InlineData("1/99=x")]
    [InlineData("1/0=")]
    [InlineData("1/0=a=b")]
    public void A_place_where_no_word_begins_is_refused(string value) =>
        Assert.Throws<WrongUseException>(() => PlacedWord.At(value, RecordOf(new RepairedPage("Då går den.", [Change(3, "gar", "går")]))));

    private const string Misread = "§ 36 Plan\n\nBeslut\nPlanen antas.\n\n§ 37 Taxa\n\nBeslut\nTaxan antas.\n\n§ 33 Avgift\n\nBeslut\nAvgiften höjs.\n\n§ 39 Val\n\nBeslut\nAnders Påhittad väljs.";

    [Theory]
    [InlineData("33=38", "36 37 38 39", "36 37 38 39", "")]
    [InlineData("1:33=38", "36 37 38 39", "36 37 38 39", "")]
    [InlineData("§ 33 = § 38 a", "36 37 38 a 39", "36 37 38 a 39", "")]
    [InlineData("33=", "36 37 39", "36 37 37 39", "")] // a line that only looked like a head
    [InlineData("33=33", "36 37 33 39", "36 37 33 39", "")] // looked at, and so it stands there
    public void A_section_number_put_right_goes_to_what_stands_under_it(string value, string sections, string decisions, string doubts)
    {
        var record = MinutesExtractor.Extract(RecordOf(new RepairedPage(Misread, [])));
        Assert.Contains(record.Findings, finding => finding.Code == "section-order");
        var kept = CorrectionField.Checked(CorrectionField.Section, value, record, _ => null);
        var correction = Correction(CorrectionField.Section, kept, Corrector.ShownSection(record, kept));

        var corrected = Corrector.OverRules(record, [correction], _ => null);

        Assert.Equal(sections, string.Join(' ', corrected.Sections.Select(section => section.Number)));
        Assert.Equal(decisions, string.Join(' ', corrected.Decisions.Select(decision => decision.Section)));
        Assert.Equal(doubts, string.Join(' ', corrected.Findings.Select(finding => finding.Code).Where(code => code == "section-order")));
        Assert.Equal(DocumentsJson.ToText(corrected), DocumentsJson.ToText(Corrector.Over(corrected, [correction], _ => null)));
    }

    [Fact]
    public void A_section_that_the_rules_have_straightened_since_is_still_the_one_that_was_meant()
    {
        var record = MinutesExtractor.Extract(RecordOf(new RepairedPage(Misread.Replace("§ 33", "§ 838", StringComparison.Ordinal), [])));
        var corrected = Corrector.OverRules(record, [Correction(CorrectionField.Section, "838=38", was: "838=838")], _ => null);
        Assert.Equal(["36", "37", "38", "39"], corrected.Sections.Select(section => section.Number));
        Assert.DoesNotContain(corrected.Findings, finding => finding.Code == "section-order");
    }

    private const string Twice = "§ 4 Plan\n\nBeslut\nPlanen antas.\n\n§ 5 Taxa\n\nBeslut\nTaxan antas.\n\nPaus 12.00\n\nMötet återupptas.\n\n§ 5 Avgift\n\nBeslut\nAvgiften höjs.";

    [Fact]
    public void One_of_two_sections_that_are_read_alike_is_named_by_its_place()
    {
        var record = MinutesExtractor.Extract(RecordOf(new RepairedPage(Twice, [])));
        Assert.Equal(["4", "5", "5"], record.Sections.Select(section => section.Number));
        var refused = Assert.Throws<WrongUseException>(() => CorrectionField.Checked(CorrectionField.Section, "5=6", record, _ => null));
        var place = $"1/{record.Sections[2].Start}";
        Assert.Contains(place, refused.Message, StringComparison.Ordinal);

        var kept = CorrectionField.Checked(CorrectionField.Section, $"{place}=6", record, _ => null);
        var corrected = Corrector.OverRules(record, [Correction(CorrectionField.Section, kept, Corrector.ShownSection(record, kept))], _ => null);

        Assert.Equal($"{place}:5=6", kept);
        Assert.Equal(["4", "5", "6"], corrected.Sections.Select(section => section.Number));
        Assert.Equal(["4", "5", "6"], corrected.Decisions.Select(decision => decision.Section));
        Assert.Equal(kept, CorrectionField.Checked(CorrectionField.Section, kept, record, _ => null));
    }

    [Fact]
    public void What_one_section_is_called_now_names_no_other_that_is_printed_so()
    {
        var record = MinutesExtractor.Extract(RecordOf(new RepairedPage(Misread, [])));
        StandingCorrection[] both = [Correction(CorrectionField.Section, "33=39"), Correction(CorrectionField.Section, "39=40")];
        var corrected = Corrector.OverRules(record, both, _ => null);
        Assert.Equal(["36", "37", "39", "40"], corrected.Sections.Select(section => section.Number));
        Assert.Equal(["36", "37", "39", "40"], Corrector.Over(corrected, both, _ => null).Sections.Select(section => section.Number));
    }

    [Theory]
    [InlineData("38")] // which one?
    [InlineData("40=41")]
    [InlineData("2:33=38")]
    [InlineData("33=åtta")]
    [InlineData("33=12345")]
    [InlineData("=38")]
    [InlineData("x:33=38")]
    [InlineData("1/3=38")] // no section begins there
    [InlineData("1/0:33=38")] // nor this one
    public void What_is_no_section_is_refused(string value) =>
        Assert.Throws<WrongUseException>(() => CorrectionField.Checked(CorrectionField.Section, value, MinutesExtractor.Extract(RecordOf(new RepairedPage(Misread, []))), _ => null));

    [Fact]
    public void What_a_person_has_decided_is_told_as_unsure_no_more()
    {
        var read = RecordOf(new RepairedPage("Utgiften är 21 000 kr.", []));
        var record = MinutesExtractor.Extract(read with { Pages = [read.Pages[0] with { Confidence = .6 }] });
        Assert.Contains(record.Findings, finding => finding.Code == "low-confidence");
        var corrected = Corrector.OverRules(record, [Correction(CorrectionField.Amount, "21 000 kr=21000", was: "21 000 kr=21000")], _ => null);
        Assert.Empty(corrected.Findings);
    }

    private static DocumentRecord RecordOf(RepairedPage page) => new()
    {
        Id = Id,
        Source = new Source("a.txt", 1, "text/plain", 1),
        Pages = [new PageRecord(1, page.Text, PageOrigin.TextFile, 1, null, null, null, [], page.Corrections)],
    };

    private static Correction Change(int start, string was, string now) => new(start, now.Length, was, now, .9, true, null, "test");

    private static PageReading Read(int number, string text = "") => new(number, PageOrigin.Ocr, 1, 100, 100, 300, "test", [new LineReading(text, [])]);

    private static StandingCorrection Correction(string field, string value, string? was = null) => new(1, Id, field, value, was, "anna", new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero), IsApplied: false);
}
