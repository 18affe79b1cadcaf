using System.Globalization;

namespace Protokollsok.Reading.Poppler;

/// <summary>Understands the listings of <c>pdfinfo -box</c> and <c>pdfimages -list</c>.</summary>
internal static class PdfInfo
{
    private const int ImageColumns = 14;

    /// <summary>Where one direction has so many times the dots of the other, the image is a fax of standard resolution.</summary>
    private const double FaxRatio = 1.5;

    /// <summary>
    /// Sizes in page order: <c>Page    1 CropBox:     0.00     0.00   595.32   841.92</c> with <c>Page    1 rot:   90</c> before
    /// it.
    /// </summary>
    public static IReadOnlyList<PdfPage> Pages(IEnumerable<string> lines)
    {
        var pages = new List<PdfPage>();
        bool turned = false;
        foreach (var words in lines.Select(Words).Where(words => words is ["Page", _, _, ..]))
        {
            if (words is [_, _, "rot:", var degrees]) turned = degrees is "90" or "270";
            else if (words is [_, _, "CropBox:", var left, var bottom, var right, var top])
                pages.Add(Page(Points(right) - Points(left), Points(top) - Points(bottom), turned));
        }

        return pages;
    }

    /// <summary>
    /// <c>page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio</c>; a soft mask is no image of
    /// its own, and heads and rules are none.
    /// </summary>
    public static PdfImage? Image(string line) =>
        Words(line) is [_, _, "image" or "stencil", ..] words && words.Length >= ImageColumns
        && Whole(words[0]) is { } page && Whole(words[3]) is { } width && Whole(words[4]) is { } height
        && Whole(words[12]) is { } x && Whole(words[13]) is { } y && x > 0 && y > 0
            ? new PdfImage(page, width, height, Ppi(x, y), (double)width / x * height / y)
            : null;

    /// <summary>A fax of 204 × 98 dots per inch is rendered so that none of its columns is lost; else the smaller counts, for they differ by rounding.</summary>
    private static int Ppi(int x, int y) => Math.Max(x, y) > FaxRatio * Math.Min(x, y) ? Math.Max(x, y) : Math.Min(x, y);

    private static PdfPage Page(double width, double height, bool turned)
    {
        (width, height) = (Math.Abs(width), Math.Abs(height));
        return turned ? new PdfPage(height, width) : new PdfPage(width, height);
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static double Points(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : 0;

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;
}
