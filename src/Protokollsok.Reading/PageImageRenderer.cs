using Protokollsok.Documents;
using Protokollsok.Reading.Children;
using Protokollsok.Reading.Poppler;

namespace Protokollsok.Reading;

/// <summary>
/// The untouched page as people see it, as PNG. Asked with the dpi of a <see cref="PageReading"/>, the image has the width and
/// height that the reading says, and its boxes lie on the print.
/// </summary>
public sealed class PageImageRenderer
{
    private readonly ReadingOptions _options;
    private readonly PdfTools _tools;

    /// <exception cref="ArgumentException">The options name something that is not there, or out of range.</exception>
    public PageImageRenderer(ReadingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        _options = options;
        _tools = new PdfTools(options);
    }

    /// <param name="mediaType">Of the reading: <c>application/pdf</c>, <c>image/tiff</c>, <c>image/jpeg</c> or <c>image/png</c>.</param>
    /// <param name="page">1-based.</param>
    /// <param name="dpi">Dots per inch of the reading; image files have their own pixels whatever it is.</param>
    /// <exception cref="NotSupportedException">Files of this kind have no page images.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such page, or so many dots per inch make it too large.</exception>
    /// <exception cref="InvalidDataException">The page cannot be rendered; the message says why.</exception>
    /// <exception cref="TimeoutException">It took longer than a page may take.</exception>
    public async Task<byte[]> RenderPngAsync(string path, string mediaType, int page, int dpi, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        path = Path.GetFullPath(path);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(_options.PageTimeout);
        try
        {
            return mediaType switch
            {
                FileKind.Pdf => await PdfPageAsync(path, page, dpi, limit.Token),
                FileKind.Tiff or FileKind.Jpeg or FileKind.Png => await ImageAsync(path, mediaType, page, limit.Token),
                _ => throw new NotSupportedException($"{mediaType} has no page images."),
            };
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
        return await _tools.RenderAsync(path, page, sizes[page - 1], width, height, png: true, ct);
    }

    private async Task<byte[]> ImageAsync(string path, string mediaType, int page, CancellationToken ct)
    {
        using var children = new ChildPool(_options);
        var (_, png) = await children.AskAsync(
            new ChildRequest(ChildTask.Render, path, mediaType, page, 0, _options.MaxPixels, _options.MaxPages), default, ct);
        return png;
    }
}
