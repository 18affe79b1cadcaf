using Protokollsok.Documents;
using Protokollsok.Reading.Native;

namespace Protokollsok.Reading.Recognition;

/// <summary>Reads page images: with <c>swe</c>, then those lines once more with <c>Latin</c> in which a sign may have been lost.</summary>
internal sealed class PageRecognizer(string tessdata) : IDisposable
{
    /// <summary>A word of which <c>swe</c> is less sure than this may hold a sign that it does not know.</summary>
    private const double Unsure = 0.75;

    private Engine? _swedish;
    private Engine? _latin;

    private Engine Swedish => _swedish ??= new Engine(tessdata, Models.Swedish);

    private Engine Latin => _latin ??= new Engine(tessdata, Models.Latin);

    /// <param name="grey">8 bits a pixel.</param>
    /// <param name="dpi">Of what is printed, which may differ from what the file declares.</param>
    public (IReadOnlyList<LineReading> Lines, string Engine) Read(Pix grey, int dpi)
    {
        using var page = CleanPage.Of(grey, dpi);
        var lines = WithCells(Swedish.ReadPage(page.Image, dpi), page.Image, dpi);
        Swedish.ShowPage(page.Image, dpi);
        lines = RowOrder.Of(lines, row => Swedish.ReadLine(Piece(row, page.Image)));
        Swedish.Forget();
        lines = WithSigns(lines, page.Image, dpi);
        return (PageText.Of(lines, page), $"tesseract {Engine.Version}, {Models.Swedish} with signs from {Models.Latin}, Sauvola{page.Done}");
    }

    public void Dispose()
    {
        _swedish?.Dispose();
        _latin?.Dispose();
    }

    private IReadOnlyList<SeenLine> WithCells(IReadOnlyList<SeenLine> lines, Pix image, int dpi)
    {
        var regions = StaggeredRegion.In(lines);
        if (regions.Count == 0) return lines;
        using var ink = Swedish.Thresholded();
        Swedish.ShowPage(image, dpi);
        return StaggeredRegion.Replace(lines, regions, region => region.Read(ink, Swedish.ReadLine));
    }

    private IReadOnlyList<SeenLine> WithSigns(IReadOnlyList<SeenLine> lines, Pix image, int dpi)
    {
        if (!lines.Any(MayLackSigns)) return lines;
        Latin.ShowPage(image, dpi);
        var merged = lines.Select(line =>
            MayLackSigns(line) ? line with { Words = Signs(line.Words, Latin.ReadLine(Piece(line, image))) } : line).ToList();
        Latin.Forget();
        return merged;
    }

    private static IReadOnlyList<SeenWord> Signs(IReadOnlyList<SeenWord> swedish, IReadOnlyList<SeenWord> latin) =>
        MisreadSign.Mend(SignMerger.Merge(swedish, latin));

    /// <summary>Signs stand by numbers, or come out as something that is no letter, or leave the engine unsure.</summary>
    private static bool MayLackSigns(SeenLine line) =>
        line.Words.Any(word => word.Confidence < Unsure || word.Text.Any(c => !char.IsLetter(c) && c is not ('.' or ',' or '-')));

    /// <summary>The line with some paper around it, for signs at its ends that were not seen as words.</summary>
    private static Box Piece(SeenLine line, Pix image)
    {
        var box = line.Box;
        int margin = box.Height / 4, side = box.Height * 2;
        int left = Math.Max(0, box.X - side), top = Math.Max(0, box.Y - margin);
        return new Box(left, top, Math.Min(image.Width, box.Right + side) - left, Math.Min(image.Height, box.Bottom + margin) - top);
    }
}
