using System.Collections.Concurrent;
using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Search;

namespace Protokollsok.Bulk;

/// <summary>
/// The index that is being built beside the one in force. Many make documents again and put them in; whatever happens to a document
/// meanwhile goes in, too, and comes last. Thread-safe.
/// </summary>
internal sealed class BuildingIndex(SearchIndex index, DocumentArchive archive, Ledger ledger, ReindexRun run) : IAsyncDisposable
{
    private const int Turns = 64, MostTries = 6;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim _turns = new(Turns), _alone = new(1);
    private readonly ConcurrentDictionary<DocumentId, int> _overtaken = [];
    private volatile bool _isLost;

    public SearchIndex Index => index;

    /// <summary>What goes wrong with following; <see langword="null"/> as long as nothing does.</summary>
    public Exception? Trouble { get; private set; }

    /// <summary>To be asked for before a document is made again.</summary>
    public int MarkOf(DocumentId id) => _overtaken.GetValueOrDefault(id);

    /// <summary>Puts a document in, unless something happened to it since its mark was asked for.</summary>
    /// <param name="stage">Keeps its halves.</param>
    /// <exception cref="SearchUnavailableException">The node is away; all since the last commit is to be made again.</exception>
    public bool TryPut(DocumentRecord record, int mark, Action stage)
    {
        _turns.Wait();
        try
        {
            if (MarkOf(record.Id) != mark) return false;
            stage();
            index.ReplaceAsync(record).GetAwaiter().GetResult();
            return true;
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <summary>What was put in is on the disk, halves and entries, when this returns.</summary>
    /// <exception cref="SearchUnavailableException">Some of it is lost; all since the last commit is to be made again.</exception>
    public async Task CommitAsync(CancellationToken cancel)
    {
        archive.FlushStaged();
        await index.CommitAsync(cancel);
        if (!_isLost) return;
        _isLost = false;
        throw new WritesLostException();
    }

    /// <summary>Keeps what came of documents, but of those to which something happened since their mark was asked for: these are made again. In one step, so that nothing can happen in between.</summary>
    /// <param name="seenEvent">What the ledger had noted before the commit.</param>
    /// <returns>What was kept.</returns>
    public async Task<IReadOnlyList<ReindexResult>> KeepAsync(IEnumerable<(ReindexResult Result, int Mark)> results, long seenEvent, CancellationToken cancel)
    {
        await _alone.WaitAsync(cancel);
        try
        {
            List<ReindexResult> kept = [.. results.Where(one => MarkOf(one.Result.Id) == one.Mark).Select(one => one.Result)];
            ledger.KeepReindexed(run.Generation, kept, seenEvent);
            return kept;
        }
        finally
        {
            _alone.Release();
        }
    }

    /// <summary>Does what was just done in the index in force. Documents of this generation are made again after that.</summary>
    /// <param name="changes">A record of <see langword="null"/>: the document is gone.</param>
    /// <returns>Whether it goes on; if not, the rebuilding has to be begun again, and nobody else is harmed.</returns>
    public async Task<bool> FollowAsync(IReadOnlyList<(DocumentId Id, DocumentRecord? Record)> changes, CancellationToken cancel)
    {
        await _alone.WaitAsync(cancel);
        try
        {
            for (var turn = 0; turn < Turns; turn++) await _turns.WaitAsync(CancellationToken.None);
            try
            {
                await FollowAsync(changes);
                return true;
            }
            finally
            {
                _turns.Release(Turns);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Trouble = e;
            return false;
        }
        finally
        {
            _alone.Release();
        }
    }

    /// <summary>Entries that a record has in an index.</summary>
    public static int EntriesOf(DocumentRecord? record) => record is null ? 0 : Math.Max(1, record.Decisions.Count + record.Pages.Count);

    public async ValueTask DisposeAsync() => await index.DisposeAsync();

    private async Task FollowAsync(IReadOnlyList<(DocumentId Id, DocumentRecord? Record)> changes)
    {
        foreach (var (id, _) in changes)
        {
            _overtaken.AddOrUpdate(id, 1, (_, before) => before + 1);
            archive.Unstage(id, run.Generation);
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                foreach (var (id, record) in changes) await (record is null ? index.RemoveAsync(id) : index.ReplaceAsync(record));
                await index.CommitAsync();
                break;
            }
            catch (SearchUnavailableException) when (attempt < MostTries)
            {
                _isLost = true;
                await Task.Delay(FirstPause * attempt, TimeProvider.System);
            }
        }

        Note(changes);
    }

    private void Note(IReadOnlyList<(DocumentId Id, DocumentRecord? Record)> changes)
    {
        foreach (var (id, record) in changes)
        {
            if (record is null) continue;
            // What is only arriving is made by these rules already; what is gone back to lacks what is corrected now.
            var isOurs = ledger.Find(id) is { State: DocumentState.Searchable } && (run.IsWhole || run.Selection == ReindexJob.Rollback || ledger.IsReindexed(run.Generation, id));
            if (isOurs) ledger.ReopenReindexed(run.Generation, [id]);
            else ledger.KeepReindexed(run.Generation, [new ReindexResult(id) { Entries = EntriesOf(record), EntriesBefore = EntriesOf(record) }], seenEvent: 0);
        }
    }
}
