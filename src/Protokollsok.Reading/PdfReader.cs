using Protokollsok.Documents;
using Protokollsok.Reading.Children;
using Protokollsok.Reading.Layers;
using Protokollsok.Reading.Poppler;

namespace Protokollsok.Reading;

/// <summary>Reads a PDF page by page: a good text layer is kept; with a bad one, or none, the page's image is read.</summary>
internal sealed class PdfReader(ReadingOptions options, ChildPool children, PageTurns turns)
{
    /// <summary>Fewer dots per inch than this leave no letters.</summary>
    private const int LeastReadableDpi = 70;

    /// <summary>The resolutions that Tesseract takes for true.</summary>
    private const int LeastPrintedDpi = 70, MostPrintedDpi = 600;

    /// <summary>The longer side of A4, in points.</summary>
    private const double UsualSheet = 842;

    /// <summary>Pictures that cover less of a page are logotypes and stamps.</summary>
    private const double CoverOfPicture = 0.2;

    /// <summary>What a layer is worth that is doubted, and that the image does not replace.</summary>
    private const double Doubted = 0.5;

    /// <summary>The share of a page's time that a second look may take where the layer can stand alone: the rest is for giving that.</summary>
    private const double ShareOfLook = 0.9;

    private readonly PdfTools _tools = new(options);

    public async Task<DocumentReading> ReadAsync(string path, PageWatch watch, CancellationToken ct)
    {
        var (sizes, isTruncated) = await turns.AskAsync(stop => _tools.PagesAsync(path, stop), ct);
        var images = await turns.AskAsync(stop => _tools.ImagesAsync(path, stop), ct);
        var reading = await turns.ReadAsync(FileKind.Pdf, sizes.Count, (page, stop) =>
            PageAsync(path, page, sizes[page - 1], images[page], stop), watch, ct);
        return isTruncated ? reading with { Problems = [Truncated(path, sizes.Count), .. reading.Problems] } : reading;
    }

    private static Problem Truncated(string path, int pages) =>
        new(ProblemCode.Damaged, null,
            $"The end of the file is missing; {pages} pages were found, there may have been more: scan or send it again.");

    private async Task<PageReading> PageAsync(string path, int page, PdfPage size, IEnumerable<PdfImage> images, CancellationToken ct)
    {
        var resolution = PageResolution.Of(size, images, options.MaxPixels);
        var (width, height) = (resolution.Width, resolution.Height);
        var layer = TextLayer.Lines(await _tools.LayerAsync(path, page, ct), PdfPage.Scale(resolution.Dpi), width, height, ct);
        if (!resolution.HasPageImage && ShiftedFont.Decode(layer) is { } decoded) return OfLayer(decoded.Lines, 1, decoded.How);

        var verdict = TextLayerJudge.Of(layer, resolution.HasPageImage);
        using var look = CancellationTokenSource.CreateLinkedTokenSource(ct);
        if (verdict.Use != LayerUse.Replace) look.CancelAfter(options.PageTimeout * ShareOfLook);
        try
        {
            if (verdict.Use == LayerUse.Keep) verdict = await OnInkAsync(path, page, size, layer, resolution, verdict, look.Token);
            if (verdict.Use == LayerUse.Keep) return OfLayer(layer, 1, verdict.Reason);
            var seen = await ImageAsync(path, page, size, resolution, look.Token);
            return LayerAlone.Has(layer, seen.Lines)
                ? OfLayer(layer, Doubted, $"{verdict.Reason}, but nothing can be read on the page itself")
                : Together(seen, layer, verdict, resolution.HasPageImage);
        }
        catch (Exception fault) when (verdict.Use != LayerUse.Replace && !ct.IsCancellationRequested
            && fault is PageFailedException or InvalidDataException or OperationCanceledException)
        {
            return OfLayer(layer, Doubted, $"{verdict.Reason}, but the page itself could not be looked at ({(fault as PageFailedException)?.Code ?? fault.Message})");
        }

        PageReading OfLayer(IReadOnlyList<LineReading> lines, double confidence, string reason) =>
            new(page, PageOrigin.TextLayer, confidence, width, height, resolution.Dpi, $"pdftotext; {reason}", lines);
    }

