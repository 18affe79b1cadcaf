using System.Globalization;
using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>Tells of the values that a person should compare with the page: one finding a page, with the places of them all.</summary>
public static class LowConfidenceFinder
{
    public const string Code = "low-confidence";

    public static IEnumerable<Finding> Find(DocumentRecord record) =>
        UnsureValues.Of(record).GroupBy(value => value.Place.Page).OrderBy(page => page.Key)
            .Select(page => new Finding(Code, Message(page.Key, [.. page]), [.. page.Select(value => value.Place).OrderBy(place => place.Start)]));

    private static string Message(int page, List<(Place Place, double Confidence)> values)
    {
        var least = values.Min(value => value.Confidence).ToString("0.##", CultureInfo.InvariantCulture);
        return values.Count == 1 ? $"A value on page {page} is unsure ({least}): compare it with the page."
            : string.Create(CultureInfo.InvariantCulture, $"{values.Count} values on page {page} are unsure (down to {least}): compare them with the page.");
    }
}
