using System.Globalization;
using Protokollsok.Search;
using Protokollsok.Web;

namespace Protokollsok.Pages;

/// <summary>
/// Hits per year as bars. What can be clicked is wide enough for a finger: a year where they are few, else ten of them, which then are few.
/// </summary>
/// <param name="Bars">The years from the first to the last, gaps included.</param>
/// <param name="Fields">What can be chosen, side by side.</param>
/// <param name="Step">Width of a bar with the gap after it, in units of the drawing.</param>
internal sealed record YearChart(IReadOnlyList<YearChart.Bar> Bars, IReadOnlyList<YearChart.Field> Fields, double Step)
{
    public const int Width = 260, Height = 64;

    /// <summary>So many years have each a field of its own.</summary>
    private const int MostYears = 10;

    /// <param name="High">0–<see cref="Height"/>.</param>
    internal sealed record Bar(int Year, long Count, double At, double High);

    /// <summary>A year, or ten of them.</summary>
    internal sealed record Field(int From, int To, long Count, double At, double Wide, string Address)
    {
        public string Label => From == To ? Written(From) : $"{Written(From)}–{Written(To)}";
    }

    /// <summary><see langword="null"/> where there is nothing to compare.</summary>
    public static YearChart? Of(IReadOnlyList<FacetCount> years, SearchParameters asked)
    {
        var counts = years.Select(one => (Known: int.TryParse(one.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var year), Year: year, one.Count))
            .Where(one => one.Known).ToDictionary(one => one.Year, one => one.Count);
        if (counts.Count < 2) return null;
        var (first, last, most) = (counts.Keys.Min(), counts.Keys.Max(), counts.Values.Max());
        var byTens = last - first >= MostYears;
        if (byTens) (first, last) = (first / 10 * 10, (last / 10 * 10) + 9);
        var step = (double)Width / (last - first + 1);
        var bars = Enumerable.Range(first, last - first + 1).Select(year =>
            new Bar(year, counts.GetValueOrDefault(year), (year - first) * step, Height * counts.GetValueOrDefault(year) / (double)most)).ToList();
        var size = byTens ? 10 : 1;
        var fields = bars.Chunk(size).Select(group => FieldOf(group, step, asked)).ToList();
        return new YearChart(bars, fields, step);
    }

    /// <summary>Numbers as SVG has them.</summary>
    public static string Svg(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static Field FieldOf(Bar[] group, double step, SearchParameters asked)
    {
        var (from, to) = (group[0].Year, group[^1].Year);
        var address = (asked with { From = $"{Written(from)}-01-01", To = $"{Written(to)}-12-31", Cursor = null }).ToAddress();
        return new Field(from, to, group.Sum(bar => bar.Count), group[0].At, step * group.Length, address);
    }

    private static string Written(int year) => year.ToString("0000", CultureInfo.InvariantCulture);
}
