using System.Text.RegularExpressions;
using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>What the opening of a sentence says about what comes: who decides, or who proposes to whom.</summary>
/// <param name="Kind">A decision, or a proposal to another board.</param>
/// <param name="DecidedBy">Base form; null if not said.</param>
/// <param name="ProposedBy">Base form; null if not said, and of a decision.</param>
internal sealed partial record DecisionLead(DecisionKind Kind, string? DecidedBy, string? ProposedBy)
{
    /// <summary>So many UTF-16 units of a sentence say whose it is.</summary>
    public const int Opening = 320;

    /// <summary>Reads the first words of a sentence or an item; null if they hold no decision verb of a board.</summary>
    public static DecisionLead? Of(string sentence)
    {
        var opening = OpeningOf(sentence);
        return Proposal(opening) ?? Decision(opening);
    }

    /// <summary>Whether a sentence begins by saying that a board decides (<c>Nämnden beslöt …</c>), and does not cite an earlier decision
    /// by its date.</summary>
    public static bool Opens(string sentence)
    {
        var opening = OpeningOf(sentence);
        var match = Opener().Match(opening);
        return match.Success && !Citation().IsMatch(opening.AsSpan(match.Length, Math.Min(60, opening.Length - match.Length)));
    }

    /// <summary>Without the wide blanks of columns and justified lines.</summary>
    private static string OpeningOf(string sentence)
    {
        var opening = sentence.Length > Opening ? sentence[..Opening] : sentence;
        return opening.Contains("  ", StringComparison.Ordinal) ? Folded.Blanks(opening) : opening;
    }

    /// <summary>Whether the text only leads in what follows: it ends with a colon or its decision verb.</summary>
    public static bool IsLeadIn(string text) => text.EndsWith(':') || LeadInEnd().IsMatch(text.AsSpan(Math.Max(0, text.Length - 60)));

    /// <summary>Whether a line in a list ends it and leads in another: <c>samt föreslår kommunfullmäktige besluta</c>.</summary>
    public static bool Connects(string text) => Connecting().IsMatch(text) && (IsLeadIn(text) || text.EndsWith("besluta", StringComparison.Ordinal)) && Of(text) is not null;

