using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Protokollsok.Documents;

namespace Protokollsok.Archive;

/// <summary>
/// The archive, which is the truth: each original byte for byte under its SHA-256, and beside it what was read from it (the slow half)
/// and what was understood (the quick half). A file is there whole or not at all, also after a kill or a power cut. Nothing is made
/// before something is written.
/// </summary>
/// <remarks>
/// <c>archive/ab/abcdef…/</c> holds <c>original</c>, <c>meta.json</c> (its <see cref="Provenance"/>), <c>reading.json.gz</c> and
/// <c>record.json.gz</c>; halves of later generations have their number in the name (<c>record-2.json.gz</c>); <c>archive/tmp/</c> holds what
/// is being written. Safe to use from several threads; writing is for the holder of the <see cref="HomeLock"/>.
/// </remarks>
/// <param name="home">The program's home; the archive lies in its folder <c>archive</c>.</param>
/// <param name="time">The clock; the system's unless told otherwise.</param>
public sealed partial class DocumentArchive(string home, TimeProvider? time = null)
{
    private const int CopyBuffer = 1 << 17;

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly string _home = Path.GetFullPath(home);
    private readonly string _root = Path.Combine(Path.GetFullPath(home), "archive");

    /// <summary>How the archive touches the disk; for others who put whole files outside it.</summary>
    public DurableFiles Files { get; } = new(Path.Combine(Path.GetFullPath(home), "archive"));

    /// <summary>
    /// Copies a file into the archive, unless its content is there already, and says what it is. The file itself is left alone. When
    /// this returns, the copy is on the disk. An original there that a disk has damaged gives way to the whole one.
    /// </summary>
    /// <exception cref="FileChangedException">The file changed while it was copied.</exception>
    /// <exception cref="IOException">The file could not be read, or the archive not be written.</exception>
    public Task<DocumentId> StoreOriginalAsync(string path, CancellationToken cancellationToken = default) =>
        StoreOriginalAsync(path, Path.GetFileName(path), cancellationToken);

    /// <summary>The same for a file that lies under another name than its own.</summary>
    /// <param name="fileName">What is noted as its name.</param>
    /// <exception cref="FileChangedException">The file changed while it was copied.</exception>
    /// <exception cref="IOException">The file could not be read, or the archive not be written.</exception>
    public async Task<DocumentId> StoreOriginalAsync(string path, string fileName, CancellationToken cancellationToken = default)
    {
        using var copy = await CopyAsync(path, cancellationToken);
        await PlaceAsync(copy, fileName, cancellationToken);
        return copy.Id;
    }

    /// <summary>The long part of storing, which keeps nobody waiting: a copy on the disk that is in nobody's way yet.</summary>
    /// <exception cref="FileChangedException">The file changed while it was copied.</exception>
    /// <exception cref="IOException">The file could not be read, or the archive not be written.</exception>
    public async Task<CopiedOriginal> CopyAsync(string path, CancellationToken cancellationToken = default)
    {
        string draft = Files.NewDraft();
        try
        {
            var (id, bytes) = await CopyAsync(path, draft, cancellationToken);
            return new CopiedOriginal(Files, draft, id, bytes);
        }
        catch
        {
            Files.Discard(draft);
            throw;
        }
    }

    /// <summary>The short part: the copy becomes the original, unless that is there already.</summary>
    /// <param name="fileName">What is noted as its name.</param>
    /// <exception cref="IOException">The archive could not be written.</exception>
    public async Task PlaceAsync(CopiedOriginal copy, string fileName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(copy);
        var id = copy.Id;
        if (LengthOf(id) == copy.Bytes && await VerifyOriginalAsync(id, cancellationToken))
        {
            Files.FlushFolders(FolderOf(id));
            return;
        }
        // The note goes first: where there is an original, there is its provenance.
        var note = new Provenance(id, Nfc.Of(fileName), copy.Bytes, _time.GetUtcNow());
        Files.MakeFolder(FolderOf(id));
        await Files.WriteAsync(NotePath(id), stream => JsonSerializer.SerializeAsync(stream, note, DocumentsJson.Options, cancellationToken));
        Files.Publish(copy.Draft, OriginalPath(id));
        RemovePagesRead(id);
    }

