using System.Text;

namespace Protokollsok.Bench;

/// <summary>What an engine without Swedish makes of a page.</summary>
internal static class RepairNoise
{
    /// <summary>For each letter what is read for it, and how often in a thousand; counted on typeset pages that Tesseract's English model read.</summary>
    private static readonly Dictionary<char, (string Read, int Share)[]> s_read = new()
    {
        ['å'] = [("a", 900), ("A", 30), ("d", 20), ("é", 30), ("&", 15), ("aé", 5)],
        ['ä'] = [("a", 880), ("é", 40), ("d", 30), ("i", 30), ("aé", 10), ("4", 5), ("&", 5)],
        ['ö'] = [("é", 420), ("o", 440), ("6", 80), ("d", 50), ("oé", 10)],
        ['Å'] = [("A", 1000)],
        ['Ä'] = [("A", 1000)],
        ['Ö'] = [("O", 1000)],
        ['l'] = [("l", 993), ("i", 6), ("t", 1)],
    };

    public static string Stripped(string page) => page
        .Replace('å', 'a').Replace('ä', 'a').Replace('ö', 'o').Replace('Å', 'A').Replace('Ä', 'A').Replace('Ö', 'O');

    public static string Damaged(string page, Random random)
    {
        var read = new StringBuilder(page.Length);
        foreach (var letter in page)
        {
            if (s_read.TryGetValue(letter, out var ways)) read.Append(Drawn(ways, random));
            else read.Append(letter);
        }

        return read.ToString();
    }

    private static string Drawn((string Read, int Share)[] ways, Random random)
    {
        var at = random.Next(ways.Sum(way => way.Share));
        foreach (var (read, share) in ways)
        {
            at -= share;
            if (at < 0) return read;
        }

        return ways[^1].Read;
    }
}
