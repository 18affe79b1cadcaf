using System.Text;
using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>What stood on the page before repair: the applied corrections undone.</summary>
internal sealed class PrintedForm(IReadOnlyList<PageRecord> pages)
{
    private readonly Dictionary<int, (string Text, Correction[] Applied)> _pages = pages
        .GroupBy(page => page.Number)
        .ToDictionary(group => group.Key, group =>
            (group.First().Text, group.First().Corrections.Where(change => change.Applied).OrderBy(change => change.Start).ToArray()));

    /// <summary>The text as read at a place of the repaired text; runs of blanks and line breaks are one blank.</summary>
    public string Of(Place place)
    {
        var (text, applied) = _pages[place.Page];
        var printed = new StringBuilder(place.Length);
        var at = place.Start;
        for (var i = FirstEndingAfter(applied, place.Start); i < applied.Length && applied[i].Start < place.End; i++)
        {
            if (applied[i].Start > at) printed.Append(text, at, applied[i].Start - at);
            printed.Append(Was(applied[i], place));
            at = Math.Max(at, applied[i].Start + applied[i].Length);
        }

        if (at < place.End) printed.Append(text, at, place.End - at);
        return Folded.Blanks(printed.ToString());
    }

    /// <summary>A word that the place covers only partly gives its part where the letters still stand one to one, else the whole.</summary>
    private static ReadOnlySpan<char> Was(Correction change, Place place)
    {
        if (change.Was.Length != change.Length) return change.Was;
        int from = Math.Max(0, place.Start - change.Start), to = Math.Min(change.Length, place.End - change.Start);
        return change.Was.AsSpan(from, to - from);
    }

    private static int FirstEndingAfter(Correction[] applied, int position)
    {
        int low = 0, high = applied.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (applied[middle].Start + applied[middle].Length <= position) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
