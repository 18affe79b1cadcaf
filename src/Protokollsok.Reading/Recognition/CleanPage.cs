using System.Globalization;
using Protokollsok.Documents;
using Protokollsok.Reading.Native;

namespace Protokollsok.Reading.Recognition;

/// <summary>A page image made ready for reading: speckle dropped, straightened. Knows the way back to the untouched image.</summary>
internal sealed class CleanPage : IDisposable
{
    /// <summary>Below this a page is straight enough: Tesseract's own lines follow it, and turning blurs.</summary>
    private const double LeastSkew = 0.3;

    /// <summary>A sheet that lies more askew than this was laid so.</summary>
    private const float WidestSkew = 15;

    /// <summary>Leptonica's own limit of belief in a skew.</summary>
    private const float LeastSkewConfidence = 3;

    private readonly double _radians;
    private readonly int _width;
    private readonly int _height;

    private readonly int _quarters;

    private CleanPage(Pix image, int quarters, double radians, int width, int height, string done)
    {
        Image = image;
        _quarters = quarters;
        _radians = radians;
        _width = width;
        _height = height;
        Done = done;
    }

    public Pix Image { get; }

    /// <summary>What was done, for the history.</summary>
    public string Done { get; }

    /// <summary>Whether it was turned by a quarter or more.</summary>
    public bool IsTurned => _quarters > 0;

    /// <summary>The page cleaned and put upright.</summary>
    public static CleanPage Upright(Pix grey, int dpi)
    {
        var page = Of(grey, dpi);
        using var binary = Binary(page.Image);
        int quarters = Orientation.Quarters(binary);
        if (quarters == 0) return page;
        page.Dispose();
        return Of(grey, dpi, quarters);
    }

    /// <summary>The page cleaned.</summary>
    /// <param name="grey">8 bits a pixel; stays the caller's.</param>
    /// <param name="dpi">Of what is printed, for the size of speckle.</param>
    /// <param name="quarters">By how many quarters clockwise it has to be turned to stand upright.</param>
    public static CleanPage Of(Pix grey, int dpi, int quarters = 0)
    {
        using var upright = quarters == 0 ? null : Leptonica.pixRotateOrth(grey, quarters);
        using var even = Paper.Even(upright ?? grey, out bool evened);
        using var binary = Binary(even);
        using var swept = Speckle.Drop(binary, dpi, IsOneBit(grey), out int dropped);
        double degrees = Skew(swept);
        string done = (quarters > 0 ? string.Create(CultureInfo.InvariantCulture, $", turned by {quarters * 90}°") : "")
            + (evened ? ", paper evened" : "")
            + (dropped > 0 ? string.Create(CultureInfo.InvariantCulture, $", {dropped} specks dropped") : "")
            + (degrees != 0 ? string.Create(CultureInfo.InvariantCulture, $", turned by {degrees:F1}°") : "");
        double radians = degrees * Math.PI / 180;
        using var source = dropped > 0 ? Speckle.Whiten(even, binary, swept) : Leptonica.pixConvertTo8(even, 0);
        // Angle 0 gives a copy.
        var turned = Leptonica.pixRotate(source, (float)radians, Leptonica.RotateAreaMap, Leptonica.BringInWhite, 0, 0);
        return new CleanPage(turned, quarters, radians, even.Width, even.Height, done);
    }

    /// <summary>From this image's pixels to the untouched one's: turned back about the middle, kept inside.</summary>
    public Box ToUntouched(Box box)
    {
        var upright = ToUpright(box);
        return _quarters switch
        {
            1 => new Box(upright.Y, _width - upright.Right, upright.Height, upright.Width),
            2 => new Box(_width - upright.Right, _height - upright.Bottom, upright.Width, upright.Height),
            3 => new Box(_height - upright.Bottom, upright.X, upright.Height, upright.Width),
            _ => upright,
        };
    }

    private Box ToUpright(Box box)
    {
        double sin = Math.Sin(_radians), cos = Math.Cos(_radians);
        double x = box.X + (box.Width / 2.0) - (Image.Width / 2.0), y = box.Y + (box.Height / 2.0) - (Image.Height / 2.0);
        double middleX = (x * cos) + (y * sin) + (_width / 2.0), middleY = (y * cos) - (x * sin) + (_height / 2.0);
        double halfWidth = box.Width / 2.0, halfHeight = (box.Height + (box.Width * Math.Abs(sin))) / 2.0;
        int left = Math.Clamp((int)Math.Floor(middleX - halfWidth), 0, _width),
            top = Math.Clamp((int)Math.Floor(middleY - halfHeight), 0, _height);
        int right = Math.Clamp((int)Math.Ceiling(middleX + halfWidth), left, _width),
            bottom = Math.Clamp((int)Math.Ceiling(middleY + halfHeight), top, _height);
        return new Box(left, top, right - left, bottom - top);
    }

    public void Dispose() => Image.Dispose();

    private static bool IsOneBit(Pix grey) => Leptonica.pixNumColors(grey, 1, out int colors) == 0 && colors <= 2;

    private static Pix Binary(Pix grey)
    {
        _ = Leptonica.pixOtsuAdaptiveThreshold(grey, Math.Max(grey.Width, 16), Math.Max(grey.Height, 16), 0, 0, 0.1f, 0, out var binary);
        return binary.IsInvalid ? Leptonica.pixConvertTo1(grey, 128) : binary;
    }

    /// <summary>In degrees clockwise that would straighten the page; 0 if it is straight, or nobody can tell.</summary>
    private static double Skew(Pix binary)
    {
        bool isFound = Leptonica.pixFindSkew(binary, out float degrees, out float confidence) == 0 && confidence >= LeastSkewConfidence;
        // Farther out only for pages that seem to have no lines at all: the wide search costs three times as much.
        isFound = isFound || (Leptonica.pixFindSkewSweepAndSearch(binary, out degrees, out confidence, 4, 2, WidestSkew, 1, 0.01f) == 0
            && confidence >= LeastSkewConfidence);
        return isFound && Math.Abs(degrees) >= LeastSkew ? degrees : 0;
    }
}
