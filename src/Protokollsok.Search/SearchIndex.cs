using Protokollsok.Documents;
using Protokollsok.Language;
using Protokollsok.Search.Entries;
using Protokollsok.Search.Hits;
using Protokollsok.Search.Queries;
using Protokollsok.Search.Supervision;
using Protokollsok.Search.Words;

namespace Protokollsok.Search;

/// <summary>
/// The index of all that can be found: an entry for each decision and each page. It is disposable: it can always be made
/// again from the archive. One process may write it, others read what was committed. Thread-safe. Every call may
/// throw <see cref="SearchUnavailableException"/> while the search node is away; it is started again by itself.
/// </summary>
public sealed partial class SearchIndex : IAsyncDisposable
{
    private const int LargestPage = 100;

    /// <summary>Documents on their way into the node at a time: enough to keep it busy, few enough to fit its memory.</summary>
    private const int ParallelWrites = 4;

    private readonly WordAnalyzer _analyzer;
    private readonly SwedishTerms _terms;
    private readonly WriterLock? _lock;
    private readonly SemaphoreSlim _writes = new(ParallelWrites, ParallelWrites);
    private readonly Lock _guard = new();
    private NodeSupervisor _supervisor = null!;
    private SearchNode? _written;
    private int _disposed;

    private SearchIndex(WordAnalyzer analyzer, WriterLock? writerLock)
    {
        _analyzer = analyzer;
        _terms = new SwedishTerms(analyzer);
        _lock = writerLock;
    }

    /// <summary>The running node's process, for those who watch over it; null while there is none.</summary>
    internal int? NodeProcessId
    {
        get
        {
            try
            {
                return _supervisor.Node.ProcessId;
            }
            catch (SearchUnavailableException)
            {
                return null;
            }
        }
    }

    /// <summary>Opens the index in a folder, which is made if it is not there.</summary>
    /// <exception cref="IndexLockedException">Another process writes it.</exception>
    /// <exception cref="SearchUnavailableException">Java or Lucene is missing, or the index cannot be opened.</exception>
    public static async Task<SearchIndex> OpenAsync(
        string folder, bool readOnly, WordAnalyzer analyzer, SearchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        Directory.CreateDirectory(folder);
        var writerLock = readOnly ? null : WriterLock.Take(folder);
        var index = new SearchIndex(analyzer, writerLock);
        try
        {
            var command = new NodeCommand(Path.GetFullPath(folder), readOnly, index._terms.Version, options ?? new SearchOptions());
            index._supervisor = await NodeSupervisor.StartAsync(command, cancellationToken);
            return index;
        }
        catch
        {
            writerLock?.Dispose();
            throw;
        }
    }

    /// <summary>Puts a document's entries in the place of those that it had. Visible after <see cref="CommitAsync"/>.</summary>
    public Task ReplaceAsync(DocumentRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        var entries = EntryMaker.EntriesOf(record);
        var frame = new FrameWriter();
        frame.Text(record.Id.Hex);
        frame.Varint(entries.Count);
        var writer = new EntryWriter(frame, _terms);
        foreach (var entry in entries) writer.Write(record, entry);
        return WriteAsync(frame, cancellationToken);
    }

    /// <summary>Takes a document away; one that is not there is no error. Visible after <see cref="CommitAsync"/>.</summary>
    public Task RemoveAsync(DocumentId id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        var frame = new FrameWriter();
        frame.Text(id.Hex);
        frame.Varint(0);
        return WriteAsync(frame, cancellationToken);
    }

    /// <summary>
    /// Makes what was written durable and visible; what is still being written may or may not be part of it. When it fails, for
    /// whatever reason, everything since the last commit has to be written again: nothing is known to be in the index.
    /// </summary>
    /// <exception cref="WritesLostException">The node died since the last commit.</exception>
    public async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        var node = _supervisor.Node;
        lock (_guard)
        {
            var written = _written;
            _written = null;
            if (written is not null && written != node) throw new WritesLostException();
        }

        try
        {
            await node.CallAsync(NodeOperation.Commit, new FrameWriter(), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Wrote(node);
            throw;
        }
    }

    /// <summary>The documents that have entries, as of the last commit.</summary>
    public async Task<IReadOnlySet<DocumentId>> DocumentIdsAsync(CancellationToken cancellationToken = default)
    {
        var frame = new FrameWriter();
        frame.Text(IndexFields.Owner);
        var answer = await _supervisor.Node.CallAsync(NodeOperation.Values, frame, cancellationToken);
        var ids = new HashSet<DocumentId>();
        for (var left = answer.Varint(); left > 0; left--) ids.Add(DocumentId.Parse(answer.Text()));
        return ids;
    }

    /// <summary>Searches what was committed.</summary>
    /// <exception cref="QuerySyntaxException">The query is malformed.</exception>
    /// <exception cref="CursorException">The cursor is not one of this search.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The page's size is not 1–100.</exception>
    public async Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Size, 1, nameof(request.Size));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Size, LargestPage, nameof(request.Size));
        var query = QueryParser.Parse(request.Query);
        var node = _supervisor.Node;
        var terms = new QueryTerms(_terms, await LooksLike.AskAsync([.. query.Words()], _analyzer, node, cancellationToken));
        var byDate = request.Sort == SearchSort.Date || query.Parts.Count == 0;
        var page = await AskAsync(encoder => encoder.Write(query));
        return page.Total == 0 && request.MayMissWords && !byDate && query.Most is { } most
            ? (await AskAsync(encoder => encoder.WriteMost(query, most))) is { Total: > 0 } relaxed ? relaxed with { Relaxed = true } : page
            : page;

        async Task<SearchPage> AskAsync(Action<QueryEncoder> write)
        {
            var frame = new FrameWriter();
            frame.Int64(CursorOf(request)?.State ?? 0);
            write(new QueryEncoder(frame, terms));
            FilterEncoder.Write(frame, request);
            WriteOrder(frame, request, byDate);
            var answer = await node.CallAsync(NodeOperation.Search, frame, cancellationToken);
            return AnswerReader.Read(answer, request, new HitExplainer(query, _terms, terms));
        }
    }

    /// <summary>Ends the node. What was not committed is lost.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        await _supervisor.DisposeAsync();
        _lock?.Dispose();
    }

    /// <summary>What follows query and filter: the order, where the page begins and ends, and what is counted.</summary>
    private static void WriteOrder(FrameWriter frame, SearchRequest request, bool byDate)
    {
        frame.Bool(byDate);
        var cursor = CursorOf(request);
        frame.Bool(cursor is not null);
        cursor?.WriteTo(frame);
        frame.Varint(request.Size + 1);
        var facets = request.Facets ? AnswerReader.FacetFields : [];
        frame.Varint(facets.Length);
        foreach (var facet in facets) frame.Text(facet);
    }

    private static SearchCursor? CursorOf(SearchRequest request) => string.IsNullOrEmpty(request.Cursor) ? null : SearchCursor.Parse(request.Cursor, request);

    private async Task WriteAsync(FrameWriter frame, CancellationToken cancellationToken)
    {
        await _writes.WaitAsync(cancellationToken);
        try
        {
            var node = _supervisor.Node;
            Wrote(node);
            await node.CallAsync(NodeOperation.Replace, frame, cancellationToken);
        }
        finally
        {
            _writes.Release();
        }
    }

    /// <summary>Remembers the first node that took a write since the last commit: only that one can commit it.</summary>
    private void Wrote(SearchNode node)
    {
        lock (_guard) _written ??= node;
    }
}
