using System.Collections.Concurrent;
using System.Globalization;
using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Processing;

namespace Protokollsok.Pages;

/// <summary>
/// How well the archive could be read, by years and by where texts come from. Records are gone through when somebody asks, one after
/// another beside all other work, and later only those that have changed: a page never waits for it.
/// </summary>
internal sealed class QualitySurvey(Workshop workshop, IHostApplicationLifetime life, ILogger<QualitySurvey> logger) : IAsyncDisposable
{
    private const int AtATime = 200, BeforeRest = 20;

    private readonly ConcurrentDictionary<DocumentId, DocumentQuality> _known = [];
    private readonly BackgroundWork _work = new(life);
    private (DateTimeOffset Since, DocumentId? After) _from = (DateTimeOffset.UnixEpoch, null);
    private int _running;

    /// <summary>Documents that have been gone through.</summary>
    public int Documents => _known.Count;

    /// <summary>By year, the oldest first; documents without a date are left out.</summary>
    public IReadOnlyList<QualityGroup> ByYear => [.. _known.Values.Where(one => one is { Year: not null, Pages: > 0 }).GroupBy(one => one.Year!.Value).OrderBy(group => group.Key)
        .Select(group => QualityGroup.Of(group.Key.ToString("0000", CultureInfo.InvariantCulture), [.. group]))];

    /// <summary>By where the text comes from: a text layer, the scan, both, a text file.</summary>
    public IReadOnlyList<QualityGroup> ByOrigin => [.. _known.Values.Where(one => one.Pages > 0).GroupBy(one => one.Origin).OrderBy(group => group.Key)
        .Select(group => QualityGroup.Of(group.Key.ToString(), [.. group]))];

    /// <summary>Takes in what has changed since the last time. A small archive is done within the time that a person does not notice; a large one goes on after it.</summary>
    /// <returns>Whether all of it is taken in.</returns>
    public async Task<bool> RefreshAsync(TimeSpan patience)
    {
        if (Interlocked.Exchange(ref _running, 1) != 0) return false;
        var run = _work.Run(RunAsync);
        return await Task.WhenAny(run, Task.Delay(patience)) == run;
    }

    public ValueTask DisposeAsync() => _work.DisposeAsync();

    private async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            while (workshop.Ledger.ChangedSince(_from.Since, _from.After, withDeleted: true, AtATime) is { Count: > 0 } changed)
            {
                foreach (var some in changed.Chunk(BeforeRest)) await TakeInAsync(some, cancel);
                _from = (changed[^1].UpdatedAt, changed[^1].Id);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogWarning(e, "The survey of quality was broken off; it goes on when somebody asks again");
        }
        finally
        {
            Volatile.Write(ref _running, 0);
        }
    }

    /// <summary>It rests as long as it works: who asks for a page meanwhile has most of a machine of two cores.</summary>
    private async Task TakeInAsync(IEnumerable<LedgerEntry> entries, CancellationToken cancel)
    {
        var begun = TimeProvider.System.GetTimestamp();
        foreach (var entry in entries) await TakeInAsync(entry, cancel);
        if (_known.Count > AtATime) await Task.Delay(TimeProvider.System.GetElapsedTime(begun), cancel);
    }

    private async Task TakeInAsync(LedgerEntry entry, CancellationToken cancel)
    {
        DocumentRecord? record = null;
        try
        {
            if (entry.State == DocumentState.Searchable) record = await workshop.Archive.LoadRecordAsync(entry.Id, cancel);
        }
        catch (InvalidDataException)
        {
            // A damaged record is verify's matter.
        }

        if (record is null) _known.TryRemove(entry.Id, out _);
        else _known[entry.Id] = DocumentQuality.Of(record);
    }
}
