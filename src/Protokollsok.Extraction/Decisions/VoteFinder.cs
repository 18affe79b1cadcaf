using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Protokollsok.Extraction;

/// <summary>Finds counted votes: <c>43 Ja mot 38 Nej</c>, <c>9 ja-röster mot 4 nej-röster</c>, <c>votering 7 - 6</c>.</summary>
internal static partial class VoteFinder
{
    /// <summary>A count begins at most so many UTF-16 units before the first of its words.</summary>
    private const int Reach = 60;

    // Of "röst" only what follows the ö: plain letters are looked for many at a time.
    private static readonly SearchValues<string> Words = SearchValues.Create(
        ["nej", "voter", "stning", "tsiffr", "ster mot", "ster f", "ster e", "star", "stade", "stat ", "0 mot ", "1 mot ", "2 mot ", "3 mot ", "4 mot ", "5 mot ", "6 mot ", "7 mot ", "8 mot ", "9 mot "], StringComparison.OrdinalIgnoreCase);

    public static List<ValueSpan<(int Yes, int No, int? Abstain)>> Find(string text)
    {
        var votes = new List<ValueSpan<(int, int, int?)>>();
        var word = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (word < i && (word = NextWord(text, i)) < 0) break;
            i = Math.Max(i, word - Reach);
            if (!MayBegin(text, i)) continue;
            var match = Window.At(text, i, Counted());
            if (!match.Success) continue;
            votes.Add(new((Number(match, "yes"), Number(match, "no"), match.Groups["abstain"].Success ? Number(match, "abstain") : null), i,
                match.Length));
            i += match.Length - 1;
        }

        return votes;
    }

    /// <summary>Where the next word stands without which no count is told; -1 if there is none.</summary>
    private static int NextWord(string text, int from) => text.AsSpan(from).IndexOfAny(Words) is >= 0 and var at ? from + at : -1;

    private static bool MayBegin(string text, int position) =>
        Window.IsStart(text, position) && (char.IsAsciiDigit(text[position]) || (position + 1 < text.Length && BeginsCount(char.ToLowerInvariant(text[position]), text[position + 1])));

    /// <summary>Whether number words, or words about a vote, begin with these two letters.</summary>
    private static bool BeginsCount(char first, char second) => char.ToLowerInvariant(second) is var next && first switch
    {
        'j' => next is 'a',
        'v' => next is 'o',
        'r' => next is 'ö',
        'o' => next is 'm',
        'a' => next is 'n' or 'r',
        'e' => next is 'n' or 't' or 'l',
        't' => next is 'v' or 'r' or 'i' or 'o' or 'j',
        'f' => next is 'y' or 'e' or 'j',
        's' => next is 'e' or 'j',
        'å' => next is 't',
        'n' => next is 'i',
        _ => false,
    };

    /// <summary>In digits or in words.</summary>
    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : (int?)NumberWords.Before(match.Groups[group].Value, match.Groups[group].Length)?.Value ?? 0;

    private const string Count = @"(?:\d{1,3}|(?:tjugo|trettio|fyrtio|femtio)?(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio)|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|nitton|tjugo|trettio|fyrtio|femtio)";

    private const string Yes = @"(?:ja-?\s?röst(?:er)?|ja|röst(?:er)?\sför)";
    private const string No = @"(?:nej-?\s?röst(?:er)?|nej|röst(?:er)?\semot)";
    private const string Told = @"(?:\s(?:ledamöter|röster|personer|stycken)){0,2}";
    private const string Abstain = @"(?:(?:,|;|\soch|\ssamt|\.|\smedan){0,2}\s?(?<abstain>" + Count + @")\s(?:(?:ledamöter\s|ledamot\s)?(?:som\s)?(?:avstår|avstod|avstående|avstått|nedlagda|nedlagd|lade\sned|lägger\sned|blanka?)))?";

    [GeneratedRegex(
        @"\A(?:(?<yes>" + Count + @")\s" + Yes + @"(?:\s?[,;]|\sröster)?(?:(?:\s(?:avgavs|avges|avgivits|avgivna|för|bifall|till|yrkandet|förslaget|emot)){0,4}\s(?:mot|och|samt|respektive))?\s(?<no>" + Count + @")\s" + No + @"\b" + Abstain +
        @"|(?<yes>" + Count + ")" + Told + @"\s(?:röstar|röstade|röstat|röstar\sför|röstade\sför)\s(?:ja|bifall)\b(?:\s?,|\soch|\ssamt|\smedan){0,2}\s(?<no>" + Count + ")" + Told + @"(?:\s(?:röstar|röstade|röstat))?\s(?:nej|avslag)\b" + Abstain +
        @"|(?:antal\s)?ja(?:-?röster)?\s?[:=]\s?(?<yes>\d{1,3})[\s,;.]{1,4}(?:antal\s)?nej(?:-?röster)?\s?[:=]\s?(?<no>\d{1,3})\b(?:[\s,;.]{1,4}(?:antal\s)?(?:avst\p{L}*|nedlagda)\s?[:=]\s?(?<abstain>\d{1,3}))?" +
        @"|ja(?:-?röster)?\s{1,8}(?<yes>\d{1,3})(?:\s(?:röster|st))?[\s,;.]{1,4}(?:och\s)?nej(?:-?röster)?\s{1,8}(?<no>\d{1,3})\b(?:\s(?:röster|st))?" +
        @"(?:[\s,;.]{1,4}(?:och\s)?(?:avst\p{L}*|nedlagda)(?:\sröster)?\s{1,8}(?<abstain>\d{1,3}))?" +
        @"|(?:votering|omröstning|voteringen|omröstningen)\w{0,4}\s?(?:utfaller\s|utföll\s|utfallit\s|gav\s|slutade\s|med\s|till\s|resultatet\s|siffrorna\s|:\s?){0,3}(?<yes>\d{1,3})\s?[-–]\s?(?<no>\d{1,3})(?![\d/-])" +
        @"|(?<yes>" + Count + @")\sröster\smot\s(?<no>" + Count + @")\b(?!\s(?:kr|procent))" +
        @"|(?<yes>\d{1,3})\smot\s(?<no>\d{1,3})(?=\sröster|\s?\(|\sbeslut|\savslå|\sbifall)" +
        @"|röstsiffrorna\s(?:blev\s|var\s)?(?<yes>\d{1,3})\s?[-–]\s?(?<no>\d{1,3}))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Counted();
}
