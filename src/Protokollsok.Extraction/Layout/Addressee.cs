using System.Text.RegularExpressions;

namespace Protokollsok.Extraction;

/// <summary>Lines that name who a decision is sent to, without any heading: offices, boards, officials, companies.</summary>
internal static partial class Addressee
{
    private const int MaxLength = 70, MaxWords = 8;

    /// <summary>Whether the line names offices and nothing else.</summary>
    public static bool Is(string line) =>
        line.Length is >= 3 and <= MaxLength && char.IsUpper(line[0]) && line[^1] is not ('.' or ':' or ',' or '!' or '?')
        && line.Count(letter => letter == ' ') < MaxWords && line.Split([", ", " och ", "; ", " samt "], StringSplitOptions.None).All(part => Office().IsMatch(part));

    [GeneratedRegex(
        @"\A(?:[\p{L}&-]+,?\s){0,6}?[\p{L}-]*(?:nämnden|styrelsen|utskottet|fullmäktige|kontoret|förvaltningen|förvaltning|avdelningen|enheten|chef(?:en)?|direktör(?:en)?" +
        @"|sekreteraren|verket|bolaget|sektionen|staben|kansliet|byrån|nämnderna|revisorerna|revisionen|rektor(?:n|erna)?|länsstyrelsen|sökanden|akten|parterna|förbundet" +
        @"|handläggaren|ekonom(?:en)?)(?:\s[\p{Ll}-]+){0,3}\z|\A[\p{L}& -]{2,50}\sAB\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Office();
}
