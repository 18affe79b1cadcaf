using System.Globalization;
using Protokollsok.Cli;

namespace Protokollsok.Bench;

/// <summary>Scores as tables: a row a field, and a column a group of documents.</summary>
internal static class FieldTable
{
    /// <summary>Precision, recall and F1 of all documents.</summary>
    /// <param name="floors">What F1 may not fall below, where there is such a thing.</param>
    public static void Write(string heading, IReadOnlyDictionary<string, Score> total, Func<string, double>? floors = null)
    {
        Output.Results.WriteLine($"\n{heading,-20}{"true",6}{"found",7}{"precision",11}{"recall",8}{"F1",7}{(floors is null ? "" : $"{"floor",7}")}");
        foreach (var (name, score) in total)
        {
            var row = $"{name,-20}{score.True,6}{score.Found,7}{FieldMeasure.Rate(score.Precision),11}{FieldMeasure.Rate(score.Recall),8}{FieldMeasure.Rate(score.F1),7}";
            Output.Results.WriteLine(floors is null ? row : $"{row}{FieldMeasure.Rate(floors(name)),7}{(score.F1 >= floors(name) ? "" : "  below")}");
        }
    }

    /// <summary>F1 by group; <c>-</c> where a group has nothing of the field and nothing was found.</summary>
    public static void WriteGroups(string heading, IEnumerable<(string Group, FieldMeasure Measure)> measures) =>
        WriteColumns(heading, [.. from one in measures group one.Measure by one.Group into members select ($"{members.Key} {members.Count()}", Column(FieldMeasure.Total(members)))]);

    /// <summary>How much F1 each group loses (−) or gains against another measure of the same documents.</summary>
    public static void WriteChanges(string heading, IEnumerable<(string Group, FieldMeasure Before, FieldMeasure After)> measures) =>
        WriteColumns(heading, [.. from one in measures group one by one.Group into members
            let before = FieldMeasure.Total(members.Select(one => one.Before))
            let after = FieldMeasure.Total(members.Select(one => one.After))
            select ($"{members.Key} {members.Count()}", Changes(before, after))]);

    private static void WriteColumns(string heading, List<(string Head, Func<string, string> Of)> columns)
    {
        Output.Results.WriteLine($"\n{heading}");
        Output.Results.WriteLine(columns.Aggregate($"{"",-20}", (row, column) => $"{row}  {column.Head,7}"));
        foreach (var name in ComparedField.All.Select(field => field.Name).SelectMany(name => name == "decisions" ? [name, FieldMeasure.NearDecisions] : new[] { name }))
        {
            var cells = columns.Select(column => column.Of(name)).ToList();
            if (cells.Any(cell => cell != "-")) Output.Results.WriteLine(columns.Zip(cells).Aggregate($"{name,-20}", (row, cell) => $"{row}  {cell.Second.PadLeft(Math.Max(7, cell.First.Head.Length))}"));
        }
    }

    private static Func<string, string> Column(IReadOnlyDictionary<string, Score> total) =>
        name => total.TryGetValue(name, out var score) && score.True + score.Found > 0 ? FieldMeasure.Rate(score.F1) : "-";

    private static Func<string, string> Changes(IReadOnlyDictionary<string, Score> before, IReadOnlyDictionary<string, Score> after) =>
        name => after.TryGetValue(name, out var score) && score.True + score.Found + before[name].Found > 0
            ? (score.F1 - before[name].F1).ToString("+0.000;-0.000;0", CultureInfo.InvariantCulture)
            : "-";
}
