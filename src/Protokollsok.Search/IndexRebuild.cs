using Protokollsok.Documents;
using Protokollsok.Search.Supervision;

namespace Protokollsok.Search;

/// <summary>
/// An index that is being made again beside the one that serves. What is written meanwhile goes into both. Disposing without
/// <see cref="FinishAsync"/> gives it up; the old one serves on.
/// </summary>
public sealed class IndexRebuild : IAsyncDisposable
{
    private readonly SearchIndex _index;
    private bool _failed;
    private int _ended;

    internal IndexRebuild(SearchIndex index, NodeSupervisor supervisor)
    {
        _index = index;
        Supervisor = supervisor;
    }

    internal NodeSupervisor Supervisor { get; }

    /// <summary>The documents that the new index holds, as of the last commit.</summary>
    /// <exception cref="SearchUnavailableException">Its node is away, or was.</exception>
    public async Task<IReadOnlySet<DocumentId>> DocumentIdsAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfFailed();
        return await SearchIndex.DocumentIdsAsync(Supervisor, cancellationToken);
    }

    /// <summary>Commits the new index and lets it serve in the place of the old one, in one step. To be called when nothing is missing in it.</summary>
    /// <exception cref="SearchUnavailableException">Its node is away, or was: begin again.</exception>
    public async Task FinishAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfFailed();
        await _index.TakeAsync(this, cancellationToken);
        Interlocked.Exchange(ref _ended, 1);
    }

    /// <summary>Gives it up, unless it is finished.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0) return;
        _index.Forget(this);
        await Supervisor.DisposeAsync();
    }

    internal Task WriteAsync(FrameWriter frame, CancellationToken cancellationToken) => TryAsync(NodeOperation.Replace, frame, cancellationToken);

    internal Task CommitAsync(CancellationToken cancellationToken) => TryAsync(NodeOperation.Commit, new FrameWriter(), cancellationToken);

    internal void ThrowIfFailed()
    {
        if (_failed) throw new SearchUnavailableException("The index being made again has lost writes; begin again.");
    }

    /// <summary>Its trouble is none of the index that serves: from then on it takes no more.</summary>
    private async Task TryAsync(NodeOperation operation, FrameWriter frame, CancellationToken cancellationToken)
    {
        if (_failed) return;
        try
        {
            await Supervisor.Node.CallAsync(operation, frame, cancellationToken);
        }
        catch (SearchUnavailableException)
        {
            _failed = true;
        }
        catch (OperationCanceledException)
        {
            _failed = true;
            throw;
        }
    }
}
