using System.Globalization;
using System.Text.RegularExpressions;
using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>Reads one case number at one position, in the shapes of the domain's list, and makes its key.</summary>
internal sealed partial class DnrReader(Era era, DnrProfile profile)
{
    /// <summary>How sure a year of two digits is the year, and an order that nobody knows.</summary>
    private const double ShortYear = .95, UnknownOrder = .85;

    /// <summary>Upper-case abbreviations that stand before year and number and are no unit of a registry.</summary>
    private static readonly HashSet<string> NotUnits = new(StringComparer.OrdinalIgnoreCase)
    {
        "SOU", "SFS", "DS", "EU", "EG", "EEG", "PROP", "BET", "SKR", "RSKR", "DIR", "NJA", "RÅ", "HFD", "MÖD", "AD", "RH", "ISO", "EN",
            "SS",
        "SOSFS", "HSLF", "SKOLFS", "BFS", "AFS", "NFS", "KIFS", "MSBFS", "TSFS", "JO", "JK", "AGENDA", "VISION", "MÅL", "BUDGET", "PLAN",
            "ÅR", "DEN", "VT", "HT",
        "VM", "EM", "OS", "COVID", "BLAD", "SIDA", "NR", "KL", "TEL", "BOX", "PG", "BG", "KV", "AB", "STD", "CA", "OM", "PÅ", "AV", "TOM",
            "FROM", "BILAGA", "PUNKT", "TU", "PM",
    };

    /// <summary>The number at the position. Unannounced, only a shape that names its unit and a four-digit year is one.</summary>
    public ValueSpan<Dnr>? Read(string text, int position, bool announced)
    {
        if (text[position] is '-' or ' ') return null;
        if (ReadMinistry(text, position) is { } ministry) return ministry;
        if (ReadUnitYear(text, position, announced) is { } unitYear) return unitYear;
        if (ReadYearUnit(text, position, announced) is { } yearUnit) return yearUnit;
        return announced ? ReadAnnounced(text, position) : null;
    }

    /// <summary>The government offices close with the letters of a division: <c>S2016/00212/FS</c>.</summary>
    private ValueSpan<Dnr>? ReadMinistry(string text, int position)
    {
        if (!char.IsUpper(text[position])) return null;
        var match = Window.At(text, position, Ministry());
        return match.Success ? Found(text, match, match.Value.Replace('/', '-').ToLowerInvariant()) : null;
    }

    private ValueSpan<Dnr>? ReadUnitYear(string text, int position, bool announced)
    {
        var match = Window.At(text, position, UnitYearSerial());
        return match.Success && IsUnit(match, announced) && !LooksLikeSpanOfYears(match)
            ? Found(text, match, Join(Unit(match), match.Groups["year"].Value, Trim(match.Groups["serial"].Value), Part(match)))
            : null;
    }

    private ValueSpan<Dnr>? ReadYearUnit(string text, int position, bool announced)
    {
        var match = Window.At(text, position, YearUnitSerial());
        return match.Success && IsUnit(match, announced)
            ? Found(text, match, Join(Unit(match), match.Groups["year"].Value, Trim(match.Groups["serial"].Value), ""))
            : null;
    }

    private ValueSpan<Dnr>? ReadAnnounced(string text, int position)
    {
        if (Window.At(text, position, IsoDate()).Success) return null;
        if (profile.OrderOf(3) is not null && ReadTokens(text, position) is { Certainty: 1 } known) return known;
        if (Window.At(text, position, TwoNumbers()) is { Success: true } two && HasYear(two)
            && Found(text, two, KeyOf(two), IsYear(two.Groups["a"].Value) || IsYear(two.Groups["b"].Value) ? 1 : ShortYear) is { } dnr) return dnr;
        return ReadTokens(text, position);
    }

