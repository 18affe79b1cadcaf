using Protokollsok.Documents;
using Protokollsok.Reading.Native;

namespace Protokollsok.Reading.Recognition;

/// <summary>Reads page images: with <c>swe</c>, then those lines once more with <c>Latin</c> in which a sign may have been lost.</summary>
internal sealed class PageRecognizer(string tessdata) : IDisposable
{
    /// <summary>A page whose words have less confidence than this was turned the wrong way, or holds no print.</summary>
    private const double ReadBadly = 0.7;

    /// <summary>What has fewer pixels than this on a side holds no letter, and Tesseract gives it up.</summary>
    private const int LeastSide = 8;

    private Engine? _swedish;
    private Engine? _latin;

    private Engine Swedish => _swedish ??= new Engine(tessdata, Models.Swedish);

    private Engine Latin => _latin ??= new Engine(tessdata, Models.Latin);

    /// <param name="grey">8 bits a pixel.</param>
    /// <param name="dpi">Of what is printed, which may differ from what the file declares.</param>
    public (IReadOnlyList<LineReading> Lines, string Engine) Read(Pix grey, int dpi)
    {
        if (Math.Min(grey.Width, grey.Height) < LeastSide) return ([], "none, too small for a letter");
        var laid = Lay(CleanPage.Upright(grey, dpi), dpi);
        if (laid.Page.IsTurned && laid.Sureness < ReadBadly)
        {
            var asItWas = Lay(CleanPage.Of(grey, dpi), dpi);
            bool isSurer = asItWas.Sureness > laid.Sureness;
            (isSurer ? laid : asItWas).Dispose();
            if (isSurer) laid = asItWas;
        }

        using (laid) return Finished(laid, dpi);
    }

    public void Dispose()
    {
        _swedish?.Dispose();
        _latin?.Dispose();
    }

    private LaidPage Lay(CleanPage page, int dpi)
    {
        var lines = Swedish.ReadPage(page.Image, dpi);
        return new LaidPage(page, lines, Swedish.Thresholded());
    }

    /// <summary>The lines in reading order, with their signs.</summary>
    private (IReadOnlyList<LineReading> Lines, string Engine) Finished(LaidPage laid, int dpi)
    {
        var image = laid.Page.Image;
        var seen = new RuledWords(new Glyphs(laid.Ink).Components, SeenLine.UsualHeight(laid.Lines)).Mend(laid.Lines);
        Swedish.ShowPage(image, dpi);
        IReadOnlyList<SeenLine> lines = [.. TwoUp.Halves(seen, image.Width, image.Height).SelectMany(half =>
            RowOrder.Of(WithCells(half, laid.Ink), row => Swedish.ReadLine(Piece(row, image))))];
        Swedish.Forget();
        lines = WithRaisedMarks(WithSigns(lines, image, laid.Ink, dpi), image, laid.Ink);
        return (PageText.Of(lines, laid.Page),
            $"tesseract {Engine.Version}, {Models.Swedish} with signs from {Models.Latin}, Sauvola{laid.Page.Done}");
    }

    private IReadOnlyList<SeenLine> WithCells(IReadOnlyList<SeenLine> lines, Pix ink)
    {
        var regions = StaggeredRegion.In(lines);
        return regions.Count == 0 ? lines : StaggeredRegion.Replace(lines, regions, region => region.Read(ink, Swedish.ReadLine));
    }

    private IReadOnlyList<SeenLine> WithSigns(IReadOnlyList<SeenLine> lines, Pix image, Pix ink, int dpi)
    {
        var glyphs = new Glyphs(ink);
        var letters = new DotsAbove(glyphs.Components);
        lines = [.. lines.Select(line => line with { Words = letters.Mend(line.Words) })];
        if (!lines.Any(line => SignSuspects.In(line.Words).Count > 0)) return lines;
        Latin.ShowPage(image, dpi);
        var signs = new MisreadSign(glyphs.Of);
        lines = [.. lines.Select(line => line with { Words = signs.Mend(WithSigns(line, image)) })];
        Latin.Forget();
        return lines;
    }

    /// <summary>The lines with their footnote marks; each is cut out and read by itself.</summary>
    private IReadOnlyList<SeenLine> WithRaisedMarks(IReadOnlyList<SeenLine> lines, Pix image, Pix ink)
    {
        var glyphs = new Glyphs(ink);
        var marks = new RaisedMarks(glyphs.Of, mark => Swedish.ReadFigure(image, mark));
        lines = [.. lines.Select(line => line with { Words = marks.Mend([.. line.Words.Select(word => DoubledDashes.Mend(word, glyphs.Of))]) })];
        Swedish.Forget();
        return lines;
    }

    /// <summary>The line with signs where a second look at its suspects shows them.</summary>
    private List<SeenWord> WithSigns(SeenLine line, Pix image)
    {
        var words = new List<SeenWord>();
        int next = 0;
        foreach (var stretch in SignSuspects.In(line.Words))
        {
            List<SeenWord> swedish = [.. line.Words.Skip(stretch.Start).Take(stretch.End - stretch.Start)];
            words.AddRange(line.Words.Skip(next).Take(stretch.Start - next));
            words.AddRange(SignMerger.Merge(swedish, Latin.ReadLine(Piece(line, stretch, image))));
            next = stretch.End;
        }

        words.AddRange(line.Words.Skip(next));
        return words;
    }

    /// <summary>
    /// A stretch of the line up to the middle of the blanks around it, but no farther than at the line's ends, where it has as much paper
    /// as the line has there.
    /// </summary>
    private static Box Piece(SeenLine line, Stretch stretch, Pix image)
    {
        var whole = Piece(line, image);
        int side = 2 * line.Box.Height;
        Box first = line.Words[stretch.Start].Box, last = line.Words[stretch.End - 1].Box;
        int left = stretch.Start == 0 ? whole.X : Math.Max(first.X - side, (line.Words[stretch.Start - 1].Box.Right + first.X) / 2);
        int right = stretch.End == line.Words.Count ? whole.Right : Math.Min(last.Right + side, (last.Right + line.Words[stretch.End].Box.X) / 2);
        return new Box(left, whole.Y, Math.Max(1, right - left), whole.Height);
    }

    /// <summary>The line with some paper around it, for signs at its ends that were not seen as words.</summary>
    private static Box Piece(SeenLine line, Pix image)
    {
        var box = line.Box;
        int margin = box.Height / 4, side = box.Height * 2;
        int left = Math.Max(0, box.X - side), top = Math.Max(0, box.Y - margin);
        return new Box(left, top, Math.Min(image.Width, box.Right + side) - left, Math.Min(image.Height, box.Bottom + margin) - top);
    }
}
