using System.Text.RegularExpressions;

namespace Protokollsok.Extraction;

/// <summary>Finds who reserves themselves against a decision: <c>Anna Ek (S) och Bo Dal (V) reserverar sig …</c>.</summary>
internal static partial class ReservationFinder
{
    private const int NamesReach = 400;

    public static List<ValueSpan<IReadOnlyList<string>>> Find(string text)
    {
        var reservations = new List<ValueSpan<IReadOnlyList<string>>>();
        for (var i = text.IndexOf("eserver", StringComparison.Ordinal); i >= 0; i = text.IndexOf("eserver", i + 7,
            StringComparison.Ordinal))
        {
            if (i == 0 || !Window.IsStart(text, i - 1) || Window.At(text, i - 1, Verb()) is not { Success: true } verb) continue;
            var before = SentenceBefore(text, i - 1);
            var after = SentenceAfter(text, i - 1 + verb.Length);
            var names = Names(before.Length > 3 && !Through().IsMatch(after) && !Follows().IsMatch(before) ? before : after);
            if (names.Count == 0) continue;
            var start = i - 1 - before.Length;
            var end = SentenceEnd(text, i - 1 + verb.Length);
            reservations.Add(new(names, start, end - start));
        }

        reservations.AddRange(Announced(text));
        return reservations;
    }

