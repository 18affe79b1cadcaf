using System.Text;
using System.Text.RegularExpressions;
using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>Reads the title of a section, which may stand on the number's line, on the next ones, or around the case number.</summary>
internal static partial class SectionTitleReader
{
    private const int MaxLines = 6;
    private const int ShortLine = 40;

    public static List<SectionTitle> Read(MinutesText minutes, IReadOnlyList<SectionHead> heads, IReadOnlyList<ValueSpan<Dnr>> caseNumbers)
    {
        var titles = new List<SectionTitle>(heads.Count);
        for (var i = 0; i < heads.Count; i++)
        {
            var limit = i + 1 < heads.Count ? heads[i + 1].Line.Index : minutes.Lines.Count;
            titles.Add(ReadOne(minutes, heads[i], limit, caseNumbers));
        }

        return titles;
    }

    private static SectionTitle ReadOne(MinutesText minutes, SectionHead head, int limit, IReadOnlyList<ValueSpan<Dnr>> caseNumbers)
    {
        var title = new StringBuilder();
        var first = Text(head.Line, head.NumberEnd, caseNumbers);
        if (IsSentence(first)) return new SectionTitle(head, null, head.Line.Index, BodyAt(head, first));
        Append(title, first);
        var last = head.Line.Index;
        for (var i = last + 1; i < Math.Min(limit, last + MaxLines + 1); i++)
        {
            var line = minutes.Lines[i];
            var text = Text(line, 0, caseNumbers);
            var isNumberOnly = text.Length == 0 && line.Text.Length > 0;
            if (!isNumberOnly && ((IsBody(line, text) && !(title.Length == 0 && MayBeTitle(line.Heading)))
                || (title.Length > 0 && EndsBefore(line, minutes, i == head.Line.Index + 1 ? title.Length
                    : minutes.Lines[i - 1].Text.Length)))) break;
            Append(title, text);
            last = i;
            if (text.EndsWith('.')) break;
        }

        // Text that runs on without any gap is no title: what stood on the number's own line is all there was.
        if (last - head.Line.Index >= MaxLines) (title, last) = first.Length > 0 || !IsTitleAbove(minutes, head.Line.Index + 1)
            ? (Append(new StringBuilder(), first), head.Line.Index)
            : (Append(new StringBuilder(), Text(minutes.Lines[head.Line.Index + 1], 0, caseNumbers)), head.Line.Index + 1);
        if (first.Length == 0 && IsParagraph(title) && IsTitleAbove(minutes, head.Line.Index + 1))
            return new SectionTitle(head, Text(minutes.Lines[head.Line.Index + 1], 0, caseNumbers), head.Line.Index + 1);
        return title.Length == 0 || IsParagraph(title) ? new SectionTitle(head, first.Length == 0 ? null : first, title.Length == 0 ? last : head.Line.Index)
            : new SectionTitle(head, title.ToString(), last);
    }

    /// <summary>Where a sentence begins on the number's line; the line may have blanks and a case number inside it that the sentence lost.</summary>
    private static int BodyAt(SectionHead head, string sentence)
    {
        var line = head.Line.Text;
        var at = line.LastIndexOf(sentence, StringComparison.Ordinal);
        if (at < head.NumberEnd) at = line.IndexOf(sentence.Split(' ')[0], head.NumberEnd, StringComparison.Ordinal);
        return at < 0 ? head.NumberEnd : at;
    }

    /// <summary>Text that follows its title without a gap begins with a capital, and the title has no stop.</summary>
    private static bool IsTitleAbove(MinutesText minutes, int index) =>
        index + 1 < minutes.Lines.Count && minutes.Lines[index] is var line && line.Text.Length <= 110 && char.IsUpper(line.Text[0]) && !line.EndsSentence
        && line.Text[^1] is not (',' or '-') && char.IsUpper(minutes.Lines[index + 1].Text[0]) && !Happened().IsMatch(line.Text);

    /// <summary>A section without a title begins with what happened.</summary>
    private static bool IsSentence(string text) =>
        DecisionLead.Opens(text) || (text.Length > 20 && text.EndsWith('.') && Happened().IsMatch(text));

    /// <summary>Minutes before the seventies have no titles: what stands below the number is the first paragraph.</summary>
    private static bool IsParagraph(StringBuilder title) =>
        title.Length > 20 && title[^1] == '.' && (title.Length > 160 || Happened().IsMatch(title.ToString()));

    /// <summary>Under a number <i>Information</i> or <i>Meddelanden</i> is the section's title.</summary>
    private static bool MayBeTitle(Heading? heading) =>
        heading is { RestAt: < 0, Kind: HeadingKind.Delegated or HeadingKind.Matter };

