using Protokollsok.Reading.Native;

namespace Protokollsok.Reading.Recognition;

/// <summary>
/// The dust of fax and one-bit scanning. Specks that fit into 2 × 2 px at 200 dpi go, unless a letter is close below or above them: the
/// dots of å ä ö are hardly larger (without that their recall falls to 88 %, at 3 px to 57 %). On a one-bit
/// page specks of one or two pixels go everywhere: no dot is so small, and above an a they make an ä. Of grey ones the threshold tells
/// too little.
/// </summary>
internal static class Speckle
{
    /// <summary>A page has dust if at least this share of what is on it are specks: full stops and dots are larger.</summary>
    private const double DustyShare = 0.1;

    private const int Connectivity = 8;

    /// <summary>The pixels of the least dot, at <see cref="UsualDpi"/>.</summary>
    private const double LeastDot = 3;

    private const double UsualDpi = 200;

    /// <summary>The dots of a letter are not farther from it than an inch divided by this: 6 px at 200 dpi.</summary>
    private const int DotDistance = 33;

    /// <summary>What is farther from print than an inch divided by this belongs to no letter.</summary>
    private const int TextDistance = 16;

    /// <summary>The image without its specks.</summary>
    /// <param name="isOneBit">Whether the page was so scanned, and is not grey made black and white.</param>
    /// <param name="dropped">How many there were; 0 if so few that they are full stops and dots, and better left.</param>
    public static Pix Drop(Pix binary, int dpi, bool isOneBit, out int dropped)
    {
        int smallest = Math.Max(1, dpi / 100) + 1;
        var swept = Leptonica.pixSelectBySize(binary, smallest, smallest, Connectivity, Leptonica.SelectIfEither,
            Leptonica.SelectIfGreaterOrEqual, out _);
        _ = Leptonica.pixCountConnComp(binary, Connectivity, out int before);
        _ = Leptonica.pixCountConnComp(swept, Connectivity, out int after);
        dropped = before - after;
        if (dropped <= before * DustyShare || CountFar(binary, swept, dpi) <= before * DustyShare)
        {
            dropped = 0;
            return swept;
        }

        using (swept)
        {
            var kept = WithDots(binary, swept, dpi, isOneBit);
            if (isOneBit) FalseDots.Remove(kept, swept, smallest - 1);
            return kept;
        }
    }

    /// <summary>How many specks lie apart from all print: full stops and the dots of small print do not.</summary>
    private static int CountFar(Pix binary, Pix swept, int dpi)
    {
        using var near = Leptonica.pixDilateBrick(0, swept, (2 * dpi / TextDistance) + 1, (2 * dpi / TextDistance) + 1);
        using var far = Leptonica.pixSubtract(0, binary, near);
        return Leptonica.pixCountConnComp(far, Connectivity, out int count) == 0 ? count : 0;
    }

    /// <summary>The swept image with those specks that lie where dots of letters lie.</summary>
    private static Pix WithDots(Pix binary, Pix swept, int dpi, bool isOneBit)
    {
        float least = isOneBit ? (float)Math.Max(LeastDot, LeastDot * dpi * dpi / (UsualDpi * UsualDpi)) : 1;
        using var solid = Leptonica.pixSelectByArea(binary, least, Connectivity, Leptonica.SelectIfGreaterOrEqual, out _);
        using var near = Leptonica.pixDilateBrick(0, swept, 3, (2 * dpi / DotDistance) + 1);
        using var seeds = Leptonica.pixAnd(0, near, solid);
        return Leptonica.pixSeedfillBinary(0, seeds, solid, Connectivity);
    }

    /// <summary>
    /// A copy of the grey image that is white where the specks were, and a pixel around them, where rendering has smeared
    /// them. The letters keep their grey.
    /// </summary>
    public static Pix Whiten(Pix grey, Pix binary, Pix swept)
    {
        using var specks = Leptonica.pixXor(0, binary, swept);
        using var wider = Leptonica.pixDilateBrick(0, specks, 3, 3);
        var copy = Leptonica.pixConvertTo8(grey, 0);
        _ = Leptonica.pixSetMasked(copy, wider, byte.MaxValue);
        return copy;
    }
}
