using Protokollsok.Reading.Native;

namespace Protokollsok.Reading.Recognition;

/// <summary>
/// The dust of fax and one-bit scanning. Specks of at most 2 px at 200 dpi go; at 3 px the dots of å ä ö go too
/// (their recall falls to 57 %).
/// </summary>
internal static class Speckle
{
    /// <summary>A page has dust if at least this share of what is on it are specks: full stops and dots are larger.</summary>
    private const double DustyShare = 0.1;

    /// <summary>The share of pixels that are almost white or almost black on a page scanned with one bit.</summary>
    private const double TwoToneShare = 0.995;

    private const int Connectivity = 8;

    /// <summary>The image without its specks.</summary>
    /// <param name="dropped">How many there were; 0 if so few that they are full stops and dots, and better left.</param>
    public static Pix Drop(Pix binary, int dpi, out int dropped)
    {
        int smallest = Math.Max(2, dpi / 100) + 1;
        var swept = Leptonica.pixSelectBySize(binary, smallest, smallest, Connectivity, Leptonica.SelectIfEither, Leptonica.SelectIfGreaterOrEqual, out _);
        _ = Leptonica.pixCountConnComp(binary, Connectivity, out int before);
        _ = Leptonica.pixCountConnComp(swept, Connectivity, out int after);
        dropped = before - after;
        if (dropped <= before * DustyShare) dropped = 0;
        return swept;
    }

    /// <summary>Whether a grey image was scanned with one bit a pixel.</summary>
    public static bool IsTwoTone(Pix grey)
    {
        nint histogram = Leptonica.pixGetGrayHistogram(grey, 4);
        if (histogram == 0) return false;
        long all = 0, extreme = 0;
        for (int level = 0; level < 256; level++)
        {
            _ = Leptonica.numaGetIValue(histogram, level, out int count);
            all += count;
            if (level is < 8 or > 247) extreme += count;
        }

        Leptonica.numaDestroy(ref histogram);
        return extreme >= all * TwoToneShare;
    }
}
