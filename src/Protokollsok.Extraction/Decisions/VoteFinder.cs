using System.Globalization;
using System.Text.RegularExpressions;

namespace Protokollsok.Extraction;

/// <summary>Finds counted votes: <c>43 Ja mot 38 Nej</c>, <c>9 ja-röster mot 4 nej-röster</c>, <c>votering 7 - 6</c>.</summary>
internal static partial class VoteFinder
{
    public static List<ValueSpan<(int Yes, int No, int? Abstain)>> Find(string text)
    {
        var votes = new List<ValueSpan<(int, int, int?)>>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!MayBegin(text, i)) continue;
            var match = Window.At(text, i, Counted());
            if (!match.Success) continue;
            votes.Add(new((Number(match, "yes"), Number(match, "no"), match.Groups["abstain"].Success ? Number(match, "abstain") : null), i,
                match.Length));
            i += match.Length - 1;
        }

        return votes;
    }

    private static bool MayBegin(string text, int position) =>
        (char.IsAsciiDigit(text[position]) || text[position] is 'J' or 'j' or 'v' or 'V' or 'r' or 'R' or 'o' or 'O' or 'A')
            && Window.IsStart(text, position);

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private const string Yes = @"(?:ja-?\s?röst(?:er)?|ja|röst(?:er)?\sför)";
    private const string No = @"(?:nej-?\s?röst(?:er)?|nej|röst(?:er)?\semot)";
    private const string Abstain = @"(?:(?:,|;|\soch|\ssamt|\.)?\s?(?<abstain>\d{1,3})\s(?:(?:ledamöter\s)?(?:som\s)?(?:avstår|avstod|avstående|avstått|nedlagda|lade\sned|lägger\sned)|blanka?))?";

    [GeneratedRegex(
        @"\A(?:(?<yes>\d{1,3})\s" + Yes + @"(?:\s?[,;]|\sröster)?(?:(?:\s(?:avgavs|avges|avgivits|avgivna|för|bifall|till|yrkandet|förslaget|emot)){0,4}\s(?:mot|och|samt|respektive))?\s(?<no>\d{1,3})\s" + No + @"\b" + Abstain +
        @"|(?:antal\s)?ja(?:-?röster)?\s?[:=]\s?(?<yes>\d{1,3})[\s,;]{1,4}(?:antal\s)?nej(?:-?röster)?\s?[:=]\s?(?<no>\d{1,3})\b(?:[\s,;]{1,4}(?:antal\s)?avst\p{L}*\s?[:=]\s?(?<abstain>\d{1,3}))?" +
        @"|(?:votering|omröstning|voteringen|omröstningen)\w{0,4}\s?(?:utfaller\s|utföll\s|utfallit\s|gav\s|slutade\s|med\s|till\s|resultatet\s|siffrorna\s|:\s?){0,3}(?<yes>\d{1,3})\s?[-–]\s?(?<no>\d{1,3})(?![\d/-])" +
        @"|(?<yes>\d{1,3})\s(?:röster\s)?mot\s(?<no>\d{1,3})(?=\sröster|\s?\(|\sbeslut|\savslå|\sbifall)" +
        @"|röstsiffrorna\s(?<yes>\d{1,3})\s?[-–]\s?(?<no>\d{1,3}))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Counted();
}
