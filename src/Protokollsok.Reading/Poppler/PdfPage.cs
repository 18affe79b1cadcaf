namespace Protokollsok.Reading.Poppler;

/// <summary>The size of one page of a PDF as people see it: its crop box, turned.</summary>
/// <param name="Width">In points, 1/72 inch.</param>
/// <param name="Height">In points.</param>
internal readonly record struct PdfPage(double Width, double Height)
{
    private const double PointsPerInch = 72;

    /// <summary>How many pixels it has at so many dots per inch, if no scan says better.</summary>
    public (int Width, int Height) PixelsAt(int dpi) => (Pixels(Width, dpi), Pixels(Height, dpi));

    /// <summary>Pixels per point.</summary>
    public static double Scale(int dpi) => dpi / PointsPerInch;

    private static int Pixels(double points, int dpi) => Math.Max(1, (int)Math.Round(points * dpi / PointsPerInch));
}
