using Protokollsok.Documents;

namespace Protokollsok.Reading.Recognition;

/// <summary>
/// Rows of hyphens, underscores and dots, which the engine reads as words: <c>ER ED 25 OR</c> for what a typewriter parts two paragraphs with. They are told by
/// their ink, no part of which is as high as a letter.
/// </summary>
/// <param name="parts">What hangs together in a box of the page, each by its box.</param>
/// <param name="height">Of a usual word of the page, in pixels.</param>
internal sealed class RuledWords(Func<Box, IReadOnlyList<Box>> parts, int height)
{
    /// <summary>In heights of a usual word: no stroke of a rule is higher, nor are all of them together; a dot is no wider, and what is as wide is no single hyphen.</summary>
    private const double Highest = 0.34, HighestRow = 0.6, WidestDot = 0.26, Long = 1.5;

    /// <summary>A letter of a usual word is so wide, in its heights.</summary>
    private const double LetterWidth = 0.6;

    /// <summary>Only lines with a word of which the engine is less sure are looked at.</summary>
    private const double Unsure = 0.75;

    private const int FewestStrokes = 4;

    public IReadOnlyList<SeenLine> Mend(IReadOnlyList<SeenLine> lines) =>
        [.. lines.Select(line => line.Words.Any(word => word.Confidence < Unsure) ? line with { Words = Mended(line.Words) } : line)];

    private List<SeenWord> Mended(IReadOnlyList<SeenWord> words)
    {
        var mended = new List<SeenWord>(words.Count);
        for (int start = 0, end; start < words.Count; start = end)
        {
            end = start;
            var strokes = new List<Box>();
            while (end < words.Count && (end == start || words[end].Box.X - words[end - 1].Box.Right < Long * height) && Low(words[end].Box) is { Count: > 0 } more)
            {
                strokes.AddRange(more);
                end++;
            }

            if (end > start && IsRule(strokes) && words.Skip(start).Take(end - start).Any(word => word.Text.Any(char.IsLetterOrDigit)))
            {
                mended.Add(Rule(words.Skip(start).Take(end - start), strokes));
                continue;
            }

            end = Math.Max(end, start + 1);
            mended.AddRange(words.Skip(start).Take(end - start));
        }

        return mended;
    }

    /// <summary>What stands in a box, if none of it is as high as a letter; else nothing.</summary>
    private IReadOnlyList<Box> Low(Box word) => parts(word) is var strokes && strokes.All(part => part.Height <= Highest * height) ? strokes : [];

    /// <summary>In one row: the pieces of a broken letter are low as well, and stand above each other.</summary>
    private bool IsRule(List<Box> strokes) =>
        strokes.Max(part => part.Bottom) - strokes.Min(part => part.Y) <= HighestRow * height
        && (strokes.Count >= FewestStrokes || strokes.Exists(part => part.Width >= Long * height));

    private SeenWord Rule(IEnumerable<SeenWord> words, List<Box> strokes) => words.Aggregate((all, word) => all with { Box = all.Box.Union(word.Box) }) with
    {
        Text = string.Concat(strokes.OrderBy(part => part.X).Select(Stroke)),
    };

    private string Stroke(Box part) =>
        part.Width >= Long * height ? new string('_', (int)Math.Round(part.Width / (LetterWidth * height)))
        : part.Width <= WidestDot * height && part.Height * 2 > part.Width ? "."
        : "-";
}
