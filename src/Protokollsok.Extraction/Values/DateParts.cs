using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>A date as printed, perhaps without its day or its year.</summary>
internal readonly record struct DateParts(int? Year, int Month, int? Day, int Length)
{
    /// <summary>The date, if it has a year and is one of the calendar's.</summary>
    public CalendarDate? ToDate(int? yearFromContext = null)
    {
        if ((Year ?? yearFromContext) is not { } year || year is < 1600 or > 2199 || Month is < 1 or > 12) return null;
        if (Day is not { } day) return CalendarDate.Month(year, Month);
        return day >= 1 && day <= DateTime.DaysInMonth(year, Month) ? CalendarDate.Day(new DateOnly(year, Month, day)) : null;
    }
}
