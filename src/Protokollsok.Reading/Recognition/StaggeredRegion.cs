using Protokollsok.Documents;
using Protokollsok.Reading.Native;

namespace Protokollsok.Reading.Recognition;

/// <summary>
/// Lines whose cells stand far apart and not on one base line, as in the head of a letter: sender over two lines on the left, page
/// mark and case number on the right, the date between them half a line lower. Tesseract cuts such a row at one height for all
/// and reads the date's halves. Here the cells are found by their ink and read one by one.
/// </summary>
/// <param name="First">Index of its first line.</param>
/// <param name="Lines">The page's lines that it holds, one after the other.</param>
/// <param name="Height">Of a usual word of the page, in pixels.</param>
internal sealed record StaggeredRegion(int First, IReadOnlyList<SeenLine> Lines, int Height)
{
    /// <summary>Blanks wider than so many heights part cells.</summary>
    private const double CellGap = 2.5;

    /// <summary>In a row read across base lines there is a word of which the engine is less sure than this.</summary>
    private const double Unsure = 0.7, Sure = 0.85;

    /// <summary>More lines than this are a table, which has its base lines.</summary>
    private const int MostLines = 8;

    /// <summary>Cells whose middles lie closer than so many heights stand in one row.</summary>
    private const double RowDistance = 0.35;

    /// <summary>Cells of one line whose middles lie farther apart than so many heights are not on one base line.</summary>
    private const double Stagger = 0.25;

    /// <summary>Pieces are read less surely than whole lines, without being wrong.</summary>
    private const double Allowance = 0.1;

    /// <summary>Their letters may be fewer, for half a cell that was read as something else goes; no digit is lost.</summary>
    private const double LeastKept = 0.9;

    /// <summary>What is higher than so many heights is two lines that touch, or no text.</summary>
    private const double HighestCell = 1.9;

    private Box Box => Lines.Select(line => line.Box).Aggregate((sum, box) => sum.Union(box));

    /// <summary>Those of a page, from top to bottom.</summary>
    public static IReadOnlyList<StaggeredRegion> In(IReadOnlyList<SeenLine> lines)
    {
        var regions = new List<StaggeredRegion>();
        if (lines.Count == 0) return regions;
        int height = Math.Max(4, SeenLine.UsualHeight(lines));
        for (int i = 0; i < lines.Count; i++)
        {
            if (!IsBroken(lines[i], height)) continue;
            var (first, end) = Around(i, lines);
            if (end - first > MostLines) continue;
            if (regions is [.., var last] && first < last.First + last.Lines.Count) continue;
            regions.Add(new StaggeredRegion(first, [.. lines.Skip(first).Take(end - first)], height));
            i = end - 1;
        }

        return regions;
    }

    /// <summary>
    /// From the first to behind the last line that lies beside the line or beside one of those; all between them belong to it.
    /// </summary>
    private static (int First, int End) Around(int index, IReadOnlyList<SeenLine> lines)
    {
        int first = index, end = index + 1;
        var box = lines[index].Box;
        for (bool grown = true; grown;)
        {
            grown = false;
            for (int i = Math.Max(0, index - MostLines); i < Math.Min(lines.Count, index + MostLines + 1); i++)
            {
                if ((i >= first && i < end) || !Overlap(box, lines[i].Box)) continue;
                (first, end, grown) = (Math.Min(first, i), Math.Max(end, i + 1), true);
                box = lines.Skip(first).Take(end - first).Select(line => line.Box).Aggregate((sum, other) => sum.Union(other));
            }
        }

        return (first, end);
    }

    /// <summary>The lines with the regions read anew.</summary>
    public static IReadOnlyList<SeenLine> Replace(
        IReadOnlyList<SeenLine> lines, IReadOnlyList<StaggeredRegion> regions, Func<StaggeredRegion, IReadOnlyList<SeenLine>> read)
    {
        var replaced = new List<SeenLine>();
        int next = 0;
        foreach (var region in regions)
        {
            replaced.AddRange(lines.Skip(next).Take(region.First - next));
            replaced.AddRange(read(region));
            next = region.First + region.Lines.Count;
        }

        replaced.AddRange(lines.Skip(next));
        return replaced;
    }

    /// <summary>Its cells, row by row; the old lines if the new reading is less sure.</summary>
    /// <param name="ink">The page in black and white.</param>
    /// <param name="readLine">Reads a piece of the page that holds one line.</param>
    public IReadOnlyList<SeenLine> Read(Pix ink, Func<Box, IReadOnlyList<SeenWord>> readLine)
    {
        var cells = Cells(ink);
        if (cells.Count < 2 || cells.Any(cell => cell.Height > HighestCell * Height)) return Lines;
        var rows = new List<List<(Box Cell, IReadOnlyList<SeenWord> Words)>>();
        foreach (var cell in cells.OrderBy(Middle))
        {
            if (readLine(Padded(cell, ink)) is not { Count: > 0 } words) continue;
            if (rows is [.., var last]
                && Middle(cell) - last.Average(other => Middle(other.Cell)) < RowDistance * Height) last.Add((cell, words));
            else rows.Add([(cell, words)]);
        }

        List<SeenLine> read = [.. rows.Select((row, index) => new SeenLine(
            [.. row.OrderBy(cell => cell.Cell.X).SelectMany(cell => cell.Words)], index == 0 && Lines[0].StartsBlock))];
        return Sureness(read) > Sureness(Lines) - Allowance && KeepsEnough(read, [.. rows.SelectMany(row => row)]) ? read : Lines;
    }