    private static PageReading Together(PageReading seen, IReadOnlyList<LineReading> layer, Verdict verdict, bool hasPageImage)
    {
        seen = seen with { Engine = $"{seen.Engine}; {verdict.Reason}" };
        if (verdict.Use == LayerUse.Replace) return seen with { Lines = TwoWitnesses.Beside(seen.Lines, layer) };
        var lines = verdict.Use == LayerUse.Complete ? TwoWitnesses.Completed(layer, seen.Lines)
            : hasPageImage ? TwoWitnesses.Beside(TwoWitnesses.Confirmed(seen.Lines, layer), layer) : TwoWitnesses.Mended(layer, seen.Lines);
        return seen with
        {
            Lines = lines,
            Origin = ReferenceEquals(lines, layer) ? PageOrigin.TextLayer : PageOrigin.Both,
            Confidence = TwoWitnesses.Confidence(lines),
        };
    }

    /// <summary>Looks whether a layer that reads well is the text of what can be seen, where there are pictures that have a text of their own.</summary>
    private async Task<Verdict> OnInkAsync(string path, int page, PdfPage size, IReadOnlyList<LineReading> layer, PageResolution resolution,
        Verdict verdict, CancellationToken ct)
    {
        if (resolution.ImageCover < CoverOfPicture || layer.Sum(line => line.Words.Count) > LayerInk.MostWords) return verdict;
        int most = (int)Math.Sqrt(LayerInk.MostPixels / Math.Max(1e-6, PdfPage.Scale(1) * PdfPage.Scale(1) * size.Width * size.Height));
        int dpi = Math.Max(1, Math.Min(most, Math.Min(LayerInk.Dpi, resolution.Dpi)));
        var (width, height) = size.PixelsAt(dpi);
        var image = await _tools.RenderAsync(path, page, size, width, height, RenderedForm.Grey, ct);
        var ink = LayerInk.Of(image.AsSpan(image.Length - (width * height)), width, height, layer, (double)width / resolution.Width, ct);
        return !resolution.HasPageImage ? (ink.IsWhole ? verdict : Verdict.Complete($"{verdict.Reason}; {ink}"))
            : !ink.Fits ? Verdict.Replace($"text layer does not lie over the ink; {ink}")
            : ink.IsWhole ? verdict : Verdict.Replace($"text layer leaves most of the ink without words; {ink}");
    }

    private async Task<PageReading> ImageAsync(string path, int page, PdfPage size, PageResolution resolution,
        CancellationToken ct)
    {
        if (resolution.IsCapped && resolution.Dpi < LeastReadableDpi)
            throw new PageFailedException(ProblemCode.PageTooLarge,
                $"Page {page} of the file is {size.Width / 72:F0} × {size.Height / 72:F0} inches, too large to be read within {options.MaxPixels} pixels; split the page.");
        var image = await _tools.RenderAsync(path, page, size, resolution.Width, resolution.Height, RenderedForm.Grey, ct);
        var request = new ChildRequest(ChildTask.ReadImage, path, FileKind.Pdf, page, PrintedDpi(size, resolution.Dpi),
            options.MaxPixels, options.MaxPages);
        var (reply, _) = await children.AskAsync(request, image, ct);
        return ImageReading.Of(page, reply, resolution.Dpi);
    }

    /// <summary>Dots per inch of the paper: a page larger or smaller than any sheet is one of usual size whose image declared too few or too many.</summary>
    private static int PrintedDpi(PdfPage size, int dpi)
    {
        double longest = Math.Max(size.Width, size.Height);
        bool isSheet = longest is <= PageResolution.LargestSheet and >= PageResolution.SmallestSheet;
        return Math.Clamp(isSheet ? dpi : (int)(dpi * longest / UsualSheet), LeastPrintedDpi, MostPrintedDpi);
    }
}
