using System.Text.RegularExpressions;
using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>
/// Finds what is no content: page marks, heads repeated at the top of pages, signature rows, ruled lines. Only whole lines; one span a
/// line.
/// </summary>
internal static partial class FurnitureFinder
{
    /// <summary>A head is at most so many lines deep.</summary>
    private const int HeadLines = 8;
    /// <summary>So many of a page's last lines may be its foot.</summary>
    private const int FootLines = 4;

    /// <summary>A sender's addresses are at most so many lines.</summary>
    private const int SenderLines = 11;

    private const int MaxLength = 160;

    /// <summary>The heads of short documents are compared each with each; long ones repeat each head often enough without a misread letter.</summary>
    private const int MostCompared = 200;

    /// <summary>The pages with their furniture; what a page already claims as furniture stays.</summary>
    public static IReadOnlyList<PageRecord> Mark(IReadOnlyList<PageRecord> pages)
    {
        var sheets = pages.Select(page => SheetsOf(LinesOf(page.Text))).ToList();
        var all = sheets.SelectMany(page => page).ToList();
        var repeated = RepeatedHeads(all);
        repeated.UnionWith(RepeatedFeet(all));
        return pages.Select((page, i) => page with { Furniture = FurnitureOf(sheets[i], repeated, page.Furniture) }).ToList();
    }

    private static List<TextSpan> FurnitureOf(List<Sheet> sheets, HashSet<string> repeated, IReadOnlyList<TextSpan> known)
    {
        var spans = new List<TextSpan>(known);
        foreach (var sheet in sheets)
        {
            if (IsSender(sheet))
            {
                spans.AddRange(sheet.Select(line => new TextSpan(line.Start, line.Text.Length)));
                continue;
            }

            var heads = sheet.Heads.Where(line => IsRepeated(line.Text, repeated)).Select(line => line.Start).ToHashSet();
            heads.UnionWith(MarkedHeads(sheet, heads));
            heads.UnionWith(sheet.TakeLast(FootLines).Where(line => (IsFoot(line.Text) && IsRepeated(line.Text, repeated)) || SignatureRow.IsMisread(line.Text)).Select(line => line.Start));
            spans.AddRange(ColumnsOf(sheet, heads));
            spans.AddRange(sheet.Where((line, i) => heads.Contains(line.Start) || IsFurniture(line.Text) || IsAtFoot(sheet, i)
                || (IsAtEdge(sheet, i) && BareNumber().IsMatch(line.Text)))
                    .Select(line => new TextSpan(line.Start, line.Text.Length)));
        }

        return spans.Distinct().OrderBy(span => span.Start).ToList();
    }

    /// <summary>A text file may hold many printed pages in one; a page mark on a line of its own begins the next sheet.</summary>
    private static List<Sheet> SheetsOf(List<PageLine> lines)
    {
        var sheets = new List<Sheet> { new() };
        foreach (var line in lines)
        {
            if (sheets[^1].Count > 0 && line.Text.Length <= MaxLength && BeginsSheet(line.Text)) sheets.Add(new Sheet());
            sheets[^1].Add(line);
        }

        return sheets;
    }

    private static bool BeginsSheet(string line) => IsPageMark(line) || (line[^1] == ')' && PageMarkInColumn().IsMatch(line));

    private static bool IsPageMark(string line) =>
        line[^1] is (>= '0' and <= '9') or ')' or '-' or '–' or '—' && line.AsSpan().ContainsAnyInRange('0', '9') && PageMark().IsMatch(line);

    /// <summary>
    /// Dates and case numbers that stand in a page's head beside a page mark are of the head, though they do not repeat: an extract of one
    /// page has its head once.
    /// </summary>
    private static HashSet<int> MarkedHeads(Sheet lines, HashSet<int> repeated)
    {
        var head = lines.Heads;
        var last = head.FindLastIndex(line => repeated.Contains(line.Start) || PageMarkInRow().IsMatch(line.Text)
            || MeetingDateRow().IsMatch(line.Text));
        if (last >= 0 && last + 1 < head.Count && DatedTitle().IsMatch(head[last + 1].Text)) last++;
        return head.Take(last + 1).Where(line => BareDate().IsMatch(line.Text) || PageMarkInRow().IsMatch(line.Text) || (repeated.Count > 0 && DatedTitle().IsMatch(line.Text)))
            .Select(line => line.Start).ToHashSet();
    }

