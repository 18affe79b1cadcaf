using System.Buffers;

namespace Protokollsok.Language.Words;

/// <summary>Facts about letters of lower-case Swedish words.</summary>
internal static class Letters
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyåäöéèáàüøæ");

    public static bool IsVowel(char letter) => Vowels.Contains(letter);

    public static bool HasVowel(ReadOnlySpan<char> text) => text.ContainsAny(Vowels);

    /// <summary>Whether a stem can be one: at least two letters, and a vowel somewhere in stem and ending.</summary>
    public static bool HasVowel(ReadOnlySpan<char> stem, string ending) => stem.Length >= 2 && (HasVowel(stem) || HasVowel(ending));

    public static bool AreAll(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (!char.IsLetter(letter)) return false;
        }

        return true;
    }
}
