using System.Collections.Concurrent;
using System.Globalization;
using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Processing;
using Protokollsok.Search;

namespace Protokollsok.Bulk;

/// <summary>
/// Makes one generation, from where it was left: rounds of documents, each kept in halves, index and ledger before the next; then, when
/// ledger and new index agree, the switch; then the ledger's lines. Killed anywhere, what is in force stays so, and the next start goes on.
/// </summary>
/// <param name="run">As the ledger has it.</param>
/// <param name="progress">Told when something has been done.</param>
internal sealed class ReindexJob(Workshop workshop, ReindexRun run, ReindexProgress progress) : IDisposable
{
    public const string Rollback = "rollback";

    /// <summary>A kill costs no more than a round.</summary>
    private const int DocumentsInRound = 256;

    /// <summary>Lines written in the ledger at once: searches wait for the ledger meanwhile.</summary>
    private const int LinesAtOnce = 200;

    private static readonly TimeSpan LongestRound = TimeSpan.FromSeconds(10);

    private readonly LedgerReader _eyes = Ledger.OpenReadOnly(workshop.Home.Data)!;
    private readonly Throttle _throttle = new(workshop.Load);

    /// <summary>Taken once: a word that somebody teaches meanwhile is for the next one.</summary>
    private readonly Understanding _understanding = workshop.Tools.Understanding;

    private bool IsRollback => run.Selection == Rollback;

    private int Generation => run.Generation;

    /// <summary>What will be in force after the switch.</summary>
    private Generations Target => workshop.Archive.Generations is var now && IsRollback
        ? new Generations(Generation, now.PreviousIndex ?? Generations.IndexOf(Generation), null, [.. GivenUp(), now.Current])
        : new Generations(Generation, Generations.IndexOf(Generation), now.Index, GivenUp());

