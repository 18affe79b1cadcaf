using System.Globalization;

namespace Protokollsok.Intake;

/// <summary>Moments as clerks read them off their clocks: in Sweden's time, whatever the machine's is.</summary>
internal static class SwedishTime
{
    private static readonly TimeZoneInfo Zone = Find();

    public static DateTimeOffset Of(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    /// <summary><c>2026-06-01 14:05</c>.</summary>
    public static string Written(DateTimeOffset moment) =>
        Of(moment).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + (Zone == TimeZoneInfo.Utc ? " UTC" : "");

    private static TimeZoneInfo Find() =>
        TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Stockholm", out var zone) || TimeZoneInfo.TryFindSystemTimeZoneById("W. Europe Standard Time", out zone)
            ? zone
            : TimeZoneInfo.Utc; // No time zones on this machine (Debian: tzdata); it is said which time it is.
}
