using System.Buffers;
using System.Text.RegularExpressions;

namespace Protokollsok.Extraction;

/// <summary>Recognises headings whatever their case, colon, letterspacing or one damaged letter; those that name a board by their
/// build.</summary>
internal static partial class HeadingReader
{
    private const int MaxLine = 400;
    private const int MaxHeading = 110;

    /// <summary>A longer line is no heading by its words alone, letterspaced or not.</summary>
    private const int LongestWords = 80;

    /// <summary>A heading that names a board has one of them; of <i>förslag</i> and <i>beslöt</i> what no damage changes.</summary>
    private static readonly SearchValues<string> ComposedWords = SearchValues.Create(["besl", "rslag", "hemst", "resl", "e s l", "r s l"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Labels of the cover sheet, which their content follows in the same line.</summary>
    private static readonly string[] Labels =
    [
        "Plats och tid", "Tid och plats", "Beslutande", "Paragrafer", "Sammanträdesdatum", "Ej tjänstgörande", "Utses att justera",
            "Övriga deltagare", "Justeringens plats", "Justerare",
        "Närvarande", "Tjänstgörande", "Sekreterare", "Ordförande ", "Organ", "Anslaget sätts", "Anslaget tas", "Datum för anslag",
            "Datum då anslaget", "Förvaringsplats", "Underskrift", "Justerande", "Vid protokollet",
    ];

    public static Heading? Read(string line)
    {
        if (line.Length is < 3 or > MaxLine) return null;
        var bare = line.AsSpan().TrimStart("#* ");
        var offset = line.Length - bare.Length;
        if (bare.StartsWith("Ärende ") && OfItem().Match(line) is { Success: true } item && Read(line[item.Length..]) is { } own)
            return own with { Item = item.Groups["item"].Value, RestAt = own.RestAt < 0 ? -1 : own.RestAt + item.Length };
        if (bare.Length < 3 || !char.IsUpper(bare[0])) return null;
        var colon = bare.IndexOf(':');
        if (colon is > 0 and < 70 && ReadHead(bare[..colon].ToString()) is { } labelled)
            return labelled with { RestAt = bare[(colon + 1)..].Trim(" *\t").Length == 0 ? -1 : offset + colon + 1 };
        return bare.Length <= MaxHeading && !bare.EndsWith(",")
            && ReadHead(bare.TrimEnd(" .*:").ToString()) is { } whole ? whole : ReadLabel(bare, offset);
    }

    [GeneratedRegex(@"\A[#* ]{0,4}Ärende\s(?:nr\s)?(?<item>\d{1,3})\s?[–:.-]\s?(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex OfItem();

    private static Heading? ReadHead(string head)
    {
        if (head.Length > LongestWords && head.AsSpan().IndexOfAny(ComposedWords) < 0) return ReadMatter(head);
        var folded = Folded.Letters(head);
        return HeadingWords.KindOf(folded) is { } kind ? new Heading(kind) : ReadComposed(head, folded) ?? ReadMatter(head);
    }

    /// <summary>A label of the cover sheet with its content beside it, or a heading in the first of two columns.</summary>
    private static Heading? ReadLabel(ReadOnlySpan<char> line, int offset)
    {
        foreach (var label in Labels)
            if (label[0] == line[0] && line.StartsWith(label, StringComparison.OrdinalIgnoreCase) && line.Length < MaxHeading && !line.EndsWith("."))
                return new Heading(HeadingKind.Formalities, RestAt: offset + label.Length);
        var column = line.IndexOf("   ", StringComparison.Ordinal);
        return column > 2 && HeadingWords.KindOf(Folded.Letters(line[..column])) is { } kind ? new Heading(kind, RestAt: offset + column)
            : null;
    }

    private static Heading? ReadComposed(string head, string folded)
    {
        if (!folded.Contains("beslut", StringComparison.Ordinal) && !folded.Contains("beslot", StringComparison.Ordinal)
            && !folded.Contains("forslag", StringComparison.Ordinal)) return null;
        if (head.All(letter => !char.IsLower(letter))) head = head.ToLowerInvariant();
        head = Mended(head);
        return ReadDated(head) ?? ReadProposal(head) ?? ReadDecision(head);
    }

    /// <summary>A heading with a date or a § behind it repeats what was proposed or decided before: <c>Arbetsutskottets förslag 2015-03-03, § 45</c>
    /// still proposes; another board's <i>beslut</i> is only told.</summary>
    private static Heading? ReadDated(string head)
    {
        var when = When().Match(head);
        if (!when.Success || when.Index < 8) return null;
        var bare = head[..when.Index];
        if (HeadingWords.KindOf(Folded.Letters(bare)) is { } kind)
            return kind is HeadingKind.Decision ? new Heading(HeadingKind.Matter) : new Heading(kind);
        return ReadProposal(bare) ?? (ReadDecision(bare) is { IsLeadIn: false } ? new Heading(HeadingKind.Matter) : null);
    }

    /// <summary>What somebody thinks of a matter decides nothing; how a board treats it is full of motions.</summary>
    private static Heading? ReadMatter(string head) =>
        head.Length > 70 || Composed().Match(head) is not { Success: true } match ? null
        : new Heading(match.Groups["procedure"].Success ? HeadingKind.Procedure : HeadingKind.Matter);

    [GeneratedRegex(
        @"\A(?:\p{Lu}[\p{L}-]+(?: (?:och|samt) [\p{L}-]+){0,2}s (?:bed.mning|.verv.ganden?|synpunkter|st.ndpunkt|svar|kommentarer?|beredning|slutsats(?:er)?|motivering|sk.l" +
        @"|(?<procedure>behandling(?: av .rendet)?|yrkanden?)|tidigare beslut)|(?:Konsekvenser|Prövning) (?:f.r|av) .{3,40}|[\p{L}-]+a konsekvenser" +
        @"|\p{Lu}[\p{L}-]+perspektiv(?:et)?|\p{Lu}[\p{L}-]+konsekvenser)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Composed();

    [GeneratedRegex(
        @",? \(?(?:(?:den )?(?:(?:19|20)\d\d-\d\d-\d\d|\d{1,2} \p{L}{3,9} (?:19|20)\d\d|\d\d-\d\d-\d\d|\d\d\d\d\d\d)(?:,? § ?\d{1,4})?|§ ?\d{1,4}(?:[, /]+.{0,20})?)\)?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex When();

    private static Heading? ReadProposal(string head)
    {
        if (ProposalTo().Match(head) is { Success: true } to
            && Board(to, "to") is { } decides) return new Heading(HeadingKind.Proposal, decides);
        if (ProposalBy().Match(head) is { Success: true } by)
        {
            var decidedBy = Board(by, "to");
            if (OfParty().IsMatch(by.Groups["by"].ValueSpan)) return new Heading(HeadingKind.Procedure);
            return (by.Groups["to"].Success && decidedBy is null)
                || NoProposer().IsMatch(head) ? null
                    : new Heading(HeadingKind.Proposal, decidedBy, BoardNames.BaseForm(by.Groups["by"].Value));
        }

        if (Proposes().Match(head) is { Success: true } proposes && Board(proposes, "to") is { } decider
            && BoardNames.FirstProposer(proposes.Groups["by"].Value) is { } proposer)
            return new Heading(HeadingKind.Proposal, decider, proposer);
        return IsProposedTo().Match(head) is { Success: true } asked
            && Board(asked, "to") is { } board ? new Heading(HeadingKind.Proposal, board) : null;
    }

    private static Heading? ReadDecision(string head) =>
        Decides().Match(head) is { Success: true } match
            && Board(match, "by") is { } board ? new Heading(HeadingKind.Decision, board, IsLeadIn: LeadIn().IsMatch(head)) : null;

    /// <summary>A verb that lost or won a dot: <c>beslutär</c>, <c>beslot</c>.</summary>
    private static string Mended(string head) =>
        head.Replace("beslutär", "beslutar", StringComparison.Ordinal).Replace("beslot", "beslöt", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(?:beslutar|besl.t|beslutade|beslutat)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LeadIn();

    private static string? Board(Match match, string group) =>
        match.Groups[group] is { Success: true, Value: { Length: < 70 } value } && value[Onward().Match(value).Length..] is var name
            && BoardNames.EndsAsBoard(name) && !name.Contains("beslut", StringComparison.OrdinalIgnoreCase) ? BoardNames.BaseForm(name) : null;

    /// <summary>Who passes a proposal on to the one that decides.</summary>
    [GeneratedRegex(@"\A.{3,50} (?:hemst.lla|f.resl.)(?: hos| att| i sin tur)* ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Onward();

    /// <summary><c>Enligt valberedningens förslag</c> leads in what was decided.</summary>
    [GeneratedRegex(
        @"\A(?:enligt|p.|bifall|avslag|i enlighet|med anledning|efter|till|f.r|yrkar|st.ller|utifr.n|mot)\b|\br.st\b|\bbifall\b|\byrkande|\bbeslut(?:ar|ade|at)\b|\bbesl[oö]t\b|\btillstyrk|\bgodk.nner\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NoProposer();

    /// <summary>A party or a group in the assembly moves; it does not propose as a board does.</summary>
    [GeneratedRegex(@"(?:partiets|moderaternas|demokraternas|liberalernas|oppositionens|minoritetens|alliansens)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OfParty();

    // Lines of at most MaxHeading characters; each pattern is anchored at both ends and has at most two runs of free text.
    [GeneratedRegex(
        @"\A(?:f.rslag|hemst.llan) till (?:(?<to>.{3,60}s) beslut|beslut (?:i|f.r|till|av) (?<to>.{3,60})|(?<to>\S{3,60}))\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ProposalTo();

    [GeneratedRegex(
        @"\A(?<by>[\w&, -]{3,50}s) (?:f.rslag(?: till beslut)?|beslutsf.rslag)(?: (?:i|f.r|till) (?<to>.{3,50}?)(?: beslut)?)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ProposalBy();

    [GeneratedRegex(
        @"\A(?<by>.{3,60}) (?:f.resl.r|f.reslog|hemst.ller|hemst.llde|f.rordar)(?: hos| att| i sin tur)* (?<to>.{3,60}?)(?: m.tte)? beslut(?:a|ar|ade)(?: att| f.ljande| f.r egen del| om| enligt f.ljande)*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Proposes();

    [GeneratedRegex(
        @"\A(?<to>.{3,60}) f.resl.s(?: att)? besluta(?: att| f.ljande)*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex IsProposedTo();

    [GeneratedRegex(
        @"\A(?:(?<by>.{3,60}s|kommunstyrelsen|kommunfullm.ktige|n.mnden) beslut(?: f.r (?:egen|sin) del)?(?:,? under f.ruts.ttning .{3,80})?|beslut (?:i|av) (?<by>.{3,60})" +
        @"|(?:f.r egen del )?(?<by>.{3,60}?)(?: f.r egen del)? (?:beslutar|besl.t|beslutade|har beslutat)(?: att| f.ljande| f.r egen del| f.r sin del| enh.lligt| s.lunda" +
        @"| enligt f.ljande| d.rf.r| dels)*|(?:f.r egen del |d.refter |vidare )?(?:beslutar|besl.t|beslutade) (?<by>.{3,60}?)(?: att| f.ljande| f.r egen del)*)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Decides();
}
