using System.Threading.Channels;
using Polly;
using Polly.Retry;
using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Search;

namespace Protokollsok.Processing;

/// <summary>
/// Makes documents searchable. One loop writes: what waits is added, committed together and then told to the ledger, in that order,
/// so that the ledger never claims what the index does not hold. A kill between the two is healed at the next start.
/// </summary>
internal sealed class IndexWriter(SearchIndex index, Ledger ledger) : IAsyncDisposable
{
    private const int LargestCommit = 200;

    /// <summary>When much has to be made again: a start that is interrupted goes on where it was.</summary>
    private const int ChangesACommit = 1000;

    /// <summary>What waits in a rebuild at a time: work of the day comes between.</summary>
    private const int RenewedTogether = 20;

    private readonly Channel<Request> _requests = Channel.CreateBounded<Request>(LargestCommit);
    private readonly ResiliencePipeline _patience = new ResiliencePipelineBuilder()
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

    /// <param name="Record"><see langword="null"/>: the document is to be gone.</param>
    private sealed record Request(DocumentId Id, DocumentRecord? Record, TaskCompletionSource Done)
    {
        /// <summary>The document is searchable already; its entries are only made again, from the record that there is when its turn comes.</summary>
        public Func<DocumentId, CancellationToken, Task<DocumentRecord?>>? RenewedFrom { get; init; }
    }

    public void Start() => _loop = Task.Run(WriteAsync);

    /// <summary>Returns when the document can be found and the ledger says so.</summary>
    /// <exception cref="SearchUnavailableException">The search node stayed away; the document waits in the ledger.</exception>
    /// <exception cref="InvalidOperationException">The document was deleted meanwhile.</exception>
    public Task AddAsync(DocumentRecord record, CancellationToken cancel) => AskAsync(new Request(record.Id, record, NewDone()), cancel);

    /// <summary>
    /// Returns when a document that the ledger calls deleted cannot be found any more. Said after the ledger: what is being added meanwhile
    /// is either refused, or removed by this.
    /// </summary>
    /// <exception cref="SearchUnavailableException">The search node stayed away.</exception>
    public Task RemoveAsync(DocumentId id, CancellationToken cancel) => AskAsync(new Request(id, Record: null, NewDone()), cancel);

    /// <summary>
    /// Makes an index of an older analysis again, beside the one that serves, document by document through the one loop, so that a deleted one
    /// cannot come back; then lets it serve.
    /// </summary>
    /// <param name="recordOf">The record of a document, or <see langword="null"/> if there is none to be had.</param>
    /// <returns>How many documents could not be had.</returns>
    /// <exception cref="SearchUnavailableException">A node stayed away; to be begun again.</exception>
    public async Task<int> RebuildAsync(Func<DocumentId, CancellationToken, Task<DocumentRecord?>> recordOf, CancellationToken cancel)
    {
        await using var rebuild = await index.BeginRebuildAsync(cancel);
        var lost = new HashSet<DocumentId>();
        while (ledger.SearchableIds().Except(await rebuild.DocumentIdsAsync(cancel)).Except(lost).ToList() is { Count: > 0 } missing)
        {
            foreach (var some in missing.Chunk(RenewedTogether))
            {
                var renewed = await Task.WhenAll(some.Select(async id => (Id: id, Done: await TryRenewAsync(id, recordOf, cancel))));
                lost.UnionWith(renewed.Where(one => !one.Done).Select(one => one.Id));
            }
        }

        await rebuild.FinishAsync(cancel);
        return lost.Count;
    }

    private async Task<bool> TryRenewAsync(DocumentId id, Func<DocumentId, CancellationToken, Task<DocumentRecord?>> recordOf, CancellationToken cancel)
    {
        try
        {
            await AskAsync(new Request(id, Record: null, NewDone()) { RenewedFrom = recordOf }, cancel);
            return true;
        }
        catch (Exception e) when (e is not (OperationCanceledException or SearchUnavailableException))
        {
            // It was deleted meanwhile, or cannot be read: verify names it.
            return false;
        }
    }

    private static TaskCompletionSource NewDone() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task AskAsync(Request request, CancellationToken cancel)
    {
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
            await index.ReplaceAsync(record, cancel);
            return true;
        }
        catch (Exception e) when (e is not (OperationCanceledException or SearchUnavailableException))
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _requests.Writer.TryComplete();
        await _loop;
    }

    private async Task WriteAsync()
    {
        while (await _requests.Reader.WaitToReadAsync())
        {
            List<Request> batch = [];
            while (batch.Count < LargestCommit && _requests.Reader.TryRead(out var request)) batch.Add(request);
            await WriteAsync(batch);
        }
    }

    private async Task WriteAsync(List<Request> batch)
    {
        try
        {
            await _patience.ExecuteAsync(async cancel => await CommitAsync(batch, cancel));
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
            batch.ForEach(request => request.Done.TrySetException(e));
        }
    }

    private async Task CommitAsync(List<Request> batch, CancellationToken cancel)
    {
        foreach (var request in batch)
        {
            if (request.RenewedFrom is { } recordOf) await ReplaceAsync(await recordOf(request.Id, cancel), request.Id, cancel);
            else if (request.Record is null) await index.RemoveAsync(request.Id, cancel);
            else await ReplaceAsync(request.Record, request.Id, cancel);
        }

        await index.CommitAsync(cancel);
    }

    private Task ReplaceAsync(DocumentRecord? record, DocumentId id, CancellationToken cancel) =>
        record is null || ledger.Find(id) is { State: DocumentState.Deleted }
            ? throw new InvalidOperationException($"The document {id} was deleted, or has no record.")
            : index.ReplaceAsync(record, cancel);
}
