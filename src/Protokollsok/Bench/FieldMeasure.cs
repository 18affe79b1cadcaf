using System.Globalization;
using Protokollsok.Cli;

namespace Protokollsok.Bench;

/// <summary>What was found in one document against what a person says stands in it, field by field.</summary>
/// <param name="Fields">By the name of <see cref="ComparedField"/>; a field that is not labelled is left out.</param>
/// <param name="Misses">What was not found, and what was found and is not there.</param>
internal sealed record FieldMeasure(IReadOnlyDictionary<string, Score> Fields, IReadOnlyList<string> Misses)
{
    /// <summary>How many misses of a document are shown, unless told otherwise.</summary>
    public const int MissesShown = 12;

    /// <summary>Decisions whose section, number and kind are right and whose text is, but for 2 % of its letters: what the reader, not extraction, got wrong.</summary>
    public const string NearDecisions = "decisionsNear";

    private const double NearEnough = 0.02;

    public static FieldMeasure Of(Truth found, Truth truth)
    {
        var fields = new Dictionary<string, Score>();
        List<string> misses = [];
        foreach (var field in ComparedField.All)
        {
            if (!truth.Fields.TryGetValue(field.Name, out var labelled)) continue;
            var surplus = Less(found.Fields[field.Name], labelled);
            var forgiven = Less(surplus, Less(surplus, truth.Optional.GetValueOrDefault(field.Name, [])));
            var values = Less(found.Fields[field.Name], forgiven);
            fields[field.Name] = Score.Of(values, labelled);
            if (field.Name == "decisions") fields[NearDecisions] = Score.Of(AsLabelled(values, labelled), labelled);
            misses.AddRange([.. Less(labelled, values).Select(value => $"missed {field.Name}: {value}"), .. Less(values, labelled).Select(value => $"wrong {field.Name}: {value}")]);
        }

        return new FieldMeasure(fields, misses);
    }

    /// <summary>The sums over documents, in the report's order; a field is summed over those where it is labelled.</summary>
    public static IReadOnlyDictionary<string, Score> Total(IEnumerable<FieldMeasure> measures)
    {
        var total = new Dictionary<string, Score>();
        foreach (var (name, score) in measures.SelectMany(measure => measure.Fields)) total[name] = total.GetValueOrDefault(name) + score;
        return total;
    }

    public static string Rate(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>One document's fields below 1, and what is amiss in them.</summary>
    public void Write(string name, int missesShown)
    {
        var imperfect = Fields.Where(field => field.Value.F1 < 1).Select(field => $"{field.Key} {Rate(field.Value.F1)}").ToList();
        Output.Results.WriteLine(imperfect.Count == 0 ? $"{name}: all right" : $"{name}: F1 below 1: {string.Join(", ", imperfect)}");
        foreach (var miss in Misses.Take(missesShown)) Output.Results.WriteLine($"    {miss}");
        if (Misses.Count > missesShown && missesShown > 0) Output.Results.WriteLine($"    and {Misses.Count - missesShown} more");
    }

    /// <summary>What the first list has more of than the second.</summary>
    private static List<string> Less(IEnumerable<string> values, IEnumerable<string> others)
    {
        var rest = values.ToList();
        foreach (var other in others) rest.Remove(other);
        return rest;
    }

    /// <summary>What is found, each value that is near a label not found exactly written as that label.</summary>
    private static List<string> AsLabelled(IReadOnlyList<string> found, IReadOnlyList<string> labelled)
    {
        var open = Less(labelled, found);
        return [.. Less(found, labelled).Select(value => Take(open, value)), .. Less(found, Less(found, labelled))];
    }

    private static string Take(List<string> open, string value)
    {
        var near = open.FirstOrDefault(label => HeadOf(label) == HeadOf(value) && EditDistance.Between(value, label) <= NearEnough * (label.Length - HeadOf(label).Length - 1));
        if (near is not null) open.Remove(near);
        return near ?? value;
    }

    /// <summary>Section, number and kind.</summary>
    private static string HeadOf(string decision) => string.Join('|', decision.Split('|', 4).Take(3));
}
