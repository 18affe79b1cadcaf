namespace Protokollsok.Language;

/// <summary>
/// Counts letter sequences of the lexicon's words, a word once for each doubling of its count: the unknown word resembles the rare
/// ones.
/// </summary>
internal static class LetterCounts
{
    /// <summary>Longer sequences must stand in more words.</summary>
    private static readonly int[] s_least = [0, 1, 2, 3, 4, 6];

    public static uint[] Table(IEnumerable<KeyValuePair<string, int>> lexicon)
    {
        var counts = new Dictionary<(int Length, long Packed), int>();
        foreach (var (word, count) in lexicon) Count(LetterSequences.Codes(word), 1 + (int)Math.Log2(count), counts);
        var entries = counts
            .Where(pair => pair.Value >= s_least[pair.Key.Length])
            .OrderBy(pair => pair.Key)
            .Select(pair => (Unpacked(pair.Key.Packed, pair.Key.Length), LogScale.OfCount(pair.Value), (byte)0));
        return NgramTable.Build([.. entries]);
    }

    private static void Count(byte[] codes, int weight, Dictionary<(int Length, long Packed), int> counts)
    {
        for (var end = 1; end < codes.Length; end++)
        {
            for (var length = 0; length <= LetterSequences.Longest && end - length + 1 >= 0; length++)
                Count(codes, end - length + 1, length, weight, counts);
        }

        // The beginning precedes a letter and follows none, so it is counted by itself as what sequences start from.
        Count(codes, 0, 1, weight, counts);
    }

    private static void Count(byte[] codes, int start, int length, int weight, Dictionary<(int Length, long Packed), int> counts)
    {
        long packed = 0;
        for (var i = start; i < start + length; i++) packed = (packed * Alphabet.Size) + codes[i];
        counts[(length, packed)] = counts.GetValueOrDefault((length, packed)) + weight;
    }

    private static ulong Unpacked(long packed, int length)
    {
        Span<byte> codes = stackalloc byte[length];
        for (var i = length - 1; i >= 0; i--)
        {
            codes[i] = (byte)(packed % Alphabet.Size);
            packed /= Alphabet.Size;
        }

        return NgramTable.Key(codes);
    }
}
