using Protokollsok.Documents;
using Protokollsok.Language;

namespace Protokollsok.Repair.Tests;

/// <summary>
/// Whether changes are right as often as they say: on pages that an engine without Swedish read (<c>testdata/noise</c>), on the same as printed and on the documents of
/// <c>testdata</c>, both stripped of å, ä and ö. The model has seen none of them, and no belief was learnt on them.
/// </summary>
public sealed class CalibrationTests(UnseenPages pages) : IClassFixture<UnseenPages>, IDisposable
{
    private readonly SwedishModel _model = SwedishModel.OpenDefault();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void Of_changes_told_as_99_in_100_as_many_are_right()
    {
        var told = Told().FindAll(change => change.Confidence >= 0.99);

        Assert.True(told.Count >= 2_500, $"{told.Count} changes");
        Assert.True(told.Count(change => change.IsRight) >= 0.99 * told.Count, Wrong(told));
    }

    [Fact]
    public void Of_applied_changes_few_in_1000_are_wrong()
    {
        var applied = Told().FindAll(change => change.Confidence >= new RepairOptions().ApplyFrom);

        Assert.True(applied.Count(change => !change.IsRight) <= 0.003 * applied.Count, $"of {applied.Count}: {Wrong(applied)}");
    }

    [Theory]
    [InlineData(0.5, 0.8)]
    [InlineData(0.8, 0.95)]
    [InlineData(0.95, 0.99)]
    [InlineData(0.99, 0.998)]
    public void What_is_told_with_less_is_right_about_as_often(double from, double to)
    {
        var told = Told().FindAll(change => change.Confidence >= from && change.Confidence < to);

        // What chance does to so few (two standard deviations), and five points, where belief is high half a one, for invented text that is not what it was learnt on.
        var mean = told.Average(change => change.Confidence);
        var leeway = (from < 0.99 ? 0.05 : 0.005) + (2 * Math.Sqrt(mean * (1 - mean) / told.Count));
        Assert.True(told.Count >= 20, $"{told.Count} changes");
        Assert.True(told.Average(change => change.IsRight ? 1 : 0) >= mean - leeway, Wrong(told));
    }

    private List<(double Confidence, bool IsRight, string What)> Told()
    {
        var told = new List<(double, bool, string)>();
        var repairer = new Repairer(_model, new RepairOptions());
        foreach (var (read, printed) in pages.Documents)
        {
            told.AddRange(Told(repairer, read, printed));
            told.AddRange(Told(repairer, Stripped(printed), printed));
        }

        foreach (var printed in Documents()) told.AddRange(Told(repairer, Stripped(printed), printed));
        return told;
    }

    private static IEnumerable<(double, bool, string)> Told(Repairer repairer, string[] read, string[] printed)
    {
        foreach (var (page, whole) in repairer.Repair(read).Zip(printed))
        {
            var places = new AlignedWords(page.Text, whole);
            foreach (var correction in page.Corrections)
            {
                var stood = places.PrintedAt(correction.Start);
                yield return (correction.Confidence, string.Equals(stood, correction.Now, StringComparison.OrdinalIgnoreCase), $"{correction.Was} → {correction.Now}, printed {stood}");
            }
        }
    }

    private static IEnumerable<string[]> Documents() => Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "documents"), "page-*.txt", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .GroupBy(Path.GetDirectoryName, StringComparer.Ordinal)
        .Select(files => files.Select(file => Nfc.Of(File.ReadAllText(file))).ToArray());

    private static string[] Stripped(string[] printed) => Array.ConvertAll(printed, page => page
        .Replace('å', 'a').Replace('ä', 'a').Replace('ö', 'o').Replace('Å', 'A').Replace('Ä', 'A').Replace('Ö', 'O'));

    private static string Wrong(List<(double Confidence, bool IsRight, string What)> told) => string.Join(", ", told.Where(change => !change.IsRight).Select(change => change.What));
}
