using System.Globalization;
using System.IO.Compression;
using Protokollsok.Documents;

namespace Protokollsok.Archive;

/// <content>Halves of a generation that is being made, beside those in force.</content>
public sealed partial class DocumentArchive
{
    private const string Reading = "reading", Record = "record", Ending = ".json.gz";

    private volatile Generations _generations = Generations.In(Path.GetFullPath(home));

    /// <summary>What is in force.</summary>
    public Generations Generations => _generations;

    /// <summary>
    /// Puts other generations in force: for good when this returns, and in one step for everybody who opens the home. Readers that have
    /// it open go on with what they saw.
    /// </summary>
    public void Switch(Generations generations)
    {
        string draft = Files.NewDraft();
        try
        {
            using (var stream = Files.CreateDraft(draft, readOnly: false))
            {
                stream.Write(DocumentsJson.ToUtf8(generations));
                Files.Flush(stream);
            }
            Files.Publish(draft, Path.Combine(_home, Generations.FileName));
        }
        finally
        {
            Files.Discard(draft);
        }
        _generations = generations;
    }

    /// <summary>The generations of which a document has a record, in order.</summary>
    public IReadOnlyList<int> RecordsOf(DocumentId id) => [.. GenerationsThere(id, Record).Order()];

    /// <summary>The record in force as it is kept, UTF-8; <see langword="null"/> if there is none.</summary>
    /// <param name="inForce">Other generations than those in force, as if they were.</param>
    /// <exception cref="InvalidDataException">It is there and cannot be read.</exception>
    public byte[]? RecordBytes(DocumentId id, Generations? inForce = null) => Unzipped(KeptPath(id, Record, inForce));

    /// <summary>The record of one generation as it was kept; <see langword="null"/> if there is none.</summary>
    /// <exception cref="InvalidDataException">It is there and cannot be read.</exception>
    public byte[]? RecordBytes(DocumentId id, int generation) => Unzipped(PathOf(id, Record, generation));

    /// <summary>The slow half in force as it is kept, UTF-8; <see langword="null"/> if there is none.</summary>
    /// <exception cref="InvalidDataException">It is there and cannot be read.</exception>
    public byte[]? ReadingBytes(DocumentId id) => Unzipped(KeptPath(id, Reading));

    /// <summary>The slow half in force, read at once.</summary>
    /// <exception cref="InvalidDataException">It is there and cannot be read.</exception>
    public DocumentReading? LoadReading(DocumentId id)
    {
        string path = KeptPath(id, Reading);
        try
        {
            return Unzipped(path) is { } bytes ? DocumentsJson.Parse<DocumentReading>(bytes) : null;
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or NotSupportedException or ArgumentException)
        {
            throw new InvalidDataException($"{path} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Keeps a record for a generation that is not in force yet. On the disk after <see cref="FlushStaged"/>.</summary>
    /// <param name="json">UTF-8.</param>
    /// <exception cref="InvalidOperationException">The archive has no original of that id: it never came, or was deleted.</exception>
    public void StageRecord(DocumentId id, ReadOnlySpan<byte> json, int generation) => Stage(id, PathOf(id, Record, generation), json);

    /// <summary>The same for a slow half.</summary>
    /// <exception cref="InvalidOperationException">The archive has no original of that id: it never came, or was deleted.</exception>
    public void StageReading(DocumentId id, DocumentReading reading, int generation) => Stage(id, PathOf(id, Reading, generation), DocumentsJson.ToUtf8(reading));

    /// <summary>Removes what was kept of a document for a generation that is not in force; what is not there is no error.</summary>
    public void Unstage(DocumentId id, int generation)
    {
        if (generation == Generations.Current)
            throw new ArgumentException($"The generation {generation} is in force.", nameof(generation));
        foreach (string path in new[] { PathOf(id, Record, generation), PathOf(id, Reading, generation) }.Where(File.Exists))
        {
            Files.BeforeStep("remove " + path);
            File.Delete(path);
        }
    }

    /// <summary>Removes what was in force once, but for the latest ones; what is in force and what is being made stay.</summary>
    /// <param name="kept">How many earlier ones of each half stay.</param>
    public void RemoveSuperseded(DocumentId id, int kept)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(kept, 1);
        var generations = Generations;
        foreach (string half in new[] { Record, Reading })
        {
            var there = GenerationsThere(id, half).Where(each => each <= generations.Current).ToList();
            int inForce = generations.Choose(there);
            // What was taken back goes before what was not.
            foreach (int old in there.Where(each => each != inForce).OrderBy(generations.Withdrawn.Contains).ThenByDescending(each => each).Skip(kept))
            {
                Files.BeforeStep("remove " + PathOf(id, half, old));
                File.Delete(PathOf(id, half, old));
            }
        }
    }

    /// <summary>Everything staged is on the disk when this returns: once for hundreds, where a flush each would cost more than the work.</summary>
    public void FlushStaged() => Files.FlushFileSystem();

    private void Stage(DocumentId id, string path, ReadOnlySpan<byte> json)
    {
        if (!HasOriginal(id))
            throw NoOriginal(id);
        string draft = Files.NewDraft();
        try
        {
            using (var stream = Files.CreateDraft(draft, readOnly: false))
            using (var zip = new GZipStream(stream, CompressionLevel.Fastest))
            {
                zip.Write(json);
            }
            Files.BeforeStep("rename to " + path);
            File.Move(draft, path, overwrite: true);
        }
        catch (DirectoryNotFoundException) when (!HasOriginal(id))
        {
            throw NoOriginal(id);
        }
        finally
        {
            Files.Discard(draft);
        }
    }

    private byte[]? Unzipped(string path)
    {
        try
        {
            Files.BeforeStep("open " + path);
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            using var zip = Unzip(file);
            using var bytes = new MemoryStream();
            zip.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The half in force; the name that it would have, if there is none.</summary>
    private string KeptPath(DocumentId id, string half, Generations? inForce = null)
    {
        var generations = inForce ?? Generations;
        if (generations.Current == 1)
            return PathOf(id, half, 1);
        return PathOf(id, half, generations.Choose(GenerationsThere(id, half)) is > 0 and var there ? there : generations.Current);
    }

    private List<int> GenerationsThere(DocumentId id, string half) => Directory.Exists(FolderOf(id))
        ? [.. Directory.EnumerateFiles(FolderOf(id), half + "*" + Ending).Select(path => GenerationOf(Path.GetFileName(path), half)).Where(each => each > 0)]
        : [];

    /// <returns>0 for a name that is none of a half's.</returns>
    private static int GenerationOf(string name, string half)
    {
        var middle = name.AsSpan(half.Length, name.Length - half.Length - Ending.Length);
        return middle.Length == 0 ? 1
            : middle[0] == '-' && int.TryParse(middle[1..], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
            : 0;
    }

    private string PathOf(DocumentId id, string half, int generation) =>
        Path.Combine(FolderOf(id), generation == 1 ? half + Ending : FormattableString.Invariant($"{half}-{generation}{Ending}"));
}
