namespace Protokollsok.Language.Words;

/// <summary>
/// Lower-case words as strings, made once for as long as they are in use: texts repeat their words, and a string for each occurrence was a third of
/// the work of cutting a text. A word that another takes the place of is made again. Thread-safe: places change whole.
/// </summary>
internal static class TokenValues
{
    private const int Places = 1 << 15;
    private const int LongestKept = 40;

    private static readonly string[] s_kept = new string[Places];

    /// <summary>The letters in lower case.</summary>
    public static string LowerCase(ReadOnlySpan<char> letters)
    {
        Span<char> lower = stackalloc char[LongestKept];
        if (letters.Length > LongestKept) return new string(letters).ToLowerInvariant();
        lower = lower[..letters.Length];
        for (var i = 0; i < lower.Length; i++) lower[i] = char.ToLowerInvariant(letters[i]);
        ref var place = ref s_kept[Hash(lower) & (Places - 1)];
        var kept = place;
        return kept is not null && lower.SequenceEqual(kept) ? kept : place = new string(lower);
    }

    private static int Hash(ReadOnlySpan<char> letters)
    {
        var hash = 17u;
        foreach (var letter in letters) hash = (hash * 31) + letter;
        return (int)(hash ^ (hash >> 15));
    }
}
