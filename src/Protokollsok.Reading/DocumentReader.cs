using Protokollsok.Documents;
using Protokollsok.Reading.Children;

namespace Protokollsok.Reading;

/// <summary>
/// Turns a file into what was read from it. A page that cannot be read becomes a problem and an empty page, a file that cannot be
/// read a problem without pages; neither is an exception. One reader serves any number of concurrent calls: its warm children are
/// shared, and so many pages are read at once as there are children.
/// </summary>
public sealed class DocumentReader : IAsyncDisposable
{
    private readonly ReadingOptions _options;
    private readonly ChildPool _children;
    private readonly PageTurns _turns;

    /// <exception cref="ArgumentException">The options name something that is not there, or out of range; all faults in one
    /// message.</exception>
    public DocumentReader(ReadingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        _options = options;
        _children = new ChildPool(options);
        _turns = new PageTurns(options);
    }

    /// <summary>The processes that read now, for tests that end them.</summary>
    internal IReadOnlyList<int> ChildProcessIds => _children.ProcessIds;

    /// <summary>Whether a file is of a kind that is read here, by its first bytes; an empty one is no other kind than text.</summary>
    /// <exception cref="IOException">The file is not there or cannot be opened.</exception>
    public static async Task<bool> CanReadAsync(string path, CancellationToken ct = default) => await FileKind.OfAsync(path, ct) != FileKind.Unknown;

    /// <summary>Reads a file, whose kind is told by its content.</summary>
    /// <param name="path">Of a PDF, TIFF, JPEG, PNG or text file.</param>
    /// <param name="progress">Told of each page when it is done, in any order.</param>
    /// <returns>
    /// A page for each of the file's, and the problems, which call it "the file": its name is the caller's to tell. Without pages the
    /// file could not be read at all.
    /// </returns>
    /// <exception cref="IOException">The file is not there or cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be opened.</exception>
    public Task<DocumentReading> ReadAsync(string path, IProgress<PageReading>? progress = null, CancellationToken ct = default) =>
        ReadAsync(path, journal: null, progress, ct);

    /// <inheritdoc cref="ReadAsync(string, IProgress{PageReading}?, CancellationToken)"/>
    /// <summary>The same, with a journal: a document of many pages goes on after a kill where it was.</summary>
    /// <param name="journal">
    /// A file of the caller's that keeps each page when it is done: the next call with it goes on where this one was cut short. The caller
    /// removes it once the reading is safe. <see langword="null"/>: nothing is kept.
    /// </param>
    public async Task<DocumentReading> ReadAsync(string path, string? journal, IProgress<PageReading>? progress, CancellationToken ct = default)
    {
        path = Path.GetFullPath(path);
        string kind = await FileKind.OfAsync(path, ct);
        using var kept = journal is null ? null : PageJournal.Open(journal, path, _options.Setting());
        var watch = new PageWatch(progress, kept);
        try
        {
            return new FileInfo(path).Length == 0
                ? Refused(ProblemCode.Empty, "The file has no bytes; scan or send it again.")
                : kind == FileKind.Text ? Told(await TextFileReader.ReadAsync(path, ct), progress)
                : kind == FileKind.Pdf ? await new PdfReader(_options, _children, _turns).ReadAsync(path, watch, ct)
                : kind == FileKind.Unknown
                    ? Refused(ProblemCode.UnknownKind,
                        "The file is no PDF, TIFF, JPEG, PNG or text; save it as one of these.")
                : await new ImageFileReader(_options, _children, _turns).ReadAsync(path, kind, watch, ct);
        }
        catch (PageFailedException fault)
        {
            return Refused(fault.Code, fault.Message);
        }

        DocumentReading Refused(string code, string message) => new(kind, 0, [], [new Problem(code, null, message)]);
    }

    /// <summary>Ends the children. Calls that still run fail.</summary>
    public ValueTask DisposeAsync()
    {
        _children.Dispose();
        _turns.Dispose();
        return ValueTask.CompletedTask;
    }

    private static DocumentReading Told(DocumentReading reading, IProgress<PageReading>? progress)
    {
        foreach (var page in reading.Pages) progress?.Report(page);
        return reading;
    }
}
