using System.Collections.Frozen;

namespace Protokollsok.Extraction;

/// <summary>Reads Swedish number words, together or apart: <c>tjugofemtusen</c>, <c>två miljoner</c>, <c>femhundra</c>. 1 to 999 million.</summary>
internal static class NumberWords
{
    private const int LongestRun = 60;

    private static readonly string[] UpToTwenty =
        ["ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton", "tjugo"];

    private static readonly string[] Tens = ["trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio"];

    private static readonly FrozenDictionary<string, int> Units = UpToTwenty.Select((word, i) => (word, value: i + 1))
        .Concat(Tens.Select((word, i) => (word, value: 30 + 10 * i))).Append(("en", 1)).Append(("aderton", 18))
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    private static readonly FrozenDictionary<string, int> Factors =
        new[] { ("hundra", 100), ("tusen", 1_000), ("miljoner", 1_000_000), ("miljon", 1_000_000) }.ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    private static readonly string[] Parts = [.. Units.Keys.Concat(Factors.Keys).OrderByDescending(part => part.Length)];

    /// <summary>The number that ends right before a position, a blank or a line break between; null if there is none.</summary>
    public static (int Start, decimal Value)? Before(string text, int position)
    {
        (int Start, decimal Value)? longest = null;
        for (var start = position - 1; start >= 0 && position - start < LongestRun && (char.IsLetter(text[start]) || text[start] is ' ' or '\n'); start--)
            if (char.IsLetter(text[start]) && Window.IsStart(text, start))
            {
                if (Parse(text.AsSpan(start, position - start)) is not { } value) break;
                longest = (start, value);
            }

        return longest;
    }

    private static decimal? Parse(ReadOnlySpan<char> words)
    {
        Span<char> lower = stackalloc char[words.Length];
        words.ToLowerInvariant(lower);
        decimal total = 0, group = 0;
        for (ReadOnlySpan<char> rest = lower.Trim(); rest.Length > 0;)
        {
            if (PartAt(rest) is not { } part) return null;
            if (Units.TryGetValue(part, out var unit)) group += unit;
            else if (Factors[part] == 100) group = Math.Max(1, group) * 100;
            else (total, group) = (total + Math.Max(1, group) * Factors[part], 0);
            rest = rest[part.Length..].TrimStart();
        }

        return total + group is > 0 and < 1_000_000_000 and var value ? value : null;
    }

    private static string? PartAt(ReadOnlySpan<char> text)
    {
        foreach (var part in Parts)
            if (text.StartsWith(part, StringComparison.Ordinal)) return part;
        return null;
    }
}
