using Protokollsok.Documents;

namespace Protokollsok.Web;

/// <summary>
/// The words of a page with their boxes (from the slow half) and their places in the repaired text (from the quick half). Repair keeps
/// lines and changes only what its corrections say, so a place in the one is found in the other by adding up how much each correction
/// lengthened the text before it.
/// </summary>
internal static class PageWords
{
    private readonly record struct Piece(int Line, int Start, int End, Box? Box, double Confidence);

    /// <summary>In reading order.</summary>
    public static IReadOnlyList<PageWord> Of(PageReading read, PageRecord page)
    {
        var text = read.Text;
        var shifts = Shifts(page);
        return [.. Joined(Pieces(read), shifts).Select(piece => Word(piece, text, page.Text, shifts)).OfType<PageWord>()];
    }

    /// <summary>With those marked that a place touches.</summary>
    public static IReadOnlyList<PageWord> Mark(IReadOnlyList<PageWord> words, IReadOnlyList<Place> hits)
    {
        var next = 0;
        return [.. words.Select(word =>
        {
            while (next < hits.Count && hits[next].End <= word.Start) next++;
            return next < hits.Count && hits[next].Start < word.End ? word with { Hit = true } : word;
        })];
    }

    /// <summary>One box a line: what a viewer draws around a stretch of text.</summary>
    public static IEnumerable<Box> BoxesOf(IReadOnlyList<PageWord> words, int start, int length) => words
        .Where(word => word.Start < start + length && word.End > start && word.Box is not null)
        .GroupBy(word => word.Line)
        .Select(line => line.Select(word => word.Box!.Value).Aggregate((one, other) => one.Union(other)));

    private static IEnumerable<Piece> Pieces(PageReading read)
    {
        var start = 0;
        for (var i = 0; i < read.Lines.Count; i++)
        {
            var line = read.Lines[i];
            foreach (var word in line.Words) yield return new Piece(i, start + word.Start, start + word.Start + word.Length, word.Box, word.Confidence);
            if (line.Words.Count == 0)
                foreach (var (from, to) in Unread(line.Text)) yield return new Piece(i, start + from, start + to, null, read.Confidence);
            start += line.Text.Length + 1;
        }
    }

    /// <summary>A text file has lines without words: they stand between blanks.</summary>
    private static IEnumerable<(int From, int To)> Unread(string line)
    {
        for (var at = 0; at < line.Length;)
        {
            var from = at;
            while (at < line.Length && !char.IsWhiteSpace(line[at])) at++;
            if (at > from) yield return (from, at);
            else at++;
        }
    }

    /// <summary>Words that one correction reaches over have become one.</summary>
    private static List<Piece> Joined(IEnumerable<Piece> pieces, List<Shift> shifts)
    {
        var joined = new List<Piece>();
        foreach (var piece in pieces)
        {
            if (joined.Count > 0 && shifts.Exists(shift => shift.WasStart < joined[^1].End && shift.WasEnd > piece.Start))
            {
                var before = joined[^1];
                joined[^1] = before with { End = piece.End, Box = Union(before.Box, piece.Box), Confidence = Math.Min(before.Confidence, piece.Confidence) };
            }
            else
            {
                joined.Add(piece);
            }
        }

        return joined;
    }

    private static Box? Union(Box? one, Box? other) => one is { } first && other is { } second ? first.Union(second) : one ?? other;

    private static PageWord? Word(Piece piece, string was, string now, List<Shift> shifts)
    {
        int start = Math.Clamp(Shift.Map(shifts, piece.Start, atEnd: false), 0, now.Length), end = Math.Clamp(Shift.Map(shifts, piece.End, atEnd: true), start, now.Length);
        if (end == start) return null;
        var (read, stands) = (was[piece.Start..Math.Min(piece.End, was.Length)], now[start..end]);
        return new PageWord(stands, read == stands ? null : read, start, end - start, piece.Box, piece.Confidence, Hit: false) { Line = piece.Line };
    }

    /// <summary>A mark inside a word that was repaired, too, changes no length and is passed over.</summary>
    private static List<Shift> Shifts(PageRecord page)
    {
        var shifts = new List<Shift>();
        foreach (var correction in page.Corrections.Where(correction => correction.Applied).OrderBy(correction => correction.Start))
        {
            if (shifts.Count > 0 && correction.Start < shifts[^1].NowEnd) continue;
            var drift = shifts.Count > 0 ? shifts[^1].NowEnd - shifts[^1].WasEnd : 0;
            shifts.Add(new Shift(correction.Start - drift, correction.Was.Length, correction.Start, correction.Now.Length));
        }

        return shifts;
    }

    /// <summary>One correction in both texts.</summary>
    private readonly record struct Shift(int WasStart, int WasLength, int NowStart, int NowLength)
    {
        public int WasEnd => WasStart + WasLength;

        public int NowEnd => NowStart + NowLength;

        /// <param name="position">In the text as read.</param>
        /// <param name="atEnd">Whether it is the end of something: inside a correction, that is the correction's end.</param>
        public static int Map(List<Shift> shifts, int position, bool atEnd)
        {
            var last = shifts.FindLastIndex(shift => atEnd ? shift.WasStart < position : shift.WasStart <= position);
            if (last < 0) return position;
            var shift = shifts[last];
            if (position >= shift.WasEnd) return shift.NowEnd + (position - shift.WasEnd);
            return position == shift.WasStart || !atEnd ? shift.NowStart : shift.NowEnd;
        }
    }
}
