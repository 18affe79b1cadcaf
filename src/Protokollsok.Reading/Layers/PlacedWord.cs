using Protokollsok.Documents;

namespace Protokollsok.Reading.Layers;

/// <summary>A word of a line by itself.</summary>
/// <param name="StartsCell">Whether a tab stands before it.</param>
internal sealed record PlacedWord(string Text, Box Box, double Confidence, string Witness, bool StartsCell)
{
    public static IReadOnlyList<PlacedWord> In(IEnumerable<LineReading> lines) => [.. lines.SelectMany(line => line.Words.Select(word => new PlacedWord(
        line.Text.Substring(word.Start, word.Length), word.Box, word.Confidence, word.Witness, word.Start > 0 && line.Text[word.Start - 1] == '\t')))];

    /// <summary>Whether its middle lies in the other's box.</summary>
    public bool IsIn(PlacedWord other) =>
        Box.X + (Box.Width / 2) is var x && x >= other.Box.X && x < other.Box.Right
        && Box.Y + (Box.Height / 2) is var y && y >= other.Box.Y && y < other.Box.Bottom;
}
