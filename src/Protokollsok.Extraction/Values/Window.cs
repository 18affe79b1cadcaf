using System.Text.RegularExpressions;

namespace Protokollsok.Extraction;

/// <summary>
/// How every pattern of this room is tried: anchored (<c>\A</c>) at one position, on at most <see cref="Width"/> characters.
/// Whatever the pattern and whatever the text, one trial costs a bounded time, so the whole costs time in proportion to the text.
/// </summary>
internal static class Window
{
    /// <summary>UTF-16 units; longer than any printed date, amount or case number.</summary>
    public const int Width = 160;

    /// <summary>Tries an anchored pattern at one position. Positions in the match are the text's.</summary>
    public static Match At(string text, int position, Regex anchored) =>
        anchored.Match(text, position, Math.Min(Width, text.Length - position));

    /// <summary>The end of the text before a position, at most <paramref name="width"/> units and not past a paragraph's end.</summary>
    public static ReadOnlySpan<char> Before(string text, int position, int width)
    {
        var start = Math.Max(0, position - width);
        var span = text.AsSpan(start, position - start);
        var paragraph = span.LastIndexOf("\n\n", StringComparison.Ordinal);
        return paragraph < 0 ? span : span[(paragraph + 2)..];
    }

    /// <summary>Whether a word or number may begin here: what stands before is neither letter nor digit.</summary>
    public static bool IsStart(string text, int position) => position == 0 || !char.IsLetterOrDigit(text[position - 1]);

    /// <summary>Whether a word or number may end here.</summary>
    public static bool IsEnd(string text, int position) => position >= text.Length || !char.IsLetterOrDigit(text[position]);
}
