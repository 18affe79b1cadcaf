using Protokollsok.Documents;

namespace Protokollsok.Archive;

/// <summary>A copy of a file in the archive's own space, whole and on the disk, which is no original yet. Gone when it is disposed, unless it was placed.</summary>
public sealed class CopiedOriginal : IDisposable
{
    private readonly DurableFiles _files;

    internal CopiedOriginal(DurableFiles files, string draft, DocumentId id, long bytes) => (_files, Draft, Id, Bytes) = (files, draft, id, bytes);

    /// <summary>What its content is.</summary>
    public DocumentId Id { get; }

    /// <summary>Its size.</summary>
    public long Bytes { get; }

    internal string Draft { get; }

    public void Dispose() => _files.Discard(Draft);
}
