using System.Buffers;
using System.Text.RegularExpressions;
using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>
/// Finds citations of earlier decisions: a date with its § (<c>den 7 februari 2024, § 95</c>), a board's § (<c>KF § 45/2019</c>), and a
/// named board's dated decision. Of a court, a letter or a delegate there is none.
/// </summary>
internal static partial class DecisionReferenceFinder
{
    private const int BoardReach = 130;

    /// <summary>Without one of them nobody is said to have decided or met.</summary>
    private static readonly SearchValues<string> DecidingWords =
        SearchValues.Create(["besl", "Besl", "rotokoll", "antog", "antag", "fastst", "godk", "uppdr", "gav", "sammantr", "grupps", "mndsm", "skottsm"], StringComparison.Ordinal);

    public static List<ValueSpan<DecisionReference>> Find(string text, IReadOnlyList<ValueSpan<CalendarDate>> dates, Claims heads)
    {
        var references = new List<ValueSpan<DecisionReference>>();
        var cited = heads;
        foreach (var date in dates)
            if (date.Value.IsDay && FromDate(text, date, references) is { } reference
                && cited.TryTake(reference.Start, reference.Length)) references.Add(reference);
        for (var i = text.IndexOf('§', StringComparison.Ordinal); i >= 0; i = text.IndexOf('§', i + 1))
            if (cited.IsFree(i) && FromSection(text, i) is { } reference
                && cited.TryTake(reference.Start, reference.Length)) references.Add(reference);
        return references.OrderBy(reference => reference.Start).ToList();
    }

    /// <summary>Every board's name has one of them.</summary>
    private static readonly SearchValues<string> BoardWords = SearchValues.Create(
        ["mnd", "tyrelse", "ullm", "tskott", "eredning", "kammar", "irektion", "tyrgrupp", "residi", "mman", "ommitt", "elegation", "revision", "yrkor", "srådet", "rsmöte", "KS", "KF", "Ks", "Kf", "AU"], StringComparison.Ordinal);

    private static ValueSpan<DecisionReference>? FromDate(string text, ValueSpan<CalendarDate> date,
        List<ValueSpan<DecisionReference>> earlier)
    {
        if (date.End < text.Length && Window.At(text, date.End, SectionAfter()) is { Success: true } after)
            return after.Groups["unit"].Success ? BesideUnit(date, after)
                : Dated(text, date, after.Groups["number"].Value, date.Start, date.End + after.Length, earlier);
        var before = Window.Before(text, date.Start, 40).ToString();
        if (before.AsSpan().ContainsAny('§', '$') && SectionBefore().Match(before) is { Success: true } section)
            return Dated(text, date, section.Groups["number"].Value, date.Start - (before.Length - section.Index), date.End, earlier);
        return OfNamedBoard(text, date);
    }

    /// <summary>The board stands between its day and its §: <c>2024-05-16 BN § 117</c>.</summary>
    private static ValueSpan<DecisionReference> BesideUnit(ValueSpan<CalendarDate> date, Match after) =>
        new(new DecisionReference(Name(after.Groups["unit"].Value), date.Value, Spaced(after.Groups["number"].Value)), date.Start, date.Length + after.Length);

    private static ValueSpan<DecisionReference> Dated(string text, ValueSpan<CalendarDate> date, string section, int start, int end,
        List<ValueSpan<DecisionReference>> earlier)
    {
        var before = SentenceBefore(text, start);
        var board = Boards(before).LastOrDefault(board => !EndsItem(before, board.Index + board.Length));
        // In a list (… den 8 maj, § 7, och den 9 juni, § 8) the board named once counts for all.
        var named = board is not null ? Name(board.Value) : earlier.Count > 0
            && start - earlier[^1].End is >= 0 and < 16 ? earlier[^1].Value.Board : null;
        var from = board is not null && before.Length - board.Index < 60 ? start - (before.Length - board.Index) : start;
        return new ValueSpan<DecisionReference>(new DecisionReference(named, date.Value, Spaced(section)), from, end - from);
    }

