using Protokollsok.Documents;
using Protokollsok.Reading.Children;

namespace Protokollsok.Reading;

/// <summary>Reads TIFF, JPEG and PNG; all of it happens in children.</summary>
internal sealed class ImageFileReader(ReadingOptions options, ChildPool children, PageTurns turns)
{
    private const int EndWindow = 1 << 16;

    private static readonly byte[] JpegEnd = [0xFF, 0xD9];
    private static readonly byte[] PngEnd = "IEND"u8.ToArray();

    public async Task<DocumentReading> ReadAsync(string path, string mediaType, PageWatch watch, CancellationToken ct)
    {
        var (reply, _) = await turns.AskAsync(stop =>
            children.AskAsync(Request(ChildTask.Count, path, mediaType, 1), default, stop), ct);
        if (reply.Count == 0) throw new PageFailedException(ProblemCode.Damaged,
            $"The file says that it is {mediaType}, but cannot be opened: truncated or damaged; scan it again.");
        if (reply.Count > options.MaxPages)
            throw new PageFailedException(ProblemCode.TooManyPages,
                $"The file has more than {options.MaxPages} pages, which is the limit; split it, or raise the limit.");
        var reading = await turns.ReadAsync(mediaType, reply.Count, (page, stop) => PageAsync(path, mediaType, page, stop), watch, ct);
        if (mediaType == FileKind.Tiff) return reading;
        if (reading.Problems is [{ Code: ProblemCode.PageUnreadable }]) throw new PageFailedException(ProblemCode.Damaged,
            $"The file says that it is {mediaType}, but its image cannot be decoded: truncated or damaged; scan it again.");
        return await IsTruncatedAsync(path, mediaType, ct) ? reading with { Problems = [Truncated, .. reading.Problems] } : reading;
    }

    private static Problem Truncated => new(ProblemCode.Damaged, null,
        "The end of the file is missing, and with it the lower part of the page: scan or send it again.");

    /// <summary>
    /// Whether the mark that ends a JPEG or PNG is not there. Some programs pad a file with zeros or write a little behind the mark; decoders make
    /// up what is missing and say nothing.
    /// </summary>
    private static async Task<bool> IsTruncatedAsync(string path, string mediaType, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        file.Seek(-Math.Min(file.Length, EndWindow), SeekOrigin.End);
        var end = new byte[EndWindow];
        int length = await file.ReadAtLeastAsync(end, end.Length, throwOnEndOfStream: false, ct);
        var mark = mediaType == FileKind.Jpeg ? JpegEnd : PngEnd;
        return end.AsSpan(0, length).LastIndexOf(mark) < 0;
    }

    private async Task<PageReading> PageAsync(string path, string mediaType, int page, CancellationToken ct)
    {
        var (reply, _) = await children.AskAsync(Request(ChildTask.ReadFile, path, mediaType, page), default, ct);
        return ImageReading.Of(page, reply);
    }

    private ChildRequest Request(ChildTask task, string path, string mediaType, int page) =>
        new(task, path, mediaType, page, 0, options.MaxPixels, options.MaxPages);
}
