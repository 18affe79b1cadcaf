using Protokollsok.Documents;
using Protokollsok.Reading.Children;
using Protokollsok.Reading.Poppler;

namespace Protokollsok.Reading;

/// <summary>
/// The untouched page as people see it, as PNG, or right-sized for the screen. Asked with the dpi of a <see cref="PageReading"/>, the image has the width and
/// height that the reading says, and its boxes lie on the print.
/// </summary>
public sealed class PageImageRenderer : IDisposable
{
    private readonly ReadingOptions _options;
    private readonly PdfTools _tools;

    /// <summary>Warm, for somebody waits; one, since the readers need the memory too.</summary>
    private readonly ChildPool _children;

    /// <exception cref="ArgumentException">The options name something that is not there, or out of range.</exception>
    public PageImageRenderer(ReadingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        _options = options;
        _tools = new PdfTools(options);
        _children = new ChildPool(options with { Children = 1 });
    }

    /// <param name="mediaType">Of the reading: <c>application/pdf</c>, <c>image/tiff</c>, <c>image/jpeg</c> or <c>image/png</c>.</param>
    /// <param name="page">1-based.</param>
    /// <param name="dpi">Dots per inch of the reading; image files have their own pixels whatever it is.</param>
    /// <exception cref="NotSupportedException">Files of this kind have no page images.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such page, or so many dots per inch make it too large.</exception>
    /// <exception cref="InvalidDataException">The page cannot be rendered; the message says why.</exception>
    /// <exception cref="TimeoutException">It took longer than a page may take.</exception>
    public Task<byte[]> RenderPngAsync(string path, string mediaType, int page, int dpi, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        path = Path.GetFullPath(path);
        return InTimeAsync(
            page,
            limit => mediaType switch
            {
                FileKind.Pdf => PdfPageAsync(path, page, dpi, limit),
                FileKind.Tiff or FileKind.Jpeg or FileKind.Png => AskAsync(Request(ChildTask.Render, path, mediaType, page), default, limit),
                _ => throw new NotSupportedException($"{mediaType} has no page images."),
            },
            ct);
    }

    /// <summary>A page, or a piece of it, as WebP for people to look at.</summary>
    /// <param name="mediaType">As above.</param>
    /// <param name="page">As understood: its number and its size in pixels.</param>
    /// <param name="clip">The piece, in pixels of the page; <see langword="null"/>: the whole page.</param>
    /// <param name="width">Of the picture, in pixels; it is never larger than what it shows.</param>
    /// <param name="marks">What is marked as with a pen, in pixels of the page.</param>
    /// <exception cref="NotSupportedException">Files of this kind have no page images.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such page.</exception>
    /// <exception cref="InvalidDataException">The page cannot be rendered; the message says why.</exception>
    /// <exception cref="TimeoutException">It took longer than a page may take.</exception>
    public Task<byte[]> RenderPictureAsync(string path, string mediaType, PageRecord page, Box? clip, int width, IReadOnlyList<Box> marks, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(marks);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (page is not { Width: { } pageWidth, Height: { } pageHeight }) throw new NotSupportedException("The page has no image.");
        path = Path.GetFullPath(path);
        var whole = new Box(0, 0, pageWidth, pageHeight);
        var wanted = new PictureRequest(clip, width, Placed(marks, clip ?? whole, width));
        return InTimeAsync(
            page.Number,
            limit => mediaType switch
            {
                FileKind.Pdf => PdfPictureAsync(path, page.Number, whole, wanted, limit),
                FileKind.Tiff or FileKind.Jpeg or FileKind.Png => AskAsync(
                    Request(ChildTask.FitFile, path, mediaType, page.Number) with { Picture = wanted }, default, limit),
                _ => throw new NotSupportedException($"{mediaType} has no page images."),
            },
            ct);
    }

    public void Dispose() => _children.Dispose();

    private async Task<byte[]> InTimeAsync(int page, Func<CancellationToken, Task<byte[]>> render, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(_options.PageTimeout);
        try
        {
            return await render(limit.Token);
        }
        catch (PageFailedException fault)
        {
            throw new InvalidDataException(fault.Message, fault);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"Page {page} of the file was not rendered within {_options.PageTimeout}.");
        }
    }

    private async Task<byte[]> PdfPageAsync(string path, int page, int dpi, CancellationToken ct)
    {
        var (sizes, _) = await _tools.PagesAsync(path, ct);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(page, sizes.Count);
        ArgumentOutOfRangeException.ThrowIfLessThan(dpi, 1);
        var images = await _tools.ImagesAsync(path, ct);
        var (width, height) = PageResolution.PixelsAt(dpi, sizes[page - 1], images[page]);
        if ((long)width * height > _options.MaxPixels + width + height)
            throw new ArgumentOutOfRangeException(nameof(dpi), dpi,
                $"The page would have {width} × {height} pixels, the limit is {_options.MaxPixels}.");
        return await _tools.RenderAsync(path, page, sizes[page - 1], width, height, RenderedForm.Png, ct);
    }

    /// <summary>Poppler shrinks while it draws, which is quicker than drawing all and shrinking that.</summary>
    private async Task<byte[]> PdfPictureAsync(string path, int page, Box whole, PictureRequest wanted, CancellationToken ct)
    {
        var (sizes, _) = await _tools.PagesAsync(path, ct);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(page, sizes.Count);
        var clip = wanted.Clip ?? whole;
        double scale = Scale(clip, wanted.Width);
        var small = Scaled(whole, scale);
        var image = await _tools.RenderAsync(path, page, sizes[page - 1], small.Width, small.Height, RenderedForm.Colour, ct);
        var request = Request(ChildTask.FitImage, "", FileKind.Unknown, page) with { Picture = wanted with { Clip = Scaled(clip, scale) } };
        return await AskAsync(request, image, ct);
    }

    private static double Scale(Box clip, int width) => Math.Min(1, (double)width / clip.Width);

    private static Box Scaled(Box box, double scale)
    {
        int Pixels(int length) => Math.Max(1, (int)Math.Round(length * scale));
        return new Box((int)(box.X * scale), (int)(box.Y * scale), Pixels(box.Width), Pixels(box.Height));
    }

    private static List<Box> Placed(IReadOnlyList<Box> marks, Box clip, int width) =>
        [.. marks.Select(mark => Scaled(mark with { X = mark.X - clip.X, Y = mark.Y - clip.Y }, Scale(clip, width)))];

    private ChildRequest Request(ChildTask task, string path, string mediaType, int page) =>
        new(task, path, mediaType, page, 0, _options.MaxPixels, _options.MaxPages);

    private async Task<byte[]> AskAsync(ChildRequest request, ReadOnlyMemory<byte> image, CancellationToken ct) =>
        (await _children.AskAsync(request, image, ct)).Png;
}
