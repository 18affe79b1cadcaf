using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>How sure the text at a place is: the page's mean of its words, and what repair did there or would have done.</summary>
internal sealed class PlaceConfidence(IReadOnlyList<PageRecord> pages)
{
    /// <summary>A word that repair would rather change is no surer than the change is unsure; and not hopeless either.</summary>
    private const double LeastOfDoubted = .3;

    private readonly Dictionary<int, (double Page, Correction[] Changes)> _pages = pages.GroupBy(page => page.Number)
        .ToDictionary(group => group.Key, group => (group.First().Confidence, group.First().Corrections.OrderBy(change => change.Start).ToArray()));

    /// <param name="places">On pages that are there.</param>
    /// <param name="certainty">Of the rule that understood the text, 0–1.</param>
    /// <returns>0–1, two decimals.</returns>
    public double Of(IReadOnlyList<Place> places, double certainty)
    {
        var least = places.Min(Of);
        return Math.Round(Math.Clamp(least * certainty, 0, 1), 2);
    }

    private double Of(Place place)
    {
        var (least, changes) = _pages[place.Page];
        for (var i = FirstEndingAfter(changes, place.Start); i < changes.Length && changes[i].Start < place.End; i++)
            least = Math.Min(least, changes[i].Applied ? changes[i].Confidence : Math.Max(LeastOfDoubted, 1 - changes[i].Confidence));
        return least;
    }

    /// <summary>Changes of one page never overlap, so that their ends are in order, too.</summary>
    private static int FirstEndingAfter(Correction[] changes, int position)
    {
        int low = 0, high = changes.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (changes[middle].Start + changes[middle].Length <= position) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