    /// <exception cref="BudgetExceededException">Too much would be lost; it is given up.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        if (workshop.Archive.Generations.Current != Generation) await BuildAsync(cancel);
        if (run.State != ReindexState.Switched) workshop.Ledger.MarkReindex(Generation, ReindexState.Switched);
        progress.Tell(ReindexReport.Telling);
        await TellAsync(cancel);
        workshop.Ledger.MarkReindex(Generation, ReindexState.Done);
    }

    public void Dispose() => _eyes.Dispose();

    private async Task BuildAsync(CancellationToken cancel)
    {
        var building = await OpenAsync(cancel);
        var isSwitched = false;
        try
        {
            // Between two batches: what one of them wrote alone is in the events that are read next.
            using (await workshop.IndexWriter.PauseAsync(cancel)) workshop.IndexWriter.AlsoInto(building);
            CatchUp();
            do await FillAsync(building, cancel);
            while (!await TrySwitchAsync(building, cancel));
            isSwitched = true;
        }
        finally
        {
            workshop.IndexWriter.AlsoInto(null);
            if (!isSwitched) await building.DisposeAsync();
        }
    }

    private async Task<BuildingIndex> OpenAsync(CancellationToken cancel)
    {
        var (target, now) = (Target, workshop.Archive.Generations);
        var (folder, current) = (Path.Combine(workshop.Home.Data, target.Index), Path.Combine(workshop.Home.Data, now.Index));
        if (!run.IsWhole && !IsRollback && !Directory.Exists(folder))
        {
            using (await workshop.IndexWriter.PauseAsync(cancel)) IndexFolders.Clone(current, folder + "-clone");
            Directory.Move(folder + "-clone", folder);
        }

        IndexFolders.CopyClasses(current, folder);
        var index = await SearchIndex.OpenAsync(folder, readOnly: false, workshop.Tools.Words, cancellationToken: cancel);
        return new BuildingIndex(index, workshop.Archive, workshop.Ledger, run);
    }

    /// <summary>What happened while nobody wrote into the new index.</summary>
    private void CatchUp()
    {
        var changed = _eyes.ChangedSince(Math.Min(SinceSwitch() ?? run.SeenEvent, run.SeenEvent));
        if (changed.Count > 0) workshop.Ledger.ReopenReindexed(Generation, changed);
    }

    /// <summary>When going back: the event from which on only the one that is gone back from knows what happened.</summary>
    private long? SinceSwitch() => !IsRollback ? null : workshop.Ledger.Reindexes().FirstOrDefault(one => one.Generation == workshop.Archive.Generations.Current)?.SeenEvent ?? 0;

    private async Task FillAsync(BuildingIndex building, CancellationToken cancel)
    {
        progress.Begin(_eyes.ReindexTotals(Generation), _throttle);
        while (true)
        {
            while (_eyes.ReindexWaiting(Generation, after: 0, DocumentsInRound) is { Count: > 0 } items) await RoundAsync(building, items, cancel);
            if (run.LostBudget is { } budget && _eyes.ReindexTotals(Generation).LostShare is var lost && lost > budget)
                throw new BudgetExceededException(string.Create(CultureInfo.InvariantCulture, $"{lost:P2} of the decisions or of the values would be lost, and {budget:P2} may be; nothing was switched."));
            if (await CompareAsync(building, cancel)) return;
        }
    }

    private async Task RoundAsync(BuildingIndex building, IReadOnlyList<ReindexItem> items, CancellationToken cancel)
    {
        var (queue, results, since) = (new ConcurrentQueue<ReindexItem>(items), new ConcurrentBag<(ReindexResult Result, int Mark)>(), TimeProvider.System.GetTimestamp());
        var source = Enum.Parse<ReindexSource>(run.Source, ignoreCase: true);
        var remaker = new Remaker(_eyes, workshop.Archive, workshop.Tools.Reader, _understanding, source, IsRollback ? Target : workshop.Archive.Generations, SinceSwitch());
        try
        {
            await WorkThreads.RunAsync(source == ReindexSource.Scan ? workshop.Settings.Reading.Children : Environment.ProcessorCount, nice: 0, Work);
            cancel.ThrowIfCancellationRequested();
            await building.CommitAsync(cancel);
            var seen = _eyes.LastEvent();
            if (building.Trouble is { } trouble) throw new IOException($"The index that is being built could not follow: {trouble.Message}", trouble);
            progress.Add(await building.KeepAsync(results, seen, cancel));
        }
        catch (SearchUnavailableException e)
        {
            await progress.RestAsync(e, cancel);
        }

        void Work()
        {
            while (TimeProvider.System.GetElapsedTime(since) < LongestRound && !cancel.IsCancellationRequested && queue.TryDequeue(out var item))
            {
                _throttle.Run(() =>
                {
                    var mark = building.MarkOf(item.Id);
                    if (MakeOne(building, remaker, item, mark, cancel) is { } result) results.Add((result, mark));
                }, cancel);
            }
        }
    }

    /// <returns><see langword="null"/>: something happened to it meanwhile; it is made again, or it is gone.</returns>
    private ReindexResult? MakeOne(BuildingIndex building, Remaker remaker, ReindexItem item, int mark, CancellationToken cancel)
    {
        var made = remaker.Make(item, cancel);
        try
        {
            return made.Record is null || building.TryPut(made.Record, mark, () => Stage(made)) ? made.Result : null;
        }
        catch (InvalidOperationException) when (_eyes.Find(item.Id) is { State: DocumentState.Deleted })
        {
            return null;
        }
    }

    private void Stage(Remade made)
    {
        // Made before, and otherwise: what is in force does now.
        if (made.Json is null) workshop.Archive.Unstage(made.Result.Id, Generation);
        if (made.Reading is { } reading) workshop.Archive.StageReading(made.Result.Id, reading, Generation);
        if (made.Json is { } json) workshop.Archive.StageRecord(made.Result.Id, json, Generation);
    }

    /// <returns>Whether the new index holds the documents that the ledger calls searchable; else that is on its way.</returns>
    private async Task<bool> CompareAsync(BuildingIndex building, CancellationToken cancel)
    {
        var held = await building.Index.DocumentIdsAsync(cancel);
        var wanted = _eyes.SearchableIds().ToHashSet();
        var nothingLeft = _eyes.ReindexFailures(Generation, int.MaxValue).Select(failure => failure.Id).ToHashSet();
        List<DocumentId> missing = [.. wanted.Except(held).Except(nothingLeft)], extra = [.. held.Except(wanted)];
        // What is arriving just now is in the index before the ledger says so.
        extra.RemoveAll(id => _eyes.Find(id) is { State: DocumentState.Understood or DocumentState.Searchable });
        if (missing.Count > 0) workshop.Ledger.ReopenReindexed(Generation, missing);
        foreach (var id in extra) await building.Index.RemoveAsync(id, cancel);
        if (extra.Count > 0) await building.CommitAsync(cancel);
        return missing.Count + extra.Count == 0;
    }

    private async Task<bool> TrySwitchAsync(BuildingIndex building, CancellationToken cancel)
    {
        var before = TimeProvider.System.GetTimestamp();
        using (await workshop.IndexWriter.PauseAsync(cancel))
        {
            if (building.Trouble is { } trouble) throw new IOException($"The index that is being built could not follow: {trouble.Message}", trouble);
            if (_eyes.ReindexWaiting(Generation, after: 0, most: 1).Count > 0) return false;
            await MustAgreeAsync(building, cancel);
            var since = TimeProvider.System.GetTimestamp();
            var old = workshop.Index;
            workshop.Archive.Switch(Target);
            workshop.IndexWriter.Switch(building.Index);
            workshop.IndexWriter.AlsoInto(null);
            progress.Switched(TimeProvider.System.GetElapsedTime(before), TimeProvider.System.GetElapsedTime(since));
            workshop.Reindexing.Retire(old);
            return true;
        }
    }

    /// <summary>Entry for entry: what the ledger says was put in is what the index holds.</summary>
    private async Task MustAgreeAsync(BuildingIndex building, CancellationToken cancel)
    {
        var totals = _eyes.ReindexTotals(Generation);
        var held = await EntriesAsync(building.Index);
        var expected = run.IsWhole ? totals.Entries : await EntriesAsync(workshop.Index) - totals.EntriesBefore + totals.Entries;
        if (held != expected && !IsRollback)
            throw new AccountingException($"The new index holds {held} entries where the ledger expects {expected}; it is not put in force. Give it up with reindex --abandon and begin again.");

        async Task<long> EntriesAsync(SearchIndex index) => (await index.SearchAsync(new SearchRequest { Size = 1, Facets = false }, cancel)).Total;
    }

    private async Task TellAsync(CancellationToken cancel)
    {
        var ledger = workshop.Ledger;
        while (ledger.TellReindexed(Generation, LinesAtOnce) > 0) await Task.Delay(1, cancel);
        // A document has no more earlier records than there were generations.
        var isMany = Generation - 1 > workshop.Settings.EarlierRecords;
        foreach (var id in isMany ? _eyes.ReindexedIds(Generation) : [])
        {
            cancel.ThrowIfCancellationRequested();
            workshop.Archive.RemoveSuperseded(id, workshop.Settings.EarlierRecords);
        }

        if (!IsRollback || Withdrawn() is not { } withdrawn) return;
        while (ledger.TellRolledBack(withdrawn, run.Who, LinesAtOnce, Generation) > 0) await Task.Delay(1, cancel);
        ledger.MarkReindex(withdrawn, ReindexState.RolledBack);
        foreach (var id in _eyes.ReindexedIds(withdrawn).Where(id => workshop.Archive.RecordsOf(id).Count > 1)) workshop.Archive.Unstage(id, withdrawn);
    }

    /// <summary>The one that was in force and is gone back from; none when all has been told of it.</summary>
    private int? Withdrawn() =>
        workshop.Ledger.Reindexes().FirstOrDefault(one => one.State == ReindexState.Done && workshop.Archive.Generations.Withdrawn.Contains(one.Generation))?.Generation;

    private List<int> GivenUp() =>
        [.. workshop.Archive.Generations.Withdrawn.Concat(workshop.Ledger.Reindexes().Where(one => one.State == ReindexState.Abandoned).Select(one => one.Generation)).Distinct().Order()];
}
