using System.Buffers;
using Protokollsok.Documents;

namespace Protokollsok.Reading.Recognition;

/// <summary>
/// Brings back the signs that <c>swe</c> cannot print (§ % @ – • ½ …) from a second reading of the same line with <c>Latin</c>:
/// letters and digits from the first, signs from the second. Where the two disagree on more than the signs, the first stays.
/// </summary>
internal static class SignMerger
{
    /// <summary>What the character set of <c>swe</c> lacks and documents have.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("§%@–•½¼¾*#°²³¹‰€“üÜ");

    /// <summary>What <c>swe</c> prints instead of one or two signs is at most this long (<c>246</c> for %).</summary>
    private const int LongestMistake = 3;

    public static IReadOnlyList<SeenWord> Merge(IReadOnlyList<SeenWord> first, IReadOnlyList<SeenWord> second)
    {
        if (!second.Any(word => HasSign(word.Text))) return first;
        var merged = new List<SeenWord>();
        foreach (var (mine, theirs) in Meet(first, second)) merged.AddRange(Choose(mine, theirs));
        return merged;
    }

    private static List<SeenWord> Choose(List<SeenWord> mine, List<SeenWord> theirs)
    {
        string was = Join(mine), now = Join(theirs);
        if (!HasSign(now)) return mine;
        if (mine.Count == 0) return IsSignsOnly(now) ? theirs : [];
        return DiffersInSignsOnly(was, now) ? theirs : mine;
    }

    /// <summary>Whether one is the other but for one place, where the second has signs and the first what stands for them.</summary>
    private static bool DiffersInSignsOnly(string was, string now)
    {
        int same = was.AsSpan().CommonPrefixLength(now);
        int end = 0;
        while (end < Math.Min(was.Length, now.Length) - same && was[^(end + 1)] == now[^(end + 1)]) end++;
        var mistake = was.AsSpan(same, was.Length - same - end);
        var signs = now.AsSpan(same, now.Length - same - end);
        return signs.Length > 0 && !signs.ContainsAnyExcept(Signs) && mistake.Length <= LongestMistake * signs.Length && !IsWord(mistake);
    }

    /// <summary>Two letters or more are no misread sign, one may be (<c>S</c> for §).</summary>
    private static bool IsWord(ReadOnlySpan<char> text)
    {
        int letters = 0;
        foreach (char c in text)
            if (char.IsLetter(c)) letters++;
        return letters > 1;
    }

    /// <summary>Groups the words of both readings that cover each other, from left to right.</summary>
    private static IEnumerable<(List<SeenWord> Mine, List<SeenWord> Theirs)> Meet(IReadOnlyList<SeenWord> first, IReadOnlyList<SeenWord> second)
    {
        int i = 0, j = 0;
        while (i < first.Count || j < second.Count)
        {
            List<SeenWord> mine = [], theirs = [];
            if (j >= second.Count || (i < first.Count && first[i].Box.X <= second[j].Box.X)) mine.Add(first[i++]);
            else theirs.Add(second[j++]);
            while (true)
            {
                if (i < first.Count && theirs.Any(word => Cover(word.Box, first[i].Box))) mine.Add(first[i++]);
                else if (j < second.Count && mine.Any(word => Cover(word.Box, second[j].Box))) theirs.Add(second[j++]);
                else break;
            }

            yield return (mine, theirs);
        }
    }

    /// <summary>Whether two words lie over one another by more than half of the narrower.</summary>
    private static bool Cover(Box one, Box other) =>
        2 * (Math.Min(one.Right, other.Right) - Math.Max(one.X, other.X)) > Math.Min(one.Width, other.Width);

    private static string Join(List<SeenWord> words) => string.Concat(words.Select(word => word.Text));

    private static bool HasSign(string text) => text.AsSpan().ContainsAny(Signs);

    private static bool IsSignsOnly(string text) => !text.AsSpan().ContainsAnyExcept(Signs);
}
