using Protokollsok.Bulk;
using Protokollsok.Documents;

namespace Protokollsok.Tests;

/// <summary>What a trial calls lost, gained and changed.</summary>
public sealed class RecordComparisonTests
{
    private static readonly DocumentId Id = DocumentId.Of("x"u8);

    [Theory]
    [InlineData("Rådet köper en flygel.", "Rådet köper en flygel.", "")]
    [InlineData("Rådet köper en flygel.", "", "lost")]
    [InlineData("", "Rådet köper en flygel.", "gained")]
    [InlineData("Radet koper en ny flygel till kyrkan.", "Rådet köper en ny flygel till kyrkan.", "changed")] // mostly the same words
    [InlineData("Rådet köper en flygel.", "Taket lagas före vintern.", "gained lost")]
    [InlineData("Bifall.|Bifall.", "Bifall.", "lost")] // as often as it occurs
    public void A_decision_is_lost_gained_or_changed(string before, string after, string kinds) =>
        Assert.Equal(kinds, Kinds(RecordComparison.Of(With(before), With(after)), RecordChanges.Decisions));

    [Fact]
    public void Values_count_by_what_they_mean_and_not_by_where_they_stand()
    {
        var before = With("") with { Dates = [Date("2019-05-14", 0), Date("2019-05-14", 20)], Board = new Found<string>("Teaternämnden", "x", new Place(1, 0, 1)) };
        var after = With("") with { Dates = [Date("2019-05-14", 90)], Title = "Ny" };

        var changes = RecordComparison.Of(before, after);

        Assert.Equal(["board lost", "dates lost", "title gained"], changes.Differences.Select(one => $"{one.Field} {one.Kind}").Order(StringComparer.Ordinal));
        Assert.Equal((2, 1, 5), (changes.ValuesLost, changes.ValuesGained, changes.ValuesBefore));
    }

    [Fact]
    public void A_page_that_reads_otherwise_is_told_with_its_first_line_that_does()
    {
        var changes = RecordComparison.Of(With("") with { Pages = [Page("lika\nolika")] }, With("") with { Pages = [Page("lika\nOlika\nmer")] });

        Assert.Equal(new FieldDifference("text", "changed", "olika", "Olika", 1), Assert.Single(changes.Differences, one => one.Field == "text"));
    }

    private static string Kinds(RecordChanges changes, string field) => string.Join(' ', changes.Differences.Where(one => one.Field == field).Select(one => one.Kind));

    private static Found<CalendarDate> Date(string date, int start) => new(CalendarDate.Parse(date), date, new Place(1, start, 10));

    private static PageRecord Page(string text) => new(1, text, PageOrigin.TextFile, 1, null, null, null, [], []);

    private static DocumentRecord With(string decisions) => new()
    {
        Id = Id,
        Source = new Source("a.txt", 1, "text/plain", 1),
        Decisions = [.. decisions.Split('|', StringSplitOptions.RemoveEmptyEntries).Select((text, at) => new Decision($"{Id}-{at + 1}", null, at + 1, DecisionKind.Decision, null, null, text, 1, 0, 1, []))],
    };
}
