using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Processing;

namespace Protokollsok.Pages.Review;

/// <summary>
/// What is to be reviewed, one thing after another. The list is kept in the home and follows the ledger's changes when somebody asks, beside
/// all other work; a record is only read again when its document has changed, so that a page costs one record however large the archive is.
/// </summary>
internal sealed class ReviewQueue(Workshop workshop, IHostApplicationLifetime life, ILogger<ReviewQueue> logger) : IAsyncDisposable
{
    private const int AtATime = 100;

    /// <summary>Documents that turn out to have changed while one looks for the next thing.</summary>
    private const int MostTries = 50;

    private readonly Lazy<DoubtList> _list = new(() => DoubtList.Open(workshop.Home.Data, ReviewFinder.Rules));
    private readonly BackgroundWork _work = new(life);
    private readonly HashSet<DocumentId> _passedBy = [];
    private int _running;

    /// <summary>Whether the list is still being brought up to date.</summary>
    public bool IsFollowing => Volatile.Read(ref _running) != 0;

    public long Count(DoubtFilter filter) => _list.Value.Count(filter);

    public IReadOnlyList<(string Type, long Count)> ByType() => _list.Value.ByType();

    /// <summary>Takes in what has changed since the last time, a large archive beyond the time that a person does not notice.</summary>
    public async Task FollowAsync(TimeSpan patience)
    {
        if (Interlocked.Exchange(ref _running, 1) != 0) return;
        await Task.WhenAny(_work.Run(RunAsync), Task.Delay(patience));
    }

    /// <summary>Whether the list has anything after a place in the order, be it still there or not.</summary>
    public bool HasAfter(DoubtFilter filter, Doubt? after, bool withIt) => _list.Value.After(filter, after, withIt, 1).Count > 0;

    /// <summary>
    /// The first thing after a place in the order, with the record that it stands in; none, too, where so many documents have changed that the
    /// list has to be followed first.
    /// </summary>
    /// <param name="withIt">Whether the one at that place counts, too.</param>
    public async Task<(ReviewItem Item, DocumentRecord Record)?> NextAsync(DoubtFilter filter, Doubt? after, bool withIt, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (_list.Value.After(filter, after, withIt, 1) is not [var doubt]) return null;
            var changed = _list.Value.ChangedAt(doubt.Id);
            if (workshop.Ledger.Find(doubt.Id) is not { } entry || await ItemsAsync(entry, cancel) is not var (items, record))
            {
                _list.Value.Put(doubt.Id, doubt.Arrival, DateTimeOffset.UnixEpoch, []);
                continue;
            }

            var item = items.FirstOrDefault(one => (one.Doubt.Kind, one.Doubt.Page, one.Doubt.At) == (doubt.Kind, doubt.Page, doubt.At));
            if (item is not null && changed == entry.UpdatedAt) return (item, record);
            Put(entry, items);
        }

        return null;
    }

    /// <summary>A document's things anew, after a person has decided one.</summary>
    public async Task RetakeAsync(DocumentId id, CancellationToken cancel)
    {
        if (workshop.Ledger.Find(id) is { } entry) await TakeInAsync(entry, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _work.DisposeAsync();
        if (_list.IsValueCreated) _list.Value.Dispose();
    }

    private async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            await TakePassedByAsync(cancel);
            while (_list.Value.Seen is var (since, after) && workshop.Ledger.ChangedSince(since, after, withDeleted: true, AtATime) is { Count: > 0 } changed)
            {
                foreach (var entry in changed) await TakeOrPassByAsync(entry, cancel);
                _list.Value.Seen = (changed[^1].UpdatedAt, changed[^1].Id);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogWarning(e, "The list of what is to be reviewed could not be brought up to date; it goes on when somebody asks again");
        }
        finally
        {
            Volatile.Write(ref _running, 0);
        }
    }

    /// <summary>A document that cannot be looked at now is left for the next time, and the others go on.</summary>
    private async Task TakeOrPassByAsync(LedgerEntry entry, CancellationToken cancel)
    {
        try
        {
            await TakeInAsync(entry, cancel);
            _passedBy.Remove(entry.Id);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (_passedBy.Add(entry.Id)) logger.LogWarning(e, "{Document} could not be looked at for what is to be reviewed; it is when somebody asks again", entry.Id.Hex);
        }
    }

    private async Task TakePassedByAsync(CancellationToken cancel)
    {
        foreach (var id in _passedBy.ToList())
        {
            if (workshop.Ledger.Find(id) is { } entry) await TakeOrPassByAsync(entry, cancel);
            else _passedBy.Remove(id);
        }
    }

    private async Task TakeInAsync(LedgerEntry entry, CancellationToken cancel)
    {
        try
        {
            Put(entry, await ItemsAsync(entry, cancel) is var (items, _) ? items : []);
        }
        catch (InvalidDataException)
        {
            // A damaged record is verify's matter.
            Put(entry, []);
        }
    }

    private void Put(LedgerEntry entry, IReadOnlyCollection<ReviewItem> items) => _list.Value.Put(entry.Id, entry.Arrival, entry.UpdatedAt, [.. items.Select(item => item.Doubt)]);

    /// <summary><see langword="null"/> unless the document is searchable.</summary>
    private async Task<(IReadOnlyList<ReviewItem> Items, DocumentRecord Record)?> ItemsAsync(LedgerEntry entry, CancellationToken cancel) =>
        entry.State == DocumentState.Searchable && await workshop.Archive.LoadRecordAsync(entry.Id, cancel) is { } record
            ? (ReviewFinder.Find(record, entry.Arrival, workshop.Ledger.CorrectionsOf(entry.Id)), record)
            : null;
}
