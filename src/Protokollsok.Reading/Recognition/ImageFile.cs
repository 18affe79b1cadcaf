using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using Protokollsok.Documents;
using Protokollsok.Reading.Native;

namespace Protokollsok.Reading.Recognition;

/// <summary>TIFF, JPEG and PNG through Leptonica. Headers are asked for the size before anything is decoded.</summary>
internal static class ImageFile
{
    /// <summary>Less than this is what programs write that do not know (72, 96).</summary>
    private const int LeastBelievedDpi = 100;

    private const int MostBelievedDpi = 1300;

    /// <summary>Rows a fax has to the inch at least, and how many times as many columns: 204 × 98, 200 × 100, 204 × 196 not.</summary>
    private const int LeastFaxDpi = 70;

    private const double FaxRatio = 1.5, MostFaxRatio = 3;

    /// <summary>The width of A4, in inches.</summary>
    private const double SheetWidth = 8.27;

    /// <summary>A sheet that lies is not wider than this times its height; what is wider is a piece cut from one.</summary>
    private const double WidestSheet = 1.6;

    /// <summary>How many pages it has; 0 if it cannot be understood.</summary>
    public static int PageCount(string path, string mediaType, int max)
    {
        if (mediaType != FileKind.Tiff) return Leptonica.pixReadHeader(path, out _, out _, out _, out _, out _, out _) == 0 ? 1 : 0;
        int count = 0;
        while (count <= max && Leptonica.readHeaderTiff(path, count, out _, out _, out _, out _, out _, out _, out _) == 0) count++;
        return count;
    }

    /// <param name="page">1-based.</param>
    /// <exception cref="PageFailedException">It has more pixels than allowed, or cannot be decoded.</exception>
    public static Pix Decode(string path, string mediaType, int page, long maxPixels)
    {
        int width, height, dpi = 0;
        bool isTiff = mediaType == FileKind.Tiff;
        bool known = isTiff
            ? Leptonica.readHeaderTiff(path, page - 1, out width, out height, out _, out _, out dpi, out _, out _) == 0
            : Leptonica.pixReadHeader(path, out _, out width, out height, out _, out _, out _) == 0;
        if (known && (long)width * height > maxPixels)
            throw new PageFailedException(ProblemCode.PageTooLarge,
                $"Page {page} of the file has {width} × {height} pixels, the limit is {maxPixels}; scan it with fewer dots per inch.");
        var pix = !known ? new Pix() : isTiff ? Leptonica.pixReadTiff(path, page - 1) : Leptonica.pixRead(path);
        if (pix.IsInvalid && known && isTiff) pix = TiledTiff.Decode(path, page - 1, width, height, dpi);
        if (pix.IsInvalid) throw new PageFailedException(ProblemCode.PageUnreadable,
            $"Page {page} of the file cannot be decoded: truncated or damaged; scan it again.");
        return WithSquarePixels(mediaType == FileKind.Jpeg ? Turned(pix, ExifOrientation.Quarters(path)) : pix);
    }

    private static Pix Turned(Pix pix, int quarters)
    {
        if (quarters == 0) return pix;
        using (pix) return Leptonica.pixRotateOrth(pix, quarters);
    }

    /// <summary>A fax of standard resolution has 204 dots to the inch across and 98 down; its letters are squashed until it is stretched.</summary>
    private static Pix WithSquarePixels(Pix pix)
    {
        int x = Leptonica.pixGetXRes(pix), y = Leptonica.pixGetYRes(pix);
        bool isSquashed = x is >= LeastBelievedDpi and <= MostBelievedDpi && y >= LeastFaxDpi && x > FaxRatio * y && x < MostFaxRatio * y;
        if (!isSquashed) return pix;
        using (pix)
        {
            var square = Leptonica.pixScale(pix, 1, (float)x / y);
            _ = Leptonica.pixSetResolution(square, x, x);
            return square;
        }
    }

