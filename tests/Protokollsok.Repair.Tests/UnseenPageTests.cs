using Protokollsok.Language;

namespace Protokollsok.Repair.Tests;

/// <summary>What holds on pages that nothing was learnt from. A change is right here when what was put in was printed at its place, in small letters or capitals: which, the engine decided.</summary>
public sealed class UnseenPageTests(UnseenPages pages) : IClassFixture<UnseenPages>, IDisposable
{
    private readonly SwedishModel _model = SwedishModel.OpenDefault();

    public void Dispose() => _model.Dispose();

    [Theory]
    [InlineData(0.5, 0.9, 0.2)]
    [InlineData(0.9, 0.99, 0.04)]
    [InlineData(0.99, 1.0, 0.01)]
    public void Changes_are_right_as_often_as_they_say(double from, double to, double tolerance)
    {
        var told = Judged(new RepairOptions { SuggestFrom = 0 }).Where(change => change.Confidence >= from && change.Confidence < to).ToList();

        Assert.True(told.Count >= 20, $"{told.Count} changes");
        Assert.InRange(told.Average(change => change.IsRight ? 1.0 : 0.0), told.Average(change => change.Confidence) - tolerance, 1);
    }

    [Fact]
    public void Hardly_an_applied_change_is_wrong()
    {
        var applied = Judged(new RepairOptions()).Where(change => change.Applied).ToList();

        Assert.True(applied.Count > 400, $"{applied.Count} changes");
        Assert.True(applied.Count(change => !change.IsRight) <= 4, string.Join(", ", applied.Where(change => !change.IsRight).Select(change => change.What)));
    }

    [Fact]
    public void Repairing_twice_changes_nothing_more()
    {
        var repairer = new Repairer(_model, new RepairOptions());
        foreach (var (read, _) in pages.Documents)
        {
            string[] once = [.. repairer.Repair(read).Select(page => page.Text)];

            Assert.Equal(once, repairer.Repair(once).Select(page => page.Text));
        }
    }

    [Fact]
    public void What_was_printed_is_left_as_it_is()
    {
        var repairer = new Repairer(_model, new RepairOptions());

        Assert.All(pages.Documents, document => Assert.Equal(document.Printed, repairer.Repair(document.Printed).Select(page => page.Text)));
    }

    private List<(double Confidence, bool Applied, bool IsRight, string What)> Judged(RepairOptions options)
    {
        var repairer = new Repairer(_model, options);
        var judged = new List<(double, bool, bool, string)>();
        foreach (var (read, printed) in pages.Documents)
        {
            foreach (var (page, whole) in repairer.Repair(read).Zip(printed))
            {
                var places = new AlignedWords(page.Text, whole);
                judged.AddRange(page.Corrections.Select(correction =>
                    (correction.Confidence, correction.Applied, string.Equals(places.PrintedAt(correction.Start), correction.Now, StringComparison.OrdinalIgnoreCase), $"{correction.Was} → {correction.Now}, printed {places.PrintedAt(correction.Start)}")));
            }
        }

        return judged;
    }
}
