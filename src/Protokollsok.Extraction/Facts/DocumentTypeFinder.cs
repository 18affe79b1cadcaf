using System.Globalization;
using System.Text.RegularExpressions;
using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>Tells what kind of document it is: from the word in its head, else from its build.</summary>
internal static partial class DocumentTypeFinder
{
    /// <summary>More sections than that are no extract.</summary>
    private const int ExtractSections = 2;

    /// <summary>What the head says by itself; <see cref="DocumentType.Ovrigt"/> if nothing.</summary>
    public static DocumentType FromHead(IReadOnlyList<HeadSegment> head)
    {
        foreach (var segment in head.Where(segment => segment.Page == head[0].Page && segment.Text.Length < 90))
            if (OfWord(Folded.Letters(segment.Text)) is { } type) return type;
        return DocumentType.Ovrigt;
    }

    public static DocumentType Find(DocumentType fromHead, MinutesText minutes, IReadOnlyList<Block> blocks, int sections)
    {
        var hasCover = minutes.Lines.Take(60)
            .Count(line => line.Heading is { Kind: HeadingKind.Formalities } && CoverLabel().IsMatch(line.Text)) >= 2;
        if (fromHead is DocumentType.Protokoll)
            return hasCover || sections > ExtractSections || sections == 0 || (IsSigned(minutes) && !IsCertified(minutes)) || IsOpened(minutes)
                ? DocumentType.Protokoll : DocumentType.Protokollsutdrag;
        if (fromHead is not DocumentType.Ovrigt) return fromHead;
        if (hasCover && sections > 0) return DocumentType.Protokoll;
        if (sections > 0) return sections <= ExtractSections ? DocumentType.Protokollsutdrag : DocumentType.Protokoll;
        return blocks.Any(block => block.Heading?.Kind is HeadingKind.Proposal) ? DocumentType.Tjansteskrivelse : DocumentType.Ovrigt;
    }

    /// <summary>The secretary's and the adjuster's own signatures end whole minutes, however short.</summary>
    private static bool IsSigned(MinutesText minutes) => minutes.Lines.TakeLast(30).Any(line => Signed().IsMatch(line.Text));

    /// <summary>An extract is certified as one, or its pages count further than the document has any.</summary>
    private static bool IsCertified(MinutesText minutes) =>
        minutes.Lines.TakeLast(30).Any(line => Certified().IsMatch(line.Text))
        || minutes.Pages.Any(page => PageOf().Match(page.Text.Length > 2_000 ? page.Text[..2_000] : page.Text) is { Success: true } mark
            && mark.Groups["of"].Value.TrimStart('0') != "1" && int.Parse(mark.Groups["of"].ValueSpan, CultureInfo.InvariantCulture) > minutes.Pages.Count + 1
            && minutes.Pages.Count < 3);

    private static bool IsOpened(MinutesText minutes) => minutes.Lines.Any(line => line.Text.Length < 80 && Opened().IsMatch(line.Text));

    [GeneratedRegex(@"\A(?:Vid protokollet|Justera[st]\b|Justerat)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Signed();

    [GeneratedRegex(@"\b(?:[Rr]ätt (?:utdraget|avskrivet|utdrag)|[Uu]tdrag(?:et|ets riktighet) (?:bestyrk|intyg)|[Bb]estyrk(?:es|s)|[Ii] tjänsten)", RegexOptions.CultureInvariant)]
    private static partial Regex Certified();

    [GeneratedRegex(@"\b\d{1,3}\s?\((?<of>\d{1,3})\)", RegexOptions.CultureInvariant)]
    private static partial Regex PageOf();

    [GeneratedRegex(@"\b(?:[Uu]pprop|[Mm]ötets öppnande|[Ss]ammanträdets öppnande|[Vv]al av (?:protokoll)?juster|[Ff]astställande av dagordning|[Gg]odkännande av dagordning)", RegexOptions.CultureInvariant)]
    private static partial Regex Opened();

    private static DocumentType? OfWord(string folded) => folded switch
    {
        _ when folded.Contains("protokollsutdrag", StringComparison.Ordinal)
            || folded.StartsWith("utdragur", StringComparison.Ordinal) => DocumentType.Protokollsutdrag,
        _ when folded.Contains("delegation", StringComparison.Ordinal)
            || folded.Contains("delegering", StringComparison.Ordinal) => DocumentType.Ovrigt,
        _ when folded.StartsWith("kallelse", StringComparison.Ordinal) || folded.StartsWith("foredragningslista", StringComparison.Ordinal)
            || folded.StartsWith("dagordning", StringComparison.Ordinal)
            || folded.StartsWith("arendelista", StringComparison.Ordinal) || folded.Contains("kallastill", StringComparison.Ordinal)
                || folded.StartsWith("kungorelse", StringComparison.Ordinal) => DocumentType.Kallelse,
        _ when folded.Contains("protokoll", StringComparison.Ordinal)
            && !folded.Contains("bilagatill", StringComparison.Ordinal) => DocumentType.Protokoll,
        _ when folded.Contains("tjansteskrivelse", StringComparison.Ordinal)
            || folded.Contains("tjansteutlatande", StringComparison.Ordinal)
                || folded.Contains("tjansteyttrande", StringComparison.Ordinal) => DocumentType.Tjansteskrivelse,
        _ when BilagaHead().IsMatch(folded) => DocumentType.Bilaga,
        _ => null,
    };

    [GeneratedRegex(@"\Abilaga(?:nr)?\d{0,3}[a-z]?(?:(?:till)?(?:dnr|diarienr|diarienummer).{0,40})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex BilagaHead();

    [GeneratedRegex(
        @"\A(?:Plats|Tid|Beslutande|Närvarande|N.rvarande|Justera|Utses|Paragrafer|Ersättare|Övriga|Sekreterare|Ordförande|Anslag|PLATS|NÄRVARANDE|BESLUTANDE)",
        RegexOptions.CultureInvariant)]
    private static partial Regex CoverLabel();
}
