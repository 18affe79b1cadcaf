using System.Buffers;
using Protokollsok.Documents;

namespace Protokollsok.Reading.Recognition;

/// <summary>Dashes that the engine has seen twice (<c>--</c>, <c>–-</c> for one stroke), told by their ink; what a typewriter struck twice stays two.</summary>
internal static class DoubledDashes
{
    private const int Longest = 3;

    private static readonly SearchValues<char> Dashes = SearchValues.Create("-–—");

    /// <param name="glyphs">The boxes of a word's characters.</param>
    public static SeenWord Mend(SeenWord word, Func<Box, IReadOnlyList<Box>> glyphs)
    {
        if (word.Text.Length is < 2 or > Longest || word.Text.AsSpan().ContainsAnyExcept(Dashes)) return word;
        int strokes = glyphs(word.Box).Count;
        // A hyphen is too short to be seen twice.
        return strokes == 1 ? word with { Text = "–" }
            : strokes == word.Text.Length ? word with { Text = new string('-', strokes) }
            : word;
    }
}
