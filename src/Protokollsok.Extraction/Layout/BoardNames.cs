using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Protokollsok.Extraction;

/// <summary>The names of boards as texts print them, and their base form: <c>omsorgsnämndens</c> is <c>Omsorgsnämnden</c>.</summary>
internal static partial class BoardNames
{
    /// <summary>A board in running text, genitive or not. Group <c>board</c> spans it.</summary>
    public const string Pattern =
        @"(?<board>(?:(?:[Tt]ekniska|[Ss]ociala|[Aa]llmänna|[Gg]emensamma|[Kk]ommunala|[Kk]yrkliga|TEKNISKA|SOCIALA)\s)?" +
        @"(?:(?:\p{L}+-,\s)?(?:\p{L}+-|[Ss]ocial|[Bb]arn|[Vv]ård|[Kk]ultur|[Mm]iljö|[Bb]ygg|[Pp]lan|[Uu]tbildning|[Ff]ritid|[Tt]eknik|[Ss]kol|[Ss]amhällsbyggnad" +
        @"|[Aa]rbetsmarknad),?\s(?:och|samt)\s)?" +
        @"(?:(?:[\p{L}-]{0,40}(?:styrelsens|nämndens)\s)[\p{L}-]{0,30}utskott(?:ets?)?" +
        @"|[Nn]ämnden\sför\s(?:\p{Ll}[\p{L}-]+|\p{Lu}[\p{L}-]+(?=\s(?:&|och)\s))(?:,\s\p{L}[\p{L}-]+)?(?:\s(?:och|&)\s\p{L}[\p{L}-]+)?" +
        @"|[\p{L}-]{0,40}(?:[Nn][äa]mnden|[Nn][äa]mnd|[Ss]tyrelsen|[Ff]ullm[äa]ktige|[Uu]tskottet|[Bb]eredningen|kammaren|[Dd]irektionen|[Ss]tyrgruppen|[Pp]residiet" +
        @"|[Ss]t[äa]mman|[Kk]ommitt[ée]n|[Dd]elegationen)(?:\s(?:Centrum|Nordost|Sydväst|Hisingen|Norr|Söder|Öster|Väster|Nord|Syd|Öst|Väst))?s?" +
        @"|(?:[Kk]ommun|[Rr]egion|[Ll]andstings|[Ss]tads)revisionen|[Kk]yrkor[åa]det|[Pp]ensionärsr[åa]det|[Åå]rsmötet|(?:K[SF](?:AU)?|Kf|Ks|KSAU|AU)(?![ /.:-]?\d))\b)";

    private static readonly FrozenDictionary<string, string> Abbreviations = new Dictionary<string,
        string>(StringComparer.OrdinalIgnoreCase)
    {
        ["KS"] = "Kommunstyrelsen",
        ["KF"] = "Kommunfullmäktige",
        ["AU"] = "Arbetsutskottet",
        ["KSAU"] = "Kommunstyrelsens arbetsutskott",
        ["fullmäktige"] = "Kommunfullmäktige",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Endings =
        ["namnden", "namndens", "namnd", "styrelsen", "styrelsens", "fullmaktige", "fullmaktiges", "utskottet", "utskottets", "utskott",
            "beredningen", "beredningens", "kammaren", "kammarens", "direktionen", "direktionens", "styrelse", "stamman", "kommitten", "kommunrevisionen", "regionrevisionen", "stadsrevisionen"];

    /// <summary>The name without genitive and damage, with a capital; abbreviations written out.</summary>
    public static string BaseForm(string printed)
    {
        var name = Folded.Blanks(printed);
        if (name.Length > 3 && name.All(letter => !char.IsLower(letter))) name = name.ToLowerInvariant();
        if (name.EndsWith("ens", StringComparison.Ordinal) || name.EndsWith("ets", StringComparison.Ordinal)
            || name.EndsWith("tiges", StringComparison.Ordinal)) name = name[..^1];
        if (Abbreviations.TryGetValue(name, out var full)) return full;
        name = name.Replace("namnd", "nämnd", StringComparison.Ordinal).Replace("Namnd", "Nämnd", StringComparison.Ordinal)
            .Replace("fullmaktige", "fullmäktige", StringComparison.Ordinal);
        return name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
    }

    /// <summary>Whether the text, a line or a column of one, is a board's name and nothing else.</summary>
    public static bool IsName(string text)
    {
        if (text.Length is < 6 or > 80
            || text.Any(letter => char.IsDigit(letter) || letter is '.' or ':' or ';' or '(' or '"' or '/')) return false;
        if (!char.IsUpper(text[0])) return false;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= 8 && (EndsAsBoard(words[^1]) && !words[^1].EndsWith('s') && words.SkipLast(1).All(IsPartOfName)
            || (Folded.Letters(words[0]) is "namnden" or "namnd" && words.Length is > 2 and < 8 && words[1] is "för" or "for"));
    }

    /// <summary>Whether a word ends as boards' names do; damage tolerated.</summary>
    public static bool EndsAsBoard(string word)
    {
        var folded = Folded.Letters(word);
        return Endings.Any(ending => folded.EndsWith(ending, StringComparison.Ordinal));
    }

    /// <summary>Who can propose: the first board, or else the first office, named in the text; null if none is.</summary>
    public static string? FirstProposer(string text) =>
        Mention().Match(text) is { Success: true } board ? BaseForm(board.Groups["board"].Value)
        : Office().Match(text) is { Success: true } office ? BaseForm(office.Value)
        : null;

    /// <summary>An administration, or one who speaks for it, in running text.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}-])(?:(?:\p{L}+-|[Ss]ocial|[Vv]ård|[Bb]arn)\s(?:och|samt)\s)?[\p{L}-]{0,40}(?:kontoret|förvaltningen|avdelningen|enheten|chefen|direktören|ordföranden|gruppen)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Office();

    /// <summary>A board anywhere; on texts of a line's or a sentence's length only.</summary>
    [GeneratedRegex(@"(?<![\p{L}-])" + Pattern, RegexOptions.CultureInvariant)]
    public static partial Regex Mention();

    private static bool IsPartOfName(string word) =>
        word.EndsWith('-') || word.EndsWith("-,", StringComparison.Ordinal)
            || word is "och" or "samt" or "OCH" or "social" or "barn" or "vård"
        || word.EndsWith("ens", StringComparison.Ordinal) || word.EndsWith("ets", StringComparison.Ordinal)
            || word.EndsWith("ENS", StringComparison.Ordinal) || (char.IsUpper(word[0]) && (word.EndsWith('s') || word.EndsWith("ala", StringComparison.OrdinalIgnoreCase)
            || word.EndsWith("ska", StringComparison.OrdinalIgnoreCase) || word.EndsWith("amma", StringComparison.OrdinalIgnoreCase)))
        || word is "Stads" or "Social" or "Barn" or "Vård" or "Kultur" or "Miljö" or "Plan" or "Tekniska" or "Sociala" or "Samhälls";
}
