using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Protokollsok.Documents;

namespace Protokollsok.Reading.Poppler;

/// <summary>What Poppler's programs say about a PDF. Every answer is checked, none believed.</summary>
internal sealed partial class PdfTools(ReadingOptions options)
{
    private const long MaxListing = 64 << 20;
    private const int Window = 4096;

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
                $"The file has {count} pages, the limit is {options.MaxPages}; split it, or raise the limit.");
        var pages = PdfInfo.Pages(lines);
        return pages.Count == count
            ? (pages, await IsTruncatedAsync(path, result.Errors, ct))
            : throw new PageFailedException(ProblemCode.Damaged,
                $"The file promises {count} pages, and {pages.Count} can be found; scan or export it again.");
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
    public async Task<byte[]> RenderAsync(string path, int page, PdfPage size, int width, int height, RenderedForm form, CancellationToken ct)
    {
        // Poppler rounds the corners of an image outwards, and one that by a hair ends behind the last pixel is stretched by one
        // pixel and smeared all over. So it is told a resolution that lets the page end inside the last pixel: a scan of this size
        // then comes out as the very pixels that lie in the file.
        var result = await RenderAsync(path, page, width, height, form, ct,
            "-rx", Resolution(width, size.Width), "-ry", Resolution(height, size.Height));
        // For a turned page it counts its pixels before turning, and may miss one at the border; then the size is what matters.
        if (result.ExitCode == 0 && !RenderedPage.HasSize(result.Output, width, height))
            result = await RenderAsync(path, page, width, height, form, ct,
                "-scale-dimension-before-rotation", "-scale-to-x", Number(width), "-scale-to-y", Number(height));
        if (result.ExitCode == 0 && RenderedPage.HasSize(result.Output, width, height)) return result.Output;
        throw result.LackedMemory ? TooLarge($"Page {page} of the file") : new PageFailedException(ProblemCode.PageUnreadable,
            $"Page {page} of the file could not be rendered (pdftoppm ended with {result.ExitCode}: {FirstLine(result.Errors)}); scan or export the page again.");
    }

    private Task<ProcessResult> RenderAsync(string path, int page, int width, int height, RenderedForm form, CancellationToken ct,
        params string[] scale) =>
        Processes.RunAsync(options, (4L * width * height) + 4096, ct, ["pdftoppm", .. Arguments(form), "-cropbox", "-singlefile",
            "-f", Number(page), .. scale, "-x", "0", "-y", "0", "-W", Number(width), "-H", Number(height), path]);

    private static string[] Arguments(RenderedForm form) => form switch
    {
        RenderedForm.Grey => ["-gray"],
        RenderedForm.Png => ["-png"],
        _ => [],
    };

    private Task<ProcessResult> AskAsync(CancellationToken ct, params string[] command) =>
        Processes.RunAsync(options, MaxListing, ct, command);

    private PageFailedException Unopened(string path, ProcessResult result) =>
        result.LackedMemory ? TooLarge("The file")
        : result.Errors.Contains("Incorrect password", StringComparison.Ordinal)
            || result.Errors.Contains("Unsupported security handler", StringComparison.OrdinalIgnoreCase)
            ? new PageFailedException(ProblemCode.Encrypted,
                $"The file is protected by a password; save it without one and hand it in again.")
        : IsWithoutPages(result) ? WithoutPages(path)
            : new PageFailedException(ProblemCode.Damaged,
                $"The file says that it is a PDF, but cannot be opened ({FirstLine(result.Errors)}): truncated or damaged; scan or export it again.");

    private PageFailedException TooLarge(string what) =>
        new(ProblemCode.PageTooLarge, $"{what} needs more than the {options.MemoryLimit >> 20} MiB that are allowed; raise the limit.");

    private static PageFailedException WithoutPages(string path) =>
        new(ProblemCode.NoPages, $"The file is a PDF without pages, nothing in it can be read; export it again.");

    /// <summary>An empty page tree. A tree that was lost looks alike to Poppler, but then the table of objects is broken as well.</summary>
    private static bool IsWithoutPages(ProcessResult result) =>
        result.Errors.Contains("after the last page (0)", StringComparison.Ordinal)
            && !IsTableBroken(result.Errors);

    private static bool IsTableBroken(string errors) =>
        BrokenTable.Any(sign => errors.Contains(sign, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Whether the file's end was lost, and not just the mark of it under what mail programs and scanners write behind: then Poppler
    /// had to search for the objects, or the file is shorter than it says of itself.
    /// </summary>
    private static async Task<bool> IsTruncatedAsync(string path, string errors, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        var head = await PieceAsync(file, 0, ct);
        if (DeclaredLength(Encoding.Latin1.GetString(head)) > file.Length) return true;
        var tail = await PieceAsync(file, Math.Max(0, file.Length - Window), ct);
        return tail.AsSpan().IndexOf("%%EOF"u8) < 0 && IsTableBroken(errors);
    }

    /// <summary>A file made for reading over a net has its table of objects, and its whole length, at its beginning.</summary>
    private static long DeclaredLength(string head) =>
        head.Contains("/Linearized", StringComparison.Ordinal) && LinearizedLength().Match(head) is { Success: true } match
        && long.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out long length) ? length : 0;

    private static async Task<byte[]> PieceAsync(FileStream file, long start, CancellationToken ct)
    {
        file.Seek(start, SeekOrigin.Begin);
        var piece = new byte[Window];
        int length = await file.ReadAtLeastAsync(piece, Window, throwOnEndOfStream: false, ct);
        return piece[..length];
    }

    [GeneratedRegex(@"/L (\d{1,15})\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex LinearizedLength();

    private static int PageCount(string[] lines) =>
        lines.FirstOrDefault(line => line.StartsWith("Pages:", StringComparison.Ordinal)) is { } line
        && int.TryParse(line.AsSpan("Pages:".Length).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : 0;

    private static string FirstLine(string errors) => errors.Split('\n')[0].Trim() is { Length: > 0 } line ? line : "without a message";

    /// <summary>Dots per inch at which so many points end in the middle of the last of so many pixels.</summary>
    private static string Resolution(int pixels, double points) =>
        (72 * (pixels - 0.5) / points).ToString("F5", CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