    private ValueSpan<Dnr>? ReadTokens(string text, int position)
    {
        if (Window.At(text, position, Tokens()) is not { Success: true } unknown) return null;
        var tokens = unknown.Groups["number"].Value.Split(['-', '/', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return profile.OrderOf(tokens.Length) is { } order && KeyOf(tokens, order) is { } key ? Found(text, unknown, key)
            : Found(text, unknown, string.Join('-', tokens).ToLowerInvariant(), UnknownOrder);
    }

    /// <summary>Whether one of the two numbers can be a year: of four digits, or of two beside a slash, a unit or a serial of its own length.</summary>
    private static bool HasYear(Match match)
    {
        string a = match.Groups["a"].Value, b = match.Groups["b"].Value;
        return IsYear(a) || IsYear(b)
            || ((a.Length == 2 || b.Length == 2) && (match.Groups["separator"].ValueSpan is "/" || match.Groups["unit"].Success || Math.Max(a.Length, b.Length) > 2));
    }

    /// <summary>
    /// Which of the two numbers is the year: one of four digits is; beside one of three or more digits the one of two is; of two short
    /// ones the one that the profile says, or that the document also prints as a year, and in doubt the last, as most registries write.
    /// </summary>
    private string KeyOf(Match match)
    {
        string a = match.Groups["a"].Value, b = match.Groups["b"].Value;
        bool? byProfile = profile.OrderOf(2) is { } order ? order[0] is DnrPart.Year : null;
        var isObeyed = byProfile is { } first && !IsYear(a) && !IsYear(b) && (first ? a : b).Length == 2;
        var yearFirst = isObeyed ? byProfile!.Value : IsYearFirst(a, b);
        var (year, serial) = yearFirst ? (a, b) : (b, a);
        return Join(Unit(match), FourDigits(year), Trim(serial), Part(match));
    }

    /// <summary>By the profile's order: year and serial; null if the year's place holds none.</summary>
    private string? KeyOf(string[] tokens, IReadOnlyList<DnrPart> order)
    {
        var (year, serial) = (tokens[At(DnrPart.Year)], tokens[At(DnrPart.Serial)]);
        return (IsYear(year) || year.Length == 2) && year.All(char.IsAsciiDigit) && serial.All(char.IsAsciiDigit) ? Join(FourDigits(year), Trim(serial)) : null;

        int At(DnrPart part) => order.TakeWhile(other => other != part).Count();
    }

    private string FourDigits(string year) => year.Length == 4 ? year : era.YearOf(Int(year)).ToString(CultureInfo.InvariantCulture);

    private bool IsYearFirst(string a, string b) => IsYear(a) || (!IsYear(b) && a.Length == 2 && (b.Length != 2 || (IsPrinted(a) && !IsPrinted(b))));

    private bool IsPrinted(string twoDigits) => era.Prints(era.YearOf(Int(twoDigits)));

    /// <summary>The value and its span. A classification code is printed, but no part of the value.</summary>
    private ValueSpan<Dnr>? Found(string text, Match match, string key, double certainty = 1)
    {
        var end = match.Index + match.Length;
        var code = end < text.Length ? Window.At(text, end, ClassificationCode()) : Match.Empty;
        if (!code.Success && end < text.Length && Window.At(text, end, GoesOn()).Success) return null;
        if (code.Success && !profile.MayBeCode(code.ValueSpan.Trim(" -"))) code = Match.Empty;
        return new ValueSpan<Dnr>(new Dnr(Folded.Blanks(match.ValueSpan), key), match.Index, match.Length + code.Length, certainty);
    }

    /// <summary>Unannounced, a unit is written in capitals, or is <c>Ks</c> or <c>Kf</c>.</summary>
    private static bool IsUnit(Match match, bool announced)
    {
        var unit = match.Groups["unit"].Value;
        if (NotUnits.Contains(unit[..Math.Max(0, unit.AsSpan().IndexOfAny(' ', '/'))])) return false;
        return !NotUnits.Contains(unit) && (announced || unit is "Ks" or "Kf" || (unit.Length >= 2 && unit.All(letter => char.IsUpper(letter) || letter is ' ' or '/')));
    }

    /// <summary><c>KS 2016-2018</c> are the years of something.</summary>
    private static bool LooksLikeSpanOfYears(Match match) =>
        match.Groups["serial"].Value is var serial && IsYear(serial) && match.Groups["separator"].ValueSpan is "-" or "/"
        && Int(serial) > Int(match.Groups["year"].Value);

    private static string Join(params string[] tokens) => string.Join('-', tokens.Where(token => token.Length > 0));

    private string Unit(Match match) => profile.UnitOf(match.Groups["unit"].Value).Replace(' ', '-').Replace('/', '-');

    private static string Part(Match match) => match.Groups["part"].Value;

    private static string Trim(string serial) => serial.TrimStart('0') is { Length: > 0 } trimmed ? trimmed : "0";

    private static int Int(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static bool IsYear(string digits) => digits.Length == 4 && digits[..2] is "19" or "20";

    /// <summary><c>ON 2014-225</c>, <c>KS/2018:4</c>, <c>KU.2017.3</c>, <c>SLK-2023-01169:2</c>; a blank may have strayed in after a
    /// hyphen.</summary>
    [GeneratedRegex(
        @"\A(?:(?<unit>(?:[A-ZÅÄÖ]{2,4}[ /](?=[A-ZÅÄÖ]{2,4}[/ -]\d))?[A-ZÅÄÖ]{1,8}|[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,3})(?:[ /.]|-\s?)?(?<year>(?:19|20)\d\d)(?:(?<separator>[-/])\s?" +
        @"|(?<separator>[:.]))(?<serial>\d{1,6})(?::-?(?<part>\d{1,3}))?)(?!\d)",
        RegexOptions.CultureInvariant)]
    private static partial Regex UnitYearSerial();

    [GeneratedRegex(@"\A\p{Lu}[\p{L}]{0,3}(?:19|20)\d\d/\d{3,6}/\p{Lu}\p{L}{0,5}\d?(?![\p{L}\d])", RegexOptions.CultureInvariant)]
    private static partial Regex Ministry();

    /// <summary><c>2017/SN 0229 013</c>, <c>2009/KKA500</c>.</summary>
    [GeneratedRegex(@"\A(?<year>(?:19|20)\d\d)[/-]\s?(?<unit>[A-ZÅÄÖ]{2,8})[ -]?(?<serial>\d{1,6})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex YearUnitSerial();

    /// <summary><c>BUN 98/0123</c>, <c>KS 02-820</c>, <c>N160-0123/23</c>, <c>KS 75/2013</c>, <c>234/73</c>, <c>2014/304</c>: year and
    /// serial in either order.</summary>
    [GeneratedRegex(
        @"\A(?:(?<unit>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,7}\d{0,3})[ /-]\s?)?(?<a>\d{1,6})(?:(?<separator>[-/])\s?|(?<=(?:19|20)\d\d)(?<separator>:))(?<b>\d{1,6})(?::(?<part>\d{1,3}))?(?!\d)",
        RegexOptions.CultureInvariant)]
    private static partial Regex TwoNumbers();

    /// <summary>Shapes whose order only the municipality's registry knows: <c>102-274-04</c>, <c>7-742-2011</c>,
    /// <c>1.5.3-219-2012</c>.</summary>
    [GeneratedRegex(
        @"\A(?<number>(?:[A-ZÅÄÖ]{1,6}[ -]?)?\d{1,6}(?:\.\d{1,3}){0,4}[-/]\s?\d{1,6}(?:[-/]\s?\d{1,6}){1,3}|\d(?:\.\d{1,3}){1,4}[-/]\d{1,6})(?!\d)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Tokens();

    /// <summary><c>-003</c>, <c> - 700</c>, <c> 611</c>, <c> 40</c>; nothing of the sentence may follow.</summary>
    [GeneratedRegex(@"\A(?:\s?-\s?\d{3}|[ ]{1,12}\d{2,3}|-\d(?:\.\d+)+)(?=\z|[\n\t,;)]|  |\.(?!\d))", RegexOptions.CultureInvariant)]
    private static partial Regex ClassificationCode();

    /// <summary>What shows that a number does not end here.</summary>
    [GeneratedRegex(@"\A(?:\p{L}|[-/:]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"\A(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDate();
}
