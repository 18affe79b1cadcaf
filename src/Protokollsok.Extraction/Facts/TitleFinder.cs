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
        var first = lines.FindIndex(line => type is DocumentType.Protokoll or DocumentType.Kallelse ? KindWord().IsMatch(line.Text)
            : IsTitle(line));
        if (type is DocumentType.Kallelse && lines.FindIndex(line => line.Text.StartsWith("Kallelse till ", StringComparison.OrdinalIgnoreCase)) is >= 0 and var called)
            first = called;
        if (first < 0) return null;
        var title = lines.Skip(first).TakeWhile((line, i) => i == 0 || (!line.Gap && i < MaxLines && IsTitle(line)))
            .Select(line => line.Text);
        var joined = Folded.Blanks(string.Join(' ', type is DocumentType.Protokoll or DocumentType.Kallelse ? title.Take(1) : title));
        return joined.Length <= MaxLength ? joined : joined[..MaxLength];
    }

    /// <summary>The word in the head that says that these are minutes; letterspaced it is closed up.</summary>
    private static string? HeadWord(IReadOnlyList<HeadSegment> head)
    {
        foreach (var segment in head)
            if (MinutesWord().Match(segment.Text) is { Success: true } match)
                return match.Value.Contains(' ') ? match.Value.Replace(" ", "", StringComparison.Ordinal) : match.Value;
        return null;
    }

    [GeneratedRegex(
        @"(?<!\p{L})(?:P ?R ?O ?T ?O ?K ?O ?L ?L|S ?A ?M ?M ?A ?N ?T ?R ?Ä ?D ?E ?S ?P ?R ?O ?T ?O ?K ?O ?L ?L|[Pp]rotokoll|[Ss]ammanträdesprotokoll)(?!\p{L})",
        RegexOptions.CultureInvariant)]
    private static partial Regex MinutesWord();

    private static bool IsTitle(Line line) =>
        line.Heading is null && line.Text.Length <= MaxLength && char.IsLetter(line.Text[0]) && line.Text.Length >= 4
            && !BoardNames.IsName(line.Text) && !Label().IsMatch(line.Text) && !PersonNames.IsName(line.Text)
            && !(line.Text.Length < 40 && PersonNames.IsTitle(line.Text))
        && line.Text.Count(char.IsLetter) * 2 > line.Text.Length;

    [GeneratedRegex(@"\A(?:Till|TILL)(?:\s[\p{L},-]+){1,6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Addressee();

    [GeneratedRegex(
        @"\A(?:Till\s|TILL\s|[Tt]jänsteskrivelse|TJÄNSTESKRIVELSE|[Tt]jänsteutlåtande|TJÄNSTEUTLÅTANDE|Datum|Dnr|DNR|Diarie|Handläggare|Vår\s|Er\s|Sida\s|Beteckning|Ärendenummer|Telefon|E-post|\S+@|[\p{L}-]+(?:förvaltningen|kontoret|avdelningen|enheten|\sstab)\s*\z|[\p{L}-]+(?:\s\p{L}+)?\s(?:kommun|stad)\z|(?:Region|Landstinget)\s\p{L}+\z|.*   .*\d{4}-\d\d-\d\d|.*\b(?:Dnr|Diarienummer|Diarienr|Ärendenummer|Beteckning)\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(
        @"protokoll|kallelse|föredragningslista|dagordning|PROTOKOLL|KALLELSE|FÖREDRAGNINGSLISTA|Protokoll|Kallelse|Föredragningslista|Dagordning",
        RegexOptions.CultureInvariant)]
    private static partial Regex KindWord();
}
