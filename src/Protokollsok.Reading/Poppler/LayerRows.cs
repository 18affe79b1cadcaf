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
    /// <summary>A gap wider than so many heights parts two cells.</summary>
    private const double CellGap = 2;

    /// <summary>A paper gap of so many heights parts two blocks.</summary>
    private const double BlockGap = 0.6;

    /// <summary>More lines or words than any sheet has are left in Poppler's order: looking for rows would take long.</summary>
    private const int MostLines = 2_000, MostWords = 20_000;

    public static IReadOnlyList<LineReading> Of(IReadOnlyList<LayerLine> lines, CancellationToken ct = default)
    {
        bool isTooMuch = lines.Count > MostLines || lines.Sum(line => line.Words.Count) > MostWords;
        return LineGaps.Fold([.. WithGaps(isTooMuch ? lines : Reordered(lines, ct))]);
    }

    /// <summary>Blocks that have a row in common are one table, laid out in rows where the first of them stood; all else stays in its place.</summary>
    private static List<LayerLine> Reordered(IReadOnlyList<LayerLine> lines, CancellationToken ct)
    {
        var cells = new LayerCells(lines);
        var tables = lines.Select(line => line.Block).Distinct().ToDictionary(block => block);
        foreach (var (one, other) in cells.Pairs(ct))
        {
            var (kept, joined) = (tables[one.Block], tables[other.Block]);
            if (kept == joined) continue;
            foreach (int block in tables.Keys.Where(block => tables[block] == joined).ToList()) tables[block] = kept;
        }

        return [.. lines.GroupBy(line => tables[line.Block]).SelectMany(table =>
            table.Any(line => line.Block != table.First().Block) ? Rows(table, cells) : table)];
    }

    private static IEnumerable<LayerLine> Rows(IEnumerable<LayerLine> lines, LayerCells cells)
    {
        var rows = new List<LayerLine>();
        foreach (var line in lines)
        {
            int at = rows.FindIndex(row => cells.AreOfOneRow(row, line));
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
}
