using Protokollsok.Documents;

namespace Protokollsok.Reading.Recognition;

/// <summary>
/// Puts together what stands in one row. Tesseract takes the cover sheet of minutes, a column of headings and one of what belongs to
/// them, for two columns of prose and reads one after the other. So what stands beside a line belongs to it, unless both sides are
/// prose: lines as long as no cell of a cover sheet or a table is.
/// </summary>
internal static class RowOrder
{
    /// <summary>Lines whose middles lie closer than so many heights of the lower one stand in one row.</summary>
    private const double RowDistance = 0.35;

    /// <summary>Pieces of a row closer than so many of its heights are no columns: a word was cut between them.</summary>
    private const double LeastGap = 1;

    /// <summary>Columns of prose are so many characters wide, and so many lines long, at least.</summary>
    private const int LengthOfProse = 22, FewestRowsOfProse = 6;

    /// <param name="readRow">Reads the piece of the page that holds one row, for rows that were cut through a word.</param>
    public static IReadOnlyList<SeenLine> Of(IReadOnlyList<SeenLine> lines, Func<SeenLine, IReadOnlyList<SeenWord>> readRow)
    {
        var boxes = lines.Select(line => line.Box).ToList();
        int first = lines.Count, last = -1;
        var shorter = new List<int>();
        for (int i = 0; i < lines.Count; i++)
        {
            for (int j = i + 1; j < lines.Count; j++)
            {
                if (!IsBeside(boxes[i], boxes[j])) continue;
                first = Math.Min(first, i);
                last = Math.Max(last, j);
                shorter.Add(Math.Min(CountLetters(lines[i]), CountLetters(lines[j])));
            }
        }

        return last < 0 || IsProse(shorter) ? lines : [.. lines.Take(first), .. Rows([.. lines.Skip(first).Take(last + 1 - first)], readRow), .. lines.Skip(last + 1)];
    }

    /// <param name="shorter">For each two lines side by side, the characters of the shorter one.</param>
    private static bool IsProse(List<int> shorter) =>
        shorter.Count >= FewestRowsOfProse && shorter.Order().ElementAt(shorter.Count / 2) >= LengthOfProse;

    private static int CountLetters(SeenLine line) => line.Words.Sum(word => word.Text.Length);

    private static IEnumerable<SeenLine> Rows(List<SeenLine> lines, Func<SeenLine, IReadOnlyList<SeenWord>> readRow)
    {
        var rows = new List<SeenLine>();
        foreach (var line in lines)
        {
            int at = rows.FindIndex(row => IsBeside(row.Box, line.Box));
            if (at < 0)
            {
                rows.Add(line);
                continue;
            }

            bool isCut = Gap(rows[at].Box, line.Box) < LeastGap * line.Box.Height;
            rows[at] = rows[at] with { Words = [.. rows[at].Words.Concat(line.Words).OrderBy(word => word.Box.X)] };
            if (isCut && readRow(rows[at]) is { Count: > 0 } words) rows[at] = rows[at] with { Words = words };
        }

        return rows.OrderBy(row => Middle(row.Box));
    }

    private static bool IsBeside(Box one, Box other) =>
        Math.Abs(Middle(one) - Middle(other)) < RowDistance * Math.Min(one.Height, other.Height)
        && (one.Right <= other.X || other.Right <= one.X);

    private static int Gap(Box one, Box other) => Math.Max(one.X, other.X) - Math.Min(one.Right, other.Right);

    private static double Middle(Box box) => box.Y + (box.Height / 2.0);
}
