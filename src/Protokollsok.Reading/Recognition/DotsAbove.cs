using System.Buffers;
using Protokollsok.Documents;

namespace Protokollsok.Reading.Recognition;

/// <summary>
/// Tells ä from å by what stands above the letter. <c>swe</c> was taught on book faces and takes the two high strokes of a typewriter's ä for a
/// ring; but a ring hangs together, and two marks side by side are dots. The other way round nothing is told: dots that run together look
/// like a ring.
/// </summary>
/// <param name="parts">What hangs together in a box of the page, each by its box.</param>
internal sealed class DotsAbove(Func<Box, IReadOnlyList<Box>> parts)
{
    /// <summary>Smaller marks, in pixels, cannot be told from dust.</summary>
    private const int LeastMark = 3;

    /// <summary>Marks stand in so much of a word's height from above, and are no higher.</summary>
    private const double Band = 0.38;

    /// <summary>Letters of unlike widths lie so many of the usual width from where they would in a typewriter's row.</summary>
    private const double MostOff = 1.2;

    /// <summary>
    /// Two dots are alike, and apart by no more than this times their width, which those of <c>ij</c> are. Together they are wider than this
    /// times their height; strokes of a typewriter are no wider than high.
    /// </summary>
    private const double MostUnlike = 2, MostApart = 1.7, LeastSpread = 0.75;

    private static readonly SearchValues<char> Ring = SearchValues.Create("åÅ");

    /// <summary>The letters that have something above them.</summary>
    private static readonly SearchValues<char> Marked = SearchValues.Create("åäöÅÄÖijéèüÉÜ");

    /// <summary>The letters whose dot heavy print fills up to.</summary>
    private static readonly SearchValues<char> Filled = SearchValues.Create("ij");

    public IReadOnlyList<SeenWord> Mend(IReadOnlyList<SeenWord> words) =>
        words.Any(word => word.Text.AsSpan().ContainsAny(Ring)) ? [.. words.Select(Mended)] : words;

    private SeenWord Mended(SeenWord word)
    {
        if (!word.Text.AsSpan().ContainsAny(Ring)) return word;
        var letters = Enumerable.Range(0, word.Text.Length).Where(at => Marked.Contains(word.Text[at])).ToList();
        var marks = Marks(word.Box);
        if (marks.Count != letters.Count) letters.RemoveAll(at => Filled.Contains(word.Text[at]));
        // As many marks as letters that have one: then they belong together one by one, whether letters touch or not.
        if (marks.Count != letters.Count) return word;
        var text = word.Text.ToCharArray();
        foreach (var (at, mark) in letters.Zip(marks))
            if (Ring.Contains(text[at]) && IsTwoDots(mark) && IsOver(mark, word, at)) text[at] = text[at] == 'å' ? 'ä' : 'Ä';
        return word with { Text = new string(text) };
    }

    /// <summary>What stands above the letters of a word, from left to right, two dots as one.</summary>
    private List<List<Box>> Marks(Box word)
    {
        var marks = new List<List<Box>>();
        double bottom = word.Y + (Band * word.Height);
        foreach (var part in parts(word).Where(part => part.Bottom <= bottom && part.Width >= LeastMark && part.Height >= LeastMark).OrderBy(part => part.X))
        {
            if (marks is [.., [var other]] && part.X - other.Right <= MostApart * Math.Min(part.Width, other.Width)) marks[^1].Add(part);
            else marks.Add([part]);
        }

        return marks;
    }

    /// <summary>Whether a mark stands about where the letter must be: a ring that touches its letter is no mark, and the next letter's dots are not its.</summary>
    private static bool IsOver(List<Box> mark, SeenWord word, int at)
    {
        double letterWidth = (double)word.Box.Width / word.Text.Length;
        return Math.Abs((mark[0].X + mark[^1].Right) / 2.0 - word.Box.X - ((at + 0.5) * letterWidth)) <= MostOff * letterWidth;
    }

    private static bool IsTwoDots(List<Box> mark)
    {
        if (mark is not [var one, var other]) return false;
        var both = one.Union(other);
        return one.Right < other.X && both.Width >= LeastSpread * both.Height
            && Larger(one.Height, other.Height) <= MostUnlike && Larger(one.Width, other.Width) <= MostUnlike
            && 2 * (Math.Min(one.Bottom, other.Bottom) - Math.Max(one.Y, other.Y)) >= Math.Min(one.Height, other.Height);
    }

    private static double Larger(int one, int other) => (double)Math.Max(one, other) / Math.Min(one, other);
}
