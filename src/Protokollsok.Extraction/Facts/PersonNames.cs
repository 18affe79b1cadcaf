using System.Text.RegularExpressions;

namespace Protokollsok.Extraction;

/// <summary>Lines that are a person's name, by their build: no list of names is complete.</summary>
internal static partial class PersonNames
{
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
        return name.Split(' ').Any(word => NotPersons.Any(ending => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            || word is "Råd" or "Stöd") ? null : name;
    }

    /// <summary>Whether the line is a post: <c>Förvaltningschef</c>, <c>Tf. kanslichef</c>.</summary>
    public static bool IsTitle(string line) => line.Length < 70 && Title().IsMatch(line);

    [GeneratedRegex(
        @"\A(?<name>\p{Lu}[\p{Ll}é]+(?:-\p{Lu}\p{Ll}+)?(?:\s(?:\p{Lu}\.?|von|af|de|la|van|der))?(?:\s\p{Lu}[\p{Ll}é]+\p{L}*(?:-\p{Lu}\p{L}+)?){1,3})(?:\s?\([\p{L}-]{1,4}\))?(?:,\s\p{Ll}[\p{L} -]*)?(?:\s?[/,]?)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(
        @"\A(?:[Tt]f\.?\s|[Bb]itr\p{L}*\.?\s)?(?:[\p{L}-]+\s){0,2}[\p{L}-]*(?:chef|direktör|sekreterare|handläggare|strateg|ordförande|ingenjör|samordnare|controller|jurist|arkitekt|assistent|inspektör|utredare|ekonom|kamrer|kamrerare|ledare|rektor|planerare|kommunalråd|konsulent|intendent|antikvarie|registrator|kurator|stadsarkitekt|borgmästare|direktor|man|ombud|föredragande)(?:\s[\p{L}-]+){0,3}\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Title();
}
