using System.Buffers;
using System.Text.RegularExpressions;

namespace Protokollsok.Extraction;

/// <summary>
/// Finds references to laws: a name with its number in the statute book (<c>plan- och bygglagen (2010:900)</c>), or a paragraph of a
/// named law (<c>19 § MBL</c>). A law that is only named, without number or paragraph, is none.
/// </summary>
internal static partial class LawReferenceFinder
{
    private const string Short = @"(?:MBL|SoL|SoF|LSS|LVU|LVM|LOU|LUF|LOV|PBL|KL|FL|OSL|TF|RF|MB|FPL|LAS|AML|HSL|PSL|GDPR|JB|ÄB|FB|BrB|RB|ÅRL|ABL|LKF|LSO|FBL|AL|LAV|PUL|URL|LUK|LIVSFS|DSF|FvL" +
        "|KomL|PBF|PBR|AvfF|AlkL|SkolL|LGS|LBE|LTLP|FMH|FAPT|DSL|ArkL|KrL|LEH|LUFS|FRL|SkL|ABVA)\\b";

    private const string Name = @"(?:(?:\p{L}+-,?\s(?:\p{Ll}+-,?\s)?och\s)?(?:[\p{L}-]*(?:lagen|lag|balken|balk|förordningen|förordning|stadgan|kungörelsen|reglementet|formen)|Lagen|Lag|LAG" +
        @"|Förordningen|Förordning|Stadgan|Kungörelsen|Kungörelse|Balken)\b)";

    private const string Paragraph = @"(?:(?:\d{1,3}(?:\s?[a-z])?\s?(?:kap\.?|kapitlet)\s?)?\d{1,3}(?:\s?[a-z])?(?:\s?[-–,]\s?\d{1,3}(?:\s?[a-z])?" +
        @"|\s(?:och|samt)\s\d{1,3}(?:\s?[a-z])?)*\s?§§?" + Part + "{0,3})";

    /// <summary>Where in the paragraph: <c>första stycket</c>, <c>2 st. 3 p.</c>, <c>punkterna 1 och 2</c>, or a bare number before the law's name.</summary>
    private const string Part = @"(?:\s(?:(?:\d{1,2}|första|andra|tredje|fjärde|femte|sjätte)\s?(?:st(?:ycket|yckena)?|p(?:unkten|unkterna)?|meningen|men)\b\.?" +
        @"|(?:st|p|pkt|punkt|punkten|punkterna)\.?\s?\d{1,2}(?:\s?[-–,]\s?\d{1,2})?(?:\soch\s\d{1,2})?|\d{1,2}(?:\soch\s\d{1,2})?(?=\s(?:i\s)?(?:" + Short + "|" + Name + "))))";

    /// <summary>The law's short name beside its number: <c>(PBL, SFS 2010:900)</c>, <c>(PBL) (2010:900)</c>.</summary>
    private const string Beside = @"\p{Lu}\p{L}{1,5}";

    private const string Number = @"(?:Svensk\s[Ff]örfattningssamling\s)?(?:(?:\(" + Beside + @"\)\s?)?\((?:" + Beside + @"[,;]?\s)?(?:SFS\s)?(?:nr\s)?(?<sfs>\d{4}:\d{1,4})(?:,\s" + Beside + @")?\)" +
        @"|(?:\(SFS\)\s|SFS\s)?(?:nr\s)?(?<sfs>\d{4}:\d{1,4}))";

    private const string About = "(?:(?<!formen|balken)\\som\\s(?:" + LawTitles.Known + "|" + LawTitles.Unknown + "))?";

    private static readonly SearchValues<string> Signs = SearchValues.Create(["§", "$", ":", "kap"], StringComparison.Ordinal);

    /// <summary>A citation begins at most so many UTF-16 units before its sign.</summary>
    private const int Reach = 60;