    /// <summary>Where the original lies, or would lie. Read-only.</summary>
    public string OriginalPath(DocumentId id) => Path.Combine(FolderOf(id), "original");

    /// <summary>Where the reader keeps the pages that are done of a document that is being read; removed once the slow half is saved.</summary>
    public string PagesReadPath(DocumentId id) => Path.Combine(FolderOf(id), "pages.jsonl");

    /// <summary>Forgets the pages that are done: the document begins anew, and they may be what was wrong.</summary>
    public void RemovePagesRead(DocumentId id)
    {
        if (File.Exists(PagesReadPath(id)))
            Files.Remove(PagesReadPath(id));
    }

    public bool HasOriginal(DocumentId id) => File.Exists(OriginalPath(id));

    /// <summary>Hashes the original again.</summary>
    /// <returns>Whether it is there and is what its name says.</returns>
    public async Task<bool> VerifyOriginalAsync(DocumentId id, CancellationToken cancellationToken = default)
    {
        if (!HasOriginal(id))
            return false;
        await using var original = Files.OpenForReading(OriginalPath(id));
        return await DocumentId.OfAsync(original, cancellationToken) == id;
    }

    /// <summary>Where the original came from; <see langword="null"/> if there is no note of it.</summary>
    /// <exception cref="InvalidDataException">The note cannot be read.</exception>
    public async Task<Provenance?> LoadProvenanceAsync(DocumentId id, CancellationToken cancellationToken = default) =>
        await LoadAsync<Provenance>(NotePath(id), static file => file, cancellationToken);

    /// <summary>Keeps the slow half, in place of an earlier one.</summary>
    /// <exception cref="InvalidOperationException">The archive has no original of that id: it never came, or was deleted.</exception>
    public Task SaveReadingAsync(DocumentId id, DocumentReading reading, CancellationToken cancellationToken = default) =>
        SaveAsync(id, PathOf(id, Reading, Generations.Current), reading, cancellationToken);

    /// <summary>The slow half; <see langword="null"/> if there is none.</summary>
    /// <exception cref="InvalidDataException">It is there and cannot be read.</exception>
    public Task<DocumentReading?> LoadReadingAsync(DocumentId id, CancellationToken cancellationToken = default) =>
        LoadAsync<DocumentReading>(KeptPath(id, Reading), Unzip, cancellationToken);

    /// <summary>Keeps the quick half, in place of an earlier one.</summary>
    /// <exception cref="InvalidOperationException">The archive has no original of that id: it never came, or was deleted.</exception>
    public Task SaveRecordAsync(DocumentRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        return SaveAsync(record.Id, PathOf(record.Id, Record, Generations.Current), record, cancellationToken);
    }

    /// <summary>The quick half; <see langword="null"/> if there is none.</summary>
    /// <exception cref="InvalidDataException">It is there and cannot be read.</exception>
    public Task<DocumentRecord?> LoadRecordAsync(DocumentId id, CancellationToken cancellationToken = default) =>
        LoadAsync<DocumentRecord>(KeptPath(id, Record), Unzip, cancellationToken);

    /// <summary>The documents whose original lies in the archive, by id.</summary>
    public IEnumerable<DocumentId> Documents()
    {
        if (!Directory.Exists(_root))
            yield break;
        foreach (string shelf in Directory.EnumerateDirectories(_root, "??").Order(StringComparer.Ordinal))
        {
            foreach (string folder in Directory.EnumerateDirectories(shelf).Order(StringComparer.Ordinal))
            {
                if (DocumentId.TryParse(Path.GetFileName(folder), out var id) && HasOriginal(id))
                    yield return id;
            }
        }
    }

    /// <summary>
    /// Removes the original, both halves and the note. Nothing happens if they are not there. What is being saved beside the original
    /// meanwhile is refused. Not between storing the same content anew and telling the ledger: the one who deletes keeps intake waiting.
    /// </summary>
    public void RemoveAll(DocumentId id) => Files.RemoveFolder(FolderOf(id));

