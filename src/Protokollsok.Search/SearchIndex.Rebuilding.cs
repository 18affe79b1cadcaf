using Protokollsok.Search.Supervision;

namespace Protokollsok.Search;

/// <content>How the index is made again while it serves, and copied for a backup.</content>
public sealed partial class SearchIndex
{
    /// <summary>Searches that were asked of the old index are answered by it.</summary>
    private static readonly TimeSpan Retirement = TimeSpan.FromSeconds(2);

    private volatile IndexRebuild? _rebuild;
    private Task _retired = Task.CompletedTask;

    /// <summary>
    /// Whether entries were made by another analysis of words than this program's. It still serves: what both analyses agree on is found. It is
    /// to be made again by <see cref="BeginRebuildAsync"/>.
    /// </summary>
    public bool IsOutdated => _supervisor.Node.Analysis is { Length: > 0 } found && found != _terms.Version;

    /// <summary>
    /// Begins to make the index again beside this one: every document is to be written again (<see cref="ReplaceAsync"/> writes into both), then
    /// <see cref="IndexRebuild.FinishAsync"/>. What an interrupted rebuild left is thrown away: documents may have changed since.
    /// </summary>
    /// <exception cref="InvalidOperationException">It is being made again already, or this index only reads.</exception>
    public async Task<IndexRebuild> BeginRebuildAsync(CancellationToken cancellationToken = default)
    {
        if (_command.ReadOnly || _rebuild is not null) throw new InvalidOperationException("The index only reads, or is being made again already.");
        var next = _command with { Folder = _folder.Next };
        if (Directory.Exists(next.Folder)) Directory.Delete(next.Folder, recursive: true);
        Directory.CreateDirectory(next.Folder);
        return _rebuild = new IndexRebuild(this, await NodeSupervisor.StartAsync(next, cancellationToken));
    }

    /// <summary>
    /// Puts the files of the last commit into a folder that is not there yet or empty: a whole index that can be opened or backed up while this
    /// one goes on. On the same disk they are links and take no room. Never half: on failure the folder is not to be used.
    /// </summary>
    /// <exception cref="SearchUnavailableException">This index only reads, or the files cannot be written.</exception>
    public async Task SnapshotAsync(string folder, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var frame = new FrameWriter();
        frame.Text(Path.GetFullPath(folder));
        await _supervisor.Node.CallAsync(NodeOperation.Snapshot, frame, cancellationToken);
    }

    /// <summary>While nothing is being written: commits the new index, says on disk that it is the one, and serves it.</summary>
    internal async Task TakeAsync(IndexRebuild rebuild, CancellationToken cancellationToken)
    {
        var taken = 0;
        try
        {
            for (; taken < ParallelWrites; taken++) await _writes.WaitAsync(cancellationToken);
            await rebuild.CommitAsync(cancellationToken);
            rebuild.ThrowIfFailed();
            _folder.Advance();
            _command = _command with { Folder = _folder.Current };
            var old = _supervisor;
            _supervisor = rebuild.Supervisor;
            _rebuild = null;
            lock (_guard) _written = null;
            _retired = RetireAsync(old);
        }
        finally
        {
            _writes.Release(taken);
        }
    }

    internal void Forget(IndexRebuild rebuild) => Interlocked.CompareExchange(ref _rebuild, null, rebuild);

    private async Task RetireAsync(NodeSupervisor old)
    {
        await Task.Delay(Retirement, _command.Options.Clock);
        await old.DisposeAsync();
        _folder.RemoveOlder();
    }
}
