using System.Buffers;
using Protokollsok.Documents;

namespace Protokollsok.Reading.Recognition;

/// <summary>
/// The small raised figures of footnotes and of <c>m²</c>. <c>swe</c> has none and prints <c>?</c>, <c>!</c>, <c>4</c> or <c>$</c> for them, or nothing; <c>Latin</c>
/// has three of ten. They are told by their ink, which stands high and is smaller than a figure, and each is read by itself.
/// </summary>
/// <param name="glyphs">The boxes of a word's characters.</param>
/// <param name="readGlyph">Reads one character of the page by itself, as large as others; empty if it cannot.</param>
internal sealed class RaisedMarks(Func<Box, IReadOnlyList<Box>> glyphs, Func<Box, string> readGlyph)
{
    /// <summary>In heights of the print beside it, capitals and ascenders: how high over the base line it ends, how high and wide it is, how far under the others' top it begins.</summary>
    private const double LeastRaised = 0.3, LeastHeight = 0.42, MostHeight = 0.75, MostWidth = 0.5, FarthestDown = 0.35;

    /// <summary>A full stop is no higher, and ends no farther from the base line.</summary>
    private const double LargestStop = 0.25, StopDistance = 0.2;

    /// <summary>Smaller print, in pixels, tells nothing.</summary>
    private const int LeastPrint = 14;

    /// <summary>A mark by itself comes out as no more characters.</summary>
    private const int LongestAlone = 2;

    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>What a mark at a word's end is read as, and what it makes of a full stop before it.</summary>
    private static readonly SearchValues<char> Misread = SearchValues.Create("0123456789$*•°'\"^»«”’¹²³"), WithStop = SearchValues.Create("?!");

    /// <summary>After these a word is looked at even where nothing of the mark was read.</summary>
    private static readonly SearchValues<char> Ends = SearchValues.Create(".,;:)");

    public IReadOnlyList<SeenWord> Mend(IReadOnlyList<SeenWord> words)
    {
        List<SeenWord>? mended = null;
        for (int i = 0; i < words.Count; i++)
        {
            if ((Alone(i, words) ?? AtEnd(words[i])) is not { } word) continue;
            mended ??= [.. words];
            mended[i] = word;
        }

        return mended ?? words;
    }

    /// <summary>A word that is nothing but a mark, before or behind one that is print.</summary>
    private SeenWord? Alone(int index, IReadOnlyList<SeenWord> words)
    {
        var word = words[index];
        if (word.Text.Length > LongestAlone || words.Count < 2 || word.Text.AsSpan().ContainsAny('§', '%')) return null;
        var beside = words[index + 1 < words.Count ? index + 1 : index - 1];
        // Cheap, and true of nearly all words.
        if (word.Box.Height > MostHeight * beside.Box.Height) return null;
        return glyphs(word.Box) is [var mark] && IsRaised(mark, glyphs(beside.Box)) && Figure(mark) is { } figure ? word with { Text = $"{figure}" } : null;
    }

    /// <summary>A word with a mark behind its last character.</summary>
    private SeenWord? AtEnd(SeenWord word)
    {
        char last = word.Text[^1];
        if (word.Text.Length < 2 || !(Misread.Contains(last) || WithStop.Contains(last) || Ends.Contains(last))) return null;
        var parts = glyphs(word.Box);
        if (parts.Count < 3 || !IsRaised(parts[^1], [.. parts.Take(parts.Count - 1)])) return null;
        // Nothing is added but where there is one character too many for what was read.
        if (Ends.Contains(last) && parts.Count != word.Text.Length + 1) return null;
        if ((Figure(parts[^1]) ?? Raise(last)) is not { } figure) return null;
        string text = Ends.Contains(last) ? word.Text : word.Text[..^1];
        bool hasStop = !Ends.Contains(text[^1]) && IsStop(parts[^2], [.. parts.Take(parts.Count - 2)]);
        return word with { Text = $"{text}{(hasStop ? "." : "")}{figure}" };
    }

    private char? Figure(Box mark) =>
        readGlyph(mark) is [var digit] ? Raise(digit) : null;

    private static char? Raise(char digit) => digit is >= '1' and <= '9' ? Raised[digit - '0'] : null;

    private static bool IsRaised(Box mark, IReadOnlyList<Box> print)
    {
        if (print.Count == 0) return false;
        var (top, bottom) = Extent(print);
        double height = bottom - top;
        return height >= LeastPrint && bottom - mark.Bottom >= LeastRaised * height && mark.Y - top <= FarthestDown * height && top - mark.Y <= FarthestDown * height
            && mark.Height >= LeastHeight * height && mark.Height <= MostHeight * height && mark.Width <= MostWidth * height;
    }

    private static bool IsStop(Box part, IReadOnlyList<Box> print)
    {
        if (print.Count == 0) return false;
        var (top, bottom) = Extent(print);
        double height = bottom - top;
        return part.Height <= LargestStop * height && part.Width <= LargestStop * height && Math.Abs(part.Bottom - bottom) <= StopDistance * height;
    }

    /// <summary>The top of the highest character and the base line, which most stand on.</summary>
    private static (int Top, int Bottom) Extent(IReadOnlyList<Box> print)
    {
        var bottoms = print.Select(part => part.Bottom).Order().ToList();
        return (print.Min(part => part.Y), bottoms[bottoms.Count / 2]);
    }
}
