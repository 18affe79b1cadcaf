namespace Protokollsok.Reading.Recognition;

/// <summary>Two pages of a book on one sheet that lies: first all of the left one, then all of the right one.</summary>
internal static class TwoUp
{
    /// <summary>A sheet that holds two pages is so much wider than high.</summary>
    private const double LeastWidth = 1.2;

    /// <summary>The two inner margins together, as a share of the width, and how far from the middle they may lie.</summary>
    private const double LeastGutter = 0.05, Off = 0.1;

    /// <summary>A half with fewer lines is a stamp beside a table.</summary>
    private const int FewestLines = 6;

    /// <summary>The lines of the two halves, each in the engine's order; the page itself as the only one if it is not two.</summary>
    public static IReadOnlyList<IReadOnlyList<SeenLine>> Halves(IReadOnlyList<SeenLine> lines, int width, int height)
    {
        if (width < height * LeastWidth || Gutter(lines, width) is not { } gutter) return [lines];
        var pieces = lines.SelectMany(line => Cut(line, gutter)).ToLookup(line => line.Box.X < gutter);
        List<SeenLine> left = [.. pieces[true]], right = [.. pieces[false]];
        return left.Count < FewestLines || right.Count < FewestLines ? [lines] : [left, right];
    }

    /// <summary>The middle of the widest stripe near the page's middle that no word reaches into; null if there is none wide enough.</summary>
    private static int? Gutter(IReadOnlyList<SeenLine> lines, int width)
    {
        int from = (int)(width * (0.5 - Off - LeastGutter)), to = (int)(width * (0.5 + Off + LeastGutter));
        int start = from, best = 0, middle = 0;
        foreach (var box in lines.SelectMany(line => line.Words).Select(word => word.Box).Where(box => box.Right > from && box.X < to)
            .OrderBy(box => box.X))
        {
            Free(start, Math.Min(box.X, to));
            start = Math.Max(start, box.Right);
        }

        Free(start, to);
        return best >= LeastGutter * width ? middle : null;

        void Free(int left, int right)
        {
            if (right - left > best) (best, middle) = (right - left, (left + right) / 2);
        }
    }

    /// <summary>A line that layout drew over both pages becomes two.</summary>
    private static IEnumerable<SeenLine> Cut(SeenLine line, int gutter)
    {
        var sides = line.Words.ToLookup(word => word.Box.X < gutter);
        foreach (bool isLeft in (bool[])[true, false])
            if (sides[isLeft].Any()) yield return line with { Words = [.. sides[isLeft]] };
    }
}
