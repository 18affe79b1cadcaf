using Protokollsok.Search.Supervision;

namespace Protokollsok.Search;

/// <content>What the last commit is, and how it is copied.</content>
public sealed partial class SearchIndex
{
    /// <summary>
    /// Whether entries were made by another analysis of words than this program's. It still serves: what both analyses agree on is found. It is
    /// to be made again, beside this one.
    /// </summary>
    public bool IsOutdated => _supervisor.Node.Analysis is { Length: > 0 } found && found != _terms.Version;

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
}
