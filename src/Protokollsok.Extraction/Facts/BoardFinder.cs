using System.Text.RegularExpressions;
using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>Finds the document's board: whose minutes they are, or to whom the letter goes.</summary>
internal static partial class BoardFinder
{
    public static Found<string>? Find(MinutesText minutes, IReadOnlyList<HeadSegment> head, IReadOnlyList<SectionHead> sections) =>
        FromAddressee(minutes, head) ?? FromHead(minutes, head) ?? FromPageHeads(minutes) ?? FromHeadings(minutes) ?? FromUnit(minutes, sections)
            ?? FromRepeatedLines(minutes);

    private static Found<string>? FromAddressee(MinutesText minutes, IReadOnlyList<HeadSegment> head)
    {
        foreach (var segment in head)
            if (Addressee().Match(segment.Text) is { Success: true } match && BoardNames.EndsAsBoard(match.Groups["board"].Value))
                return Found(minutes, segment, match.Groups["board"]);
        return null;
    }

    private static Found<string>? FromHead(MinutesText minutes, IReadOnlyList<HeadSegment> head)
    {
        foreach (var segment in head)
            if (BoardNames.IsName(segment.Text)) return minutes.Found(BoardNames.BaseForm(segment.Text), [segment.Place]);
            else if (BesideDate().Match(segment.Text) is { Success: true } row && BoardNames.IsName(row.Groups["board"].Value))
                return Found(minutes, segment, row.Groups["board"]);
        foreach (var segment in head.Where(segment => segment.Text.Length < 120))
            if (NamedWithMore().Match(LowerCase(segment.Text)) is { Success: true } match) return Found(minutes, segment,
                match.Groups["board"]);
        return null;
    }

    /// <summary>The furniture names the board again and again: whose pages these are, whatever the text speaks of.</summary>
    private static Found<string>? FromPageHeads(MinutesText minutes)
    {
        var names = minutes.Pages.SelectMany(page => page.Furniture.Select(span => new Place(page.Number, span.Start, span.Length)))
            .Where(place => place.Length < 80).Select(place => (Place: place, Text: minutes.PageText(place)))
            .Where(line => BoardNames.IsName(line.Text)).GroupBy(line => BoardNames.BaseForm(line.Text)).ToList();
        var most = names.MaxBy(group => group.Count());
        return most?.Count() >= 2 ? minutes.Found(most.Key, [most.First().Place]) : null;
    }

    /// <summary>Of headings like <c>Omsorgsnämndens beslut</c>, before those that only propose to a board.</summary>
    private static Found<string>? FromHeadings(MinutesText minutes)
    {
        var named = minutes.Lines.Where(line =>
            line.Heading?.DecidedBy is not null and not "Nämnden" and not "Styrelsen" and not "Utskottet").ToList();
        var line = named.FirstOrDefault(line => line.Heading!.Kind is HeadingKind.Decision) ?? named.FirstOrDefault();
        if (line is null) return null;
        var mention = BoardNames.Mention().Matches(LowerCase(line.Text)).Select(match => match.Groups["board"])
            .FirstOrDefault(board => BoardNames.BaseForm(board.Value) == line.Heading!.DecidedBy);
        return mention is null ? null : minutes.Found(line.Heading!.DecidedBy!, line.Start + mention.Index, Trimmed(mention));
    }

    private static Found<string>? FromUnit(MinutesText minutes, IReadOnlyList<SectionHead> sections)
    {
        var head = sections.FirstOrDefault(head => head.Unit is "KS" or "KF" or "Ks" or "Kf");
        return head is null ? null
            : minutes.Found(BoardNames.BaseForm(head.Unit), head.Line.Start + head.Line.Text.IndexOf(head.Unit, StringComparison.Ordinal),
                head.Unit.Length);
    }

    /// <summary>A name that stands on lines of its own again and again: a page head in a text that lost its page breaks.</summary>
    private static Found<string>? FromRepeatedLines(MinutesText minutes)
    {
        var most = minutes.Lines.Where(line => BoardNames.IsName(line.Text)).GroupBy(line => BoardNames.BaseForm(line.Text))
            .MaxBy(group => group.Count());
        return most?.Count() >= 2 ? minutes.Found(most.Key, most.First().Start, most.First().Text.Length) : null;
    }

    private static Found<string> Found(MinutesText minutes, HeadSegment segment, Group board) =>
        minutes.Found(BoardNames.BaseForm(segment.Text.Substring(board.Index, board.Length)),
            [new Place(segment.Page, segment.Start + board.Index, Trimmed(board))]);

    /// <summary>Without the genitive's s.</summary>
    private static int Trimmed(Group board) =>
        board.Value.EndsWith("ens", StringComparison.Ordinal) || board.Value.EndsWith("ets", StringComparison.Ordinal)
            || board.Value.EndsWith("tiges", StringComparison.Ordinal) ? board.Length - 1 : board.Length;

    /// <summary>A line in capitals is compared in small letters; positions stay.</summary>
    private static string LowerCase(string line) => line.Any(char.IsLower) ? line : line.ToLowerInvariant();

    [GeneratedRegex(@"\A(?:Till|TILL)\s(?<board>[\p{L},-]+(?:\s[\p{L},-]+){0,5})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Addressee();

    /// <summary>A page head whose columns stand one blank apart: <c>Kommunstyrelsen Sammanträdesdatum 2021-03-09</c>.</summary>
    [GeneratedRegex(
        @"\A(?<board>\p{L}[\p{L},-]*(?:\s[\p{L},-]+){0,6}?)\s+(?:(?:[Ss]ammantr.des|SAMMANTR.DES|[Pp]rotokoll|PROTOKOLL|Dnr|Datum|Sida|Blad)\p{L}*|(?:19|20)?\d\d[ -]?\d\d[ -]?\d\d\b)(?:\s.{0,60})?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex BesideDate();

    /// <summary>A board with what a head says beside it: date, <i>protokoll</i>, <i>kallelse till</i>.</summary>
    [GeneratedRegex(
        @"\A(?:(?:\p{L}+kommuns?|\p{L}+\skommuns?|[Pp]rotokoll|[Ss]ammanträdesprotokoll|[Pp]rotokollsutdrag|[Kk]allelse|[Uu]tdrag|fört|[–-]|[Pp]rotokoll,|hållet|hållna" +
        @"|köpings?|vid|ur|från|ordinarie|extra|sammanträden|möte|för|med|till|i|ledamöter|och|ersättare|sammanträde)\s){0,8}" + BoardNames.Pattern + @"(?:\s|[,:;(]|\z)(?![a-zåäö]{2,}\s[a-zåäö]{2,}\s[a-zåäö]{2,}\s[a-zåäö]{2,}\s[a-zåäö])",
        RegexOptions.CultureInvariant)]
    private static partial Regex NamedWithMore();
}