    /// <summary>A page mark with nothing but the sender's addresses below it: a foot that was read from its top.</summary>
    private static bool IsSender(Sheet sheet) =>
        sheet.Count is >= 3 and <= SenderLines && PageMark().IsMatch(sheet[0].Text) && sheet.All(line => line.Text.Length <= 100 && line.Text[^1] != '.')
        && sheet.Count(line => Contact().IsMatch(line.Text)) >= 3;

    /// <summary>Only there a number by itself is the page's; elsewhere it may be of a table.</summary>
    private static bool IsAtEdge(Sheet sheet, int index) =>
        index < 2 || index == sheet.Count - 1
        || (index == sheet.Count - 2 && (IsFurniture(sheet[^1].Text) || Contact().IsMatch(sheet[^1].Text)));

    /// <summary>The sender's address and telephone in a page's last lines, and the specks that a scanner sees around a signature row.</summary>
    private static bool IsAtFoot(Sheet sheet, int index)
    {
        if (index < Math.Max(1, sheet.Count - FootLines)) return false;
        var line = sheet[index].Text;
        return (line.Length <= MaxLength && Contact().Count(line) >= 2)
            || (line.Length <= 2 && !line.Any(char.IsAsciiDigit) && (index == sheet.Count - 1 || IsFurniture(sheet[index + 1].Text)));
    }

    private static bool IsFurniture(string line) =>
        line.Length <= MaxLength && (IsRuled(line) || IsPageMark(line)
            || (line.AsSpan().ContainsAny('§', '$') && ContinuedHead().IsMatch(line)) || SignatureRow.Is(line)
            || (line[0] is 'S' or 's' or 'P' && MeetingDateRow().IsMatch(line)));

    /// <summary>A line of dots, dashes or underscores, with at most a few stray letters from a signature.</summary>
    private static bool IsRuled(string line)
    {
        int ruled = 0, others = 0;
        foreach (var letter in line)
            if (letter is '-' or '_' or '.' or '=' or '…' or '—' or '–' or '|' or '+') ruled++;
            else if (!char.IsWhiteSpace(letter) && ++others > MaxLength / 9) return false;
        return ruled >= 3 && ruled >= (ruled + others) * 9 / 10;
    }

    /// <summary>Lines at the top of at least a third of the pages, and of two at least.</summary>
    private static HashSet<string> RepeatedHeads(List<Sheet> pages)
    {
        var heads = pages.Select(page => page.Heads.Select(line => Key(line.Text)).Where(key => key.Length > 2).ToHashSet()).ToList();
        var counts = heads.SelectMany(keys => keys).CountBy(key => key).ToDictionary();
        var enough = Math.Max(2, pages.Count(page => page.Count > 0) / 3);
        return counts.Where(pair => pair.Value >= enough
            || (counts.Count <= MostCompared && !DecisionLead.Opens(pair.Key) && !IsClause(pair.Key) && heads.Count(keys => keys.Any(key => NearText.IsNear(key, pair.Key))) >= enough)).Select(pair => pair.Key).ToHashSet();
    }

    /// <summary>What is decided may stand at the top of two pages in nearly the same words.</summary>
    private static bool IsClause(string line) => line.StartsWith("att ", StringComparison.OrdinalIgnoreCase) || line.EndsWith(',') || line.EndsWith('.');

    private static bool IsRepeated(string line, HashSet<string> repeated) =>
        Key(line) is var key && (repeated.Contains(key) || repeated.Any(other => NearText.IsNear(key, other)));

