using System.Globalization;

namespace Protokollsok.Pages;

/// <summary>One measure over the years, as points of a drawing of <see cref="Width"/> × <see cref="Height"/>.</summary>
/// <param name="Points">In the order of the years.</param>
/// <param name="Lines">The levels that are drawn across, with their labels.</param>
internal sealed record QualityPlot(string Title, IReadOnlyList<QualityPlot.Point> Points, IReadOnlyList<(double At, string Label)> Lines)
{
    public const int Width = 640, Height = 180, Left = 44, Bottom = 24;

    internal sealed record Point(double X, double Y, string Year, string Told, double Size);

    /// <summary>For a line through all points.</summary>
    public string Path => string.Join(' ', Points.Select(point => $"{YearChart.Svg(point.X)},{YearChart.Svg(point.Y)}"));

    /// <param name="groups">Years, in order.</param>
    /// <param name="written">A value as people read it.</param>
    /// <param name="lowest">Where the scale begins.</param>
    /// <param name="highest">Where it ends; the largest value if that is more.</param>
    public static QualityPlot Of(string title, IReadOnlyList<QualityGroup> groups, Func<QualityGroup, double> value, Func<double, string> written, double lowest, double highest)
    {
        highest = groups.Select(value).Append(highest).Max();
        lowest = groups.Select(value).Append(lowest).Min();
        var (first, last) = (Year(groups[0]), Year(groups[^1]));
        var most = groups.Max(group => group.Pages);
        double X(QualityGroup group) => first == last ? (Left + Width) / 2.0 : Left + 8 + ((Width - Left - 16.0) * (Year(group) - first) / (last - first));
        double Y(double level) => 8 + ((Height - Bottom - 8) * (highest - level) / (highest - lowest));
        var points = groups.Select(group => new Point(X(group), Y(value(group)), group.Name, written(value(group)), 2.5 + (3.5 * Math.Sqrt(group.Pages / (double)most)))).ToList();
        double[] levels = [lowest, (lowest + highest) / 2, highest];
        return new QualityPlot(title, points, [.. levels.Select(level => (Y(level), written(level)))]);
    }

    private static int Year(QualityGroup group) => int.Parse(group.Name, CultureInfo.InvariantCulture);
}