    /// <summary>Whether a new item begins on a line after the board: then it cites nothing of the board's.</summary>
    private static bool EndsItem(string before, int from)
    {
        for (var line = before.IndexOf('\n', from); line >= 0; line = before.IndexOf('\n', line + 1))
            if (line + 1 < before.Length && (char.IsUpper(before[line + 1]) || before[line + 1] is '-' or '•' or '–')) return true;
        return false;
    }

    private static ValueSpan<DecisionReference>? OfNamedBoard(string text, ValueSpan<CalendarDate> date)
    {
        var before = SentenceBefore(text, date.Start);
        if (before.AsSpan().IndexOfAny(DecidingWords) < 0) return LaterNamed(text, date, before);
        if (UnitDecided().Match(before) is { Success: true } unit)
            return Named(unit.Groups["board"].Value, date, date.Start - (before.Length - unit.Groups["board"].Index), date.End);
        if (BoardDecided().Match(before) is { Success: true } decided)
            return Named(decided.Groups["board"].Value, date, date.Start - (before.Length - decided.Groups["board"].Index), date.End);
        if (MeetingOf().Match(before) is { Success: true } meeting && DecidedLater().IsMatch(SentenceAfter(text, date.End)))
            return Named(meeting.Groups["group"].Value + "en", date, date.Start - (before.Length - meeting.Index), date.End);
        return LaterNamed(text, date, before);
    }

    /// <summary>The board, and that it decided, behind the date.</summary>
    private static ValueSpan<DecisionReference>? LaterNamed(string text, ValueSpan<CalendarDate> date, string before)
    {
        if (UponWhat().IsMatch(before.TrimStart())) return null;
        return date.End < text.Length && Window.At(text, date.End, DecidedBoard()) is { Success: true } later
            ? Named(later.Groups["board"].Value, date, date.Start, date.End + later.Length)
            : null;
    }

    private static ValueSpan<DecisionReference> Named(string board, ValueSpan<CalendarDate> date, int start, int end) =>
        new(new DecisionReference(Name(board), date.Value, null), start, end - start);

    /// <summary><c>KF § 45/2019</c>, <c>kommunstyrelsens beslut § 12</c>: a board and its §, without a date.</summary>
    private static ValueSpan<DecisionReference>? FromSection(string text, int sign)
    {
        var number = Window.At(text, sign, Section());
        if (!number.Success) return null;
        var before = Window.Before(text, sign, 70).ToString();
        if (before.Length == 0 || before[^1] is not (' ' or '\n' or '(') || BoardBeforeSign().Match(before) is not { Success: true } match) return null;
        var start = sign - (before.Length - match.Groups["board"].Index);
        return new ValueSpan<DecisionReference>(new DecisionReference(Name(match.Groups["board"].Value), null,
            Spaced(number.Groups["number"].Value)), start, sign + number.Length - start);
    }

    private static string SentenceBefore(string text, int position)
    {
        var before = Window.Before(text, position, BoardReach);
        var stop = before.LastIndexOf(". ", StringComparison.Ordinal);
        return before[(stop + 1)..].ToString();
    }

    private static string SentenceAfter(string text, int position)
    {
        var after = text.AsSpan(position, Math.Min(200, text.Length - position));
        var stop = after.IndexOf('.');
        return (stop < 0 ? after : after[..stop]).ToString();
    }

    private static IEnumerable<Group> Boards(string text) => text.AsSpan().IndexOfAny(BoardWords) < 0 ? [] : BoardNames.Mention().Matches(text).Select(match => match.Groups["board"]);

    /// <summary>As printed, without the genitive's s.</summary>
    private static string Name(string printed)
    {
        var name = Folded.Blanks(printed);
        return name.EndsWith("ens", StringComparison.Ordinal) || name.EndsWith("ets", StringComparison.Ordinal)
            || name.EndsWith("tiges", StringComparison.Ordinal) ? name[..^1] : name;
    }

    private static string Spaced(string number) => Folded.Blanks(number);