    /// <summary>
    /// A grey image as it came over the pipe: PGM, whose points Leptonica would take in one call each, or another kind.
    /// </summary>
    /// <exception cref="PageFailedException">It cannot be decoded.</exception>
    public static Pix FromMemory(byte[] image)
    {
        var pix = Pgm(image) ?? Leptonica.pixReadMem(image, (nuint)image.Length);
        return pix.IsInvalid ? throw new PageFailedException(ProblemCode.PageUnreadable, "The page's image cannot be decoded.") : pix;
    }

    /// <summary>8 bits of grey a pixel; what is transparent becomes white.</summary>
    public static Pix ToGrey(Pix pix)
    {
        using var opaque = Leptonica.pixRemoveAlpha(pix);
        return Leptonica.pixConvertTo8(opaque, 0);
    }

    /// <summary>Dots per inch: the file's own if they can be true, else as if the page, or the piece of one, had the width of A4.</summary>
    public static int Dpi(Pix pix)
    {
        int declared = Leptonica.pixGetXRes(pix);
        bool lies = pix.Width > pix.Height && pix.Width < pix.Height * WidestSheet;
        return declared is >= LeastBelievedDpi and <= MostBelievedDpi ? declared
            : Math.Max(1, (int)Math.Round((lies ? pix.Height : pix.Width) / SheetWidth));
    }

    /// <exception cref="PageFailedException">It could not be encoded.</exception>
    public static byte[] ToPng(Pix pix) =>
        Leptonica.pixWriteMem(out nint data, out nuint size, pix, Leptonica.FormatPng) == 0 ? Taken(data, size) : throw NotWritten("PNG");

    /// <param name="quality">0–100.</param>
    /// <exception cref="PageFailedException">It could not be encoded.</exception>
    public static byte[] ToWebP(Pix pix, int quality) =>
        Leptonica.pixWriteMemWebP(out nint data, out nuint size, pix, quality, 0) == 0 ? Taken(data, size) : throw NotWritten("WebP");

    private static byte[] Taken(nint data, nuint size)
    {
        try
        {
            var image = new byte[size];
            Marshal.Copy(data, image, 0, image.Length);
            return image;
        }
        finally
        {
            Leptonica.lept_free(data);
        }
    }

    private static PageFailedException NotWritten(string kind) => new(ProblemCode.PageUnreadable, $"The image could not be written as {kind}.");

    /// <summary>The image if it is a plain PGM of 8 bits that is all there; else <see langword="null"/>.</summary>
    private static Pix? Pgm(byte[] image)
    {
        if (!image.AsSpan().StartsWith("P5"u8)) return null;
        var numbers = new int[3];
        int at = 2;
        for (int i = 0; i < numbers.Length; i++)
        {
            while (at < image.Length && char.IsWhiteSpace((char)image[at])) at++;
            if (!Utf8Parser.TryParse(image.AsSpan(Math.Min(at, image.Length)), out numbers[i], out int digits)) return null;
            at += digits;
        }

        var (width, height) = (numbers[0], numbers[1]);
        if (width < 1 || height < 1 || numbers[2] != byte.MaxValue || image.Length - ++at < (long)width * height) return null;
        var pix = Leptonica.pixCreate(width, height, 8);
        if (!pix.IsInvalid) Fill(pix, image.AsSpan(at), width, height);
        return pix;
    }

    private static void Fill(Pix pix, ReadOnlySpan<byte> points, int width, int height)
    {
        var line = new byte[Leptonica.pixGetWpl(pix) * sizeof(uint)];
        var words = MemoryMarshal.Cast<byte, uint>(line.AsSpan());
        nint data = Leptonica.pixGetData(pix);
        for (int y = 0; y < height; y++)
        {
            points.Slice(y * width, width).CopyTo(line);
            // Leptonica keeps the first point of four in the highest byte of a word.
            BinaryPrimitives.ReverseEndianness(words, words);
            Marshal.Copy(line, 0, data + (y * line.Length), line.Length);
        }
    }
}
