using System.Text.RegularExpressions;
using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>
/// Finds who signed: in minutes the names beside the signature labels of secretary, chair and adjusters; in letters the names that stand
/// alone at the end of the text.
/// </summary>
internal static partial class SignatoryFinder
{
    private const int MaxNames = 6;

    /// <summary>Secretary, chair and adjusters.</summary>
    private const int LinesBelow = 5;

    public static IReadOnlyList<string> Find(MinutesText minutes, DocumentType type) =>
        (type is DocumentType.Protokoll or DocumentType.Protokollsutdrag ? OfMinutes(minutes) : OfLetter(minutes)).Distinct().ToList();

    private static IEnumerable<string> OfMinutes(MinutesText minutes)
    {
        for (var i = 0; i < minutes.Lines.Count; i++)
        {
            var label = Label().Match(minutes.Lines[i].Text);
            if (!label.Success) continue;
            foreach (var name in Beside(minutes, i, minutes.Lines[i].Text[label.Length..])) yield return name;
        }
    }

    /// <summary>The names on the label's line, or on the lines below it; where each has its post beside it, one a line.</summary>
    private static List<string> Beside(MinutesText minutes, int label, string rest)
    {
        var cut = OtherLabel().Match(rest);
        var names = PersonNames.AllIn(cut.Success ? rest[..cut.Index] : rest).ToList();
        var isOnePerLine = false;
        for (var below = label + 1; below < minutes.Lines.Count && below <= label + LinesBelow; below++)
        {
            var line = minutes.Lines[below];
            if ((names.Count > 0 && !isOnePerLine) || below > label + 2 && !isOnePerLine || Label().IsMatch(line.Text)) break;
            var here = PersonNames.AllIn(line.Text).ToList();
            if (isOnePerLine && (here.Count == 0 || line.Gap)) break;
            isOnePerLine = here.Count == 1 && PostBeside().IsMatch(line.Text);
            names.AddRange(here);
        }

        return names;
    }

    private static List<string> OfLetter(MinutesText minutes)
    {
        var end = minutes.Lines.Count - 1;
        var lastProse = minutes.Lines.Take(end + 1).LastOrDefault(line => IsProse(line, minutes))?.Index ?? -1;
        var names = new List<string>();
        for (var i = lastProse + 1; i < minutes.Lines.Count && names.Count < MaxNames; i++)
        {
            if (minutes.Lines[i].Heading is { Kind: HeadingKind.Recipients })
            {
                if (names.Count == 0) names.AddRange(BelowRecipients(minutes, i));
                break;
            }

            if (names.Count > 0 && minutes.Lines[i].Heading is not null) break;
            names.AddRange(PersonNames.AllIn(minutes.Lines[i].Text));
        }

        return names;
    }

    /// <summary>Some sign below the list of recipients: a name, and the post below it.</summary>
    private static IEnumerable<string> BelowRecipients(MinutesText minutes, int heading)
    {
        for (var i = heading + 2; i + 1 < minutes.Lines.Count; i++)
            if (minutes.Lines[i].Gap && PersonNames.HoldsTitle(minutes.Lines[i + 1].Text))
                foreach (var name in PersonNames.AllIn(minutes.Lines[i].Text)) yield return name;
    }

    /// <summary>Running text: a line that ends a sentence, or is long. After the last of them come only names and lists.</summary>
    private static bool IsProse(Line line, MinutesText minutes) =>
        line.Heading is null && !IsAfterEndHeading(line, minutes)
            && (line.Text.Length > 60 || (line.Text.Length > 25 && line.EndsSentence));

    /// <summary>Lists of recipients and attachments have long lines too.</summary>
    private static bool IsAfterEndHeading(Line line, MinutesText minutes)
    {
        for (var i = line.Index; i >= Math.Max(0, line.Index - 12); i--)
            if (minutes.Lines[i].Heading is { } heading) return heading.Kind is HeadingKind.Recipients or HeadingKind.Attachments;
        return false;
    }

    /// <summary>Another label of the cover sheet in the same line.</summary>
    [GeneratedRegex(@"\s(?:Paragraf(?:er)?|§§?|Datum)(?:\s|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex OtherLabel();

    [GeneratedRegex(@",\s\p{Ll}[\p{L} -]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex PostBeside();

    [GeneratedRegex(
        @"\A(?:Protokolljusterare|Justeringsperson(?:er)?|Sekreterare|Ordförande|Ordf\.?|Justerare|Justerande|Justerat|Justeras|Vid protokollet|Bestyrkes(?:\si\stjänsten)?" +
        @"|Rätt\s(?:utdraget|avskrivet|utdrag)(?:\s(?:intygar|bestyrker|intygas|bestyrks))?|Utdrag(?:et|ets\sriktighet)\s(?:bestyrks|bestyrkes|intygas|intygar)" +
        @"|Protokollsutdragets\sriktighet\s\p{L}+|Protokollförare|Sekr\.?|Som\sovan|Dag\ssom\sovan|In\sfidem|Ur\sprotokollet|Underskrift\ssekreterare|Underskrift(?:er)?)\b\s*:?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
