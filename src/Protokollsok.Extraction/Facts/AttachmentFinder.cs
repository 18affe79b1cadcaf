using System.Text.RegularExpressions;

namespace Protokollsok.Extraction;

/// <summary>Finds the documents that a decision rests on or brings along: the items under such a heading, joined over their
/// lines.</summary>
internal static partial class AttachmentFinder
{
    private const int MaxLength = 400;

    public static IReadOnlyList<string> Find(MinutesText minutes, IReadOnlyList<Block> blocks)
    {
        return blocks.Where(block => block.Heading?.Kind is HeadingKind.Basis or HeadingKind.Attachments)
            .SelectMany(block => ItemsOf(block, minutes.Width)).ToList();
    }

    private static List<string> ItemsOf(Block block, int width)
    {
        var items = new List<string>();
        Line? before = null;
        foreach (var line in block.Lines)
        {
            var mark = ListMark.Of(line.Text);
            if (before is not null && GoesOn(before, line, mark, width)) items[^1] += " " + line.Text;
            else if (items.Count > 0 && line.Gap && !line.AfterBreak && !IsDocument(line, mark)) break;
            else if (items.Count > 0 && line.Text.Contains("   ", StringComparison.Ordinal) && !IsDocument(line, mark)) break;
            else if (IsProse(line, mark) || VoteCount().IsMatch(line.Text)) break;
            else if (DecisionLead.Opens(line.Text[mark.TextAt..])) break;
            else if (PersonNames.IsName(line.Text) || PersonNames.IsTitle(line.Text)) break;
            else items.Add(mark.Kind is ListMarkKind.None ? line.Text : line.Text[mark.TextAt..]);
            before = line;
        }

        return items.Where(item => item.Length <= MaxLength).Select(item => Folded.Blanks(item)).ToList();
    }

    /// <summary>A line with a capital goes on only from one into which its first word would not have fitted.</summary>
    private static bool GoesOn(Line before, Line line, ListMark mark, int width) =>
        (!line.Gap || line.AfterBreak) && mark.Kind is ListMarkKind.None && !before.Text.EndsWith('.')
        && (line.StartsLower || (before.Text.Length + 1 + FirstWord(line.Text) >= width && !FileEnd().IsMatch(before.Text) && !IsDocument(line, mark)));

    private static int FirstWord(string line) => line.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? end : line.Length;

    /// <summary>A sentence that tells something names no document.</summary>
    private static bool IsProse(Line line, ListMark mark) =>
        mark.Kind is ListMarkKind.None && line.Text.Length > 50 && Told().IsMatch(line.Text) && !FileEnd().IsMatch(line.Text);

    [GeneratedRegex(@"\b(?:förklarar|finner|ställer|konstaterar|yrkar|beslutar|beslutade|lämnar|redogör|informerar|föreslår)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Told();

    [GeneratedRegex(@"\A(?:Ja|JA)\s?:?\s?\d{1,3}\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex VoteCount();

    private static bool IsDocument(Line line, ListMark mark) =>
        mark.Kind is ListMarkKind.Bullet or ListMarkKind.Number
            || DocumentWord().IsMatch(line.Text.AsSpan(0, Math.Min(120, line.Text.Length))) || FileEnd().IsMatch(line.Text);

    [GeneratedRegex(@"\.(?:docx?|pdf|xlsx?|pptx?|odt|rtf|msg|jpg|txt)\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FileEnd();

    [GeneratedRegex(
        @"\A(?:\p{Lu}[\p{L}-]*\s){0,4}?(?:Bilag|Tjänst|tjänst|Protokoll|protokoll|Yttrande|yttrande|Skrivelse|skrivelse|Rapport|rapport|Slutrapport|Förslag|förslag|Remiss" +
        @"|remiss|Motion|motion|Karta|karta|Avtal|avtal|Budget|Ansökan|Beslut|Överenskommelse|Reglemente|Delegation|Sammanst|Utdrag|Handling|PM|Program|Plan|Policy|Riktlinje" +
        @"|Yrkande|Tilläggsyrkande|E-post|Brev|Kostnad|Kalkyl|Underlag|Detaljplan|Samråd|Granskning|Revision|Årsredovisning|Delårs|Utredning|Medborgarförslag|Interpellation" +
        @"|Enkel fråga|Utvärdering|Förstudie|Analys|Uppföljning|Anmälan|Begäran|Offert|Tidplan|Statistik|Kartläggning|Ritning|Situationsplan|Inbjudan|Medborgar|Svar|Taxa" +
        @"|Regler|Remissvar|Checklista|Ekonomisk|Arbetsutskott" +
        @"|[\p{L}-]+(?:plan|rapport|skrivelse|yttrande|utlåtande|beskrivning|förslag|redovisning|förteckning|beräkning|beslut|remiss|avtal|karta|ritning|kalkyl|protokoll|lista" +
        @"|taxa|policy|program|kontrakt|överenskommelse|underlag|bilaga|budget)\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex DocumentWord();
}
