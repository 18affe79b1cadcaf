using Protokollsok.Reading.Poppler;

namespace Protokollsok.Reading;

/// <summary>
/// At how many dots per inch a page of a PDF is rendered: at the scanner's own if one image, or strips of one, is the page, for
/// more invents pixels and fewer loses them; else at 300.
/// </summary>
/// <param name="Dpi">Dots per inch, ≥ 1.</param>
/// <param name="Width">Of the rendered page in pixels: the scan's own where one image is the page.</param>
/// <param name="Height">Likewise.</param>
/// <param name="HasPageImage">Whether images cover the page, so that its text layer, if any, is somebody's reading of them.</param>
/// <param name="ImageCover">The share of the page that images cover, overlaps counted twice.</param>
/// <param name="IsCapped">Whether it would be more, were it not for the limit of pixels.</param>
internal sealed record PageResolution(int Dpi, int Width, int Height, bool HasPageImage, double ImageCover, bool IsCapped)
{
    public const int Default = 300;

    private const int Lowest = 150;
    private const int Highest = 400;

    /// <summary>
    /// The longer side of A3 with a margin, in points. A page beyond it is most likely an image that declares too few dots per
    /// inch.
    /// </summary>
    public const double LargestSheet = 1300;

    /// <summary>
    /// The longer side of a postcard, in points. A page below it is most likely an image that declares too many dots per inch; then all
    /// its pixels count.
    /// </summary>
    public const double SmallestSheet = 300;

    private const double CoverOfPage = 0.8;

    /// <summary>A mixed page has a coarse background and a fine layer of letters: the finest that covers half the page counts.</summary>
    private const double CoverOfLayer = 0.5;

    public static PageResolution Of(PdfPage page, IEnumerable<PdfImage> images, long maxPixels)
    {
        double area = page.Width * page.Height / (72 * 72);
        var layers = images.GroupBy(image => image.Ppi).Select(strips =>
            (Ppi: strips.Key, Cover: strips.Sum(strip => strip.Area) / area)).ToList();
        double cover = layers.Sum(layer => layer.Cover);
        bool covered = cover >= CoverOfPage;
        var fine = layers.Where(layer => layer.Cover >= CoverOfLayer).Select(layer => layer.Ppi).DefaultIfEmpty(Default).Max();
        double longest = Math.Max(page.Width, page.Height);
        int wanted = covered ? Math.Clamp(fine, longest > LargestSheet ? 1 : Lowest, longest < SmallestSheet ? int.MaxValue : Highest) : Default;
        int most = (int)Math.Min(int.MaxValue, Math.Sqrt(maxPixels / Math.Max(area, 1e-6)));
        int dpi = Math.Max(1, Math.Min(wanted, most));
        var (width, height) = PixelsAt(dpi, page, images);
        return new PageResolution(dpi, width, height, covered, cover, most < wanted);
    }

    /// <summary>
    /// The one place that says how many pixels a page has at so many dots per inch. Dots per inch are whole numbers and a scan's
    /// pixels seldom agree with them to the last one: where they nearly do, the scan's own count, so that no pixel is made up.
    /// </summary>
    public static (int Width, int Height) PixelsAt(int dpi, PdfPage page, IEnumerable<PdfImage> images)
    {
        var (width, height) = page.PixelsAt(dpi);
        int slack = 2 + (Math.Max(width, height) / dpi);
        var scans = images.Where(image => Math.Abs(image.Width - width) <= slack && Math.Abs(image.Height - height) <= slack).ToList();
        return scans is [var scan] ? (scan.Width, scan.Height) : (width, height);
    }
}
