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

    private static Correction Change(int start, string was, string now) => new(start, now.Length, was, now, .9, true, null, "test");

    private static PageReading Read(int number) => new(number, PageOrigin.Ocr, 1, 100, 100, 300, "test", []);

    private static StandingCorrection Correction(string field, string value, string? was = null) => new(1, Id, field, value, was, "anna", new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero), IsApplied: false);
}
