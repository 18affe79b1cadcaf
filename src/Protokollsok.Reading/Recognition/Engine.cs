using System.Runtime.InteropServices;
using Protokollsok.Documents;
using Protokollsok.Reading.Native;

namespace Protokollsok.Reading.Recognition;

/// <summary>One Tesseract engine with one model; for one thread.</summary>
internal sealed class Engine : IDisposable
{
    /// <summary>The height at which models read best, in pixels, and the resolution at which print is so high.</summary>
    private const int FigureHeight = 36, FigureDpi = 300;

    private readonly nint _api;
    private readonly string _model;

    /// <exception cref="InvalidOperationException">The model could not be loaded.</exception>
    public Engine(string tessdata, string model)
    {
        _model = model;
        _api = Tesseract.TessBaseAPICreate();
        if (Tesseract.TessBaseAPIInit2(_api, tessdata, model, Tesseract.EngineLstm) != 0)
            throw new InvalidOperationException($"Tesseract could not load {model} from {tessdata}.");
        // 2 is Sauvola: the threshold follows uneven paper; on clean pages it changes nothing (CER 10.4 → .15 % on grey paper).
        Set("thresholding_method", "2");
        // White on black is looked for line by line otherwise, at a fifth of the time.
        Set("tessedit_do_invert", "0");
        Set("debug_file", "/dev/null");
    }

    public static string Version => Marshal.PtrToStringUTF8(Tesseract.TessVersion()) ?? "";

    /// <summary>The whole page, laid out.</summary>
    public IReadOnlyList<SeenLine> ReadPage(Pix image, int dpi)
    {
        Show(image, dpi, Tesseract.SegmentAuto);
        return Recognize();
    }

    /// <summary>Gives the engine a page of which <see cref="ReadLine"/> reads pieces.</summary>
    public void ShowPage(Pix image, int dpi) => Show(image, dpi, Tesseract.SegmentLine);

    /// <summary>A piece of the page that holds one line.</summary>
    public IReadOnlyList<SeenWord> ReadLine(Box piece)
    {
        Tesseract.TessBaseAPISetRectangle(_api, piece.X, piece.Y, piece.Width, piece.Height);
        return [.. Recognize().SelectMany(line => line.Words)];
    }

    /// <summary>One figure of a page, made as large as those that the model was taught on.</summary>
    /// <param name="image">8 bits a pixel.</param>
    public string ReadFigure(Pix image, Box figure)
    {
        using var large = Enlarged(image, figure);
        if (large.IsInvalid) return "";
        Show(large, FigureDpi, Tesseract.SegmentLine);
        return string.Concat(Recognize().SelectMany(line => line.Words).Select(word => word.Text));
    }

    /// <summary>Black and white as the engine sees the page that it has just read.</summary>
    public Pix Thresholded() => Tesseract.TessBaseAPIGetThresholdedImage(_api);

    /// <summary>Forgets the page; the model stays.</summary>
    public void Forget() => Tesseract.TessBaseAPIClear(_api);

    public void Dispose()
    {
        Tesseract.TessBaseAPIEnd(_api);
        Tesseract.TessBaseAPIDelete(_api);
    }

    /// <summary>The figure with the paper around it white.</summary>
    private static Pix Enlarged(Pix image, Box figure)
    {
        int margin = FigureHeight / 2;
        float scale = (float)FigureHeight / figure.Height;
        nint frame = Leptonica.boxCreate(figure.X - 1, figure.Y - 1, figure.Width + 2, figure.Height + 2);
        using var piece = Leptonica.pixClipRectangle(image, frame, 0);
        Leptonica.boxDestroy(ref frame);
        if (piece.IsInvalid) return new Pix();
        using var large = Leptonica.pixScale(piece, scale, scale);
        return Leptonica.pixAddBorder(large, margin, byte.MaxValue);
    }

    private void Set(string name, string value) => _ = Tesseract.TessBaseAPISetVariable(_api, name, value);

    private void Show(Pix image, int dpi, int mode)
    {
        Tesseract.TessBaseAPISetPageSegMode(_api, mode);
        Tesseract.TessBaseAPISetImage2(_api, image);
        Tesseract.TessBaseAPISetSourceResolution(_api, dpi);
    }

    private List<SeenLine> Recognize()
    {
        if (Tesseract.TessBaseAPIRecognize(_api, 0) != 0) throw new InvalidOperationException("Tesseract gave the page up.");
        var lines = new List<SeenLine>();
        nint iterator = Tesseract.TessBaseAPIGetIterator(_api);
        if (iterator == 0) return lines;
        try
        {
            Collect(iterator, lines);
        }
        finally
        {
            Tesseract.TessResultIteratorDelete(iterator);
        }

        return lines;
    }

    private void Collect(nint iterator, List<SeenLine> lines)
    {
        nint place = Tesseract.TessResultIteratorGetPageIteratorConst(iterator);
        var words = new List<SeenWord>();
        bool startsBlock = false;
        do
        {
            if (Tesseract.TessPageIteratorIsAtBeginningOf(place, Tesseract.LevelLine) != 0)
            {
                Finish(words, startsBlock, lines);
                words = [];
                startsBlock = Tesseract.TessPageIteratorIsAtBeginningOf(place, Tesseract.LevelParagraph) != 0;
            }

            if (Word(iterator, place) is { } word) words.Add(word);
        }
        while (Tesseract.TessResultIteratorNext(iterator, Tesseract.LevelWord) != 0);
        Finish(words, startsBlock, lines);
    }

    private static void Finish(List<SeenWord> words, bool startsBlock, List<SeenLine> lines)
    {
        if (words.Count > 0) lines.Add(new SeenLine(words, startsBlock));
    }

    private SeenWord? Word(nint iterator, nint place)
    {
        nint text = Tesseract.TessResultIteratorGetUTF8Text(iterator, Tesseract.LevelWord);
        if (text == 0) return null;
        string word = Marshal.PtrToStringUTF8(text) ?? "";
        Tesseract.TessDeleteText(text);
        if (string.IsNullOrWhiteSpace(word)
            || Tesseract.TessPageIteratorBoundingBox(place, Tesseract.LevelWord, out int left, out int top, out int right,
                out int bottom) == 0)
            return null;
        double confidence = Math.Clamp(Tesseract.TessResultIteratorConfidence(iterator, Tesseract.LevelWord) / 100, 0, 1);
        return new SeenWord(word.Trim(), new Box(left, top, right - left, bottom - top), confidence, _model);
    }
}
