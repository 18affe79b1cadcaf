using System.Buffers;

namespace Protokollsok.Reading.Recognition;

/// <summary>
/// Brings back the signs that <c>swe</c> cannot print (§ % @ – • ½ …) from a second reading of the same line with <c>Latin</c>:
/// letters and digits from the first, signs from the second. Where the two disagree on more than the signs, the first stays.
/// </summary>
internal static class SignMerger
{
    /// <summary>What the character set of <c>swe</c> lacks and documents have.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("§%@–—•½¼¾*#°²³¹‰€“üÜ");

    /// <summary>The one letter among the signs: dust above a <c>u</c> looks like it.</summary>
    private static readonly SearchValues<char> Umlaut = SearchValues.Create("üÜ");

    /// <summary>Signs that nothing else looks like; the others come from dust as well, and are believed only in place of something.</summary>
    private static readonly SearchValues<char> Unmistakable = SearchValues.Create("§%@½•");

    /// <summary>What <c>swe</c> prints instead of one sign is at most this long (<c>246</c> and <c>9240</c> for %).</summary>
    private const int LongestMistake = 3, LongestPercent = 4;

    /// <summary>
    /// Below this <c>Latin</c> guesses. In place of one character that cannot be right less is enough than in place of several, for
    /// these could be a number.
    /// </summary>
    private const double LeastSure = 0.3, SureOfMany = 0.5;

    /// <summary>Which of two numbers is believed: the first's, unless it is less sure than this and the second by so much surer.</summary>
    private const double UnsureOfDigits = 0.8, MuchSurer = 0.15;

    public static IReadOnlyList<SeenWord> Merge(IReadOnlyList<SeenWord> first, IReadOnlyList<SeenWord> second)
    {
        Letters mine = new(first), theirs = new(second);
        var merged = new MergedLine(mine, theirs);
        foreach (var piece in LineAlignment.Of(mine, theirs))
        {
            if (piece.IsSame) merged.Same(piece);
            else if (IsSignMissed(piece, mine, theirs) || IsSurerOfDigits(piece, mine, theirs)) merged.Take(piece);
            else merged.Keep(piece);
        }

        return merged.Words();
    }

    /// <summary>Whether the second has nothing but signs there, and the first nothing or what stands for them.</summary>
    private static bool IsSignMissed(AlignedPiece piece, Letters mine, Letters theirs)
    {
        var mistake = mine.Text.AsSpan(piece.First, piece.FirstLength);
        var signs = theirs.Text.AsSpan(piece.Second, piece.SecondLength);
        if (signs.Length == 0 || signs.ContainsAnyExcept(Signs)) return false;
        double sureness = theirs.Sureness(piece.Second, piece.SecondLength);
        if (mistake.Length == 0) return sureness >= SureOfMany && !signs.ContainsAnyExcept(Unmistakable);
        // swe has no “ and prints a straight one for it; its ” is one.
        if (signs is "“" && mistake is not "\"") return false;
        if (signs.ContainsAny(Umlaut) && sureness <= mine.Sureness(piece.First, piece.FirstLength)) return false;
        bool isPercent = signs is "%";
        return mistake.Length <= (isPercent ? LongestPercent : LongestMistake * signs.Length)
            && CountLetters(mistake) <= (isPercent ? 2 : 1)
            && sureness >= (mistake.Length > signs.Length ? SureOfMany : LeastSure);
    }

    /// <summary>
    /// Whether they differ in as many digits alone, and the first is unsure of them where the second is sure. Two engines' sureness says which digit
    /// stands there, not whether one does.
    /// </summary>
    private static bool IsSurerOfDigits(AlignedPiece piece, Letters mine, Letters theirs)
    {
        if (piece.FirstLength == 0 || piece.FirstLength != piece.SecondLength) return false;
        var first = mine.Text.AsSpan(piece.First, piece.FirstLength);
        var second = theirs.Text.AsSpan(piece.Second, piece.SecondLength);
        if (first.ContainsAnyExceptInRange('0', '9') || second.ContainsAnyExceptInRange('0', '9')) return false;
        double sureness = mine.SurenessAt(piece.First, piece.FirstLength);
        return sureness < UnsureOfDigits && theirs.SurenessAt(piece.Second, piece.SecondLength) > sureness + MuchSurer;
    }

    /// <summary>Two letters or more are no misread sign, one may be (<c>S</c> for §), and <c>Yo</c> for % are two.</summary>
    private static int CountLetters(ReadOnlySpan<char> text)
    {
        int letters = 0;
        foreach (char c in text)
            if (char.IsLetter(c)) letters++;
        return letters;
    }
}