    /// <summary>What a heading opens that says nothing but who: <c>Anna Ek (S) och Bo Dal (V) till förmån för eget yrkande.</c></summary>
    /// <param name="text">The running text.</param>
    /// <param name="blocks">All of the document.</param>
    public static IEnumerable<ValueSpan<IReadOnlyList<string>>> Headed(string text, IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block.Heading?.Kind is not HeadingKind.Reservation || block.Lines.Count == 0) continue;
            var lines = block.Lines.Take(1).Concat(block.Lines.Skip(1).TakeWhile(line => !line.Gap)).ToList();
            int start = lines[0].Start, end = Math.Min(lines[^1].End, start + NamesReach);
            var told = text[start..end];
            if (told.Contains("eserv", StringComparison.Ordinal) || (!HasParty().IsMatch(told) && !lines.TrueForAll(line => PersonNames.IsName(line.Text.Trim(' ', ',', '.'))))) continue;
            var names = Names(told);
            if (names.Count > 0) yield return new(names, start, end - start);
        }
    }

    /// <summary>Reservations that are told with another verb: <c>Anna Ek (S) anmäler reservation</c>, <c>Reservation lämnas av …</c></summary>
    private static IEnumerable<ValueSpan<IReadOnlyList<string>>> Announced(string text)
    {
        for (var i = text.IndexOf("eservation", StringComparison.Ordinal); i > 0; i = text.IndexOf("eservation", i + 10, StringComparison.Ordinal))
        {
            var before = SentenceBefore(text, i - 1);
            var start = i - 1 - before.Length;
            var end = SentenceEnd(text, i);
            if (end - start > NamesReach || text.AsSpan(start, end - start).Contains("eserver", StringComparison.Ordinal)) continue;
            var names = AnnouncedBefore().IsMatch(before) ? Names(before)
                : AnnouncedAfter().Match(text[i..end]) is { Success: true } after && (after.Groups["verb"].Success || AnnouncedPassively().IsMatch(before)) ? Names(after.Groups["who"].Value) : [];
            if (names.Count > 0) yield return new(names, start, end - start);
        }
    }

    /// <summary>A party in brackets behind a name.</summary>
    [GeneratedRegex(@"\p{Ll}\s?\(\p{L}{1,4}\)", RegexOptions.CultureInvariant)]
    private static partial Regex HasParty();

    [GeneratedRegex(@"\b(?:anmäler|anmälde|anmält|lämnar|lämnade|lämnat|inlämnar|inlämnade|inger|ingav|avger|avgav|anför|anförde)\s(?:\p{L}+\s){0,3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex AnnouncedBefore();

    [GeneratedRegex(@"\b(?:anmäls|anmäldes|lämnas|lämnades|avges|avgavs|inlämnas)\s(?:\p{L}+\s){0,2}\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AnnouncedPassively();

    [GeneratedRegex(
        @"\Aeservation(?:er)?\s(?:mot\sbeslutet\s)?(?<verb>(?:anmäls|anmäldes|lämnas|lämnades|avges|avgavs|inlämnas|inlämnades|har\s(?:lämnats|anmälts|inlämnats))\s)?" +
        @"(?:till\sprotokollet\s|skriftligt\s|skriftligen\s|muntligt\s|muntligen\s)?(?:av|från)\s(?<who>.+)\z",
        RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex AnnouncedAfter();

    private static string SentenceBefore(string text, int position)
    {
        var before = Window.Before(text, position, NamesReach);
        var start = before.LastIndexOf(". ", StringComparison.Ordinal) is >= 0 and var stop ? stop + 2 : 0;
        var lineStop = before.LastIndexOf(".\n", StringComparison.Ordinal);
        if (lineStop + 2 > start && lineStop >= 0) start = lineStop + 2;
        var sentence = before[start..].ToString();
        var heading = ReservationHead().Match(sentence);
        return heading.Success ? sentence[heading.Length..] : sentence;
    }

    private static string SentenceAfter(string text, int position) => text[position..SentenceEnd(text, position)];

    private static int SentenceEnd(string text, int position)
    {
        var limit = Math.Min(text.Length, position + NamesReach);
        for (var i = position; i < limit; i++)
        {
            if (text[i] == '.' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]))) return i + 1;
            if (text[i] == '\n' && i + 1 < text.Length && text[i + 1] == '\n') return i;
        }

        return limit;
    }

    /// <summary>Persons, without party; a group (<c>Ledamöterna från SD</c>) by its own words.</summary>
    private static List<string> Names(string sentence)
    {
        var told = Folded.Blanks(sentence);
        if (Titled().IsMatch(told)) return TitledName().Matches(told).Select(match => match.Groups["name"].Value).ToList();
        var plain = Address().Replace(told, "");
        var names = Person().Matches(plain).Select(match => match.Groups["name"].Value).ToList();
        if (names.Count > 0) return names;
        var group = Group().Match(plain);
        return group.Success ? [group.Value.Trim()] : [];
    }

    /// <summary>Old minutes name members by title and surname: <c>fru Ek och herrar Berg, Dal och Lind i Åby</c>.</summary>
    [GeneratedRegex(@"\b(?:herr|herrar|herrarna|fru|fruarna|fröken|hr|hrr|frk)\s\p{Lu}|\b[Ll]edamöterna\s\p{Lu}\p{L}+\s\(", RegexOptions.CultureInvariant)]
    private static partial Regex Titled();

    [GeneratedRegex(
        @"(?:\b(?:[Hh]errar|[Hh]errarna|[Hh]err|[Ff]ruarna|[Ff]ru|[Ff]röken|[Hh]rr?|[Ff]rk|[Ll]edamöterna)\s|\),?\s(?:och|samt)\s|,\s|\soch\s" +
        @"|\ssamt\s)(?<name>\p{Lu}[\p{L}é-]+(?:\s(?:i|von|af|de)\s\p{Lu}\p{L}+|\s\p{Lu}[\p{L}é-]+){0,2})",
        RegexOptions.CultureInvariant)]
    private static partial Regex TitledName();

    /// <summary>What a member is called before the name.</summary>
    [GeneratedRegex(@"\b(?:[Ll]edamoten|[Ll]edamöterna(?=\s\p{Lu}\p{Ll}+\s\p{Lu})|[Ee]rsättaren|[Oo]rdföranden|[Vv]ice\sordföranden|Herr(?:ar)?|Fru|Hr)\s(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    /// <summary>A group that reserves itself <i>genom</i> those who speak for it.</summary>
    [GeneratedRegex(@"\A\s(?:skriftligen\s|muntligen\s)?genom\s\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex Through();

    /// <summary><c>Följande ledamöter reserverar sig: …</c>, <c>Mot beslutet reserverar sig …</c>: the names come after.</summary>
    [GeneratedRegex(@"\A\s*(?:(?:Följande|Nedanstående)\b[^.:]{0,60}|(?:Mot|Till förmån|Häremot|Emot)\b[^.:]{0,80})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Follows();

    [GeneratedRegex(@"\A[Rr]eserver(?:ar|ade|at|a)\ssig\b|\A[Rr]eserverar\b", RegexOptions.CultureInvariant)]
    private static partial Regex Verb();

    [GeneratedRegex(
        @"\A(?:[^\n.]*\n)?(?:Skriftlig\s)?[Rr]eservation(?:er)?\s*:?\s*\n?|\A(?:Mot\sbeslutet)\s",
        RegexOptions.CultureInvariant)]
    private static partial Regex ReservationHead();

    [GeneratedRegex(
        @"(?<![\p{L}-])(?<name>\p{Lu}[\p{Ll}é]+(?:-\p{Lu}\p{Ll}+)?(?:\s(?:von|af|de|la|van|der|den|\p{Lu}\.?)){0,2}(?:\s\p{Lu}[\p{L}é]*(?:-\p{Lu}\p{L}+)?){1,3}?)(?=\s?\(|,|\soch\s|\ssamt\s|\z|\s\z|\.)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Person();

    [GeneratedRegex(
        @"(?:[Ll]edamöterna\s|[Hh]ela\s|[Ss]amtliga\s)?(?:\p{L}+\s){0,2}(?:(?:från|för|i)\s)?(?:\p{Lu}[\p{L}]*(?:,\s|\soch\s|\ssamt\s|\s|\z)){1,6}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Group();
}
