using System.Threading.Channels;
using Polly;
using Polly.Retry;
using Protokollsok.Archive;
using Protokollsok.Bulk;
using Protokollsok.Documents;
using Protokollsok.Search;

namespace Protokollsok.Processing;

/// <summary>
/// Makes documents searchable. One loop writes: what waits is added, committed together and then told to the ledger, in that order,
/// so that the ledger never claims what the index does not hold. A kill between the two is healed at the next start.
/// </summary>
/// <param name="patience">How often and how long what fails is tried again; <see langword="null"/> for half a minute in all.</param>
internal sealed class IndexWriter(SearchIndex first, Ledger ledger, ResiliencePipeline? patience = null) : IAsyncDisposable
{
    private const int LargestCommit = 200;

    /// <summary>When much has to be made again: a start that is interrupted goes on where it was.</summary>
    private const int ChangesACommit = 1000;

    /// <summary>How long what is being written when the program ends may take: a node that is away is not waited for. What is not told to the ledger the next start mends.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _gate = new(1);
    private volatile SearchIndex _index = first;
    private volatile BuildingIndex? _building;

    private readonly Channel<Request> _requests = Channel.CreateBounded<Request>(LargestCommit);
    private readonly OwedRemovals _owed = new();
    private readonly CancellationTokenSource _stop = new(), _giveUp = new();
    private readonly ResiliencePipeline _patience = patience ?? new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            // The node restarts by itself; what a lost commit took with it is added again.
            ShouldHandle = new PredicateBuilder().Handle<SearchUnavailableException>(),
            MaxRetryAttempts = 6,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(250),
            MaxDelay = TimeSpan.FromSeconds(8),
        })
        .Build();

    private Task _loop = Task.CompletedTask;
    private Task _settling = Task.CompletedTask;

    /// <param name="Record"><see langword="null"/>: the document is to be gone.</param>
    private sealed record Request(DocumentId Id, DocumentRecord? Record, TaskCompletionSource Done);

    /// <summary>Told what waits and is tried again, and why.</summary>
    public event Action<string, string>? Troubled;

    /// <summary>The index in force.</summary>
    public SearchIndex Index => _index;

    /// <summary>From now on all goes into an index that is being built as well; <see langword="null"/>: no longer.</summary>
    public void AlsoInto(BuildingIndex? building) => _building = building;

    /// <summary>Keeps all writing waiting until it is disposed: the one moment in which another index takes the place of this one.</summary>
    public async Task<IDisposable> PauseAsync(CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        return new Turn(_gate);
    }

    /// <summary>Puts another index in force. Only in a pause.</summary>
    public void Switch(SearchIndex to) => _index = to;

    public void Start()
    {
        _loop = Task.Run(WriteAsync);
        _settling = Task.Run(() => _owed.SettleAsync(id => RemoveAsync(id, _stop.Token), (what, why) => Troubled?.Invoke(what, why), _stop.Token));
    }

    /// <summary>Returns when the document can be found and the ledger says so.</summary>
    /// <exception cref="SearchUnavailableException">The search node stayed away; the document waits in the ledger.</exception>
    /// <exception cref="InvalidOperationException">The document was deleted meanwhile.</exception>
    public Task AddAsync(DocumentRecord record, CancellationToken cancel) => AskAsync(record.Id, record, cancel);

    /// <summary>
    /// Returns when a document that the ledger calls deleted cannot be found any more. Said after the ledger: what is being added meanwhile
    /// is either refused, or removed by this.
    /// </summary>
    /// <exception cref="SearchUnavailableException">
    /// The search node stayed away. The document is removed as soon as it is back, as after any other exception: nobody has to ask again.
    /// </exception>
    public Task RemoveAsync(DocumentId id, CancellationToken cancel) => AskAsync(id, record: null, cancel);

    private async Task AskAsync(DocumentId id, DocumentRecord? record, CancellationToken cancel)
    {
        var request = new Request(id, record, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await _requests.Writer.WriteAsync(request, cancel);
        await request.Done.Task.WaitAsync(cancel);
    }

    /// <summary>
    /// After a crash, a restored backup or a lost index: the index holds what the ledger calls searchable, but for documents of which
    /// not even the slow half is left; <c>verify</c> tells of these.
    /// </summary>
    /// <param name="recordOf">The record of a document, or <see langword="null"/> if there is none to be had.</param>
    /// <returns>How many documents had to be added or removed, and how many could not be added.</returns>
    public async Task<(int Changes, int Failed)> MakeEqualToLedgerAsync(Func<DocumentId, CancellationToken, Task<DocumentRecord?>> recordOf, CancellationToken cancel)
    {
        var index = _index;
        var held = await index.DocumentIdsAsync(cancel);
        var wanted = ledger.SearchableIds().ToHashSet();
        var (changes, failed) = (0, 0);
        foreach (var id in wanted.Except(held))
        {
            if (!await TryReplaceAsync(id, recordOf, cancel)) failed++;
            else if (++changes % ChangesACommit == 0) await index.CommitAsync(cancel);
        }

        foreach (var id in held.Except(wanted))
        {
            await index.RemoveAsync(id, cancel);
            if (++changes % ChangesACommit == 0) await index.CommitAsync(cancel);
        }

        if (changes % ChangesACommit > 0) await index.CommitAsync(cancel);
        return (changes, failed);
    }

    /// <summary>One document that cannot be had must not keep all others from being found.</summary>
    private async Task<bool> TryReplaceAsync(DocumentId id, Func<DocumentId, CancellationToken, Task<DocumentRecord?>> recordOf, CancellationToken cancel)
    {
        try
        {
            if (await recordOf(id, cancel) is not { } record) return false;
            await _index.ReplaceAsync(record, cancel);
            return true;
        }
        catch (Exception e) when (e is not (OperationCanceledException or SearchUnavailableException))
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _settling;
        _requests.Writer.TryComplete();
        _giveUp.CancelAfter(Farewell);
        await _loop;
        _stop.Dispose();
        _giveUp.Dispose();
        _gate.Dispose();
    }

    private async Task WriteAsync()
    {
        while (await _requests.Reader.WaitToReadAsync())
        {
            List<Request> batch = [];
            while (batch.Count < LargestCommit && _requests.Reader.TryRead(out var request)) batch.Add(request);
            using (await PauseAsync(CancellationToken.None)) await WriteAsync(batch);
        }
    }

    private async Task WriteAsync(List<Request> batch)
    {
        try
        {
            await _patience.ExecuteAsync(async cancel => await CommitAsync(batch, cancel), _giveUp.Token);
            ledger.MarkSearchable([.. batch.Where(request => request.Record is not null).Select(request => request.Id)]);
            batch.ForEach(request => request.Done.TrySetResult());
        }
        catch (Exception e) when (batch.Count > 1 && !PassingTrouble.Is(e))
        {
            // One record that cannot be indexed must not take the others with it.
            foreach (var request in batch) await WriteAsync([request]);
        }
        catch (Exception e)
        {
            _owed.Add(batch.Where(request => request.Record is null).Select(request => request.Id));
            batch.ForEach(request => request.Done.TrySetException(e));
        }
    }

    private async Task CommitAsync(List<Request> batch, CancellationToken cancel)
    {
        var index = _index;
        batch = [.. batch.Where(request => request.Record is not null || IsToGo(request.Id, batch))];
        if (batch.Count == 0) return;
        foreach (var request in batch)
        {
            if (request.Record is null) await index.RemoveAsync(request.Id, cancel);
            else if (ledger.Find(request.Id) is { State: DocumentState.Deleted }) throw new InvalidOperationException($"The document {request.Id} was deleted.");
            else await index.ReplaceAsync(request.Record, cancel);
        }

        await index.CommitAsync(cancel);
        // What goes wrong there is the rebuilding's trouble, and keeps nobody's document from being found.
        if (_building is { } building && !await building.FollowAsync([.. batch.Select(request => (request.Id, request.Record))], cancel)) _building = null;
    }

    /// <summary>What was deleted and came again before it could be taken out stays, also when its new record waits for the same commit.</summary>
    private bool IsToGo(DocumentId id, List<Request> batch) => ledger.Find(id) switch
    {
        null or { State: DocumentState.Deleted } => true,
        { State: DocumentState.Searchable } => false,
        _ => !batch.Exists(request => request.Id == id && request.Record is not null),
    };

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
