using Protokollsok.Documents;

namespace Protokollsok.Reading.Poppler;

/// <summary>A word of a text layer, in pixels of the page image.</summary>
internal readonly record struct LayerWord(string Text, Box Box);

/// <summary>A line of a text layer.</summary>
/// <param name="Block">Which of the page's blocks it belongs to; only to tell two apart.</param>
internal sealed record LayerLine(IReadOnlyList<LayerWord> Words, int Block)
{
    public Box Box { get; } = Words.Select(word => word.Box).Aggregate((sum, box) => sum.Union(box));

    public int Length => Words.Sum(word => word.Text.Length + 1);

    public int Middle => Box.Y + (Box.Height / 2);
}

/// <summary>
/// Puts a text layer's lines into rows, the cells of a row side by side. Poppler gives a letterhead, an agenda or a table column by column;
/// people read them row by row. Columns of prose stay columns.
/// </summary>
internal static class LayerRows
{
    /// <summary>Lines whose middles lie closer than this share of the lower one's height stand in one row.</summary>
    private const double RowDistance = 0.4;

    /// <summary>A gap wider than so many heights parts two cells.</summary>
    private const double CellGap = 2;

    /// <summary>A paper gap of so many heights parts two blocks.</summary>
    private const double BlockGap = 0.6;

    /// <summary>A block of so many lines of so many characters is prose, and what stands beside it has nothing to do with it.</summary>
    private const int ProseLines = 4, ProseLength = 30;

    public static IReadOnlyList<LineReading> Of(IReadOnlyList<LayerLine> lines)
    {
        var prose = lines.GroupBy(line => line.Block).Where(block => block.Count() >= ProseLines && block.Average(line => line.Length) >= ProseLength)
            .Select(block => block.Key).ToHashSet();
        bool IsCell(LayerLine one, LayerLine other) => IsBeside(one.Box, other.Box) && !(prose.Contains(one.Block) && prose.Contains(other.Block));
        int first = lines.Count, last = -1;
        for (int i = 0; i < lines.Count; i++)
        {
            for (int j = i + 1; j < lines.Count; j++)
            {
                if (!IsCell(lines[i], lines[j])) continue;
                first = Math.Min(first, i);
                last = Math.Max(last, j);
            }
        }

        var rows = last < 0 ? lines : [.. lines.Take(first), .. Rows(lines.Skip(first).Take(last + 1 - first), IsCell), .. lines.Skip(last + 1)];
        return LineGaps.Fold([.. WithGaps(rows)]);
    }

    private static IEnumerable<LayerLine> Rows(IEnumerable<LayerLine> lines, Func<LayerLine, LayerLine, bool> isCell)
    {
        var rows = new List<LayerLine>();
        foreach (var line in lines)
        {
            int at = rows.FindIndex(row => isCell(row, line));
            if (at < 0) rows.Add(line);
            else rows[at] = new LayerLine([.. rows[at].Words.Concat(line.Words).OrderBy(word => word.Box.X)], rows[at].Block);
        }

        return rows.OrderBy(row => row.Middle);
    }

    private static IEnumerable<LineReading> WithGaps(IReadOnlyList<LayerLine> rows)
    {
        for (int i = 0; i < rows.Count; i++)
        {
            if (i > 0 && StartsBlock(rows[i - 1], rows[i])) yield return new LineReading("", []);
            yield return Reading(rows[i]);
        }
    }

    private static bool StartsBlock(LayerLine above, LayerLine below) =>
        below.Block != above.Block && (below.Box.Y < above.Box.Y || below.Box.Y - above.Box.Bottom > BlockGap * Math.Min(above.Box.Height, below.Box.Height));

    private static LineReading Reading(LayerLine row)
    {
        var text = new LineText();
        for (int i = 0; i < row.Words.Count; i++)
        {
            bool startsCell = i > 0 && row.Words[i].Box.X - row.Words[i - 1].Box.Right > CellGap * row.Words[i].Box.Height;
            text.Add(row.Words[i].Text, row.Words[i].Box, 1, TextLayer.Witness, startsCell);
        }

        return text.ToLine() ?? new LineReading("", []);
    }

    private static bool IsBeside(Box one, Box other) =>
        Math.Abs((2 * one.Y) + one.Height - (2 * other.Y) - other.Height) < 2 * RowDistance * Math.Min(one.Height, other.Height)
        && (one.Right <= other.X || other.Right <= one.X);
}
