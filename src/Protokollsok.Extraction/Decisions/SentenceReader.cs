using System.Text.RegularExpressions;

namespace Protokollsok.Extraction;

/// <summary>Parts a paragraph into sentences and <i>att</i>-clauses.</summary>
internal static partial class SentenceReader
{
    /// <summary>After these a full stop ends no sentence. Lower case.</summary>
    private static readonly HashSet<string> Abbreviations =
    [
        "bl", "bl.a", "t.ex", "t.o.m", "fr.o.m", "m.m", "m.fl", "nr", "kl", "kap", "st", "dnr", "s.k", "resp", "ca", "c:a", "jfr", "prop",
            "f.d", "f.n", "o.d", "osv", "etc", "p.g.a", "d.v.s", "dvs",
        "enl", "ev", "inkl", "exkl", "milj", "tel", "sid", "s", "p", "m", "t", "o", "dr", "jan", "febr", "feb", "mar", "apr", "jun",
            "jul", "aug", "sept", "sep", "okt", "nov", "dec", "bil", "punkt",
    ];

    /// <summary>The sentences of a span.</summary>
    public static IEnumerable<(int Start, int End)> Sentences(string text, int start, int end)
    {
        var from = start;
        for (var i = start; i < end; i++)
        {
            if (text[i] is not ('.' or '!' or '?') || !EndsSentence(text, i, end)) continue;
            yield return (from, i + 1);
            from = i + 1;
            while (from < end && char.IsWhiteSpace(text[from])) from++;
            i = from - 1;
        }

        if (from < end) yield return (from, end);
    }

    /// <summary>Whether a sentence names several things decided: <c>beslutar att …, att … samt att …</c> or <c>dels … dels …</c>.</summary>
    public static bool HasSeveralClauses(string sentence) =>
        FirstClause().IsMatch(sentence.Length > 600 ? sentence.AsSpan(0, 600) : sentence) && NextClause().IsMatch(sentence);

    /// <summary>The <i>att</i>-clauses of a sentence, from the first <i>att</i> after the verb; the whole if there is none.</summary>
    public static IEnumerable<(int Start, int End)> Clauses(string text, int start, int end)
    {
        var paragraph = text[start..end];
        var first = FirstClause().Match(paragraph);
        var from = first.Success ? start + first.Groups["att"].Index : start;
        foreach (Match next in NextClause().Matches(paragraph))
        {
            if (start + next.Index <= from) continue;
            yield return (from, start + next.Index);
            from = start + next.Groups["att"].Index;
        }

        yield return (from, end);
    }

    /// <summary>Where the clause begins in a sentence that leads in itself: <c>Nämnden beslöt att utse …</c> is read from its <i>att</i> on.</summary>
    public static int ClauseStart(string text, int start, int end)
    {
        var opening = Folded.Blanks(text.AsSpan(start, Math.Min(end - start, DecisionLead.Opening)));
        return OwnLeadIn().Match(opening) is { Success: true } match && DecisionLead.Opens(opening)
            ? Folded.PositionOf(match.Groups["att"].Index, text, start) : start;
    }