    /// <summary>All that lies in the archive of a document.</summary>
    public IReadOnlyList<string> FilesOf(DocumentId id) =>
        Directory.Exists(FolderOf(id)) ? [.. Directory.EnumerateFileSystemEntries(FolderOf(id)).Order(StringComparer.Ordinal)] : [];

    /// <summary>Folders of deleted documents that are out of sight and not gone yet.</summary>
    public IReadOnlyList<string> Condemned() => Files.Condemned();

    /// <summary>Removes what a program that died was writing. At the start, by the one who holds the home.</summary>
    /// <param name="held">The proof that nobody is writing here.</param>
    /// <returns>How many pieces there were.</returns>
    public int RemoveLeftovers(HomeLock held)
    {
        ArgumentNullException.ThrowIfNull(held);
        return held.Home == _home
            ? Files.RemoveLeftovers()
            : throw new ArgumentException($"The lock is of {held.Home}, the archive in {_home}.", nameof(held));
    }

    private async Task<(DocumentId Id, long Bytes)> CopyAsync(string path, string draft, CancellationToken cancellationToken)
    {
        await using var source = Files.OpenForReading(path);
        var before = Stamp(path);
        await using var target = Files.CreateDraft(draft, readOnly: true);
        var (id, bytes) = await HashWhileCopyingAsync(source, target, cancellationToken);
        Files.Flush(target);
        return Stamp(path) == before && source.Length == bytes && before.Bytes == bytes
            ? (id, bytes)
            : throw new FileChangedException($"The file {path} changed while it was copied: {before.Bytes} bytes before, {bytes} copied.");
    }

    private static async Task<(DocumentId Id, long Bytes)> HashWhileCopyingAsync(
        Stream source, Stream target, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(CopyBuffer);
        try
        {
            long bytes = 0;
            for (int read; (read = await source.ReadAsync(buffer, cancellationToken)) > 0; bytes += read)
            {
                hash.AppendData(buffer.AsSpan(0, read));
                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
            return (DocumentId.Parse(Convert.ToHexStringLower(hash.GetHashAndReset())), bytes);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task SaveAsync<T>(DocumentId id, string path, T half, CancellationToken cancellationToken)
    {
        if (!HasOriginal(id))
            throw NoOriginal(id);
        try
        {
            await Files.WriteAsync(path, async stream =>
            {
                await using var zip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true);
                await JsonSerializer.SerializeAsync(zip, half, DocumentsJson.Options, cancellationToken);
            });
        }
        catch (DirectoryNotFoundException) when (!HasOriginal(id))
        {
            throw NoOriginal(id);
        }
    }

    private async Task<T?> LoadAsync<T>(string path, Func<Stream, Stream> unpack, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            await using var content = unpack(Files.OpenForReading(path));
            return await JsonSerializer.DeserializeAsync<T>(content, DocumentsJson.Options, cancellationToken)
                ?? throw new InvalidDataException($"{path} holds nothing.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or NotSupportedException or ArgumentException)
        {
            throw new InvalidDataException($"{path} cannot be read: {e.Message}", e);
        }
    }

    private static InvalidOperationException NoOriginal(DocumentId id) =>
        new($"The archive has no original of {id}, so nothing can be kept beside it.");

    private static GZipStream Unzip(Stream file) => new(file, CompressionMode.Decompress);

    private static (long Bytes, DateTime WrittenAt) Stamp(string path)
    {
        var file = new FileInfo(path);
        return (file.Length, file.LastWriteTimeUtc);
    }

    private long? LengthOf(DocumentId id) => new FileInfo(OriginalPath(id)) is { Exists: true } file ? file.Length : null;

    private string FolderOf(DocumentId id) => Path.Combine(_root, id.Hex[..2], id.Hex);

    private string NotePath(DocumentId id) => Path.Combine(FolderOf(id), "meta.json");
}
