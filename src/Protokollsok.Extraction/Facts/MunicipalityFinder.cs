using System.Globalization;
using System.Text.RegularExpressions;
using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>Finds the municipality or region in the heads of the pages; a municipality that is only talked about is not the
/// document's.</summary>
internal static partial class MunicipalityFinder
{
    private const int CoverLines = 60;
    private const int FootLines = 16;
    private const int EnoughMentions = 3;

    public static Found<string>? Find(MinutesText minutes, IReadOnlyList<HeadSegment> head)
    {
        foreach (var segment in head)
            if (segment.Text.Length < 100 && Name().Match(segment.Text) is { Success: true } match)
                return minutes.Found(BaseForm(match.Value), [new Place(segment.Page, segment.Start + match.Index, match.Length)]);
        return FromPlace(minutes) ?? FromFoot(minutes) ?? FromText(minutes, head);
    }

    /// <summary>Where they met: <c>Plats: Norrdals kommun, Lindskolan</c>.</summary>
    private static Found<string>? FromPlace(MinutesText minutes)
    {
        foreach (var line in minutes.Lines.Take(CoverLines))
            if (line.Text.Length < 160 && MeetingPlace().Match(line.Text) is { Success: true } match)
                return Found(minutes, line.Start, match.Groups["name"]);
        return null;
    }

    /// <summary>The sender at the foot of a page: a line, or a column of one, that is the name and nothing else.</summary>
    private static Found<string>? FromFoot(MinutesText minutes)
    {
        var lines = minutes.Lines.Skip(Math.Max(0, minutes.Lines.Count - FootLines)).Where(line => line.Text.Length < 120);
        foreach (var line in lines)
            if (Sender().Match(line.Text) is { Success: true } match) return minutes.Found(BaseForm(match.Groups["name"].Value), line.Start, match.Groups["name"].Length);
        return null;
    }

    /// <summary>The one that the text speaks of again and again, and of no other half as often; a name, not <c>Respektive kommun</c>.</summary>
    private static Found<string>? FromText(MinutesText minutes, IReadOnlyList<HeadSegment> head)
    {
        var named = minutes.Lines.Where(line => line.Text.Contains("ommun", StringComparison.Ordinal))
            .SelectMany(line => Mention().Matches(line.Text).Select(match => (Line: line, Group: match.Groups["name"])))
            .GroupBy(mention => mention.Group.Value).OrderByDescending(group => group.Count()).Take(2).ToList();
        if (named.Count == 0 || named[0].Count() < EnoughMentions || (named.Count > 1 && named[1].Count() * 2 > named[0].Count())) return null;
        var place = named[0].Key[..named[0].Key.IndexOf(' ', StringComparison.Ordinal)];
        return place.EndsWith('s') || IsOfSender(place, minutes, head) || named[0].Any(IsInSentence) ? Found(minutes, named[0].First().Line.Start, named[0].First().Group) : null;
    }

    /// <summary>Whether the place stands in a head by itself, or is the post town of an address.</summary>
    private static bool IsOfSender(string place, MinutesText minutes, IReadOnlyList<HeadSegment> head) =>
        head.Any(segment => segment.Text.AsSpan().Trim().Equals(place, StringComparison.OrdinalIgnoreCase))
        || minutes.Lines.Any(line => line.Text.Length < 160 && PostTown().Match(line.Text) is { Success: true } town && town.Groups["town"].ValueSpan.Equals(place, StringComparison.OrdinalIgnoreCase));

    /// <summary>Inside a sentence only a name keeps its capital.</summary>
    private static bool IsInSentence((Line Line, Group Group) mention) =>
        mention.Group.Index >= 2 && mention.Line.Text[mention.Group.Index - 1] == ' ' && char.IsLower(mention.Line.Text[mention.Group.Index - 2]);

    private static Found<string> Found(MinutesText minutes, int lineStart, Group name) =>
        minutes.Found(name.Value, lineStart + name.Index, name.Length);

    [GeneratedRegex(@"\b\d{3} ?\d{2}\s{1,3}(?<town>\p{Lu}[\p{L}-]+)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PostTown();

    [GeneratedRegex(@"\A(?<name>\p{Lu}[\p{L}-]+ (?:kommun|KOMMUN|stad|STAD))(?:\s{3,}.*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Sender();

    [GeneratedRegex(@"\A(?:Plats(?: och tid)?|Tid och plats)\b[:\s]{1,40}.{0,60}?\b(?<name>\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)? kommun)\b", RegexOptions.CultureInvariant)]
    private static partial Regex MeetingPlace();

    [GeneratedRegex(@"(?<![\p{L}-])(?!Varje |Vilken |Denna |Ingen |Annan |Svensk |Egen |Din |Vår |Er |En |Sveriges )(?<name>\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)? kommun)(?=s?\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Mention();

    /// <summary><c>NORRDALS KOMMUN</c> is <c>Norrdals kommun</c>.</summary>
    private static string BaseForm(string printed)
    {
        if (printed.Any(char.IsLower)) return printed;
        var words = printed.Split(' ').Select(word => word is "KOMMUN" or "STAD" or "KÖPING" or "LANDSKOMMUN" or "LANDSTING" or "LÄNS" or "I"
            ? word.ToLowerInvariant()
            : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word.ToLowerInvariant()));
        return string.Join(' ', words);
    }

    [GeneratedRegex(
        @"\A(?:\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?\s(?:[Kk]ommun|KOMMUN|[Ss]tad|STAD|[Kk]öping|KÖPING|[Ll]andskommun|LANDSKOMMUN)" +
        @"|(?:Region|REGION)\s(?:\p{Lu}\p{Ll}+\s(?=\p{Lu}\p{Ll}))?\p{Lu}[\p{L}-]+|(?:Landstinget|LANDSTINGET)\s(?:i\s)?\p{Lu}\p{L}+" +
        @"|\p{Lu}\p{L}+\s(?:läns\s|LÄNS\s)?(?:landsting|LANDSTING))(?=\z|,|\s[–-]\s|\s\d|\s\p{Lu})",
        RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
