using System.Runtime.InteropServices;

namespace Protokollsok.Reading.Native;

/// <summary>The few calls of Leptonica (liblept 5, 1.82) that are used; only ever in a child.</summary>
internal static partial class Leptonica
{
    private const string Library = "liblept.so.5";

    public const int FormatPng = 3;
    public const int SeverityNone = 6;
    public const int SelectIfEither = 5;
    public const int SelectIfGreaterOrEqual = 4;
    public const int RotateAreaMap = 1;
    public const int BringInWhite = 1;

    [LibraryImport(Library)]
    public static partial int setMsgSeverity(int severity);

    [LibraryImport(Library)]
    public static partial Pix pixReadMem(ReadOnlySpan<byte> data, nuint size);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial Pix pixRead(string path);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial Pix pixReadTiff(string path, int page);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int pixReadHeader(string path, out int format, out int width, out int height, out int bits, out int samples,
        out int colormap);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int readHeaderTiff(
        string path, int page, out int width, out int height, out int bits, out int samples, out int resolution, out int colormap,
            out int format);

    [LibraryImport(Library)]
    public static partial int pixWriteMem(out nint data, out nuint size, Pix pix, int format);

    /// <param name="quality">0–100.</param>
    [LibraryImport(Library)]
    public static partial int pixWriteMemWebP(out nint data, out nuint size, Pix pix, int quality, int lossless);

    [LibraryImport(Library)]
    public static partial Pix pixConvertTo32(Pix pix);

    /// <summary>As a marker does: white takes the colour, black stays.</summary>
    /// <param name="color">0xRRGGBB00.</param>
    [LibraryImport(Library)]
    public static partial Pix pixMultiplyByColor(nint target, Pix pix, nint box, uint color);

    [LibraryImport(Library)]
    public static partial void lept_free(nint data);

    [LibraryImport(Library)]
    public static partial void pixDestroy(ref nint pix);

    [LibraryImport(Library)]
    public static partial int pixGetWidth(Pix pix);

    [LibraryImport(Library)]
    public static partial int pixGetHeight(Pix pix);

    [LibraryImport(Library)]
    public static partial int pixGetDepth(Pix pix);

    [LibraryImport(Library)]
    public static partial int pixGetXRes(Pix pix);

    [LibraryImport(Library)]
    public static partial int pixGetYRes(Pix pix);

    [LibraryImport(Library)]
    public static partial int pixSetResolution(Pix pix, int x, int y);

    [LibraryImport(Library)]
    public static partial int pixEndianByteSwap(Pix pix);

    [LibraryImport(Library)]
    public static partial Pix pixScale(Pix pix, float scaleX, float scaleY);

    [LibraryImport(Library)]
    public static partial Pix pixRemoveAlpha(Pix pix);

    [LibraryImport(Library)]
    public static partial Pix pixConvertTo8(Pix pix, int colormap);

    [LibraryImport(Library)]
    public static partial Pix pixConvertTo1(Pix pix, int threshold);

    [LibraryImport(Library)]
    public static partial Pix pixXor(nint target, Pix one, Pix other);

    /// <summary>What is in the one and not in the other.</summary>
    [LibraryImport(Library)]
    public static partial Pix pixSubtract(nint target, Pix one, Pix other);

    [LibraryImport(Library)]
    public static partial Pix pixAnd(nint target, Pix one, Pix other);

    [LibraryImport(Library)]
    public static partial Pix pixSeedfillBinary(nint target, Pix seeds, Pix mask, int connectivity);

    [LibraryImport(Library)]
    public static partial Pix pixDilateBrick(nint target, Pix pix, int width, int height);

    [LibraryImport(Library)]
    public static partial int pixSetMasked(Pix pix, Pix mask, uint value);

    [LibraryImport(Library)]
    public static partial int pixOtsuAdaptiveThreshold(
        Pix pix, int width, int height, int smoothX, int smoothY, float scoreFraction, nint thresholds, out Pix binary);