    /// <summary>The end without closing comma, <i>samt</i>, <i>dels</i> and blanks; a full stop stays.</summary>
    public static int TrimEnd(string text, int start, int end)
    {
        for (var before = -1; before != end;)
        {
            before = end;
            while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or ';')) end--;
            foreach (var word in (ReadOnlySpan<string>)["samt", "dels", "och", "samt dels", "dels att", "att"])
                if (end - start > word.Length + 1 && text.AsSpan(start, end - start).EndsWith(word, StringComparison.Ordinal)
                    && char.IsWhiteSpace(text[end - word.Length - 1]))
                    end -= word.Length;
        }

        return end;
    }

    /// <summary>Whether a paragraph leads in what is only reported: <c>Följande delegationsbeslut anmäls:</c>. A board that decides reports
    /// only where it says what of: a change of the <i>delegationsordning</i> is its own decision.</summary>
    public static bool IsReport(string text) =>
        text.EndsWith(':') && LastSentence(text) is var last && (IsTakenNoteOf(last) || (Report().IsMatch(last) && DecisionLead.Of(last) is null));

    /// <summary>Whether a board decides that it takes note of what follows: <c>Nämnden beslutar att lägga följande delegationsbeslut till
    /// handlingarna:</c></summary>
    public static bool IsNoteTaken(string text) => LastSentence(text) is var last && IsTakenNoteOf(last) && DecisionLead.Of(last) is not null;

    private static bool IsTakenNoteOf(string sentence) => ReportedThings().IsMatch(sentence);

    private static string LastSentence(string text) => text.LastIndexOf(". ", StringComparison.Ordinal) is >= 0 and var stop ? text[(stop + 2)..] : text;

    /// <summary>Whether it leads in those who are elected: they belong to it, a line each.</summary>
    public static bool IsElection(string text) => text.EndsWith(':') && Election().IsMatch(text);

    /// <summary>Whether a board took note of what it leads in: that it did is a decision.</summary>
    public static bool IsNoted(string text) => Noted().IsMatch(text);

    /// <summary>Whether a sentence stops before its end.</summary>
    public static bool IsCut(string text) => char.IsLetterOrDigit(text[^1]) || text[^1] is ',' or ')';

    /// <summary>Whether it says that the section counts at once.</summary>
    public static bool IsJustified(string text) => Justified().IsMatch(text);

    /// <summary>Sentences that stand under decision headings and decide nothing: dissent, jäv, pointers.</summary>
    public static bool IsNoDecision(string sentence) => sentence.Length < 5 || NoDecision().IsMatch(sentence);

    private static bool EndsSentence(string text, int at, int end)
    {
        if (at + 1 >= end) return true;
        if (!char.IsWhiteSpace(text[at + 1])) return false;
        var next = at + 1;
        while (next < end && char.IsWhiteSpace(text[next])) next++;
        if (next >= end) return true;
        if (!char.IsUpper(text[next]) && text[next] is not ('"' or '”' or '§' or '(' or '*')) return false;
        return text[at] is not '.' || !IsAbbreviation(text, at);
    }

    private static bool IsAbbreviation(string text, int dot)
    {
        var start = dot;
        while (start > 0 && dot - start < 8 && (char.IsLetter(text[start - 1]) || text[start - 1] is '.' or ':')) start--;
        var word = text[start..dot].ToLowerInvariant();
        return Abbreviations.Contains(word) || (word.Length == 1 && char.IsUpper(text[dot - 1]));
    }

    [GeneratedRegex(@"\b(?:[Vv]älj|[Uu]tse|[Vv]aldes|[Uu]tsåg|[Vv]alde|[Nn]yval|[Oo]mval|[Ff]yllnadsval|[Ee]ntledig)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Election();

    [GeneratedRegex(@"\b(?:har tagit del av|tar del av|noterar|godkänner|godkänns|lägger|läggs|antecknar)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Noted();

    [GeneratedRegex(@"\bomedelbart\b|\bjusteras\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Justified();

    [GeneratedRegex(
        @"\b(?:följande|nedanstående|redovisning(?:en)?\sav|redovisade|anmälda)\s(?:\p{L}+\s){0,2}?(?:(?:delegations|delegerings)beslut(?:en)?|meddelanden(?:a)?|skrivelser(?:na)?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ReportedThings();

    [GeneratedRegex(
        @"\bdele(?:gation|gering)s?(?:beslut(?:en)?|ärenden(?:a)?|listan?|listor)?\b|\bdelegat(?:en|er|erna|s|ens|ers|ernas)?\b|\banmäl|\bredovisas\b|\bmeddelanden?\b" +
        @"|\bskrivelser\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Report();

    [GeneratedRegex(
        @"\A[^.,;:]{0,120}?\b(?:beslut(?:ar|a|ade|at)|besl[öo]t|beslöts|beslutades)\s(?:(?:också|även|vidare|därför|enhälligt|därefter|härefter|således|sålunda|alltså|nu)\s" +
        @"|(?:med|enligt|i|utan|efter|för|på|mot|till)\s(?:[\p{L}\d:/§-]+\s){1,9}?){0,2}(?<att>att\b)" +
        @"|\A[^.:]{0,240}?\b(?:beslutar|beslutade|besl[öo]t)\s(?:[\p{L}-]+\s){0,3}?(?:hemställa|föreslå),?(?:\s[\p{L}-]+){0,2}?,?\s(?<att>att\b)" +
        @"|\A(?:Sedan|Efter|Då|På|I\senlighet|Med|Mot|Enligt|Vid|Under|I\sanslutning)\b[^.:]{1,240}?\b(?:beslutar|beslutade|besl[öo]t)\s(?:[\p{L}-]+\s){1,4}?(?<att>att\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OwnLeadIn();

    [GeneratedRegex(
        @"\b(?:beslut(?:ar|a|ade)|beslöt|beslöts|beslutas|hemställer|föreslår)(?:\s\p{L}+){0,3}?\s(?:dels\s)?(?<att>att\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex FirstClause();

    [GeneratedRegex(
        @"(?:[,;]\s+(?:samt\s+|dels\s+|och\s+)?(?<att>att\b)|\ssamt\s+(?:dels\s+)?(?<att>att\b)|,?\s(?:och\s+)?dels\s+(?<att>att\b))",
        RegexOptions.CultureInvariant)]
    private static partial Regex NextClause();

    [GeneratedRegex(
        @"\breserver(?:ar|ade)\ssig\b|\bdelt(?:ar|og)\s(?:[\p{L}]+\s){0,5}?(?:inte|ej)\si\b" +
        @"|\A(?:[Tt]idigare\s)?[Bb]eslut(?:et)?\b[^.]{0,60}\b(?:har|hade)\s(?:tidigare\s)?fattats\b|\A[Bb]eslutet\s(?:kan|får)\s(?:överklagas|inte\söverklagas)" +
        @"|\AHur\s[^.]{0,40}överklaga|\AHandlingar(?:na)?\s(?:finns|skickas|publiceras|läggs|sänds)\b|\AGruppmöte|\AFaktura\b" +
        @"|\A(?:Den|Ledam(?:ot|öter)|De)\ssom\s(?:inte|ej|är)\s(?:kan|förhindra)|\banmäl(?:er|de)\sjäv\b|\ASe\s\p{L}*(?:protokoll|bilaga|nedan|ovan)\b|\A[Bb]ilaga\b|\A\(?Bil\b" +
        @"|\A[Vv]id protokollet|\bantecknas? till protokollet att\b|\A\(|\A(?:Enligt|På)\s[^.]{0,80}\s(?:förslag|yrkande)\s?:?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex NoDecision();
}
