using Protokollsok.Reading.Native;

namespace Protokollsok.Reading.Recognition;

/// <summary>TIFF in tiles, as archives' own programs write large sheets.</summary>
internal static class TiledTiff
{
    private const int Colour = 32;

    /// <param name="page">0-based.</param>
    /// <returns>The page in colour; invalid if it cannot be decoded.</returns>
    public static Pix Decode(string path, int page, int width, int height, int dpi)
    {
        nint tiff = Tiff.TIFFOpen(path, "r");
        if (tiff == 0) return new Pix();
        var pix = Leptonica.pixCreate(width, height, Colour);
        bool isWhole = !pix.IsInvalid && Tiff.TIFFSetDirectory(tiff, (uint)page) != 0
            && Tiff.TIFFReadRGBAImageOriented(tiff, (uint)width, (uint)height, Leptonica.pixGetData(pix), Tiff.TopLeft, 1) != 0;
        Tiff.TIFFClose(tiff);
        if (!isWhole)
        {
            pix.Dispose();
            return new Pix();
        }

        // Leptonica keeps red in the highest byte of a word.
        _ = Leptonica.pixEndianByteSwap(pix);
        _ = Leptonica.pixSetResolution(pix, dpi, dpi);
        return pix;
    }
}
