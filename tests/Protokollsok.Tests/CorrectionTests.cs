using Protokollsok.Archive;
using Protokollsok.Corrections;
using Protokollsok.Documents;
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
