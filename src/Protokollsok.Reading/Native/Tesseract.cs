using System.Runtime.InteropServices;

namespace Protokollsok.Reading.Native;

/// <summary>The few calls of libtesseract 5 that are used; only ever in a child.</summary>
internal static partial class Tesseract
{
    private const string Library = "libtesseract.so.5";

    public const int EngineLstm = 1;

    public const int SegmentAuto = 3;
    public const int SegmentBlock = 6;
    public const int SegmentLine = 7;

    public const int LevelBlock = 0;
    public const int LevelParagraph = 1;
    public const int LevelLine = 2;
    public const int LevelWord = 3;

    [LibraryImport(Library)]
    public static partial nint TessVersion();

    [LibraryImport(Library)]
    public static partial nint TessBaseAPICreate();

    [LibraryImport(Library)]
    public static partial void TessBaseAPIDelete(nint api);

    [LibraryImport(Library)]
    public static partial void TessBaseAPIEnd(nint api);

    [LibraryImport(Library)]
    public static partial void TessBaseAPIClear(nint api);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int TessBaseAPIInit2(nint api, string folder, string language, int engine);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int TessBaseAPISetVariable(nint api, string name, string value);

    [LibraryImport(Library)]
    public static partial void TessBaseAPISetPageSegMode(nint api, int mode);

    [LibraryImport(Library)]
    public static partial void TessBaseAPISetImage2(nint api, Pix pix);

    [LibraryImport(Library)]
    public static partial void TessBaseAPISetSourceResolution(nint api, int dpi);

    [LibraryImport(Library)]
    public static partial void TessBaseAPISetRectangle(nint api, int left, int top, int width, int height);

    [LibraryImport(Library)]
    public static partial int TessBaseAPIRecognize(nint api, nint monitor);

    [LibraryImport(Library)]
    public static partial nint TessBaseAPIGetIterator(nint api);

    [LibraryImport(Library)]
    public static partial void TessResultIteratorDelete(nint iterator);

    [LibraryImport(Library)]
    public static partial int TessResultIteratorNext(nint iterator, int level);

    [LibraryImport(Library)]
    public static partial nint TessResultIteratorGetUTF8Text(nint iterator, int level);

    [LibraryImport(Library)]
    public static partial float TessResultIteratorConfidence(nint iterator, int level);

    [LibraryImport(Library)]
    public static partial nint TessResultIteratorGetPageIteratorConst(nint iterator);

    [LibraryImport(Library)]
    public static partial int TessPageIteratorIsAtBeginningOf(nint iterator, int level);

    [LibraryImport(Library)]
    public static partial int TessPageIteratorBoundingBox(nint iterator, int level, out int left, out int top, out int right, out int bottom);

    [LibraryImport(Library)]
    public static partial int TessPageIteratorBlockType(nint iterator);

    [LibraryImport(Library)]
    public static partial void TessDeleteText(nint text);
}