    public static List<ValueSpan<string?>> Find(string text, Claims claims)
    {
        var references = new List<ValueSpan<string?>>();
        var sign = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (sign < i && (sign = NextSign(text, i)) < 0) break;
            i = Math.Max(i, sign - Reach);
            if (!MayBegin(text, i) || !claims.IsFree(i) || Read(text, i) is not { } reference
                || !claims.TryTake(i, reference.Length)) continue;
            references.Add(reference);
            i = reference.End - 1;
        }

        return references;
    }

    /// <summary>Where the next sign stands without which no law is cited; -1 if there is none.</summary>
    private static int NextSign(string text, int from) => text.AsSpan(from).IndexOfAny(Signs) is >= 0 and var at ? from + at : -1;

    /// <summary>Words can only begin a reference when a number of the statute book follows soon; that is looked for first.</summary>
    private static bool MayBegin(string text, int position) =>
        Window.IsStart(text, position)
        && (char.IsAsciiDigit(text[position]) || text[position] is '§' or '$'
            || (char.IsLetter(text[position]) && MayNameLaw(text, position) && NumberFollows(text, position)));

    /// <summary>Whether the word ends as laws' names do, is cut short before another, or is an abbreviation.</summary>
    private static bool MayNameLaw(string text, int position)
    {
        var end = position;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] == '-')) end++;
        var word = text.AsSpan(position, end - position);
        if (word.Length < 2 || char.IsUpper(word[1]) || char.IsUpper(word[^1]) || word[^1] == '-') return word.Length > 1;
        return word.Length > 2 && word[^3..] is "gen" or "lag" or "Lag" or "ken" or "alk" or "ing" or "gan" or "sen" or "lse" or "tet" or "men" or "vsk";
    }

    private static bool NumberFollows(string text, int position)
    {
        var ahead = text.AsSpan(position, Math.Min(Reach, text.Length - position));
        if (ahead.IndexOf('§') > 2 && ahead.IndexOfAnyInRange('0', '9') > 2) return true;
        var colon = ahead.IndexOf(':');
        return colon >= 7 && char.IsAsciiDigit(text[position + colon - 1]) && char.IsAsciiDigit(text[position + colon - 4]);
    }

    private static ValueSpan<string?>? Read(string text, int position)
    {
        var match = char.IsLetter(text[position]) ? Window.At(text, position, Named())
            : text[position] is '§' or '$' ? Window.At(text, position, SignFirst())
            : Window.At(text, position, ParagraphFirst());
        if (!match.Success) return null;
        return new ValueSpan<string?>(match.Groups["sfs"].Success ? match.Groups["sfs"].Value : null, position, match.Length);
    }

    [GeneratedRegex(@"\A(?:SFS\s(?:nr\s)?(?<sfs>\d{4}:\d{1,4})|" + Name + @"\s" + Number + "(?:,?\\s" + Paragraph + ")?" + About + @"|" + Short + @"\s(?:[§$]{1,2}\s?\d{1,3}(?:\s?[a-z](?!\p{L}))?(?:\s?[-–]\s?\d{1,3})?|" + Paragraph + @")|[\p{L}-]{2,30}(?:lagen|balken|förordningen)\s" + Paragraph + @")(?![\d:])", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(
        @"\A(?:" + Paragraph + @"|\d{1,3}(?:\s?[a-z])?\s?(?:kap\.?|kapitlet)(?:\s?(?:och|samt|[-–])\s?\d{1,3}\s?kap\.?)?)(?:\s(?:i\s)?(?:den\s)?(?:" + Short + @"(?:\s" + Number + ")?|" + Name + @"(?:\s" + Number + @")?" + About + @"))",
        RegexOptions.CultureInvariant)]
    private static partial Regex ParagraphFirst();

    [GeneratedRegex(
        @"\A[§$]{1,2}\s?\d{1,3}(?:\s?[a-z](?!\p{L}))?(?:\s?[-–,]\s?\d{1,3})?\s(?:i\s)?(?:" + Short + @"|[\p{Ll}-]{2,30}(?:lagen|balken|förordningen)\b(?:\s" + Number + @")?)",
        RegexOptions.CultureInvariant)]
    private static partial Regex SignFirst();
}
