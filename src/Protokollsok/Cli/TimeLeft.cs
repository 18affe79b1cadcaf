using System.Globalization;

namespace Protokollsok.Cli;

/// <summary>How long something will take, for people.</summary>
internal static class TimeLeft
{
    /// <returns><c>2 d 3 h</c>, <c>3 h 5 min</c>, <c>4 min</c> or <c>20 s</c>.</returns>
    public static string InWords(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time switch
    {
        { TotalDays: >= 1 } => $"{time.Days} d {time.Hours} h",
        { TotalHours: >= 1 } => $"{time.Hours} h {time.Minutes} min",
        { TotalMinutes: >= 1 } => $"{time.Minutes} min",
        _ => $"{Math.Max(0, time.Seconds)} s",
    }}");
}
