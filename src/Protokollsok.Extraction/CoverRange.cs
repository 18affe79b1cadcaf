using System.Globalization;
using System.Text.RegularExpressions;

namespace Protokollsok.Extraction;

/// <summary>
/// The paragraphs that the cover sheet says the minutes hold: <c>Paragrafer 31–48</c>. A checksum for what was found, and a help where the
/// signs are lost.
/// </summary>
/// <param name="From">The first.</param>
/// <param name="To">The last, at least <paramref name="From"/>.</param>
/// <param name="Line">Where it says so.</param>
/// <param name="At">Where on the line, and how long.</param>
internal sealed partial record CoverRange(int From, int To, Line Line, (int Start, int Length) At)
{
    private const int CoverLines = 80;
    private const int Largest = 400;

    /// <summary>Null if the first lines name none, or one that no meeting has.</summary>
    public static CoverRange? Of(MinutesText minutes)
    {
        foreach (var line in minutes.Lines.Take(CoverLines))
            if (line.Text.Length <= 300 && Cover().Match(line.Text) is { Success: true } match
                && new CoverRange(Number(match, "from"), Number(match, "to"), line, (match.Index, match.Length)) is var range
                && range.To >= range.From && range.To - range.From <= Largest) return range;
        return null;
    }

    public bool Holds(int number) => number >= From && number <= To;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"(?:[Pp]aragraf(?:er)?:?\s*(?:[§$]{1,2})?|PARAGRAFER:?\s*(?:[§$]{1,2})?|(?:\A|\s{2})[§$]{2})\s*(?<from>\d{1,4})\s?(?:-{1,2}|[–—]|till|t\.?o\.?m\.?)\s?(?:[§$]{1,2}\s?)?(?<to>\d{1,4})(?!\d|-\d)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Cover();
}
