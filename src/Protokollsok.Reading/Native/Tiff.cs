using System.Runtime.InteropServices;

namespace Protokollsok.Reading.Native;

/// <summary>The few calls of libtiff 4, on which Leptonica rests, for what Leptonica does not read: images in tiles. Only ever in a child.</summary>
internal static partial class Tiff
{
    private const string Library = "libtiff.so.6";

    public const int TopLeft = 1;

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint TIFFOpen(string path, string mode);

    [LibraryImport(Library)]
    public static partial int TIFFSetDirectory(nint tiff, uint page);

    /// <summary>The page as words of 32 bits, red in the lowest byte of each.</summary>
    [LibraryImport(Library)]
    public static partial int TIFFReadRGBAImageOriented(nint tiff, uint width, uint height, nint words, int orientation, int stopOnError);

    [LibraryImport(Library)]
    public static partial void TIFFClose(nint tiff);
}
