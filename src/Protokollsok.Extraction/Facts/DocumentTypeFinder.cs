using System.Text.RegularExpressions;
using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>Tells what kind of document it is: from the word in its head, else from its build.</summary>
internal static partial class DocumentTypeFinder
{
    /// <summary>More sections than that are no extract.</summary>
    private const int ExtractSections = 2;

    private const int CertifyingLines = 30;

    /// <summary>What the head says by itself; <see cref="DocumentType.Ovrigt"/> if nothing.</summary>
    public static DocumentType FromHead(IReadOnlyList<HeadSegment> head)
    {
        foreach (var segment in head.Where(segment => segment.Page == head[0].Page && segment.Text.Length < 90))
            if (OfWord(Folded.Letters(WithoutSender().Replace(segment.Text, ""))) is { } type) return type;
        return DocumentType.Ovrigt;
    }

    public static DocumentType Find(DocumentType fromHead, MinutesText minutes, IReadOnlyList<Block> blocks, int sections)
    {
        var hasCover = minutes.Lines.Take(60)
            .Count(line => line.Heading is { Kind: HeadingKind.Formalities } && CoverLabel().IsMatch(line.Text)) >= 2;
        if (fromHead is DocumentType.Protokoll)
            return sections is > 0 and <= ExtractSections && !hasCover && IsCertified(minutes) ? DocumentType.Protokollsutdrag : DocumentType.Protokoll;
        if (fromHead is not DocumentType.Ovrigt) return fromHead;
        if (hasCover && sections > 0) return DocumentType.Protokoll;
        if (sections > 0) return sections <= ExtractSections ? DocumentType.Protokollsutdrag : DocumentType.Protokoll;
        return blocks.Any(block => block.Heading?.Kind is HeadingKind.Proposal) ? DocumentType.Tjansteskrivelse : DocumentType.Ovrigt;
    }

    /// <summary>An extract is certified as one, whatever word its pages have in their head.</summary>
    private static bool IsCertified(MinutesText minutes) => minutes.Lines.TakeLast(CertifyingLines).Any(line => line.Text.Length < 120 && Certified().IsMatch(line.Text));

    [GeneratedRegex(@"\b(?:[Rr]ätt (?:utdraget|avskrivet|utdrag)|[Uu]tdrag(?:et|ets riktighet) (?:bestyrk|intyg)|[Bb]estyrk(?:es|s)\b|[Pp]rotokollsutdrag(?:et|ets)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Certified();

    private static DocumentType? OfWord(string folded) => folded switch
    {
        _ when AnnexTo().IsMatch(folded) => DocumentType.Bilaga,
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

    /// <summary>A corner that says whose annex this is, whatever it names then: <c>Bilaga 3 till nämndens protokoll</c>.</summary>
    [GeneratedRegex(@"\Abilaga(?:nr)?(?:\d{1,3}[a-z]?|[a-h])(?:till|paragraf|ks|kf)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AnnexTo();

    /// <summary>A head whose columns stand one blank apart has the municipality before the kind: <c>NORRDALS KOMMUN KALLELSE</c>.</summary>
    [GeneratedRegex(@"\A(?:[\p{L}-]+\s){1,2}(?:kommun|KOMMUN|Kommun|stad|STAD|Stad)\s(?=\p{Lu})|\A(?:Region|REGION|Landstinget|LANDSTINGET)\s\p{Lu}[\p{L}-]+\s(?=\p{Lu})", RegexOptions.CultureInvariant)]
    public static partial Regex WithoutSender();

    [GeneratedRegex(@"\Abilaga(?:nr)?\d{0,3}[a-z]?(?:(?:till)?(?:dnr|diarienr|diarienummer).{0,40})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex BilagaHead();

    [GeneratedRegex(
        @"\A(?:Plats|Tid|Beslutande|Närvarande|N.rvarande|Justera|Utses|Paragrafer|Ersättare|Övriga|Sekreterare|Ordförande|Anslag|PLATS|NÄRVARANDE|BESLUTANDE)",
        RegexOptions.CultureInvariant)]
    private static partial Regex CoverLabel();
}
