using Protokollsok.Documents;
using Protokollsok.Reading.Children;

namespace Protokollsok.Reading;

/// <summary>Reads TIFF, JPEG and PNG; all of it happens in children.</summary>
internal sealed class ImageFileReader(ReadingOptions options, ChildPool children, PageTurns turns)
{
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
        await using var file = File.OpenRead(path);
        // Decoders make up what is missing and say nothing.
        return ImageEnd.IsIn(file, mediaType) ? reading : reading with { Problems = [Truncated, .. reading.Problems] };
    }

    private static Problem Truncated => new(ProblemCode.Damaged, null,
        "The end of the file is missing, and with it the lower part of the page: scan or send it again.");

    private async Task<PageReading> PageAsync(string path, string mediaType, int page, CancellationToken ct)
    {
        var (reply, _) = await children.AskAsync(Request(ChildTask.ReadFile, path, mediaType, page), default, ct);
        return ImageReading.Of(page, reply);
    }

    private ChildRequest Request(ChildTask task, string path, string mediaType, int page) =>
        new(task, path, mediaType, page, 0, options.MaxPixels, options.MaxPages);
}
