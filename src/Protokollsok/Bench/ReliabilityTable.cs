using System.Globalization;
using Protokollsok.Cli;

namespace Protokollsok.Bench;

/// <summary>How often changes are right beside how often they say they are, for each kind of choice and all together; authors' errors do not count.</summary>
/// <param name="changes">What was told.</param>
internal sealed class ReliabilityTable(List<JudgedChange> changes)
{
    private const double OneInThousand = 0.001;

    private static readonly double[] s_steps = [0.5, 0.7, 0.9, 0.95, 0.97, 0.99, 0.995, 0.998, 1];
    private static readonly string[] s_kinds = ["word for word", "word for none", "the same, rivals", "compound", "by letters"];

    private readonly List<JudgedChange> _judged = changes.FindAll(change => !change.IsAuthors);

    public void Print()
    {
        Output.Results.WriteLine();
        Output.Results.WriteLine($"told / right (changes){string.Concat(s_steps.SkipLast(1).Select(step => Text($"{$"from {step:0.###}",22}")))}");
        foreach (var (kind, name) in s_kinds.Index()) Print(name, _judged.FindAll(change => change.Kind == kind));
        Print("all", _judged);
        if (Threshold() is { } from) Output.Results.WriteLine(Text($"one applied change in a thousand is wrong from {from:0.0000} on"));
    }

    private static void Print(string name, List<JudgedChange> kind)
    {
        var cells = s_steps.Zip(s_steps.Skip(1), (from, to) => Cell(kind.FindAll(change => change.Confidence >= from && change.Confidence < to)));
        Output.Results.WriteLine($"{name,-22}{string.Concat(cells.Select(cell => $"{cell,22}"))}");
    }

    private static string Cell(List<JudgedChange> told) => told.Count == 0 ? "–"
        : Text($"{told.Average(change => change.Confidence):0.000}/{told.Average(change => change.IsRight ? 1.0 : 0):0.000} ({told.Count})");

    /// <summary>The lowest confidence from which on so few are wrong; <see langword="null"/> where there is none.</summary>
    private double? Threshold()
    {
        double? threshold = null;
        var (wrong, all) = (0, 0);
        foreach (var change in _judged.OrderByDescending(change => change.Confidence))
        {
            all++;
            if (!change.IsRight) wrong++;
            if (wrong <= OneInThousand * all) threshold = change.Confidence;
        }

        return threshold;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
