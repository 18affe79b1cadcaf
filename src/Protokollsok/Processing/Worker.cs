using Protokollsok.Archive;
using Protokollsok.Documents;

namespace Protokollsok.Processing;

/// <summary>
/// Works through what the ledger says is unfinished, a few documents side by side: what was dropped before backfill, else the oldest
/// first, asked anew each time, so that a new drop waits for no backlog. What may pass is waited out: the whole work rests, longer each
/// time, since most of such trouble (a full disk, a search that restarts) is everybody's, and the document that met it rests as long.
/// </summary>
/// <param name="only">The documents to work on; <see langword="null"/>: all.</param>
/// <param name="sideBySide">Documents at once: while one is understood and indexed, the pages of another are read.</param>
/// <param name="pauses">How long to rest after the first trouble in a row, the second …; the last one for all further ones.</param>
internal sealed class Worker(Ledger ledger, DocumentPipeline pipeline, int sideBySide, IReadOnlyList<TimeSpan> pauses, TimeProvider clock, Action<string, string> trouble,
    IReadOnlySet<DocumentId>? only = null)
{
    /// <summary>A document that met trouble this often, while another became searchable since the time before, is given up: the trouble is its own.</summary>
    private const int MostTroubles = 12;

    private static readonly TimeSpan ShortestSleep = TimeSpan.FromMilliseconds(20), LongestSleep = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private readonly HashSet<DocumentId> _inWork = [];
    private readonly Dictionary<DocumentId, Rest> _resting = [];
    private DateTimeOffset _restUntil;
    private int _troublesInRow;
    private long _searchable;
    private Func<bool>? _isMoreComing;

    /// <param name="Troubles">How often in a row: what its pauses go by.</param>
    /// <param name="Own">How many of these came although another document had become searchable since the one before: no outage does that.</param>
    /// <param name="SearchableBefore">How many had become searchable by the last of them.</param>
    private sealed record Rest(DateTimeOffset Until, int Troubles, int Own, long SearchableBefore);

    /// <summary>Told each page when it has been read, with the document it belongs to.</summary>
    public event Action<LedgerEntry, PageReading>? PageRead;

    /// <summary>Told each document when it has come to its end, searchable or in quarantine.</summary>
    public event Action<LedgerEntry, ProcessingResult>? Finished;

    /// <summary>Processes all that waits, including what arrives meanwhile. Documents that trouble stopped again and again are left waiting.</summary>
    /// <returns>Whether something had to be left waiting.</returns>
    /// <param name="isMoreComing">Whether something is still being taken in; <see langword="null"/>: nothing is.</param>
    public async Task<bool> DrainAsync(CancellationToken cancel, Func<bool>? isMoreComing = null)
    {
        _isMoreComing = isMoreComing;
        await WorkAsync(arrived: null, cancel);
        lock (_gate) return _resting.Count > 0;
    }

    /// <summary>Goes on until told to stop.</summary>
    /// <param name="arrived">Released for each document that has work before it.</param>
    public Task RunAsync(SemaphoreSlim arrived, CancellationToken cancel) => WorkAsync(arrived, cancel);

    private async Task WorkAsync(SemaphoreSlim? arrived, CancellationToken cancel)
    {
        // The first that ends by a fault ends the others: a service that works at half is worse than none.
        using var all = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var hands = Enumerable.Range(0, sideBySide).Select(_ => Task.Run(() => WorkOnAsync(arrived, all.Token), CancellationToken.None)).ToList();
        if (arrived is not null)
        {
            await Task.WhenAny(hands);
            await all.CancelAsync();
        }

        await Task.WhenAll(hands);
    }

    private async Task WorkOnAsync(SemaphoreSlim? arrived, CancellationToken cancel)
    {
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                await RestAsync(cancel);
                if (Next(isOnce: arrived is null) is { } entry) await ProcessAsync(entry, cancel);
                else if (arrived is not null) await arrived.WaitAsync(Sleep(), cancel);
                else if (_isMoreComing?.Invoke() != true && IsNothingLeft()) return;
                else await Task.Delay(ShortestSleep, clock, cancel);
            }
            catch (Exception e) when (PassingTrouble.Is(e))
            {
                // The ledger itself: a full disk, a lock.
                trouble("the work", e.Message);
                RestAll();
            }
        }
    }

    private LedgerEntry? Next(bool isOnce)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var unfinished = ledger.Unfinished(only is null ? _inWork.Count + _resting.Count + 1 : int.MaxValue);
            var next = unfinished.FirstOrDefault(entry => !_inWork.Contains(entry.Id) && only?.Contains(entry.Id) != false && MayGo(entry.Id));
            if (next is not null) _inWork.Add(next.Id);
            else ForgetRestsBut(unfinished);
            return next;

            bool MayGo(DocumentId id) => !_resting.TryGetValue(id, out var rest) || (rest.Until <= now && !(isOnce && rest.Troubles > pauses.Count));
        }
    }

    /// <summary>A document that was deleted while it rested would be waited for without end.</summary>
    /// <param name="unfinished">All there are, since none of them could be taken.</param>
    private void ForgetRestsBut(IReadOnlyList<LedgerEntry> unfinished)
    {
        foreach (var id in _resting.Keys.Except(unfinished.Select(entry => entry.Id)).ToList()) _resting.Remove(id);
    }

    private async Task ProcessAsync(LedgerEntry entry, CancellationToken cancel)
    {
        try
        {
            var result = await pipeline.ProcessAsync(entry, new PageProgress(page => PageRead?.Invoke(entry, page)), cancel);
            lock (_gate)
            {
                _resting.Remove(entry.Id);
                _troublesInRow = 0;
                // Quarantine and deletion work during many an outage, too, and say nothing about it.
                if (result.Searchable) _searchable++;
            }

            Finished?.Invoke(entry, result);
        }
        catch (Exception e) when (PassingTrouble.Is(e))
        {
            RestAll();
            if (LetRest(entry.Id)) Finished?.Invoke(entry, pipeline.GiveUp(entry, e.Message));
            else trouble(entry.FileName, e.Message);
        }
        finally
        {
            lock (_gate) _inWork.Remove(entry.Id);
        }
    }

    /// <returns>Whether the document has rested often enough.</returns>
    private bool LetRest(DocumentId id)
    {
        lock (_gate)
        {
            var before = _resting.GetValueOrDefault(id) ?? new Rest(default, 0, 0, _searchable);
            var own = before.Own + (_searchable > before.SearchableBefore ? 1 : 0);
            _resting[id] = new Rest(clock.GetUtcNow() + PauseAfter(before.Troubles + 1), before.Troubles + 1, own, _searchable);
            if (own < MostTroubles) return false;
            _resting.Remove(id);
            return true;
        }
    }

    private void RestAll()
    {
        lock (_gate) _restUntil = clock.GetUtcNow() + PauseAfter(++_troublesInRow);
    }

    private TimeSpan PauseAfter(int troubles) => pauses[Math.Min(troubles, pauses.Count) - 1];

    private async Task RestAsync(CancellationToken cancel)
    {
        TimeSpan rest;
        lock (_gate) rest = _restUntil - clock.GetUtcNow();
        if (rest > TimeSpan.Zero) await Task.Delay(rest, clock, cancel);
    }

    /// <summary>Until the first of those that rest may go on; not for ever in any case, as a belt to the braces.</summary>
    private TimeSpan Sleep()
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            // One that has rested enough is in work, or was just taken.
            var next = _resting.Values.Select(rest => rest.Until - now).Where(left => left > TimeSpan.Zero).Append(LongestSleep).Min();
            return next > ShortestSleep ? next : ShortestSleep;
        }
    }

    private bool IsNothingLeft()
    {
        lock (_gate) return _inWork.Count == 0 && _resting.Values.All(rest => rest.Troubles > pauses.Count);
    }

    /// <summary>Tells at once and in order; <see cref="Progress{T}"/> would tell from the thread pool, later.</summary>
    private sealed class PageProgress(Action<PageReading> tell) : IProgress<PageReading>
    {
        public void Report(PageReading value) => tell(value);
    }
}