    [LibraryImport(Library)]
    public static partial Pix pixSelectBySize(Pix pix, int width, int height, int connectivity, int type, int relation, out int changed);

    /// <summary>What hangs together over so many pixels.</summary>
    [LibraryImport(Library)]
    public static partial Pix pixSelectByArea(Pix pix, float area, int connectivity, int relation, out int changed);

    [LibraryImport(Library)]
    public static partial Pix pixCloseBrick(nint target, Pix pix, int width, int height);

    /// <param name="value">Of the border's pixels.</param>
    [LibraryImport(Library)]
    public static partial Pix pixAddBorder(Pix pix, int width, uint value);

    [LibraryImport(Library)]
    public static partial nint boxCreate(int x, int y, int width, int height);

    [LibraryImport(Library)]
    public static partial void boxDestroy(ref nint box);

    [LibraryImport(Library)]
    public static partial int pixClearInRect(Pix pix, nint box);

    [LibraryImport(Library)]
    public static partial Pix pixClipRectangle(Pix pix, nint box, nint clipped);

    /// <summary>The boxes of what hangs together.</summary>
    [LibraryImport(Library)]
    public static partial nint pixConnComp(Pix pix, nint components, int connectivity);

    [LibraryImport(Library)]
    public static partial int boxaGetCount(nint boxes);

    [LibraryImport(Library)]
    public static partial int boxaGetBoxGeometry(nint boxes, int index, out int x, out int y, out int width, out int height);

    [LibraryImport(Library)]
    public static partial void boxaDestroy(ref nint boxes);

    /// <param name="factor">Every n-th pixel is looked at, both ways.</param>
    [LibraryImport(Library)]
    public static partial int pixNumColors(Pix pix, int factor, out int colors);

    [LibraryImport(Library)]
    public static partial int pixCountConnComp(Pix pix, int connectivity, out int count);

    [LibraryImport(Library)]
    public static partial int pixFindSkew(Pix pix, out float degrees, out float confidence);

    /// <param name="range">Degrees either way that are tried; <see cref="pixFindSkew"/> tries 7.</param>
    [LibraryImport(Library)]
    public static partial int pixFindSkewSweepAndSearch(Pix pix, out float degrees, out float confidence, int sweepReduction,
        int searchReduction, float range, float step, float precision);

    [LibraryImport(Library)]
    public static partial Pix pixRotate(Pix pix, float radians, int type, int color, int width, int height);

    [LibraryImport(Library)]
    public static partial int pixGetPixel(Pix pix, int x, int y, out uint value);

    [LibraryImport(Library)]
    public static partial Pix pixScaleBySampling(Pix pix, float scaleX, float scaleY);

    /// <summary>Grey paper made even, at a level of 200.</summary>
    [LibraryImport(Library)]
    public static partial Pix pixBackgroundNormSimple(Pix pix, nint imageMask, nint grey);

    /// <summary>Levels from <paramref name="black"/> to <paramref name="white"/> stretched over all.</summary>
    [LibraryImport(Library)]
    public static partial Pix pixGammaTRC(nint target, Pix pix, float gamma, int black, int white);

    [LibraryImport(Library)]
    public static partial Pix pixCreate(int width, int height, int depth);

    [LibraryImport(Library)]
    public static partial nint pixGetData(Pix pix);

    /// <summary>Words of 32 bits a line.</summary>
    [LibraryImport(Library)]
    public static partial int pixGetWpl(Pix pix);

    /// <summary>Turned clockwise by so many quarters.</summary>
    [LibraryImport(Library)]
    public static partial Pix pixRotateOrth(Pix pix, int quarters);

    /// <summary>How surely the ascenders of the print point up, and how surely they point left; in standard deviations.</summary>
    [LibraryImport(Library)]
    public static partial int pixOrientDetect(Pix binary, out float up, out float left, int fewest, int debug);
}
