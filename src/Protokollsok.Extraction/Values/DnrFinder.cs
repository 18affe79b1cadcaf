using System.Text.RegularExpressions;
using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>
/// Finds case numbers. After a lead word (<c>Dnr</c>, <c>Beteckning</c> …), or where the place says so (<see cref="DnrPlaces"/>), any of
/// the known shapes is one; elsewhere only one that names its unit and its year in full.
/// </summary>
internal static partial class DnrFinder
{
    /// <summary>So many UTF-16 units of a case number hold a digit.</summary>
    private const int LongestUnit = 20;

    public static List<ValueSpan<Dnr>> Find(string text, Era era, DnrProfile profile, Claims claims)
    {
        var found = new List<ValueSpan<Dnr>>();
        var reader = new DnrReader(era, profile);
        var places = new DnrPlaces(text, era);
        for (var i = 0; i < text.Length; i++)
        {
            if (!Window.IsStart(text, i)) continue;
            if (Lead(text, i) is { } at) i = Math.Max(i, ReadAll(text, at, reader, claims, found) - 1);
            else if ((ReadPlaced(i, reader, places, claims) ?? ReadAlone(text, i, reader, claims)) is { } dnr) { found.Add(dnr); i = dnr.End - 1; }
        }

        return found;
    }

    /// <summary>Where the numbers begin that a lead word announces: after it, or in the line below it.</summary>
    private static int? Lead(string text, int position)
    {
        if (text[position] is '§' or '$')
            return Window.At(text, position, ParagraphNumber()) is { Success: true } paragraph ? position + paragraph.Length : null;
        if (!MayLead(text, position)) return null;
        return Window.At(text, position, LeadWord()) is { Success: true } lead ? position + lead.Length : null;
    }

    /// <summary>A quick look at the first letters, before the pattern is tried.</summary>
    private static bool MayLead(string text, int position)
    {
        if (text.Length - position < 3) return false;
        var (second, third) = ((char)(text[position + 1] | 0x20), (char)(text[position + 2] | 0x20));
        return text[position] switch
        {
            'D' or 'd' => second is 'n' or 'i' or 'e' or '.',
            'B' or 'b' => second is 'e' && third is 't',
            'V' or 'v' => second is 'å',
            'E' or 'e' => second is 'r',
            'Ä' or 'ä' => second is 'r' && third is 'e',
            'R' or 'r' => second is 'e' && third is 'f',
            'K' or 'k' => second is 'n' && third is 'r',
            _ => false,
        };
    }

    /// <summary>One number, or several with commas between. Returns the position after the last.</summary>
    private static int ReadAll(string text, int position, DnrReader reader, Claims claims, List<ValueSpan<Dnr>> found)
    {
        var end = position;
        for (var at = position; at < text.Length; at = Next(text, end))
        {
            if (reader.Read(text, at, announced: true) is not { } dnr || !claims.TryTake(at, dnr.Length)) break;
            found.Add(dnr);
            end = dnr.End;
            if (Next(text, end) == end) break;
        }

        return end;
    }

    private static int Next(string text, int end) =>
        end < text.Length && Window.At(text, end, Between()) is { Success: true } between ? end + between.Length : end;

    /// <summary>One that its place announces; where it must fill its line, nothing else may stand there.</summary>
    private static ValueSpan<Dnr>? ReadPlaced(int position, DnrReader reader, DnrPlaces places, Claims claims) =>
        places.EndAt(position) is { } end && claims.IsFree(position) && reader.Read(places.Text, position, announced: true) is { } dnr
        && dnr.End <= end && (dnr.End == end || !places.MustFill(position)) && claims.TryTake(position, dnr.Length) ? dnr : null;

    private static ValueSpan<Dnr>? ReadAlone(string text, int position, DnrReader reader, Claims claims) =>
        (char.IsAsciiDigit(text[position]) || (char.IsUpper(text[position]) && MayBeUnit(text, position))) && claims.IsFree(position)
        && reader.Read(text, position, announced: IsUnderLead(text, position)) is { } dnr && claims.TryTake(position, dnr.Length)
            ? dnr
            : null;

    /// <summary>Whether few letters stand here and then a number, or another unit and then a number.</summary>
    private static bool MayBeUnit(string text, int position)
    {
        var end = position + 1;
        while (end < text.Length && end - position < LongestUnit && char.IsLetter(text[end])) end++;
        if (end >= text.Length || end - position > 10) return false;
        return char.IsAsciiDigit(text[end]) || (text[end] is ' ' or '/' or '.' or '-' && end + 1 < text.Length
            && (char.IsAsciiDigit(text[end + 1]) || (char.IsUpper(text[end + 1]) && text.AsSpan(end, Math.Min(LongestUnit, text.Length - end)).ContainsAnyInRange('0', '9'))
                || text[end + 1] is ' ' or '\n'));
    }