    [GeneratedRegex(
        @"\b(?:besl[öo]t|beslutar|beslutade|beslöts|utsågs|utsågos|utsåg|föredrogos|upplästes|förelåg|valdes|hemställ\p{L}*|upptogs|anmäldes|anmälde|meddela(?:de|s|des)" +
        @"|öppna(?:de|s|des)|förklara(?:r|de|s|des)|föredrogs|lades|framlades|godkändes|fastställdes|redogjorde|konstaterades|avslutades?|beviljade|beviljades|antogs|bifölls" +
        @"|beviljats|anmälts|inkommit|överlämnats|har|uppläst\p{L}*)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Happened();

    private static bool IsBody(Line line, string text) =>
        line.Heading is not null || DecisionLead.Opens(text) || text.Length > 200 || ListMark.Of(text).Kind is not ListMarkKind.None;

    /// <summary>A title that has begun ends before a gap, with its sentence, and with a short line that no title would be broken
    /// after.</summary>
    private static bool EndsBefore(Line line, MinutesText minutes, int lengthBefore) =>
        line.Gap || (!line.StartsLower && line.Text.EndsWith(':')) || (!line.StartsLower && lengthBefore >= ShortLine && line.Text.Length >= minutes.Width * 4 / 5 && minutes.IsBrokenEarly(line) && Happened().IsMatch(line.Text))
        || (!line.StartsLower && char.IsUpper(line.Text[0]) && line.Text.EndsWith('.') && lengthBefore < 60) || (!line.StartsLower
            && (minutes.Lines[line.Index - 1].EndsSentence || (lengthBefore < ShortLine && line.Text.Length > 2 * lengthBefore)));

    private static StringBuilder Append(StringBuilder title, string text)
    {
        if (title.Length > 0 && text.Length > 0) title.Append(' ');
        return title.Append(text);
    }

    /// <summary>The line from a position, without case numbers and the words that announce them.</summary>
    private static string Text(Line line, int from, IReadOnlyList<ValueSpan<Dnr>> caseNumbers)
    {
        var text = new StringBuilder(line.Text);
        foreach (var dnr in Within(caseNumbers, line.Start + from, line.End))
        {
            var at = Math.Max(dnr.Start, line.Start) - line.Start;
            for (var i = DamagedLeadAt(line.Text, from, at); i < Math.Min(dnr.End, line.End) - line.Start; i++) text[i] = ' ';
            // A table of contents has columns: number, title, case number, who presents it.
            if (at >= from + 2 && text[at - 1] == ' ' && text[at - 2] == ' ' && text.ToString(from, at - from).Any(char.IsLetter)) text.Length = at;
        }

        from = Math.Min(from, text.Length);
        var kept = LeadWord().Replace(Folded.Blanks(text.ToString(from, text.Length - from)), "").Replace("( )", "", StringComparison.Ordinal).TrimEnd();
        return !kept.Any(char.IsLetter) ? ""
            : kept.Trim(' ', '*').TrimStart('.', ':', ',', '-', '–', ' ');
    }

    /// <summary>Where a typewriter's <c>dnr</c> begins that was read <c>dor</c> or <c>änr</c> before a case number; else the number's own place.</summary>
    private static int DamagedLeadAt(string line, int from, int at) =>
        at > from && DamagedLead().Match(line[Math.Max(from, at - 12)..at]) is { Success: true } lead ? at - lead.Length : at;

    [GeneratedRegex(@"(?<!\p{L})(?:\p{L}nr|[Dd]n\p{Ll}|[Dd]\p{Ll}r)[.:]{0,2}\s{1,4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DamagedLead();

    /// <summary>The case numbers that begin within a span; the list is in the text's order.</summary>
    public static IEnumerable<ValueSpan<Dnr>> Within(IReadOnlyList<ValueSpan<Dnr>> caseNumbers, int start, int end)
    {
        int low = 0, high = caseNumbers.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (caseNumbers[middle].Start < start) low = middle + 1;
            else high = middle;
        }

        for (; low < caseNumbers.Count && caseNumbers[low].Start < end; low++) yield return caseNumbers[low];
    }

    [GeneratedRegex(
        @",?\s?\(?\b(?:\p{L}+s\s)?(?:[Dd]nr|DNR|[Dd]iarienummer|[Dd]iarienr|DIARIENUMMER|[Ää]rendenummer|[Ää]rendenr|[Bb]eteckning|[Dd]iarie\s?nr)\b\.?:?\s*\)?\s*\z" +
        @"|\A(?:[Dd]nr|DNR|[Dd]iarienummer|[Dd]iarienr|[Ää]rendenummer|[Ää]rendenr|[Bb]eteckning)\b\.?:?\s*",
        RegexOptions.CultureInvariant)]
    private static partial Regex LeadWord();
}
