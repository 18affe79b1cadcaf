using System.Text.RegularExpressions;
using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>
/// Finds days that contradict each other: one section lets the same kind of thing end (or begin) on two days so close that one of them is a
/// slip (<c>sägs upp med upphörande 2020-03-31</c>, <c>upphör 2020-03-30</c>). Days further apart are of different things, or of a change.
/// </summary>
internal static partial class DateConflictFinder
{
    private const int Reach = 140;
    private const int SlipDays = 3;

    private enum Event
    {
        Ends,
        Begins,
    }

    private sealed record Said(Event Event, int Section, DateOnly Day, ValueSpan<CalendarDate> Date);

    /// <param name="dates">In the order of the text.</param>
    public static IEnumerable<Finding> Find(MinutesText minutes, IReadOnlyList<SectionTitle> titles, IReadOnlyList<ValueSpan<CalendarDate>> dates)
    {
        foreach (var same in SaidOf(minutes.Text, titles, dates).GroupBy(said => (said.Event, said.Section)))
        {
            var days = same.OrderBy(said => said.Day).ToList();
            for (var i = 1; i < days.Count; i++)
                if (days[i].Day != days[i - 1].Day && days[i].Day.DayNumber - days[i - 1].Day.DayNumber <= SlipDays)
                    yield return new Finding("date-conflict", $"{days[i - 1].Date.Value} and {days[i].Date.Value} contradict each other.",
                        [.. new[] { days[i - 1], days[i] }.OrderBy(said => said.Date.Start).SelectMany(said => minutes.PlacesOf(said.Date.Start, said.Date.Length))]);
        }
    }

    private static IEnumerable<Said> SaidOf(string text, IReadOnlyList<SectionTitle> titles, IReadOnlyList<ValueSpan<CalendarDate>> dates)
    {
        var section = 0;
        foreach (var date in dates)
        {
            while (section < titles.Count && titles[section].Head.Line.Start <= date.Start) section++;
            if (date.Value.IsDay && EventBefore(text, date.Start) is { } said) yield return new Said(said, section, date.Value.FirstDay, date);
        }
    }

    private static Event? EventBefore(string text, int position)
    {
        var before = Window.Before(text, position, Reach);
        var stop = before.LastIndexOf(". ", StringComparison.Ordinal);
        var sentence = before[(stop + 1)..];
        return Ending().IsMatch(sentence) ? Event.Ends : Beginning().IsMatch(sentence) ? Event.Begins : null;
    }

    [GeneratedRegex(@"\b(?:säg(?:s|a|as|er) upp|uppsäg\p{L}*|upphör\p{L}*)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Ending();

    [GeneratedRegex(@"\b(?:träd(?:er|a) i kraft|börjar? gälla|tillträd\p{L}*)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Beginning();
}