    [GeneratedRegex(
        @"\A\s?[,;]?\s?\(?(?:i\s)?(?:(?<unit>\p{Lu}{2,6}|K[sf]|\p{Lu}\p{Ll}{1,3}n|\p{Lu}[\p{L}-]{0,30}(?:styrelsen|nämnden|fullmäktige|utskottet|direktionen))\s)?(?:[§$]{1,2}" +
        @"|paragraf(?:en)?|(?<=,\s)8(?=\s\d{1,3}(?!\d|\s?(?:kr|%|st\b|personer|ledamöter))))\s?(?<number>\d{1,4}(?:\s[a-z](?!\p{L}))?)(?!\d|\s?[-–]\s?\d)",
        RegexOptions.CultureInvariant)]
    private static partial Regex SectionAfter();

    [GeneratedRegex(
        @"[§$]\s?(?<number>\d{1,4}(?:\s[a-z](?!\p{L}))?),?\s(?:den\s|från\s(?:den\s)?|vid\ssammanträde(?:t)?\s(?:den\s)?|\()?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex SectionBefore();

    [GeneratedRegex(
        @"\A[§$]\s?(?<number>\d{1,4}(?:\s[a-z](?!\p{L}))?)(?!\d|\s?[-–]\s?\d)(?:/(?:19|20)?\d\d(?!\d))?(?!\s?[-–(]?\s?[Ff]ort[s.])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Section();

    [GeneratedRegex(
        @"(?<![\p{L}-])" + BoardNames.Pattern + @"\s(?:(?:beslut|uppdrag|protokoll|sammanträde|beslutade|beslöt|har|tidigare|i|enligt)\s){0,3}\(?\z" +
        @"|(?<![\p{L}\d-])(?<board>\p{Lu}{2,6}|K[sf]|(?!Den\b|Han\b|Man\b|Men\b|En\b)\p{Lu}\p{Ll}{0,3}n)\s\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex BoardBeforeSign();

    [GeneratedRegex(
        @"(?<![\p{L}-])" + BoardNames.Pattern + @"\s(?:(?:har|tidigare|senast|i|sitt)\s){0,2}(?:beslutade|beslutat|beslöt|beslut|antog|fastställde|godkände|uppdrog|gav" +
        @"|uppdrag)\s(?:(?:om|av|från|i|vid|sitt|sammanträde|sammanträdet|budget|ärendet)\s){0,3}(?:den\s)?\z" +
        @"|\b(?:antagen|antaget|antagits|fastställd|fastställt|godkänd|beslutad|beslutat|beslut|beslut\sfattat)\s(?:av|i)\s" + BoardNames.Pattern + @"\s(?:den\s)?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex BoardDecided();

    /// <summary>The date is of what the board now decides upon: <c>Med anledning av remiss 1983-05-11 beslutade nämnden …</c></summary>
    [GeneratedRegex(@"\A(?:Sedan|Efter|Med anledning|I anledning|På|Över|I enlighet)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex UponWhat();

    /// <summary>A board by its abbreviation: <c>Beslut SBNAU 2025-08-25</c>, <c>Protokoll KSAU 2025-08-25</c>.</summary>
    [GeneratedRegex(@"\b(?:[Bb]eslut|[Pp]rotokoll(?:sutdrag)?)\s(?:i\s|av\s|från\s)?(?<board>\p{Lu}{2,5}(?:AU)?|[KR][SF]\s?au),?\s(?:den\s)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex UnitDecided();

    [GeneratedRegex(
        @"\b(?:[Vv]id)\s(?<group>\p{L}*(?:grupp|nämnd|utskott))s(?:möte|sammanträde|mötet|sammanträdet)\s(?:den\s)?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex MeetingOf();

    [GeneratedRegex(@"\bbeslut(?:ades|ade)\b|\bbeslöts\b|\bbeslöt\b", RegexOptions.CultureInvariant)]
    private static partial Regex DecidedLater();

    [GeneratedRegex(@"\A\s(?:beslutade|beslöt|antog|fastställde|godkände|uppdrog)\s" + BoardNames.Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex DecidedBoard();
}
