namespace Protokollsok.Bench;

/// <summary>Which word of a page is which word of what was printed there, by the fewest letters different; words that stand alone have none.</summary>
internal static class WordAlignment
{
    /// <summary>So many words may one text be ahead of the other.</summary>
    private const int Band = 30;

    private const int Never = int.MaxValue / 2;

    /// <summary>For each word of the first text the place of its word in the second, or -1.</summary>
    public static int[] Of(string[] words, string[] printed)
    {
        var folded = (Words: Array.ConvertAll(words, Folded), Printed: Array.ConvertAll(printed, Folded));
        var cost = new int[words.Length + 1, printed.Length + 1];
        for (var w = 0; w <= words.Length; w++)
        {
            for (var p = 0; p <= printed.Length; p++) cost[w, p] = IsNear(w, p, words.Length, printed.Length) ? Least(cost, w, p, folded) : Never;
        }

        return Traced(cost, folded);
    }

    private static bool IsNear(int w, int p, int words, int printed) => Math.Abs(w - (long)p * Math.Max(1, words) / Math.Max(1, printed)) <= Band || w == 0 || p == 0;

    private static int Least(int[,] cost, int w, int p, (string[] Words, string[] Printed) of)
    {
        if (w == 0 || p == 0) return w == 0 && p == 0 ? 0 : w == 0 ? cost[0, p - 1] + of.Printed[p - 1].Length : cost[w - 1, 0] + of.Words[w - 1].Length;
        var alone = Math.Min(cost[w - 1, p] + of.Words[w - 1].Length, cost[w, p - 1] + of.Printed[p - 1].Length);
        return Math.Min(alone, cost[w - 1, p - 1] + Between(of.Words[w - 1], of.Printed[p - 1]));
    }

    /// <summary>Words that share nothing are no pair.</summary>
    private static int Between(string word, string printed)
    {
        if (word == printed) return 0;
        var distance = EditDistance.Between(word, printed);
        return 2 * distance > Math.Max(word.Length, printed.Length) + 1 ? word.Length + printed.Length + 1 : distance;
    }

    private static int[] Traced(int[,] cost, (string[] Words, string[] Printed) of)
    {
        var aligned = new int[of.Words.Length];
        Array.Fill(aligned, -1);
        for (int w = of.Words.Length, p = of.Printed.Length; w > 0 && p > 0;)
        {
            if (cost[w, p] == cost[w - 1, p] + of.Words[w - 1].Length) w--;
            else if (cost[w, p] == cost[w, p - 1] + of.Printed[p - 1].Length) p--;
            else aligned[--w] = --p;
        }

        return aligned;
    }

    /// <summary>As an engine without Swedish would see it, so that repaired and damaged words are as near to what was printed.</summary>
    private static string Folded(string word) => string.Create(word.Length, word, static (to, from) =>
    {
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = char.ToLowerInvariant(from[i]) switch
            {
                'å' or 'ä' or 'é' or 'ö' or '&' or 'o' or 'd' or '6' => 'a',
                var other => other,
            };
        }
    });
}
