using System.Text;

namespace Protokollsok.Documents;

/// <summary>
/// The pages of a document as one flowing text: furniture left out, words that a line end cut joined again, and a way back
/// from any span to the pages. A line is a printed line (trimmed); a word that was cut stands whole on the line where it
/// began; any number of empty lines is one. Positions are UTF-16 units of <see cref="Text"/>.
/// </summary>
public sealed class RunningText
{
    private readonly List<Piece> _pieces;
    private readonly List<RunningLine> _lines;

    internal RunningText(string text, List<RunningLine> lines, List<Piece> pieces)
    {
        Text = text;
        _lines = lines;
        _pieces = pieces;
    }

    /// <summary>All lines, a line break (<c>\n</c>) between them.</summary>
    public string Text { get; }

    /// <summary>In reading order; a page begins and ends with a line that is not empty.</summary>
    public IReadOnlyList<RunningLine> Lines => _lines;

    /// <summary>The whole document; furniture is what the pages say it is.</summary>
    public static RunningText Of(IReadOnlyList<PageRecord> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var writer = new RunningTextWriter();
        foreach (var page in pages) writer.Write(page);
        return writer.ToRunningText();
    }

    /// <summary>One span of a page by itself, furniture or not.</summary>
    public static RunningText Of(PageRecord page, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(page);
        var writer = new RunningTextWriter();
        writer.WriteSpan(page, span);
        return writer.ToRunningText();
    }

    /// <summary>The running text of each page, for the reader who wants pages: <paramref name="pageNumber"/> is 1-based; empty if the page
    /// has none.</summary>
    public string PageText(int pageNumber)
    {
        var text = new StringBuilder();
        foreach (var line in _lines.Where(line => line.Page == pageNumber))
        {
            if (text.Length > 0) text.Append('\n');
            text.Append(Text, line.Start, line.Length);
        }

        return text.ToString();
    }

    /// <summary>
    /// Where a span stands: one place for each unbroken piece of a page, in reading order. A line break, or the hyphen that cut
    /// a word, lies inside a piece; a page break or furniture parts two. Empty for an empty span.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is not inside the text.</exception>
    public IReadOnlyList<Place> PlacesOf(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start + length, Text.Length);
        var places = new List<Place>();
        for (var i = FirstPieceEndingAfter(start); i < _pieces.Count && _pieces[i].Start < start + length; i++)
        {
            var piece = _pieces[i];
            int from = Math.Max(start, piece.Start), to = Math.Min(start + length, piece.End);
            var place = new Place(piece.Page, piece.PageStart + (from - piece.Start), to - from);
            if (places.Count == 0 || piece.AfterBreak) places.Add(place);
            else places[^1] = places[^1] with { Length = place.End - places[^1].Start };
        }

        return places;
    }

    private int FirstPieceEndingAfter(int position)
    {
        int low = 0, high = _pieces.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_pieces[middle].End <= position) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>A stretch of the running text that stands on a page just so.</summary>
    internal readonly record struct Piece(int Start, int Length, int Page, int PageStart, bool AfterBreak)
    {
        public int End => Start + Length;
    }
}
