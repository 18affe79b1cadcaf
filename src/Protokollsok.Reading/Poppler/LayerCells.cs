using Protokollsok.Documents;

namespace Protokollsok.Reading.Poppler;

/// <summary>Which lines of a text layer are cells of one row, and which only happen to stand beside each other in columns of prose.</summary>
internal sealed class LayerCells
{
    /// <summary>Lines whose middles lie closer than this share of the lower one's height stand in one row.</summary>
    private const double RowDistance = 0.4;

    /// <summary>A block of so many lines of so many characters is prose, and what stands beside it has nothing to do with it.</summary>
    private const int ProseLines = 4, ProseLength = 30;

    /// <summary>So many lines in a block that all have a digit are the numbers, dates or sums of what stands beside them, however long that is.</summary>
    private const int NumberLines = 3;

    /// <summary>What stands at most so many heights above prose is its heading.</summary>
    private const double HeadingGap = 3;

    private readonly IReadOnlyList<LayerLine> _lines;
    private readonly HashSet<int> _prose = [];
    private readonly HashSet<int> _numbers = [];

    /// <summary>The prose under a heading, by the heading's block.</summary>
    private readonly Dictionary<int, Box> _headed = [];

    /// <param name="lines">Of a page, in Poppler's order: the lines of a block follow each other.</param>
    public LayerCells(IReadOnlyList<LayerLine> lines)
    {
        _lines = lines;
        (Box Box, int Block)? above = null;
        foreach (var block in lines.GroupBy(line => line.Block))
        {
            var box = block.Select(line => line.Box).Aggregate((sum, other) => sum.Union(other));
            if (block.Count() >= NumberLines && block.All(HasDigit)) _numbers.Add(block.Key);
            if (block.Count() >= ProseLines && block.Average(line => line.Length) >= ProseLength)
            {
                _prose.Add(block.Key);
                if (above is { } heading && IsOver(heading.Box, box, block.First().Box.Height)) _headed[heading.Block] = box;
            }

            above = (box, block.Key);
        }
    }

    /// <summary>All pairs of lines that are cells of one row.</summary>
    public IEnumerable<(LayerLine One, LayerLine Other)> Pairs(CancellationToken ct)
    {
        var sorted = _lines.OrderBy(line => line.Middle).ToList();
        for (int i = 0; i < sorted.Count; i++)
        {
            ct.ThrowIfCancellationRequested();
            // Half a pixel is lost in each middle.
            double reach = (RowDistance * sorted[i].Box.Height) + 1;
            for (int j = i + 1; j < sorted.Count && sorted[j].Middle - sorted[i].Middle <= reach; j++)
                if (AreOfOneRow(sorted[i], sorted[j])) yield return (sorted[i], sorted[j]);
        }
    }

    public bool AreOfOneRow(LayerLine one, LayerLine other) =>
        IsBeside(one.Box, other.Box) && !IsColumnBeside(one, other) && !IsColumnBeside(other, one);

    /// <summary>Whether the line is of a column of prose, or heads one, and the other stands outside that.</summary>
    private bool IsColumnBeside(LayerLine line, LayerLine other) =>
        _prose.Contains(line.Block) ? _prose.Contains(other.Block) || !_numbers.Contains(other.Block)
        : _headed.TryGetValue(line.Block, out var column) && (other.Box.Right <= column.X || column.Right <= other.Box.X);

    private static bool IsBeside(Box one, Box other) =>
        Math.Abs((2 * one.Y) + one.Height - (2 * other.Y) - other.Height) < 2 * RowDistance * Math.Min(one.Height, other.Height)
        && (one.Right <= other.X || other.Right <= one.X);

    private static bool IsOver(Box heading, Box prose, int height) =>
        heading.Bottom <= prose.Y + (height / 2) && prose.Y - heading.Bottom <= HeadingGap * height && heading.X < prose.Right && heading.Right > prose.X;

    private static bool HasDigit(LayerLine line) => line.Words.Any(word => word.Text.Any(char.IsAsciiDigit));
}
