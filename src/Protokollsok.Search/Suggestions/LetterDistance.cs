using Protokollsok.Language.Words;

namespace Protokollsok.Search.Suggestions;

/// <summary>How far apart two words are, as Swedish hands and scanners err: 1 is one letter that has nothing to do with the other.</summary>
internal static class LetterDistance
{
    private const double LostDots = .25, Alike = .5, Doubled = .5, Swapped = .7;

    /// <summary>What is taken for one another: sounds (<i>å, o; e, ä; c, k, s</i>), and looks on paper.</summary>
    private static readonly string[] AlikeLetters = ["åo", "eä", "ck", "cs", "iy", "vw", "dt", "bp", "gj", "iljt1", "ce", "hb", "ft", "åäöd", "nm", "uv", "öou", "kx", "sz", "&åäöé", "6öo", "0o", "4ä"];

    public static double Between(string one, string other)
    {
        var costs = new double[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++) costs[i, j] = Cheapest(costs, one, other, i, j);
        }

        return costs[one.Length, other.Length];
    }

    private static double Cheapest(double[,] costs, string one, string other, int i, int j)
    {
        if (i == 0 && j == 0) return 0;
        var cost = double.MaxValue;
        if (i > 0) cost = costs[i - 1, j] + Single(one, i - 1);
        if (j > 0) cost = Math.Min(cost, costs[i, j - 1] + Single(other, j - 1));
        if (i > 0 && j > 0) cost = Math.Min(cost, costs[i - 1, j - 1] + Instead(one[i - 1], other[j - 1]));
        if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) cost = Math.Min(cost, costs[i - 2, j - 2] + Swapped);
        return cost;
    }

    /// <summary>A letter more or less; one of a double one is lost easily.</summary>
    private static double Single(string word, int at) => at > 0 && word[at] == word[at - 1] ? Doubled : 1;

    private static double Instead(char one, char other)
    {
        if (one == other) return 0;
        if (Folding.Fold(one.ToString()) == Folding.Fold(other.ToString())) return LostDots;
        return AlikeLetters.Any(letters => letters.Contains(one) && letters.Contains(other)) ? Alike : 1;
    }
}
