using System.Globalization;
using System.Text.RegularExpressions;
using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>Finds days, months and ranges of them. A year alone, a season or a time is none.</summary>
internal static partial class DateFinder
{
    public static List<ValueSpan<CalendarDate>> Find(string text, Era era, Claims claims)
    {
        var dates = new List<ValueSpan<CalendarDate>>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!MayBegin(text, i) || !claims.IsFree(i) || Read(text, i, era) is not { } date || !claims.TryTake(i, date.Length)) continue;
            dates.Add(date);
            i = date.End - 1;
        }

        return dates;
    }

    private static bool MayBegin(string text, int position) =>
        Window.IsStart(text, position) && (char.IsAsciiDigit(text[position]) || Months.MayStand(text, position))
        && !(position >= 2 && text[position - 1] is '.' or ',' or ':' && char.IsDigit(text[position - 2]) && char.IsDigit(text[position]))
        && !IsSerial(text, position);

    /// <summary>Six digits behind a hyphen or a slash are a case's: <c>2003-000412</c>.</summary>
    private static bool IsSerial(string text, int position)
    {
        if (position < 2 || text[position - 1] is not ('-' or '/') || !char.IsAsciiDigit(text[position - 2])) return false;
        var end = position;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end - position == 6;
    }

    private static ValueSpan<CalendarDate>? Read(string text, int position, Era era) =>
        ReadDated(text, position, era) ?? ReadYearless(text, position, era) ?? ReadIsoMonth(text, position);

    /// <summary>A date with its year, and the range that it may begin.</summary>
    private static ValueSpan<CalendarDate>? ReadDated(string text, int position, Era era)
    {
        if (DateReader.Read(text, position, era) is not { } first || first.ToDate() is not { } from) return null;
        var end = position + first.Length;
        if (IsPartOfNumber(text, end) || (first.Day is null && DayBefore().IsMatch(Window.Before(text, position, 4)))) return null;
        var single = new ValueSpan<CalendarDate>(from, position, TrimmedLength(text, position, first.Length));
        return ReadEnd(text, end, era) is { } last
            && last.Parts.ToDate() is { } to ? Range(from, to, position, last.End, text) ?? single : single;
    }

    /// <summary>A date whose year follows in the same phrase: the beginning of a range, or the first of several.</summary>
    private static ValueSpan<CalendarDate>? ReadYearless(string text, int position, Era era)
    {
        if (char.IsAsciiDigit(text[position]) && DateReader.DigitsAt(text, position) > 2) return null;
        if (Window.At(text, position, DayToDay()) is { Success: true } days)
            return ReadDaysOfOneMonth(text, position, days, era);
        if (ReadDayOfSeveral(text, position, era) is { } several) return several;
        if (DateReader.ReadWithoutYear(text, position, era) is not { } first) return null;
        var end = position + first.Length;
        if (ReadEnd(text, end, era) is { Parts: { Year: { } year } last } rest && (last.Day is null) == (first.Day is null)
            && first.ToDate(year) is { } from && last.ToDate() is { } to
                && Range(from, to, position, rest.End, text) is { } range) return range;
        return first.Day is not null && Window.At(text, end, YearLaterInPhrase()) is { Success: true } later
               && first.ToDate(int.Parse(later.Groups["year"].ValueSpan, CultureInfo.InvariantCulture)) is { } day
            ? new ValueSpan<CalendarDate>(day, position, TrimmedLength(text, position, first.Length))
            : null;
    }

    /// <summary>The first of several days whose month and year follow: <c>den 3 och 10 juni 2014</c>.</summary>
    private static ValueSpan<CalendarDate>? ReadDayOfSeveral(string text, int position, Era era)
    {
        if (Window.At(text, position, DayAndDay()) is not { Success: true } days || !DayWord().IsMatch(Window.Before(text, position, 24))) return null;
        if (DateReader.Read(text, position + days.Length, era) is not { Year: { } year, Day: not null } last || last.ToDate() is null) return null;
        var first = new DateParts(year, last.Month, int.Parse(days.Groups["first"].ValueSpan, CultureInfo.InvariantCulture), 0);
        return first.ToDate() is { } day ? new ValueSpan<CalendarDate>(day, position, days.Groups["first"].Length) : null;
    }

    private static ValueSpan<CalendarDate>? ReadDaysOfOneMonth(string text, int position, Match days, Era era)
    {
        var secondAt = days.Groups["last"].Index;
        if (DateReader.Read(text, secondAt, era) is not { Year: { } year, Day: not null } last || last.ToDate() is not { } to) return null;
        var first = new DateParts(year, last.Month, int.Parse(days.Groups["first"].ValueSpan, CultureInfo.InvariantCulture), 0);
        return first.ToDate() is { } from ? Range(from, to, position, secondAt + last.Length, text) : null;
    }

    /// <summary><c>2023-03</c> looks like a span of years or a case number; a word before it must say that it is a time.</summary>
    private static ValueSpan<CalendarDate>? ReadIsoMonth(string text, int position)
    {
        if (DateReader.DigitsAt(text, position) != 4) return null;
        var match = Window.At(text, position, IsoMonth());
        return match.Success && TimeWord().IsMatch(Window.Before(text, position, 20)) && CalendarDate.TryParse(match.Value, out var month)
            ? new ValueSpan<CalendarDate>(month, position, match.Length)
            : null;
    }

    private static (DateParts Parts, int End)? ReadEnd(string text, int position, Era era)
    {
        if (position >= text.Length) return null;
        var word = Window.At(text, position, RangeWord());
        if (!word.Success) return null;
        var at = word.Index + word.Length;
        return at < text.Length && DateReader.Read(text, at, era) is { } last ? (last, at + last.Length) : null;
    }

    private static ValueSpan<CalendarDate>? Range(CalendarDate from, CalendarDate to, int start, int end, string text) =>
        to.LastDay > from.FirstDay && from != to
            ? new ValueSpan<CalendarDate>(CalendarDate.Range(from, to), start, TrimmedLength(text, start, end - start))
            : null;

    [GeneratedRegex(@"\A(?<first>[0-3]?\d)(?:\.|:?[ae]\b)?(?:,\s(?:den\s)?[0-3]?\d(?:\.|:?[ae]\b)?){0,4}\s(?:och|samt|respektive|eller)\s(?:den\s)?(?=[0-3]?\d(?:\.|:?[ae]\b)?\s\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex DayAndDay();

    /// <summary>Without it the number before <i>och</i> may count anything.</summary>
    [GeneratedRegex(@"(?:\bden|\bdagarna|dag(?:en|arna)?|\d,)\s+(?:den\s+)?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayWord();

    /// <summary>An abbreviation's full stop belongs to the sentence, not to the date.</summary>
    private static int TrimmedLength(string text, int start, int length) => text[start + length - 1] == '.' ? length - 1 : length;

    private static bool IsPartOfNumber(string text, int end) =>
        end < text.Length && char.IsLetterOrDigit(text[end]) && !IsSuperscript(text[end]);

    /// <summary>A footnote's mark may follow a date.</summary>
    private static bool IsSuperscript(char letter) => letter is '¹' or '²' or '³' or (>= '⁰' and <= '⁹');

    [GeneratedRegex(@"\A(?<first>[0-3]?\d)\s?[-\u2010-\u2015]{1,3}\s{0,3}(?<last>[0-3]?\d)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex DayToDay();

    [GeneratedRegex(
        @"\A\s*(?:[-\u2010-\u2015\u2212]{1,3}(?:\s[-\u2010-\u2015]{1,2})?|(?:fram\s+)?till?\s+och\s+med|till|t\.?\s?o\.?\s?m\.?(?=\s))\s*(?:den\s+)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RangeWord();

    [GeneratedRegex(
        @"\A(?:\s*(?:,|och|samt|eller|resp\.?|respektive|\bkl\.?\s*\d{1,2}[.:]\d\d)\s*(?:den\s+)?(?:[0-3]?\d/[01]?\d|[0-3]?\d\s+" + Months.Pattern + @"))(?:\s*(?:,|och|samt|eller|resp\.?|respektive)\s*(?:den\s+)?(?:[0-3]?\d/[01]?\d|[0-3]?\d\s+" + Months.Pattern + @")){0,4}\s*[-,]?\s*(?<year>(?:1[6-9]|20)\d\d)(?!\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex YearLaterInPhrase();

    /// <summary><c>31 februari 2018</c> is no day, and no month either.</summary>
    [GeneratedRegex(@"(?:\A|\D)\d{1,2}\s\z", RegexOptions.CultureInvariant)]
    private static partial Regex DayBefore();

    [GeneratedRegex(@"\A(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?![\d-])", RegexOptions.CultureInvariant)]
    private static partial Regex IsoMonth();

    [GeneratedRegex(
        @"(?:o\.? ?m\.?|och med|\bper|\bsedan|\bmånad|\butgången av)\s+\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimeWord();
}
