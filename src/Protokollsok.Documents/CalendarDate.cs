using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Protokollsok.Documents;

/// <summary>
/// A date as documents have them: a day (<c>2017-03-10</c>), a month (<c>2017-12</c>), or a range of either
/// (<c>2018-05-16/2018-05-17</c>). A year alone is none. Written and parsed in ISO 8601.
/// </summary>
[JsonConverter(typeof(CalendarDateJsonConverter))]
public sealed record CalendarDate
{
    private readonly string _iso;

    private CalendarDate(string iso, DateOnly first, DateOnly last)
    {
        _iso = iso;
        FirstDay = first;
        LastDay = last;
    }

    /// <summary>The first day that it covers.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>The last day that it covers; of a single day that day, of a month its last.</summary>
    public DateOnly LastDay { get; }

    public bool IsRange => _iso.Contains('/', StringComparison.Ordinal);

    /// <summary>A single day, not a month and not a range.</summary>
    public bool IsDay => FirstDay == LastDay && !IsRange;

    public static CalendarDate Day(DateOnly day) => new(Iso(day), day, day);

    /// <exception cref="ArgumentOutOfRangeException">The year or the month is none of the calendar's.</exception>
    public static CalendarDate Month(int year, int month) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}"),
            new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    /// <summary>From the first day of <paramref name="from"/> to the last of <paramref name="to"/>.</summary>
    /// <exception cref="ArgumentException">Either is a range itself, or the end lies before the beginning.</exception>
    public static CalendarDate Range(CalendarDate from, CalendarDate to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        return from.IsRange || to.IsRange || to.LastDay < from.FirstDay
            ? throw new ArgumentException($"{from} to {to} is no range of dates.")
            : new($"{from}/{to}", from.FirstDay, to.LastDay);
    }

    /// <exception cref="FormatException">The text is no date in ISO 8601 of the forms above.</exception>
    public static CalendarDate Parse(string text) =>
        TryParse(text, out var date) ? date : throw new FormatException($"'{text}' is no date: yyyy-mm-dd, yyyy-mm or a range of them was expected.");

    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out CalendarDate? date)
    {
        date = (text ?? "").Split('/') switch
        {
            [var single] => ParseSingle(single),
            [var from, var to] when ParseSingle(from) is { } first && ParseSingle(to) is { } last && last.LastDay >= first.FirstDay => Range(first, last),
            _ => null,
        };
        return date is not null;
    }

    /// <summary>ISO 8601: <c>2017-03-10</c>, <c>2017-12</c> or two of them with <c>/</c> between.</summary>
    public override string ToString() => _iso;

    private static CalendarDate? ParseSingle(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Day(day)
        : DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? Month(month.Year, month.Month)
        : null;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

internal sealed class CalendarDateJsonConverter : JsonConverter<CalendarDate>
{
    public override CalendarDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        CalendarDate.TryParse(reader.GetString(), out var date) ? date : throw new JsonException("A date in ISO 8601 was expected.");

    public override void Write(Utf8JsonWriter writer, CalendarDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
