using System.Globalization;
using Protokollsok.Documents;

namespace Protokollsok.Reading.Poppler;

/// <summary>What Poppler's programs say about a PDF. Every answer is checked, none believed.</summary>
internal sealed class PdfTools(ReadingOptions options)
{
    private const long MaxListing = 64 << 20;

    /// <summary>The size of every page, in order.</summary>
    /// <exception cref="PageFailedException">The file cannot be opened, needs a password, has no pages or too many.</exception>
    public async Task<IReadOnlyList<PdfPage>> PagesAsync(string path, CancellationToken ct)
    {
        var result = await AskAsync(ct, "pdfinfo", "-box", "-f", "1", "-l", Number(options.MaxPages), path);
        if (result.ExitCode != 0) throw Unopened(path, result);
        var lines = result.Text.Split('\n');
        int count = PageCount(lines);
        if (count == 0) throw new PageFailedException(ProblemCode.NoPages, $"{Name(path)} is a PDF without pages; nothing in it can be read.");
        if (count > options.MaxPages)
            throw new PageFailedException(ProblemCode.TooManyPages, $"{Name(path)} has {count} pages, the limit is {options.MaxPages}; split it, or raise the limit.");
        var pages = PdfInfo.Pages(lines);
        return pages.Count == count
            ? pages
            : throw new PageFailedException(ProblemCode.Damaged, $"{Name(path)} promises {count} pages, and {pages.Count} can be found; scan or export it again.");
    }

    /// <summary>The file's images, page by page. A file whose images cannot be listed has none.</summary>
    public async Task<ILookup<int, PdfImage>> ImagesAsync(string path, CancellationToken ct)
    {
        var result = await AskAsync(ct, "pdfimages", "-list", path);
        return result.Text.Split('\n').Select(PdfInfo.Image).OfType<PdfImage>().ToLookup(image => image.Page);
    }

    /// <summary>One page's text layer as Poppler's XHTML: words with boxes, in points.</summary>
    public async Task<string> LayerAsync(string path, int page, CancellationToken ct)
    {
        var result = await AskAsync(ct, "pdftotext", "-bbox-layout", "-cropbox", "-f", Number(page), "-l", Number(page), path, "-");
        return result.ExitCode == 0 ? result.Text : "";
    }

    /// <summary>One page as raw grey (PGM), or as people see it (PNG).</summary>
    /// <exception cref="PageFailedException">It could not be rendered.</exception>
    public async Task<byte[]> RenderAsync(string path, int page, int dpi, PdfPage size, bool png, CancellationToken ct)
    {
        var (width, height) = size.PixelsAt(dpi);
        // The size is given in pixels, so that image and boxes agree to the last one, however a program rounds.
        var result = await Processes.RunAsync(options, (4L * width * height) + 4096, ct,
            "pdftoppm", png ? "-png" : "-gray", "-cropbox", "-singlefile", "-f", Number(page),
            "-scale-dimension-before-rotation", "-scale-to-x", Number(width), "-scale-to-y", Number(height), path);
        bool whole = png ? result.Output.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) : result.Output.Length >= (long)width * height;
        return result.ExitCode == 0 && whole
            ? result.Output
            : throw new PageFailedException(ProblemCode.PageUnreadable,
                $"Page {page} of {Name(path)} could not be rendered (pdftoppm ended with {result.ExitCode}: {FirstLine(result.Errors)}); scan or export the page again.");
    }

    private Task<ProcessResult> AskAsync(CancellationToken ct, params string[] command) => Processes.RunAsync(options, MaxListing, ct, command);

    private static PageFailedException Unopened(string path, ProcessResult result) =>
        result.Errors.Contains("Incorrect password", StringComparison.Ordinal) || result.Errors.Contains("Unsupported security handler", StringComparison.OrdinalIgnoreCase)
            ? new PageFailedException(ProblemCode.Encrypted, $"{Name(path)} is protected by a password; save it without one and hand it in again.")
            : new PageFailedException(ProblemCode.Damaged,
                $"{Name(path)} says that it is a PDF, but cannot be opened ({FirstLine(result.Errors)}): truncated or damaged; scan or export it again.");

    private static int PageCount(string[] lines) =>
        lines.FirstOrDefault(line => line.StartsWith("Pages:", StringComparison.Ordinal)) is { } line
        && int.TryParse(line.AsSpan("Pages:".Length).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : 0;

    private static string FirstLine(string errors) => errors.Split('\n')[0].Trim() is { Length: > 0 } line ? line : "without a message";

    private static string Name(string path) => Path.GetFileName(path);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