    /// <summary>Whether it has cells, and was read badly or is no line at all: its cells stand at different heights.</summary>
    private static bool IsBroken(SeenLine line, int height)
    {
        var gaps = line.Words.Zip(line.Words.Skip(1)).Where(pair => pair.Second.Box.X - pair.First.Box.Right > CellGap * height).ToList();
        return gaps.Count > 0 && (line.Words.Any(word => word.Confidence < Unsure)
            || gaps.Any(gap => Math.Abs(Middle(gap.First.Box) - Middle(gap.Second.Box)) > Stagger * height));
    }

    /// <summary>What hangs together when the blanks between words are filled. Dots and accents join what stands under them.</summary>
    private List<Box> Cells(Pix ink)
    {
        int top = Math.Max(0, Box.Y - (Height / 2)), bottom = Math.Min(ink.Height, Box.Bottom + (Height / 2));
        var boxes = Filled(ink, new Box(0, top, ink.Width, bottom - top));
        // What is cut by the region's border belongs to the lines around it.
        boxes.RemoveAll(box => Middle(box) < Box.Y || Middle(box) > Box.Bottom);
        var cells = boxes.Where(box => box.Height * 2 > Height).ToList();
        foreach (var small in boxes.Where(box => box.Height * 2 <= Height))
        {
            int under = cells.FindIndex(cell =>
                small.X < cell.Right && small.Right > cell.X && small.Bottom > cell.Y - (Height / 3) && small.Y < cell.Bottom);
            if (under >= 0) cells[under] = cells[under].Union(small);
        }

        return cells;
    }

    private List<Box> Filled(Pix ink, Box region)
    {
        nint frame = Leptonica.boxCreate(region.X, region.Y, region.Width, region.Height);
        using var piece = Leptonica.pixClipRectangle(ink, frame, 0);
        Leptonica.boxDestroy(ref frame);
        using var filled = Leptonica.pixCloseBrick(0, piece, Height, 1);
        return [.. InkParts.Of(filled).Select(box => box with { X = box.X + region.X, Y = box.Y + region.Y })];
    }

    private Box Padded(Box cell, Pix ink)
    {
        int side = Height / 2, margin = Height / 6;
        int x = Math.Max(0, cell.X - side), y = Math.Max(0, cell.Y - margin);
        return new Box(x, y, Math.Min(ink.Width, cell.Right + side) - x, Math.Min(ink.Height, cell.Bottom + margin) - y);
    }

    /// <summary>Whether two lines lie side by side or into each other, not one under the other.</summary>
    private static bool Overlap(Box one, Box other) =>
        4 * (Math.Min(one.Bottom, other.Bottom) - Math.Max(one.Y, other.Y)) > Math.Min(one.Height, other.Height);

    /// <summary>
    /// Whether a new reading has each digit as often as the old, and nearly all letters. Old words that were misread say nothing of what stands there.
    /// </summary>
    private bool KeepsEnough(IReadOnlyList<SeenLine> read, List<(Box Cell, IReadOnlyList<SeenWord> Words)> cells)
    {
        var misread = cells.Where(cell => WasMisread(cell.Cell, cell.Words)).Select(cell => cell.Cell).ToList();
        var then = Lines.SelectMany(line => line.Words).Where(word => !misread.Any(cell => LiesIn(word.Box, cell)))
            .SelectMany(word => word.Text).ToLookup(letter => letter);
        var now = read.SelectMany(line => line.Words).SelectMany(word => word.Text).ToLookup(letter => letter);
        return then.All(digit => !char.IsAsciiDigit(digit.Key) || now[digit.Key].Count() >= digit.Count())
            && now.Sum(CountLetters) >= LeastKept * then.Sum(CountLetters);
    }

    /// <summary>Whether two old lines have each a half of what stands in a cell, or one had it unsurely and now it is sure.</summary>
    private bool WasMisread(Box cell, IReadOnlyList<SeenWord> now)
    {
        var then = Lines.Select(line => line.Words.Where(word => LiesIn(word.Box, cell)).ToList()).Where(words => words.Count > 0).ToList();
        return then.Count > 1
            || (then is [var words] && words.Max(word => word.Confidence) < Unsure && now.Min(word => word.Confidence) > Sure);
    }

    /// <summary>Whether a word's middle lies over, and its box on, a cell.</summary>
    private static bool LiesIn(Box word, Box cell) =>
        word.X + (word.Width / 2) is var middle && middle >= cell.X && middle < cell.Right && word.Y < cell.Bottom && word.Bottom > cell.Y;

    private static int CountLetters(IGrouping<char, char> letter) => char.IsLetter(letter.Key) ? letter.Count() : 0;

    private static double Middle(Box box) => box.Y + (box.Height / 2.0);

    /// <summary>Mean confidence, a letter a voice.</summary>
    private static double Sureness(IReadOnlyList<SeenLine> lines)
    {
        var words = lines.SelectMany(line => line.Words).ToList();
        return words.Sum(word => word.Confidence * word.Text.Length) / Math.Max(1, words.Sum(word => word.Text.Length));
    }
}
