using System.Globalization;
using Protokollsok.Cli;
using Protokollsok.Documents;

namespace Protokollsok.Bench;

/// <summary>What was found in one document against what a person says stands in it, field by field.</summary>
/// <param name="Fields">By name, all of <see cref="Truth.FieldNames"/>.</param>
/// <param name="Misses">What was not found, and what was found and is not there.</param>
internal sealed record FieldMeasure(IReadOnlyDictionary<string, Score> Fields, IReadOnlyList<string> Misses)
{
    private const int MostMissesShown = 12;

    /// <param name="document">A folder with <c>truth.json</c>.</param>
    public static async Task<FieldMeasure> OfAsync(DocumentRecord record, string document, CancellationToken cancel)
    {
        var truth = await Truth.LoadAsync(Path.Combine(document, "truth.json"), cancel);
        var found = Truth.Of(record);
        return new FieldMeasure(
            Truth.FieldNames.ToDictionary(name => name, name => Score.Of(found.Fields[name], truth.Fields[name])),
            [.. Truth.FieldNames.SelectMany(name => MissesOf(name, found.Fields[name], truth.Fields[name]))]);
    }

    public static IReadOnlyDictionary<string, Score> Total(IEnumerable<FieldMeasure> measures)
    {
        var all = measures.ToList();
        return Truth.FieldNames.ToDictionary(name => name, name => all.Select(measure => measure.Fields[name]).Aggregate(new Score(0, 0, 0), (one, other) => one + other));
    }

    /// <summary>The heading of <see cref="Row"/>.</summary>
    public static string Head(string what) => $"{what,-20}{"true",6}{"found",7}{"precision",11}{"recall",8}{"F1",7}";

    public static string Row(string name, Score score) =>
        $"{name,-20}{score.True,6}{score.Found,7}{Rate(score.Precision),11}{Rate(score.Recall),8}{Rate(score.F1),7}";

    public static string Rate(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    public void WriteMisses()
    {
        foreach (var miss in Misses.Take(MostMissesShown)) Output.Results.WriteLine($"    {miss}");
        if (Misses.Count > MostMissesShown) Output.Results.WriteLine($"    and {Misses.Count - MostMissesShown} more");
    }

    private static IEnumerable<string> MissesOf(string field, IReadOnlyList<string> found, IReadOnlyList<string> truth) =>
        [.. Less(truth, found).Select(value => $"missed {field}: {value}"), .. Less(found, truth).Select(value => $"wrong {field}: {value}")];

    /// <summary>What the first list has more of than the second.</summary>
    private static List<string> Less(IEnumerable<string> values, IEnumerable<string> others)
    {
        var rest = values.ToList();
        foreach (var other in others) rest.Remove(other);
        return rest;
    }
}
