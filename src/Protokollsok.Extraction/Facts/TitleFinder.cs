using System.Text.RegularExpressions;
using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>Finds the title: of an extract its section's, of a letter the first lines that say what it is about.</summary>
internal static partial class TitleFinder
{
    private const int MaxLines = 5;
    private const int MaxLength = 300;

    public static string? Find(MinutesText minutes, DocumentType type, IReadOnlyList<HeadSegment> head, IReadOnlyList<SectionTitle> sections)
    {
        if (type is DocumentType.Protokoll && HeadWord(head) is { } word) return word;
        if (type is DocumentType.Protokollsutdrag) return sections.Count > 0 ? sections[0].Title : null;
        var lines = minutes.Lines.TakeWhile(line => line.Heading is null or { Kind: HeadingKind.Formalities }
            && (sections.Count == 0 || line.Index < sections[0].Head.Line.Index)).Take(20).ToList();
        var addressee = type is DocumentType.Tjansteskrivelse ? lines.FindIndex(line => Addressee().IsMatch(line.Text)) : -1;
        if (addressee >= 0 && lines.Skip(addressee + 1).Any(IsTitle)) lines.RemoveRange(0, addressee + 1);
        if (type is not (DocumentType.Protokoll or DocumentType.Kallelse)) lines = WithoutAddresses(lines);
        var first = lines.FindIndex(line => type is DocumentType.Protokoll or DocumentType.Kallelse ? KindWord().IsMatch(line.Text)
            : IsTitle(line));
        if (type is DocumentType.Kallelse && lines.FindIndex(line => line.Text.StartsWith("Kallelse till ", StringComparison.OrdinalIgnoreCase)) is >= 0 and var called)
            first = called;
        if (first < 0) return null;
        if (type is DocumentType.Kallelse && KindAlone().Match(DocumentTypeFinder.WithoutSender().Replace(lines[first].Text, "")) is { Success: true } kind) return kind.Value;
        var title = lines.Skip(first).TakeWhile((line, i) => i == 0 || (!line.Gap && i < MaxLines && GoesOn(line, minutes)))
            .Select(line => line.Text);
        var joined = Folded.Blanks(string.Join(' ', type is DocumentType.Protokoll or DocumentType.Kallelse ? title.Take(1) : title));
        return joined.Length <= MaxLength ? joined : joined[..MaxLength];
    }

    /// <summary>A title goes on in small letters, or where its next word would not have fitted.</summary>
    private static bool GoesOn(Line line, MinutesText minutes) =>
        line.StartsLower ? line.Heading is null && line.Text.Length <= MaxLength : IsTitle(line) && !KindLine().IsMatch(line.Text) && (!minutes.IsBrokenEarly(line) || Suspended().IsMatch(minutes.Lines[line.Index - 1].Text));

    /// <summary>A line that no title ends with.</summary>
    [GeneratedRegex(@"(?:[-–:,]|\b(?:i|av|för|om|till|och|med|på|från|vid|samt|mellan|inom|enligt|den|kv|kvarteret|fastigheten))\z", RegexOptions.CultureInvariant)]
    private static partial Regex Suspended();

    /// <summary>Without the blocks of lines that hold a post code: to whom the letter goes.</summary>
    private static List<Line> WithoutAddresses(List<Line> lines)
    {
        var kept = new List<Line>();
        for (var i = 0; i < lines.Count;)
        {
            var end = i + 1;
            while (end < lines.Count && !lines[end].Gap) end++;
            var post = lines.FindLastIndex(end - 1, end - i, line => PostTown().IsMatch(line.Text));
            kept.AddRange(lines.Take(end).Skip(post < 0 ? i : post + 1));
            i = end;
        }

        return kept;
    }

    [GeneratedRegex(@"\A(?:SE?-)?\d{3}\s?\d{2}\s{1,2}\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex PostTown();

    /// <summary>What kind of paper it is, or its month, below the title.</summary>
    [GeneratedRegex(@"\A(?:[Rr]evisionsrapport|[Rr]apport|[Ss]lutrapport|[Pp]romemoria|PM|\p{L}+ (?:19|20)\d\d|[Vv]ersion .{1,12})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex KindLine();

    [GeneratedRegex(@"\A(?:KALLELSE|Kallelse|FÖREDRAGNINGSLISTA|Föredragningslista|DAGORDNING|Dagordning|ÄRENDELISTA|Ärendelista)(?:\s?/\s?\p{L}+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex KindAlone();

    /// <summary>The word in the head that says that these are minutes; letterspaced it is closed up.</summary>
    private static string? HeadWord(IReadOnlyList<HeadSegment> head)
    {
        foreach (var segment in head)
            if (MinutesWord().Match(segment.Text) is { Success: true } match)
                return match.Value.Contains(' ') && !match.Value.Any(char.IsDigit) ? match.Value.Replace(" ", "", StringComparison.Ordinal) : match.Value;
        return null;
    }

    [GeneratedRegex(
        @"(?<!\p{L})(?:P ?R ?O ?T ?O ?K ?O ?L ?L|S ?A ?M ?M ?A ?N ?T ?R ?Ä ?D ?E ?S ?P ?R ?O ?T ?O ?K ?O ?L ?L|[Pp]rotokoll|[Ss]ammanträdesprotokoll)(?!\p{L})(?:\s(?:nr|NR|Nr)\.?\s\d{1,3}(?:[/:-]\d{2,4})?)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex MinutesWord();

    private static bool IsTitle(Line line) =>
        line.Heading is null && line.Text.Length <= MaxLength && char.IsLetter(line.Text[0]) && line.Text.Length >= 4
            && !BoardNames.IsName(line.Text) && !Label().IsMatch(line.Text) && !PersonNames.IsName(line.Text)
            && !(line.Text.Length < 40 && PersonNames.IsTitle(line.Text))
        && line.Text.Count(char.IsLetter) * 5 > line.Text.Length * 2;

    [GeneratedRegex(@"\A(?:Till|TILL)(?:\s[\p{L},-]+){1,6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Addressee();

    [GeneratedRegex(
        @"\A(?:Till\s|TILL\s|Till:?\z|TILL:?\z|[Bb]ilaga\s\d|BILAGA\s\d|[Bb]ilaga\z|BILAGA\z|\p{Lu}[\p{L}-]+(?:\s\p{L}+)?\skommun\s[–-]\s\p{L}|[Tt]jänsteskrivelse" +
        @"|TJÄNSTESKRIVELSE|[Tt]jänsteutlåtande|TJÄNSTEUTLÅTANDE|Datum|Dnr|DNR|Diarie|Handläggare|Vår\s|Er\s|Sida\s|Beteckning|Ärendenummer|Telefon|E-post|\S+@" +
        @"|[\p{L}-]+(?:förvaltningen|kontoret|avdelningen|enheten|\sstab)\s*\z|[\p{L}-]+(?:\s\p{L}+)?\s(?:kommun|stad)\z|(?:Region|Landstinget)\s\p{L}+\z" +
        @"|.*   .*\d{4}-\d\d-\d\d|.*\b(?:Dnr|Diarienummer|Diarienr|Ärendenummer|Beteckning)\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(
        @"protokoll|kallelse|föredragningslista|dagordning|PROTOKOLL|KALLELSE|FÖREDRAGNINGSLISTA|Protokoll|Kallelse|Föredragningslista|Dagordning",
        RegexOptions.CultureInvariant)]
    private static partial Regex KindWord();
}
