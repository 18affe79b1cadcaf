using System.Buffers;
using Protokollsok.Documents;

namespace Protokollsok.Reading.Recognition;

/// <summary>
/// What neither model reads as a sign and is one all the same. <c>§</c> goes below the base line; <c>8</c>, <c>6</c>, <c>S</c> and
/// <c>&amp;</c> stand on it in every face, old-style figures included. And a Swedish office writes no dollars: <c>$</c> before a
/// number is what <c>swe</c> prints for <c>§</c>.
/// </summary>
internal static class MisreadSign
{
    /// <summary>So much of a digit's height a § goes at least below the digits beside it (sans serif .09, serif more).</summary>
    private const double Descent = 0.07;

    /// <summary>Print is taller than so many pixels where a descent can be told from a pixel's rounding.</summary>
    private const int LeastHeight = 12;

    private const int LongestSign = 2;

    /// <summary>What numbers are made of. Commas and strokes go below the base line as well, and then nothing is changed.</summary>
    private static readonly SearchValues<char> Number = SearchValues.Create("0123456789-–/,.");

    public static IReadOnlyList<SeenWord> Mend(IReadOnlyList<SeenWord> words) =>
        words.Any(word => IsSuspect(word.Text)) ? [.. words.Select((word, index) => Mend(word, index, words))] : words;

    private static SeenWord Mend(SeenWord word, int index, IReadOnlyList<SeenWord> words)
    {
        var next = index + 1 < words.Count ? words[index + 1] : null;
        var previous = index > 0 ? words[index - 1] : null;
        int dollars = word.Text.AsSpan().IndexOfAnyExcept('$');
        if (dollars < 0 ? IsNumber(next) || IsNumber(previous) : dollars > 0 && char.IsAsciiDigit(word.Text[dollars]))
            return word with { Text = word.Text.Replace('$', '§') };
        return IsLookalike(word.Text) && (HangsBelow(word.Box, next) || HangsBelow(word.Box, previous))
            ? word with { Text = new string('§', word.Text.Length) }
            : word;
    }

    private static bool IsSuspect(string text) => IsLookalike(text) || text.StartsWith('$');

    private static bool IsLookalike(string text) => text.Length <= LongestSign && !text.AsSpan().ContainsAnyExcept("86S&");

    private static bool HangsBelow(Box box, SeenWord? number) =>
        IsNumber(number) && number!.Box.Height >= LeastHeight
        && box.Bottom - number.Box.Bottom >= Math.Max(2, Descent * number.Box.Height)
        && box.Y - number.Box.Y <= Descent * number.Box.Height;

    private static bool IsNumber(SeenWord? word) =>
        word is not null && char.IsAsciiDigit(word.Text[0]) && !word.Text.AsSpan().ContainsAnyExcept(Number);
}
