using Protokollsok.Documents;

namespace Protokollsok.Repair;

/// <summary>One page after repair.</summary>
/// <param name="Text">As many lines as were read, <c>\n</c> between them.</param>
/// <param name="Corrections">What was changed or is suggested, in the text's order; places are in <paramref name="Text"/>.</param>
public sealed record RepairedPage(string Text, IReadOnlyList<Correction> Corrections)
{
    /// <summary>What the confidence of a correction was weighed from, by its start: its kind, then numbers (<c>testdata/make/calibrate.py</c> learns their weights).</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<double>> Evidence { get; init; } = new Dictionary<int, IReadOnlyList<double>>();
}