    /// <summary>Whether the number begins a column under a header's lead word (<c>Datum   Diarienummer</c>).</summary>
    private static bool IsUnderLead(string text, int position)
    {
        if (position > 0 && text[position - 1] is not ('\n' or ' ' or '\t')) return false;
        var lineStart = text.LastIndexOf('\n', Math.Max(0, position - 1), Math.Min(position, 80)) + 1;
        if (lineStart < 2) return false;
        var before = Window.Before(text, lineStart - 1, 80);
        var above = before[(before.LastIndexOf('\n') + 1)..];
        return above.Length < 80 && (HeaderLead().IsMatch(above) || (LabelRow().IsMatch(above) && !(Dated().IsMatch(above) && IsShortDate(text, position))));
    }

    private static bool IsShortDate(string text, int position) => Window.At(text, position, ShortDate()).Success;

    /// <summary>A header's row of labels, one of which announces a case number: <c>Datum   Vår beteckning   Er beteckning</c>.</summary>
    [GeneratedRegex(
        @"\A\s*(?:(?:[Dd]atum|DATUM|[Hh]andläggare|HANDLÄGGARE|[Ss]ida|[Vv]årt?|VÅRT?|[Ee]rt?|ERT?|[Dd]eras|[Ee]rt datum|[Bb]ilagor|[Tt]elefon|[Ss]ammanträdesdatum" +
        @"|SAMMANTRÄDESDATUM|[Dd]okumentdatum|[Pp]aragraf|[Dd]nr|DNR|[Dd]iarie(?:nummer|nr)|DIARIENUMMER|[Bb]eteckning|BETECKNING|[Ää]rendenummer|[Rr]eferens" +
        @"|[Dd]iariebeteckning)[:.]?(?:\s+|\z)){1,8}\z(?<=(?:nr|NR|ummer|UMMER|eteckning|ETECKNING|eferens)\b.{0,60})",
        RegexOptions.CultureInvariant)]
    private static partial Regex LabelRow();

    [GeneratedRegex(@"datum", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Dated();

    [GeneratedRegex(@"\A\d\d[- ]?(?:0[1-9]|1[0-2])[- ]?(?:0[1-9]|[12]\d|3[01])(?!\d|-\d)", RegexOptions.CultureInvariant)]
    private static partial Regex ShortDate();

    [GeneratedRegex(
        @"\A(?:(?:[Vv]år|[Vv]årt|[Ee]r|[Ee]rt|VÅR|ERT?|[Dd]eras)\s)?(?:[Dd]nr|DNR|D\.?nr|[Dd]iarienummer|DIARIENUMMER|[Dd]iarienr|DIARIENR|[Dd]iarie\s?nr|[Dd]iarium" +
        @"|[Bb]eteckning|BETECKNING|[Dd]iariebeteckning|[Ää]rendenummer|ÄRENDENUMMER|[Ää]rendenr|[Ää]rende\s?nr|[Rr]eferens|[Rr]ef|[Kk]nr)\b(?:\s?nr)?\.?(?:\s?[:;]" +
        @"|\s-)?\s{0,3}(?:nr\.?\s|§\s?\d+,\s)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex LeadWord();

    [GeneratedRegex(
        @"\A[§$]\s?\d{1,4}(?:\s[a-z])?(?![\d/:-]),?[ \t]{1,12}(?:\()?(?:(?:\p{L}nr|[Dd]n\p{Ll}|[Dd]\p{Ll}r)\b\.?:?\s)?(?=\d{1,4}/\d{2,4}(?![/\d:]))",
        RegexOptions.CultureInvariant)]
    private static partial Regex ParagraphNumber();

    [GeneratedRegex(
        @"\A(?:\s?[,;]\s?|\s(?:och|samt|resp\.?|respektive)\s|\s{1,3}(?=\p{Lu}{2,5}[ /-]?(?:19|20)\d\d))(?:[Dd]nr\.?\s)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(
        @"(?:\b[Dd]nr\b|\bDNR\b|\b[Dd]iarie(?:nummer|nr)\b|\bDIARIE(?:NUMMER|NR)\b|\b[Bb]eteckning\b|\b[Ää]rendenummer\b)[:.]?\s*(?:\p{L}+\s*)?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex HeaderLead();
}
