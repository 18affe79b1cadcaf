using System.Globalization;
using System.Text.RegularExpressions;

namespace Protokollsok.Extraction;

/// <summary>Reads one date at one position, in any of the forms that Swedish documents have.</summary>
internal static partial class DateReader
{
    private const string Hyphen = @" ?[-\u2010-\u2015\u2212] ?";

    /// <summary>The date that begins at the position; null if none does. A range is the caller's to put together.</summary>
    public static DateParts? Read(string text, int position, Era era)
    {
        if (!char.IsAsciiDigit(text[position]))
            return Months.MayBegin(text[position]) ? FromNames(Window.At(text, position, MonthYear()), position, era) : null;
        return DigitsAt(text, position) switch
        {
            4 or 8 => FromNumbers(Window.At(text, position, YearMonthDay()), position, era),
            6 => ReadTwoDigitYear(text, position, era),
            1 or 2 => FromNames(Window.At(text, position, DayMonthYear()), position, era)
                ?? FromNumbers(Window.At(text, position, SlashedDay()), position, era)
                ?? FromNumbers(Window.At(text, position, DottedDay()), position, era)
                ?? ReadTwoDigitYear(text, position, era),
            _ => null,
        };
    }

    /// <summary>A day and month whose year stands elsewhere (<c>2/4</c>, <c>den 16 maj</c>), or a day (<c>16</c>) alone before <c>-17 maj
    /// 2018</c>.</summary>
    public static DateParts? ReadWithoutYear(string text, int position, Era era) =>
        char.IsAsciiDigit(text[position])
            ? DigitsAt(text, position) > 2 ? null : FromNames(Window.At(text, position, DayMonth()), position, era) ?? FromNumbers(Window.At(text, position, SlashedWithoutYear()), position, era)
            : FromNames(Window.At(text, position, MonthAlone()), position, era);

    /// <summary>How many digits stand here, of which nine are as many as any more; it tells which patterns need not be tried.</summary>
    public static int DigitsAt(string text, int position)
    {
        var end = position;
        while (end < text.Length && end - position < 9 && char.IsAsciiDigit(text[end])) end++;
        return end - position;
    }

    private static DateParts? ReadTwoDigitYear(string text, int position, Era era)
    {
        if (FromNumbers(Window.At(text, position, ShortYearMonthDay()), position, era) is { } hyphened) return hyphened;
        var match = Window.At(text, position, SixDigits());
        return match.Success && (era.WritesSixDigitDates || IsAnnounced(text, position) || StandsAlone(text, match) || IsNamed(text, position, match, era))
            && !IsCounted(text, position + match.Length) && (!match.Value.Contains('\n') || era.IsNear(era.YearOf(NumberOf(match, "short") ?? 0)))
            ? FromNumbers(match, position, era)
            : null;
    }

    private static DateParts? FromNames(Match match, int position, Era era) =>
        match.Success
            ? Valid(new DateParts(YearOf(match, era), Months.Number(match.Groups["month"].ValueSpan), NumberOf(match, "day"),
                match.Index + match.Length - position))
            : null;

    private static DateParts? FromNumbers(Match match, int position, Era era) =>
        match.Success
            ? Valid(new DateParts(YearOf(match, era), NumberOf(match, "month")
                ?? 0, NumberOf(match, "day"), match.Index + match.Length - position))
            : null;

    private static DateParts? Valid(DateParts parts) => parts.ToDate(yearFromContext: 2000) is null ? null : parts;

    private static int? YearOf(Match match, Era era) =>
        NumberOf(match, "year") ?? (NumberOf(match, "short") is { } twoDigits ? era.YearOf(twoDigits) : null);