    [GeneratedRegex(
        @"\A(?:(?:samt|och|dels|[Ff]ör\segen\sdel|[Vv]idare|[Dd]ärutöver)\s)*(?:att\s)?(?:f[öo]resl(?:år|og|å)|hemst[äa]ll(?:er|a|de)|besl[öo]t|beslut(?:ar|ade)" +
        @"|\p{Lu}[\p{L} -]{4,70}\s(?:f[öo]resl(?:år|og)|besl[öo]t|beslut(?:ar|ade)|hemst[äa]ller))\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Connecting();

    private static DecisionLead? Proposal(string opening)
    {
        if (ProposedTo().Match(opening) is { Success: true } passive)
            return new DecisionLead(DecisionKind.Proposal, BoardNames.BaseForm(passive.Groups["board"].Value), null);
        if (ProposesTo().Match(opening) is not { Success: true } match || Authority().IsMatch(match.Groups["board"].ValueSpan)) return null;
        var before = opening[..match.Index];
        string asked = match.Groups["board"].Value, first = asked;
        var proposer = BoardNames.FirstProposer(before);
        for (var onward = PassedOn().Match(opening, match.Index + match.Length); onward.Success; onward = PassedOn().Match(opening, onward.Index + onward.Length))
            asked = onward.Groups["board"].Value;
        // An office asks a board to propose: then the board does.
        if (asked != first && (proposer is null || !BoardNames.EndsAsBoard(proposer))) proposer = BoardNames.BaseForm(first);
        return new DecisionLead(DecisionKind.Proposal, BoardNames.BaseForm(asked), proposer);
    }

    private static DecisionLead? Decision(string opening)
    {
        if (DecidesAfter().Match(opening) is { Success: true } after) return new DecisionLead(DecisionKind.Decision,
            BoardNames.BaseForm(after.Groups["board"].Value), null);
        return Decides().Match(opening) is { Success: true } match
            ? new DecisionLead(DecisionKind.Decision, BoardNames.BaseForm(match.Groups["board"].Value), null) : null;
    }

    /// <summary>What is asked of an authority of the state is the board's own decision.</summary>
    [GeneratedRegex(@"\A(?:läns|social|skol|kriminalvårds|energi)styrelsen", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Authority();

    /// <summary>What a board is asked to do, by the verb's beginning.</summary>
    private const string AskedTo =
        "(?:besl[uö]t|f[öo]resl[åa]|hemst[äa]lla|att\\b|om\\b|m[åa]tte\\b|anta|fastst[äa]ll|godk[äa]nn|bevilj|uppdra|avsl[åa]|bifall|utse|v[äa]lj|avskriv|l[äa]mna|ge\\b" +
        "|avs[äa]tt|anvis|medge|tilldel|entledig|f[öo]rkl[åa]r|besvar|avge|[öo]verl[äa]mna|l[äa]gg|upph[äa]v|inf[öo]r|[äa]ndr|h[öo]j|s[äa]nk|notera|till[åa]t|tillstyrk)";

    [GeneratedRegex(
        @"\b(?:[Ff][öo]resl(?:[åa]r|og|[åa])|[Hh]emst[äa]ll(?:er|de|a)|[Ff]örordar" +
        @"|[Rr]ekommenderar),?\s(?:(?:hos|att|därför|vidare|även|också|härmed|enhälligt|i|för|sin|egen|del|tur)\s){0,4}?" + BoardNames.Pattern + @"(?=,?\s(?:att\s)?(?:för\s(?:egen|sin)\sdel\s)?(?:för\s\p{L}+\s)?" + AskedTo + @"|(?:\si\s[\p{L}-]{0,30}kommunerna)?\s?[:,.]?\z)|\bhos\s" + BoardNames.Pattern + @"\s(?:att\s)?(?:hemställa|anhålla)(?:,?\s(?:att|om)\b|\s?[:,.]?\z)",
        RegexOptions.CultureInvariant)]
    private static partial Regex ProposesTo();

    /// <summary>Who is asked passes it on: <c>föreslår kommunstyrelsen föreslå kommunfullmäktige</c>.</summary>
    [GeneratedRegex(@"\G\s(?:(?:att|i\ssin\stur|besluta)\s){0,3}(?:f[öo]resl(?:å|år|a)|hemst[äa]lla(?:\shos)?)\s(?:att\s)?" + BoardNames.Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex PassedOn();

    [GeneratedRegex(@"\A(?:\p{L}+\s){0,3}?" + BoardNames.Pattern + @"\sf[öo]resl[åa]s\s(?:att\s)?besluta", RegexOptions.CultureInvariant)]
    private static partial Regex ProposedTo();

    [GeneratedRegex(
        @"\A(?:[\p{L}-]+\s){0,6}?" + BoardNames.Pattern + @"\s(?:(?:har|för|egen|sin|del|därefter|enhälligt|därför|således|i|enlighet|med|förslaget)\s){0,5}?(?:beslutar|besl[öo]t|beslutade|beslutat)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Decides();

    [GeneratedRegex(
        @"\A(?:[\p{L}-]+\s){0,6}?(?:beslutar|besl[öo]t|beslutade)\s" + BoardNames.Pattern + "|" + Inverted + BoardNames.Pattern,
        RegexOptions.CultureInvariant)]
    private static partial Regex DecidesAfter();

    /// <summary>A sentence that first says upon what, as minutes did before the eighties: <c>Sedan ärendet föredragits, beslöt nämnden …</c></summary>
    private const string Inverted =
        @"\A(?:Sedan|Efter|Då|På|I\senlighet|Med|Mot|Enligt|Vid|Under|I\sanslutning)\b[^.]{1,240}?\b(?:beslutar|besl[öo]t|beslutade)\s";

    [GeneratedRegex(
        @"\A(?:(?:[Ff]ör egen del|[Dd]ärefter|[Hh]ärefter|[Ee]nhälligt|[Vv]idare)\s)?(?:" + BoardNames.Pattern + @"\s(?:(?!har\b|hade\b|tidigare\b|som\b|ska\b|skall\b|kan\b|kunde\b|bör\b|senast\b|när\b|att\b|och\b|inte\b|ej\b|ordförande|måste\b|redan\b)[\p{Ll}\d-]+\s){0,7}?" +
        @"(?:(?:beslutar|besl[öo]t|beslutade|hemst[äa]ller|hemställde)\b" +
        @"|(?:tillstyrker\s[\p{Ll}\s]{1,40}och\s)?f[öo]resl(?:[åa]r|og)\s(?:(?:att|därför|vidare)\s){0,2}[\p{L}-]*(?:fullm[äa]ktige|styrelsen|n[äa]mnden|utskottet|direktionen" +
        @"|stämman)\b)|" + BoardNames.Pattern + @"\s(?:väljer|valde|utser|utsåg|har\s(?:således|därmed|alltså|härmed)\sbeslutat)\b|(?:Efter|Sedan|På|Med|I|Vid|Under)\b[^.]{1,240}?\b(?:beslöts|beslutades)\b" +
        @"|(?:Beslöts|Beslutades|Beslutas|Beslöt|Beslutade)\b:?|(?:beslutar|besl[öo]t|beslutade)\s(?:nämnden|styrelsen|fullmäktige|utskottet|kommun\p{L}+)" +
        @"|(?:Sedan|Efter|Då|På|I\senlighet|Med|Mot|Enligt|Vid|Under|I\sanslutning)\b[^.]{1,240}?\b(?:beslutar|besl[öo]t|beslutade)\s" + BoardNames.Pattern + @")",
        RegexOptions.CultureInvariant)]
    private static partial Regex Opener();

    /// <summary>A date or a § right after the verb: an earlier decision is cited.</summary>
    [GeneratedRegex(
        @"\A\s?(?:vid\s(?:sitt\s)?sammanträde\s|i\s|om\s)?(?:den\s)?(?:\d{1,2}\s\p{L}{3,9},?\s\d{4}|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}|§|\(§)|\A\s?(?:år\s)?\d{4}\b|\A\s(?:i|under)\s\p{L}+\s\d{4}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Citation();

    [GeneratedRegex(
        @"(?:\b(?:beslutar|besluta|beslöt|beslutade|beslutat|följande|dels|beslöts)(?:\s(?:att|följande|för egen del|enhälligt|därför|dels|således|i enlighet härmed))*" +
        @"|\b(?:beslutar|beslöt|beslutade)\s[\p{L}-]*(?:[Nn]ämnden|[Ss]tyrelsen|[Ff]ullmäktige|[Uu]tskottet)" +
        @"|\b(?:föreslår|föreslog|hemställer\shos)\s[\p{L}-]*(?:nämnden|styrelsen|fullmäktige)|\bföreslår\satt|\bhemställer\satt|\buppdrag\satt" +
        @"|\b(?:hemställa|föreslå\s[\p{L}-]*(?:nämnden|styrelsen|fullmäktige))(?:\satt)?)\s?[,.;–-]?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex LeadInEnd();
}
