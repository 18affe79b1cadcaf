using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>The values that the furniture prints: they count, page after page, though the running text is without them.</summary>
internal sealed record FurnitureValues(
    IReadOnlyList<Found<string?>> LawReferences, IReadOnlyList<Found<Dnr>> CaseNumbers, IReadOnlyList<Found<CalendarDate>> Dates,
        IReadOnlyList<Found<Amount>> Amounts)
{
    public static FurnitureValues Of(MinutesText minutes)
    {
        var (laws, caseNumbers, dates, amounts) = (new List<Found<string?>>(), new List<Found<Dnr>>(), new List<Found<CalendarDate>>(),
            new List<Found<Amount>>());
        foreach (var page in minutes.Pages)
            foreach (var span in Joined(page))
            {
                var running = RunningText.Of(page, span);
                var values = ValueScan.Of(running.Text, minutes.Era, minutes.Dnr);
                laws.AddRange(values.LawReferences.Select(value =>
                    minutes.Found(value.Value, running.PlacesOf(value.Start, value.Length), value.Certainty)));
                caseNumbers.AddRange(values.CaseNumbers.Select(value =>
                    minutes.Found(value.Value, running.PlacesOf(value.Start, value.Length), value.Certainty)));
                dates.AddRange(values.Dates.Select(value => minutes.Found(value.Value, running.PlacesOf(value.Start, value.Length), value.Certainty)));
                amounts.AddRange(values.Amounts.Select(value => minutes.Found(value.Value, running.PlacesOf(value.Start, value.Length), value.Certainty)));
            }

        return new FurnitureValues(laws, caseNumbers, dates, amounts);
    }

    /// <summary>Lines of furniture below each other as one: a head's values stand under their labels.</summary>
    private static List<TextSpan> Joined(PageRecord page)
    {
        var joined = new List<TextSpan>();
        foreach (var span in page.Furniture.OrderBy(span => span.Start))
            if (joined.Count > 0 && span.Start >= joined[^1].End && page.Text.AsSpan(joined[^1].End, span.Start - joined[^1].End) is var between
                && between.IsWhiteSpace() && between.Count('\n') < 2) joined[^1] = joined[^1] with { Length = span.End - joined[^1].Start };
            else joined.Add(span);
        return joined;
    }
}
