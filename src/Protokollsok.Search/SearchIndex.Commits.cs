using Protokollsok.Search.Entries;
using Protokollsok.Search.Supervision;
using Protokollsok.Search.Words;

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

    /// <summary>What each layer of the analysis takes of what was committed. Walks through all terms: seconds for a large index.</summary>
    public async Task<IReadOnlyList<LayerSize>> SizesAsync(CancellationToken cancellationToken = default)
    {
        var frame = new FrameWriter();
        frame.Text(LayeredTerm.Marks);
        var answer = await _supervisor.Node.CallAsync(NodeOperation.Sizes, frame, cancellationToken);
        var sizes = new List<LayerSize>();
        for (var left = answer.Varint(); left > 0; left--) sizes.Add(new LayerSize(LayerOf(answer.Text()), answer.Int64(), answer.Int64(), answer.Int64(), answer.Int64()));
        return [.. sizes.GroupBy(size => size.Layer).Select(same => new LayerSize(
            same.Key, same.Sum(one => one.Terms), same.Sum(one => one.Letters), same.Sum(one => one.Entries), same.Sum(one => one.Positions)))];
    }

    /// <param name="kind">A field, and behind it the mark that its terms begin with.</param>
    private static string LayerOf(string kind) => kind[^1] switch
    {
        '=' => "normal form",
        '+' => "compound parts",
        '~' => "folded",
        '!' => "variants",
        _ => kind is IndexFields.Text or IndexFields.Heading or IndexFields.Title or IndexFields.BoardWords ? "exact" : "filters",
    };
}
