using System.Text.RegularExpressions;

namespace Protokollsok.Extraction;

/// <summary>Lines that are a person's name, by their build: no list of names is complete.</summary>
internal static partial class PersonNames
{
    private const int LongestColumn = 90;

    private static readonly string[] NotPersons =
        ["nämnden", "styrelsen", "fullmäktige", "utskottet", "kontoret", "förvaltningen", "avdelningen", "enheten", "kommun", "kommunen",
            "stad", "region", "skolan", "centrum", "verket", "gatan", "vägen", "tingsrätten", "domstolen", "länsstyrelsen", "bolaget",
                "föreningen", "partiet", "plats", "rummet", "salen", "huset"];

    /// <summary>Two to four capitalised words, perhaps with <i>von</i>, an initial or a party in parentheses.</summary>
    public static bool IsName(string line) => Of(line) is not null;

    /// <summary>The name without party and title; null if the line is none.</summary>
    public static string? Of(string line)
    {
        if (line.Length > 90) return null;
        var match = Name().Match(line.Trim());
        if (!match.Success) return null;
        var name = match.Groups["name"].Value;
        return IsPost(name) || name.Split(' ').Any(word => NotPersons.Any(ending => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            || word is "Råd" or "Stöd") ? null : name;
    }

    /// <summary>
    /// The names that stand side by side in a line: in columns, or, where a scan lost the width between them, two and two (<c>Anna Ek Bo
    /// Dal</c>). Four capitalised words in one column are two people: hardly anyone signs with three first names.
    /// </summary>
    public static IEnumerable<string> AllIn(string line)
    {
        foreach (var column in Columns().Split(line).Select(column => column.Trim(' ', '.', '_', '/', ',', ':', '?', '|')))
        {
            if (column.Length > LongestColumn) continue;
            var pairs = Pairs().Match(column);
            foreach (var name in pairs.Success ? pairs.Groups["name"].Captures.Select(capture => capture.Value) : [column])
                if (Of(name) is { } person) yield return person;
        }
    }

    /// <summary>Whether a word of it is a post or a label: <c>Socialchef Lokalsamordnare</c> is nobody.</summary>
    private static bool IsPost(string name) => Post().IsMatch(name);

    /// <summary>Whether the line is a post: <c>Förvaltningschef</c>, <c>Tf. kanslichef</c>.</summary>
    public static bool IsTitle(string line) => line.Length < 70 && Title().IsMatch(line);

    /// <summary>Whether the line, or one of its columns, is a post.</summary>
    public static bool HoldsTitle(string line) => Columns().Split(line).Any(column => IsTitle(column.Trim()));

    [GeneratedRegex(
        @"\A(?<name>\p{Lu}[\p{Ll}é]+(?:-\p{Lu}\p{Ll}+)?(?:\s(?:\p{Lu}\.?|von|af|de|la|van|der))?(?:\s\p{Lu}[\p{Ll}é]+\p{L}*(?:-\p{Lu}\p{L}+)?){1,3})(?:\s?\([\p{L}-]{1,4}\))?(?:,\s\p{Ll}[\p{L} -]*)?(?:\s?[/,]?)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(
        @"\A(?:[Tt]f\.?\s|[Bb]itr\p{L}*\.?\s)?(?:[\p{L}-]+\s){0,2}[\p{L}-]*(?:chef|direktör|sekreterare|handläggare|strateg|ordförande|ingenjör|samordnare|controller|jurist" +
        @"|arkitekt|assistent|inspektör|utredare|ekonom|kamrer|kamrerare|ledare|rektor|planerare|kommunalråd|konsulent|intendent|antikvarie|registrator|kurator|stadsarkitekt" +
        @"|borgmästare|direktor|man|ombud|föredragande)(?:\s[\p{L}-]+){0,3}\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex(@",\s(?=\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}\p{Ll}+)|\s{2,}|\t|\s(?:och|samt)\s|\s\|\s", RegexOptions.CultureInvariant)]
    private static partial Regex Columns();

    [GeneratedRegex(@"\A(?:(?<name>\p{Lu}[\p{L}é-]+\s\p{Lu}[\p{L}é-]+)(?:\s|\z)){2,3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pairs();

    [GeneratedRegex(
        @"(?:chef|direktör|sekreterare|handläggare|samordnare|ordförande|justerare|kanslist|registrator|inspektör|ingenjör|strateg|bestyrkande|signatur|underskrift|namnteckning|protokoll|kommunen|kommuns|datum|bilaga)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Post();
}