    private static int? NumberOf(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : null;

    private static bool IsAnnounced(string text, int position) => Announcement().IsMatch(Window.Before(text, position, 24));

    /// <summary>Later documents write a day so in the names of files and versions: <c>Riktlinje revidering 231019</c>.</summary>
    private static bool IsNamed(string text, int position, Match match, Era era) =>
        !match.Value.Contains(' ') && !match.Value.Contains('\n') && era.IsNear(era.YearOf(NumberOf(match, "short") ?? 0))
        && Window.Before(text, position, 24) is var before && Word().IsMatch(before) && !CountingWord().IsMatch(before);

    [GeneratedRegex(@"\p{L}[ _-]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?:nr|nummer|konto|kod|\bid|projekt|ansvar|verksamhet|\btel|telefon|mobil|fax|order|faktura|anläggning|objekt|kr|kronor|summa|totalt|om|box)[.:]?[ _-]\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CountingWord();

    /// <summary>Alone on its line, or in its column of a header.</summary>
    private static bool StandsAlone(string text, Match match)
    {
        var end = match.Index + match.Length;
        return (match.Index == 0 || text[match.Index - 1] is '\n' or '\t') && (end == text.Length || text[end] is '\n' or '\t');
    }

    private static bool IsCounted(string text, int end) => end < text.Length && Window.At(text, end, CountedThing()).Success;

    [GeneratedRegex(
        @"\A(?<month>" + Months.Pattern + @")\b\.?(?:\s+månad)?\s*,?\s*(?:år\s+)?(?<year>(?:1[6-9]|20)\d\d)(?!\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MonthYear();

    [GeneratedRegex(@"\A(?<month>" + Months.Pattern + @")\b\.?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MonthAlone();

    [GeneratedRegex(
        @"\A(?<day>[0-3]?\d)(?:\.|:?[ae]\b)?\s*(?<month>" + Months.Pattern + @")\b\.?\s*,?\s*(?:år\s+)?(?:(?<year>(?:1[6-9]|20)\d\d)(?!\d)|[-'´’](?<short>\d\d)(?!\d))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(
        @"\A(?<day>[0-3]?\d)(?:\.|:?[ae]\b)?\s*(?<month>" + Months.Pattern + @")\b\.?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayMonth();

    [GeneratedRegex(
        @"\A(?:(?<year>(?:1[6-9]|20)\d\d)" + Hyphen + @"(?<month>[01]\d)" + Hyphen + @"(?<day>[0-3]\d)|(?<year>(?:19|20)\d\d)(?<month>[01]\d)(?<day>[0-3]\d))(?![\d:])",
        RegexOptions.CultureInvariant)]
    private static partial Regex YearMonthDay();

    [GeneratedRegex(
        @"\A(?<day>[0-3]?\d)/(?<month>[01]?\d)(?:\s*,?\s+|\s*[-–/]\s*)(?:(?<year>(?:1[6-9]|20)\d\d)(?!\d)|(?<=[-–/])(?<short>\d\d)(?!\d))",
        RegexOptions.CultureInvariant)]
    private static partial Regex SlashedDay();

    [GeneratedRegex(@"\A(?<day>[0-3]?\d)/(?<month>[01]?\d)(?![\d/])", RegexOptions.CultureInvariant)]
    private static partial Regex SlashedWithoutYear();

    [GeneratedRegex(@"\A(?<day>[0-3]?\d)\. ?(?<month>[01]?\d)\. ?(?<year>(?:1[6-9]|20)\d\d)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex DottedDay();

    [GeneratedRegex(
        @"\A(?<short>\d\d)[-\u2010-\u2015](?<month>[01]\d)[-\u2010-\u2015](?<day>[0-3]\d)(?!\d|[-:]\d)",
        RegexOptions.CultureInvariant)]
    private static partial Regex ShortYearMonthDay();

    [GeneratedRegex(
        @"\A(?:(?<short>\d\d)(?<month>[01]\d)(?<day>[0-3]\d)|(?<short>\d\d)[ \n](?<month>[01]\d)[ \n](?<day>[0-3]\d))(?!\d|[-:/+ ]\d)",
        RegexOptions.CultureInvariant)]
    private static partial Regex SixDigits();

    /// <summary>What stands before a six-digit number that is a date.</summary>
    [GeneratedRegex(
        @"(?:\bden|\bdatum|\bdaterad|\bdat\.?|t\.? ?o\.? ?m\.?|\btill|\bfrån|\bper|\bskrivelse|\bprotokoll|\bsammanträde|\bbeslut|\bbeslutade|\bbeslöt|\binkom)[:,]?\s+\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Announcement();

    [GeneratedRegex(@"\A\s*(?:kr\b|kronor|tkr|mkr|mnkr|:-|st\b|personer|%)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CountedThing();
}
