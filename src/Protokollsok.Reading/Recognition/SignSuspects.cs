using System.Buffers;

namespace Protokollsok.Reading.Recognition;

/// <summary>
/// The words of a line in which <c>swe</c> may have lost a sign, for a second look. A sign comes out as a digit (<c>8 31</c>, <c>863</c>,
/// <c>3,5 246</c>), as another sign, or leaves the engine unsure; and it stands beside a number.
/// </summary>
internal static class SignSuspects
{
    /// <summary>A word of which <c>swe</c> is less sure than this may hold a sign that it does not know.</summary>
    private const double Unsure = 0.75;

    /// <summary>A long word of letters with one odd sign in it is that word, spoilt.</summary>
    private const int LongestDoubtful = 6;

    /// <summary>Blanks wider than so many heights part cells.</summary>
    private const double CellGap = 2.5;

    /// <summary>So many characters at least are shown on either side.</summary>
    private const int LeastContext = 4;

    /// <summary>What words have without any sign having been lost: <c>och/eller</c>, <c>Bygg-</c>, <c>(bilaga):</c>.</summary>
    private static readonly SearchValues<char> Harmless = SearchValues.Create(".,-:;()/'!?\"");

    /// <summary>Stretches of suspects with a neighbour on either side, from left to right, none touching the next.</summary>
    public static IReadOnlyList<Stretch> In(IReadOnlyList<SeenWord> words)
    {
        var stretches = new List<Stretch>();
        for (int i = 0; i < words.Count; i++)
        {
            if (!IsSuspect(words[i]) || SureNumbers.Is(words, i)) continue;
            var (start, end) = WithNeighbours(words, i);
            if (stretches is [.., var last] && (last.End > start || (last.End == start && !IsGap(words, start)))) stretches[^1] = last with { End = end };
            else stretches.Add(new Stretch(start, end));
        }

        return stretches;
    }

    /// <summary>A sign is told by what stands beside it, and <c>i</c> tells little.</summary>
    private static (int Start, int End) WithNeighbours(IReadOnlyList<SeenWord> words, int index)
    {
        int start = index, end = index + 1;
        for (int letters = 0; start > 0 && letters < LeastContext && !IsGap(words, start); letters += words[start].Text.Length) start--;
        for (int letters = 0; end < words.Count && letters < LeastContext && !IsGap(words, end); letters += words[end - 1].Text.Length) end++;
        return (start, end);
    }

    /// <summary>Whether what stands before a word belongs to another cell, which may stand at another height.</summary>
    private static bool IsGap(IReadOnlyList<SeenWord> words, int index) =>
        words[index].Box.X - words[index - 1].Box.Right > CellGap * Math.Max(words[index].Box.Height, words[index - 1].Box.Height);

    private static bool IsSuspect(SeenWord word)
    {
        int letters = 0;
        // swe has no opening quote “ and prints a straight one; it knows ”.
        bool odd = word.Text[0] == '"';
        foreach (char c in word.Text)
        {
            if (char.IsLetter(c)) letters++;
            else odd |= !Harmless.Contains(c);
        }

        return odd || letters == 0 || (word.Confidence < Unsure && word.Text.Length <= LongestDoubtful);
    }
}

/// <summary>Words of a line, from one to before another; 0-based.</summary>
internal readonly record struct Stretch(int Start, int End);