    /// <summary>What at least half of the pages, and two at least, say at their foot about how they were signed; a third, where it is a
    /// signing service that says so.</summary>
    private static IEnumerable<string> RepeatedFeet(List<Sheet> pages)
    {
        var sheets = pages.Count(page => page.Count > 0);
        return pages.SelectMany(page => page.TakeLast(FootLines).Where(line => IsFoot(line.Text)).Select(line => Key(line.Text)).Distinct())
            .GroupBy(key => key).Where(group => group.Count() >= Math.Max(2, IsOfService(group.Key) ? sheets / 3 : (sheets + 1) / 2)).Select(group => group.Key);
    }

    private static bool IsOfService(string foot) => Array.Exists(Services, word => foot.Contains(word, StringComparison.Ordinal));

    private static readonly string[] Services = ["digital", "elektronisk", "transaktion", "verifi"];

    /// <summary>A line about signing that is no sentence: <c>Paragrafen justeras omedelbart.</c> is decided, on however many pages.</summary>
    private static bool IsFoot(string line) =>
        line.Length <= MaxLength && FootWord().IsMatch(line) && !(line[^1] == '.' && line.Count(letter => letter == ' ') >= 2)
        && !line.Contains("omedelbart", StringComparison.OrdinalIgnoreCase) && !DecisionLead.Opens(line);

    /// <summary>A head in a column of its own, beside which the text of the page already goes on.</summary>
    private static IEnumerable<TextSpan> ColumnsOf(Sheet sheet, HashSet<int> heads)
    {
        var isDated = false;
        foreach (var line in sheet.Take(HeadLines).Where(line => line.Text.Length <= MaxLength && !heads.Contains(line.Start)))
        {
            if (LastColumn().Match(line.Text) is not { Success: true } column) continue;
            var isLabel = HeadColumn().IsMatch(column.Groups["last"].ValueSpan);
            if (isLabel || (isDated && BareDate().IsMatch(column.Groups["last"].ValueSpan)))
                yield return new TextSpan(line.Start + column.Groups["last"].Index, column.Groups["last"].Length);
            isDated |= isLabel;
        }
    }

    private static IEnumerable<PageLine> HeadsOf(Sheet page) =>
        page.Take(HeadLines).TakeWhile(line => line.Text.Length <= MaxLength && !IsSectionHead(line.Text)
            && HeadingReader.Read(line.Text) is null or { Kind: HeadingKind.Formalities });

    /// <summary>A head without its numbers: page marks and dates change from page to page.</summary>
    private static string Key(string line)
    {
        var letters = Folded.Letters(line);
        if (!letters.AsSpan().ContainsAnyInRange('0', '9')) return letters;
        var key = string.Concat(letters.Where(letter => !char.IsAsciiDigit(letter)));
        return key.Length > 2 ? key : letters;
    }

    private static List<PageLine> LinesOf(string text)
    {
        var lines = new List<PageLine>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            var line = text.AsSpan(start, end - start);
            var indented = line.TrimStart();
            if (indented.Length > 0) lines.Add(new PageLine(start + line.Length - indented.Length, indented.TrimEnd().ToString()));
            start = end + 1;
        }

