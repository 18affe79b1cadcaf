using System.Collections.Immutable;

namespace Protokollsok.Repair;

/// <summary>
/// How an engine without Swedish misreads it, measured by reading typeset Swedish with Tesseract's English model: the two dots and the ring
/// are lost, or the letter is taken for another that reaches above the line.
/// </summary>
internal static class ConfusionTable
{
    private const double Never = 0.0008, Sound = 1, Swap = 0.00001, Doubled = 0.00001, LostShare = 0.3;

    public static ImmutableArray<Confusion> All { get; } =
    [
        new('å', "å", .02) { LightShare = Sound }, new('å', "a", .65), new('å', "d", .12), new('å', "é", .08), new('å', "A", .02), new('å', "i", .01), new('å', "&", .02),
        new('å', "ä", .002) { LightShare = Swap }, new('å', "á", .01), new('å', "éd", .008), new('å', "ad", .005), new('å', "da", .001),
        new('å', "aé", .003), new('å', "éa", .002), new('å', "4", .002), new('å', "6", .001), new('å', "o", .001) { IsInside = true },
        new('å', "4a", .001), new('å', "ia", .002),
        new('ä', "ä", .02) { LightShare = Sound }, new('ä', "a", .62), new('ä', "d", .1), new('ä', "é", .1), new('ä', "i", .07), new('ä', "A", .002), new('ä', "&", .01),
        new('ä', "4", .008), new('ä', "#", .004), new('ä', "á", .01), new('ä', "éd", .02), new('ä', "ia", .006),
        new('ä', "ad", .004), new('ä', "id", .003), new('ä', "dd", .002), new('ä', "aé", .004), new('ä', "éa", .004),
        new('ä', "é4", .001), new('ä', "ai", .001), new('ä', "li", .0005), new('ä', "ii", .0005), new('ä', "å", .002) { LightShare = Swap },
        new('ä', "a4", .001), new('ä', "da", .002), new('ä', "aA", .001), new('ä', "Aa", .001),
        new('ö', "ö", .02) { LightShare = Sound }, new('ö', "o", .52), new('ö', "d", .08), new('ö', "6", .08), new('ö', "é", .24), new('ö', "i", .004), new('ö', "&", .004),
        new('ö', "ó", .01), new('ö', "oé", .005), new('ö', "6é", .005), new('ö', "éo", .003), new('ö', "é6", .003),
        new('ö', "o6", .002), new('ö', "dé", .001), new('ö', "0", .002), new('ö', "ô", .002), new('ö', "O", .008), new('ö', "6o", .001), new('ö', "O6", .001), new('ö', "G", .002),
        new('ö', "g", .001) { BeginsWord = true },
        new('å', "\uFFFD", LostShare), new('ä', "\uFFFD", LostShare), new('ö', "\uFFFD", LostShare),
        new('å', "\uFFFD\uFFFD", LostShare), new('ä', "\uFFFD\uFFFD", LostShare), new('ö', "\uFFFD\uFFFD", LostShare),
        new('i', "1", .012), new('i', "i1", Never), new('l', "1", .004), new('l', "i", .003), new('l', "t", .001), new('m', "rn", Never), new('u', "ü", Never),
        new('å', "äå", Never) { LightShare = Doubled }, new('å', "åä", Never) { LightShare = Doubled },
        new('ä', "äå", Never) { LightShare = Doubled }, new('ä', "åä", Never) { LightShare = Doubled },
    ];

    /// <summary>What stands for a letter that a conversion lost.</summary>
    public const char Lost = '\uFFFD';

    /// <summary>For each first character, which are among the first 256 but for <see cref="Lost"/>, the confusions that could have been read so, by number.</summary>
    private static readonly int[][] s_byFirst =
        [.. Enumerable.Range(0, 256).Select(first => All.Index().Where(confusion => confusion.Item.Seen[0] == first).Select(confusion => confusion.Index).ToArray())];

    /// <summary>The numbers of the confusions whose reading begins with a character.</summary>
    public static ReadOnlySpan<int> BeginningWith(char seen) => seen < s_byFirst.Length ? s_byFirst[seen] : seen == Lost ? s_ofLost : [];

    private static readonly int[] s_ofLost = [.. All.Index().Where(confusion => confusion.Item.Seen[0] == Lost).Select(confusion => confusion.Index)];

    /// <summary>The number of the confusion that is none: the letter, read as itself.</summary>
    public static int SoundForm(char letter) => s_byFirst[letter].First(number => All[number].IsSound);

    /// <summary>Capitals that stand inside words of small letters where a letter with dots or a ring was printed.</summary>
    private static readonly System.Buffers.SearchValues<char> s_oddCapitals = System.Buffers.SearchValues.Create("AOG");

    /// <summary>In lower case, but for the odd capital inside a word of small letters, which no one wrote.</summary>
    public static string Lowered(string seen) =>
        HasOddCapital(seen) ? string.Concat(char.ToLowerInvariant(seen[0]).ToString(), seen.AsSpan(1)) : seen.ToLowerInvariant();

    /// <summary>Whether the word, apart from its first letter, is of small letters but for capitals that misread ones become (<c>pA</c>, <c>mOte</c>).</summary>
    public static bool HasOddCapital(ReadOnlySpan<char> seen)
    {
        if (seen.Length < 2 || !seen[1..].ContainsAny(s_oddCapitals)) return false;
        var small = char.IsLower(seen[0]) ? 1 : 0;
        foreach (var letter in seen[1..])
        {
            if (char.IsUpper(letter) && !s_oddCapitals.Contains(letter)) return false;
            if (char.IsLower(letter)) small++;
        }

        return 2 * small >= seen.Length;
    }

    /// <summary>Whether a page can hold the character where a letter was printed, though it is none.</summary>
    public static bool IsSeenForLetter(char seen) => seen is '&' or '#' or '1' or '4' or '6' or '0' or Lost;

    /// <summary>The likeliest confusions by which å, ä and ö of the second text became the first; <see langword="null"/> where none do.</summary>
    public static byte[]? Explanation(ReadOnlySpan<char> seen, ReadOnlySpan<char> printed)
    {
        if (seen.IsEmpty || printed.IsEmpty) return seen.IsEmpty && printed.IsEmpty ? [] : null;
        if (printed[0] is not ('å' or 'ä' or 'ö')) return seen[0] == printed[0] ? Explanation(seen[1..], printed[1..]) : null;
        byte[]? best = null;
        foreach (var number in BeginningWith(seen[0]))
        {
            var confusion = All[number];
            if (confusion.Letter != printed[0] || !seen.StartsWith(confusion.Seen, StringComparison.Ordinal)) continue;
            if (Explanation(seen[confusion.Seen.Length..], printed[1..]) is { } rest && (best is null || rest.Length + 1 < best.Length || All[best[0]].Share < confusion.Share))
                best = [(byte)number, .. rest];
        }

        return best;
    }

    /// <summary>Whether the first text can be what was read of the second.</summary>
    public static bool Explains(ReadOnlySpan<char> seen, ReadOnlySpan<char> printed)
    {
        if (seen.IsEmpty || printed.IsEmpty) return seen.IsEmpty && printed.IsEmpty;
        if (seen[0] == printed[0] && Explains(seen[1..], printed[1..])) return true;
        foreach (var number in BeginningWith(seen[0]))
        {
            var confusion = All[number];
            var isHere = confusion.Letter == printed[0] && seen.StartsWith(confusion.Seen, StringComparison.Ordinal);
            if (isHere && Explains(seen[confusion.Seen.Length..], printed[1..])) return true;
        }

        return false;
    }
}
