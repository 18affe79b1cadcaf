namespace Protokollsok.Language;

/// <summary>
/// What the letters around an a or an o say about its mark, as features: stretches of the word without marks that hold it, of up to eleven
/// letters. Where a stretch reaches the beginning or the end, a name is told from a word: <c>-as</c> is a ridge in one, a plural in the other.
/// </summary>
internal static class MarkFeatures
{
    /// <summary>How many letters before and after.</summary>
    private static readonly (int Before, int After)[] s_stretches =
    [
        (0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (5, 5), (0, 2), (0, 3), (0, 4), (0, 6), (2, 0), (3, 0), (4, 0), (6, 0), (1, 2), (2, 1), (1, 3), (3, 1), (2, 4), (4, 2), (1, 5), (5, 1),
    ];

    private const char BesideWord = ' ', BesideName = '^';

    public static int Count => s_stretches.Length;

    /// <summary>What a letter without its mark can have been.</summary>
    public static string Choices(char folded) => folded switch { 'a' => "aåä", 'o' => "oö", _ => "" };

    /// <summary>The word without marks between the signs of its ends.</summary>
    /// <param name="word">Lower case.</param>
    public static string Framed(string word, bool isName)
    {
        var end = isName ? BesideName : BesideWord;
        return end + ConfusionKeys.Fold(word) + end;
    }

    /// <param name="folded">The word, framed.</param>
    /// <param name="at">The letter in question.</param>
    public static void Features(ReadOnlySpan<char> folded, int at, Span<ulong> features)
    {
        for (var i = 0; i < s_stretches.Length; i++)
        {
            var (before, after) = s_stretches[i];
            var stretch = folded[Math.Max(0, at - before)..Math.Min(folded.Length, at + after + 1)];
            features[i] = FeatureWeights.Join(FeatureWeights.Of(stretch), (ulong)i + 1);
        }
    }
}
