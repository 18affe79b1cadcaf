using System.Text.RegularExpressions;

namespace Protokollsok.Extraction;

/// <summary>
/// Takes what looks like a case number, a date or an amount and is none: bills and reports, court cases, organisation and personal
/// numbers, phones, page marks, post codes, times of day, percentages, paragraph numbers.
/// </summary>
internal static partial class LookalikeFinder
{
    public static void Claim(string text, Claims claims)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!Window.IsStart(text, i) || Length(text, i) is not (> 0 and var length)) continue;
            claims.TryTake(i, length);
            i += length - 1;
        }
    }

    private static int Length(string text, int position)
    {
        var first = text[position];
        if (char.IsAsciiDigit(first)) return first == '0' && (FollowsUnit(text, position) || FollowsThousands(text, position) || FollowsDate(text, position)) ? 0 : First(text, position, Numbers());
        if (first is '§' or '$') return First(text, position, Paragraph());
        if (first is 's' or 'S' or 'd' or 'D' or 'p' or 'P' or 'b' or 'B' or 'm' or 'M' or 'r' or 'R' or 'f' or 'F' or 'T' or 'k' or 'K' or 'n' or 'N' or 'o' or 'O' or 'L' or 'E')
            return Math.Max(First(text, position, Named()), FollowsLead(text, position) ? 0 : First(text, position, UnitLike()));
        return char.IsUpper(first) ? First(text, position, Property()) : 0;
    }

    /// <summary><c>KS 02-820 107</c> is a case, not a phone.</summary>
    private static bool FollowsUnit(string text, int position) =>
        position >= 3 && text[position - 1] == ' ' && char.IsUpper(text[position - 2]) && char.IsUpper(text[position - 3]);

    /// <summary><c>Dnr MF 2019:123</c> is a case, whatever series of statutes has the same letters.</summary>
    private static bool FollowsLead(string text, int position) => LeadBefore().IsMatch(Window.Before(text, position, 24));

    /// <summary><c>40 000–55 000</c> holds no phone.</summary>
    private static bool FollowsThousands(string text, int position) =>
        position >= 2 && text[position - 1] is ' ' or '.' or '\u00A0' or '\u2009' or '\u202F' && char.IsAsciiDigit(text[position - 2]);

    /// <summary><c>2023-09-01 – 2023-11-07</c> holds none either.</summary>
    private static bool FollowsDate(string text, int position) =>
        position >= 2 && text[position - 1] is '-' or '\u2010' or '\u2011' or '–' && char.IsAsciiDigit(text[position - 2]);

    private static int First(string text, int position, Regex anchored) =>
        Window.At(text, position, anchored) is { Success: true } match ? match.Length : 0;

    [GeneratedRegex(
        @"\A(?:\d{6}-\d{4}(?!\d)" +                                                    // organisation and personal numbers
        @"|(?:(?:19|20)\d{2})?[01-9]\d[01]\d[0-3]\d[-+][\dXT]{4}(?![\d-])" +
        @"|(?:19|20)\d\d/\d\d:\p{L}{0,5}\d+" +                                          // bills and reports of parliament
        @"|0\d{1,3}\s?[-–]\s?\d{2,3}(?:\s?\d{2,3}){1,3}(?![\d/])" +                      // phones
        @"|\d{1,3}\s?\(\d{1,3}\)" +                                                     // page marks
        @"|\d{3} \d{2} (?=\p{Lu}\p{L})" +                                                // post codes
        @"|\d+(?:[.,]\d+)?\s?(?:%|procent\b|kvm\b|m²|m2\b)" +
        @"|\d{1,2} ?(?:kap\.?|§(?!\s?\d)))", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(
        @"\A[§$]{1,2}\s?\d{1,4}(?: [a-z](?![\p{L}]))?(?:/(?:19|20)?\d\d(?!\d))?(?:\s?(?:-{1,2}|[–,]|och)\s?\d{1,4}(?![\d/-]))*",
        RegexOptions.CultureInvariant)]
    private static partial Regex Paragraph();

    [GeneratedRegex(
        @"\A(?:SOU|SFS|[Dd]s|[Pp]rop\.?|[Bb]et\.?|[Ss]kr\.?|[Rr]skr\.?|[Ff]ramst\.?|[Mm]otion|NJA|RÅ|HFD|MÖD|RÅ|SOSFS|HSLF-FS|SKOLFS|BFS|AFS|KIFS|NFS|MSBFS|TSFS|SvKFS|LIVSFS" +
        @"|SJVFS|STAFS|LMVFS|ELSÄK-FS)\s?\d{4}(?:/\d\d)?(?:[:\s]\s?(?:\p{L}{0,5}\d+|(?:ref|s)\.? ?\d+))?" +
        @"|\A[Mm]ål(?:et)?s?(?:\s?(?:nr|nummer))?\.?:?\s?(?:\p{Lu}{1,3}\s?)?\d+[-:]\d+" +
        @"|\A[MTBFÖPK]\s\d{2,5}-\d{2}(?![\d-])" +
        @"|\A(?:[Tt]elefon|[Tt]fn|[Tt]el)\.?:?\s?[\d\s/–-]{5,20}\d" +
        @"|\A(?:[Oo]rg\.?|[Oo]rganisations)-?\s?(?:nr|nummer)\.?:?\s?[\d-]{8,13}" +
        @"|\A(?:[Bb]ankgiro|[Bb]g|[Pp]lusgiro|[Pp]g|[Pp]ostgiro)\.?:?\s?[\d -]{4,14}\d" +
        @"|\A(?:[Kk]l\.?|[Kk]lockan)\s?\d{1,2}[.:]\d\d(?:\s?[-–]\s?\d{1,2}[.:]\d\d)?" +
        @"|\A(?:[Ff]astigheten|[Ff]astigheterna)\s\p{Lu}[\p{L} -]{1,30}?\s\d{1,4}:\d{1,4}" +
        @"|\A(?!Dnr|Diar|Kronor|Kr |Summa|Sid)\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)? (?!(?:19|20)\d\d:)\d{1,4}:\d{1,4}(?![\d-])", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    /// <summary>Series of statutes that have the letters of a board's registry (<c>MF</c>, <c>KFS</c>): only their colon tells them apart.</summary>
    [GeneratedRegex(@"\A(?:MF|KFS|MIS)\s?\d{4}:\d+", RegexOptions.CultureInvariant)]
    private static partial Regex UnitLike();

    [GeneratedRegex(@"\b(?:dnr|diarienr|diarienummer|diariebeteckning|ärendenummer|ärendenr|beteckning)\b[.:]{0,2}\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeadBefore();

    /// <summary>A property's name: <c>Källbacka 5:12</c>.</summary>
    [GeneratedRegex(
        @"\A(?!Dnr|Diar|Kronor|Kr |Summa|Sid)\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)? (?!(?:19|20)\d\d:)\d{1,4}:\d{1,4}(?![\d-])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Property();
}