        return lines;
    }

    private sealed record PageLine(int Start, string Text);

    /// <summary>The lines of one printed page, and those at its top that may be its head.</summary>
    private sealed class Sheet : List<PageLine>
    {
        private List<PageLine>? _heads;

        public List<PageLine> Heads => _heads ??= [.. HeadsOf(this)];
    }

    [GeneratedRegex(
        @"\A[-–— ]*(?:(?:[Ss]ida|SIDA|[Bb]lad|BLAD|[Ss]id\.?|[Ss]idnr|[Bb]l\.?)\s?:?\s?\d{1,4}(?:\s?(?:\(\d{1,4}\)|/\s?\d{1,4}|av\s\d{1,4}))?|\d{1,4}\s?\(\s?\d{1,4}\s?\)|[-–—]\s?\d{1,4}\s?[-–—])[-–— ]*\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PageMark();

    /// <summary>A section's head, with its unit or without: <c>§ 31</c>, <c>KSAU § 120</c>.</summary>
    private static bool IsSectionHead(string line)
    {
        var at = 0;
        while (at < line.Length && at < 9 && char.IsLetter(line[at])) at++;
        if (at > 0 && at < line.Length && line[at] == ' ') at++;
        return at < line.Length && (line[at] is '§' or '$' || (at > 0 && char.IsAsciiDigit(line[at]) && SectionFinder.UnitHead().IsMatch(line)));
    }

    /// <summary>A section that goes on on the next page is named once more: <c>BUN § 16 (forts.)</c>.</summary>
    [GeneratedRegex(@"\A(?:\p{L}{1,8}\s)?[§$]\s?\d{1,4}(?:/\d\d)?[\s,–-]{0,4}\(?(?:forts?\b|[Ff]ortsättning|FORTS\b).{0,60}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ContinuedHead();

    [GeneratedRegex(@"\S\s{3,}(?<last>\S+(?:\s\S+){0,4})\z", RegexOptions.CultureInvariant)]
    private static partial Regex LastColumn();

    [GeneratedRegex(
        @"\A(?:[Ss]ammantr.desdatum|SAMMANTR.DESDATUM|(?:SAMMANTR.DES)?PROTOKOLL|[Ss]ammantr.desprotokoll|(?:[Ss]ida|[Bb]lad)\s\d{1,4}(?:\s?\(\d{1,4}\)|/\d{1,4}|\sav\s\d{1,4})?)\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex HeadColumn();

    [GeneratedRegex(@"justera|signer|signat|elektronisk|digital|verifi|transaktion|dokumentet", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FootWord();

    /// <summary>In the last column of a head that begins the page.</summary>
    [GeneratedRegex(@"\A(?:\p{L}[\p{L}/ .-]{0,80})?\s{3,}(?:[Ss]ida?\s|[Bb]lad\s)?\d{1,4}\s?\(\s?\d{1,4}\s?\)\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PageMarkInColumn();

    [GeneratedRegex(@"\A\d{1,3}\.?\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BareNumber();

    /// <summary>What the second and later pages say in their head: <c>Protokoll den 13 september 1967</c>.</summary>
    [GeneratedRegex(
        @"\A(?:Protokoll|PROTOKOLL|Sammanträdesprotokoll|Sammanträde" +
        @"|Forts\.? protokoll)\s(?:fört\s)?(?:(?:vid|från)\s(?:sammanträde\s)?)?(?:den\s)?\d{1,4}[-\s/]\S{1,9}[-\s/]\d{2,4}\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DatedTitle();

    [GeneratedRegex(
        @"\s{2,}(?:[Ss]ida?\s|[Bb]lad\s)?\d{1,4}\s?\(\s?\d{1,4}\s?\)\z|\b(?:Sida|Blad)\s\d{1,4}(?:\s?\(\d{1,4}\)|/\d{1,4})?\z|\s\d{1,3}\s\(\d{1,3}\)\z|\A\d{1,3}\s?\(\d{1,3}\)\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PageMarkInRow();

    [GeneratedRegex(
        @"\A(?:(?:SAMMANTR.DES)?PROTOKOLL\s+|[Ss]ammantr.desprotokoll\s+|Protokoll\s+)?(?:[Ss]ammantr.desdatum|SAMMANTR.DESDATUM|[Ss]ammantr.desdag)(?:\s|:|Sida|Blad|[Pp]aragraf|\d|[-()/]){0,60}\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MeetingDateRow();

    [GeneratedRegex(
        @"\A(?:[Dd]atum:?\s*)?(?:\d{4}-\d\d-\d\d|\d\d-\d\d-\d\d|\d{6}|\d\d \d\d \d\d)(?:\s+.{0,60})?\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BareDate();

    /// <summary>What a sender's line holds: a post town, a telephone, an address on the net.</summary>
    [GeneratedRegex(
        @"\b\d{3} \d{2} \p{Lu}\p{L}+|\b(?:[Tt]elefon|[Tt]fn|[Tt]el\.|[Vv]äxel|[Ff]ax|[Oo]rg\.? ?(?:nr|nummer)|[Pp]lusgiro|[Bb]ankgiro|[Pp]ostadress|[Bb]esöksadress)\b|\S@\S+\.\p{L}{2}|\bwww\.",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Contact();
}
