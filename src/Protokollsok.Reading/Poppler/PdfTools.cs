using System.Globalization;
using Protokollsok.Documents;

namespace Protokollsok.Reading.Poppler;

/// <summary>What Poppler's programs say about a PDF. Every answer is checked, none believed.</summary>
internal sealed class PdfTools(ReadingOptions options)
{
    private const long MaxListing = 64 << 20;
    private const int EndWindow = 4096;

    /// <summary>What Poppler says when it has to search for the objects of a file.</summary>
    private static readonly string[] BrokenTable = ["xref", "trailer", "wrong type"];

    /// <summary>The size of every page, in order, and whether the file's end is missing, so that more may have been there.</summary>
    /// <exception cref="PageFailedException">The file cannot be opened, needs a password, has no pages or too many.</exception>
    public async Task<(IReadOnlyList<PdfPage> Pages, bool IsTruncated)> PagesAsync(string path, CancellationToken ct)
    {
        var result = await AskAsync(ct, "pdfinfo", "-box", "-f", "1", "-l", Number(options.MaxPages), path);
        if (result.ExitCode != 0) throw Unopened(path, result);
        var lines = result.Text.Split('\n');
        int count = PageCount(lines);
        if (count == 0) throw WithoutPages(path);
        if (count > options.MaxPages)
            throw new PageFailedException(ProblemCode.TooManyPages,
                $"{Name(path)} has {count} pages, the limit is {options.MaxPages}; split it, or raise the limit.");
        var pages = PdfInfo.Pages(lines);
        return pages.Count == count
            ? (pages, !await HasEndAsync(path, ct))
            : throw new PageFailedException(ProblemCode.Damaged,
                $"{Name(path)} promises {count} pages, and {pages.Count} can be found; scan or export it again.");
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
    /// <param name="width">Of the image, in pixels.</param>
    /// <param name="height">Likewise.</param>
    /// <exception cref="PageFailedException">It could not be rendered.</exception>
    public async Task<byte[]> RenderAsync(string path, int page, PdfPage size, int width, int height, bool png, CancellationToken ct)
    {
        // Poppler rounds the corners of an image outwards, and one that by a hair ends behind the last pixel is stretched by one
        // pixel and smeared all over. So it is told a resolution that lets the page end inside the last pixel: a scan of this size
        // then comes out as the very pixels that lie in the file.
        var result = await Processes.RunAsync(options, (4L * width * height) + 4096, ct,
            "pdftoppm", png ? "-png" : "-gray", "-cropbox", "-singlefile", "-f", Number(page),
            "-rx", Resolution(width, size.Width), "-ry", Resolution(height, size.Height),
            "-x", "0", "-y", "0", "-W", Number(width), "-H", Number(height), path);
        bool whole = png ? result.Output.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G'])
            : result.Output.Length >= (long)width * height;
        return result.ExitCode == 0 && whole
            ? result.Output
            : throw new PageFailedException(ProblemCode.PageUnreadable,
                $"Page {page} of {Name(path)} could not be rendered (pdftoppm ended with {result.ExitCode}: {FirstLine(result.Errors)}); scan or export the page again.");
    }

    private Task<ProcessResult> AskAsync(CancellationToken ct, params string[] command) =>
        Processes.RunAsync(options, MaxListing, ct, command);

    private static PageFailedException Unopened(string path, ProcessResult result) =>
        result.Errors.Contains("Incorrect password", StringComparison.Ordinal)
            || result.Errors.Contains("Unsupported security handler", StringComparison.OrdinalIgnoreCase)
            ? new PageFailedException(ProblemCode.Encrypted,
                $"{Name(path)} is protected by a password; save it without one and hand it in again.")
        : IsWithoutPages(result) ? WithoutPages(path)
            : new PageFailedException(ProblemCode.Damaged,
                $"{Name(path)} says that it is a PDF, but cannot be opened ({FirstLine(result.Errors)}): truncated or damaged; scan or export it again.");

    private static PageFailedException WithoutPages(string path) =>
        new(ProblemCode.NoPages, $"{Name(path)} is a PDF without pages, nothing in it can be read; export it again.");

    /// <summary>An empty page tree. A tree that was lost looks alike to Poppler, but then the table of objects is broken as well.</summary>
    private static bool IsWithoutPages(ProcessResult result) =>
        result.Errors.Contains("after the last page (0)", StringComparison.Ordinal)
            && !BrokenTable.Any(sign => result.Errors.Contains(sign, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Whether the mark of the end stands near the end; mail programs and scanners write some bytes after it. Poppler mends a file
    /// without one as well as it can, and says nothing if the table of objects stands at its beginning.
    /// </summary>
    private static async Task<bool> HasEndAsync(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        file.Seek(Math.Max(0, file.Length - EndWindow), SeekOrigin.Begin);
        var tail = new byte[EndWindow];
        int length = await file.ReadAtLeastAsync(tail, EndWindow, throwOnEndOfStream: false, ct);
        return tail.AsSpan(0, length).IndexOf("%%EOF"u8) >= 0;
    }

    private static int PageCount(string[] lines) =>
        lines.FirstOrDefault(line => line.StartsWith("Pages:", StringComparison.Ordinal)) is { } line
        && int.TryParse(line.AsSpan("Pages:".Length).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : 0;

    private static string FirstLine(string errors) => errors.Split('\n')[0].Trim() is { Length: > 0 } line ? line : "without a message";

    private static string Name(string path) => Path.GetFileName(path);

    /// <summary>Dots per inch at which so many points end in the middle of the last of so many pixels.</summary>
    private static string Resolution(int pixels, double points) =>
        (72 * (pixels - 0.5) / points).ToString("F5", CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
