using System.Globalization;
using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Processing;
using Protokollsok.Search;

namespace Protokollsok.Bulk;

/// <summary>
/// Everything made again beside the daily work: begins it, goes on with what an earlier program left, and gives it up. One at a time.
/// What ends it by trouble ends nothing else.
/// </summary>
internal sealed class Reindexing(Workshop workshop) : IAsyncDisposable
{
    private const int FailuresShown = 100;

    /// <summary>Searches that began before the switch have ended by then.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _guard = new();
    private readonly List<Task> _retiring = [];
    private CancellationTokenSource _abandon = new();
    private Task _work = Task.CompletedTask;
    private bool _isAbandoned;

    /// <summary>Told how far it is.</summary>
    public event Action<ReindexReport>? Reported;

    /// <summary>Ends when nothing is being made.</summary>
    public Task Work => _work;

    /// <summary>Goes on with what an earlier program was killed over, or was told to stop.</summary>
    public void Resume()
    {
        lock (_guard)
        {
            if (_work.IsCompleted && workshop.Ledger.UnfinishedReindex() is { } run) Start(token => RunAsync(run, FirstReport(NewToken(), run), token));
        }
    }

    /// <summary>Makes an index again whose entries were made by another analysis of words than this program's; it serves until then.</summary>
    public void Renew()
    {
        if (workshop.Index.IsOutdated) Begin(new ReindexOrder(ReindexSource.Record, []), "protokollsok");
    }

    /// <summary>Begins what is asked for; it goes on by itself.</summary>
    /// <returns>Begun, with the token under which its reports are told; or why not.</returns>
    public UpkeepAnswer Begin(ReindexOrder order, string who)
    {
        lock (_guard)
        {
            try
            {
                return order.IsAbandon ? Abandon(who) : Begin(order, Selection.Parse(order.Only), who);
            }
            catch (WrongUseException e)
            {
                return Refuse(e.Message);
            }
        }
    }

    /// <summary>The index that was in force goes, when those who search it have their answers.</summary>
    public void Retire(SearchIndex old)
    {
        lock (_guard) _retiring.Add(RetireAsync(old));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        await Task.WhenAll(_retiring);
        _stop.Dispose();
        _abandon.Dispose();
    }

    private static UpkeepAnswer Refuse(string why) => new(null, UpkeepOutcome.Refused, Detail: why);

    private static string NewToken() => Guid.NewGuid().ToString("N");

    private UpkeepAnswer Begin(ReindexOrder order, Selection selection, string who)
    {
        var wanted = order.IsRollback ? ReindexJob.Rollback : selection.ToString();
        var unfinished = workshop.Ledger.UnfinishedReindex();
        if (!_work.IsCompleted && unfinished is null) return Refuse("Another one is just beginning; ask again in a moment.");
        if (unfinished is not null && (unfinished.Selection != wanted || unfinished.Source != SourceOf(order)))
            return Refuse($"Generation {unfinished.Generation} ({unfinished.Selection}, from {unfinished.Source}) is not finished; wait for it, or give it up with reindex --abandon.");
        if (order.IsRollback && unfinished is null && NothingToGoBackTo() is { } why) return Refuse(why);
        var token = NewToken();
        if (!_work.IsCompleted) return new UpkeepAnswer(null, UpkeepOutcome.Begun, Detail: ReportFile.Read(workshop.Home)?.Token);
        Start(unfinished is not null
            ? cancel => RunAsync(unfinished, FirstReport(token, unfinished), cancel)
            : cancel => SelectAndRunAsync(order, selection, who, token, cancel));
        return new UpkeepAnswer(null, UpkeepOutcome.Begun, Detail: token);
    }

    private static string SourceOf(ReindexOrder order) => (order.IsRollback ? ReindexSource.Record : order.Source).ToString().ToLowerInvariant();

    private string? NothingToGoBackTo()
    {
        var now = workshop.Archive.Generations;
        var current = workshop.Ledger.Reindexes().FirstOrDefault(run => run.Generation == now.Current);
        return current is null ? "Nothing was made again here yet, so there is nothing to go back to."
            : current.Selection == ReindexJob.Rollback ? "What is in force is what was gone back to already; there is nothing before it." : null;
    }

    private UpkeepAnswer Abandon(string who)
    {
        if (workshop.Ledger.UnfinishedReindex() is not { } run) return Refuse("Nothing is being made that could be given up.");
        if (workshop.Archive.Generations.Current == run.Generation) return Refuse($"Generation {run.Generation} is in force already; go back with reindex --rollback.");
        var (token, running) = (NewToken(), _work);
        _isAbandoned = true;
        _abandon.Cancel();
        _work = Task.Run(async () =>
        {
            await running;
            GiveUp(run, $"given up by {who}");
            Keep(FirstReport(token, run) with { State = ReindexReport.Abandoned, Message = "Given up; what was in force is." });
            (_abandon, _isAbandoned) = (new CancellationTokenSource(), false);
        });
        return new UpkeepAnswer(null, UpkeepOutcome.Begun, Detail: token);
    }

    private Task RetiredAsync()
    {
        lock (_guard) return Task.WhenAll(_retiring);
    }

    private void GiveUp(ReindexRun run, string why)
    {
        // A run may have come to its end just before it was to be given up.
        if (workshop.Ledger.UnfinishedReindex()?.Generation != run.Generation || workshop.Archive.Generations.Current == run.Generation) return;
        workshop.Ledger.MarkReindex(run.Generation, ReindexState.Abandoned, why);
        foreach (var id in workshop.Ledger.ReindexedIds(run.Generation)) workshop.Archive.Unstage(id, run.Generation);
        IndexFolders.RemoveStale(workshop.Home.Data, workshop.Archive.Generations, unfinished: null);
    }

    private void Start(Func<CancellationToken, Task> work) => _work = Task.Run(async () =>
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, _abandon.Token);
        await work(either.Token);
    });

    private async Task SelectAndRunAsync(ReindexOrder order, Selection selection, string who, string token, CancellationToken cancel)
    {
        var report = new ReindexReport { Token = token, State = ReindexReport.Building, Source = SourceOf(order), Selection = selection.ToString(), Who = who, UpdatedAt = Now };
        Keep(report);
        try
        {
            // Another program may have learnt, and a dry run knows what lies on the disk.
            if (!order.IsRollback && order.Source != ReindexSource.Record) workshop.TakeUpLearnt();
            // What is gone back to may still be answering the searches that began before the switch.
            if (order.IsRollback) await RetiredAsync();
            IReadOnlyList<DocumentId>? selected = order.IsRollback ? [] : selection.IsAll ? null
                : await selection.SelectAsync(workshop.Ledger, workshop.Archive, workshop.Index, workshop.Tools.Understanding.Version, cancel);
            var retried = selection.WantsFailed ? workshop.Ledger.Quarantined().Select(entry => workshop.Upkeep.Retry(entry.Id, who)).ToList() : [];
            if (selected is { Count: 0 } && !order.IsRollback)
            {
                Keep(report with { State = ReindexReport.Done, Message = retried.Count == 0 ? await selection.NothingMeantAsync(workshop.Index, cancel) : $"{retried.Count} documents in quarantine are in work again; no other is meant." });
                return;
            }

            var wanted = order.IsRollback ? ReindexJob.Rollback : selection.ToString();
            var run = workshop.Ledger.BeginReindex(workshop.Archive.Generations.Current, SourceOf(order), wanted, workshop.Tools.Understanding.Version, who, order.LostBudget, selected);
            await RunAsync(run, FirstReport(token, run), cancel);
        }
        catch (Exception e)
        {
            Keep(report with { State = e is OperationCanceledException ? ReindexReport.Stopped : ReindexReport.Refused, UpdatedAt = Now, Message = e.Message });
        }
    }

    private async Task RunAsync(ReindexRun run, ReindexReport first, CancellationToken cancel)
    {
        var progress = new ReindexProgress(TimeProvider.System, workshop.Settings.RetryPauses, first, Keep);
        try
        {
            using var job = new ReindexJob(workshop, run, progress);
            await job.RunAsync(cancel);
            Tell(progress, run, ReindexReport.Done, BackTo(run));
        }
        catch (OperationCanceledException)
        {
            Tell(progress, run, ReindexReport.Stopped, _isAbandoned ? "To be given up." : "The program was told to stop; it goes on with its next start.");
        }
        catch (BudgetExceededException e)
        {
            Tell(progress, run, ReindexReport.Refused, e.Message);
            GiveUp(run, e.Message);
        }
        catch (Exception e)
        {
            // Whatever it is: the daily work goes on, and so does this one with the next start.
            Tell(progress, run, ReindexReport.Failed, $"{e.Message} What was in force is; ask again to go on where it stopped.");
        }
    }

    /// <summary>What is in force now that was gone back; <see langword="null"/> of another run.</summary>
    private string? BackTo(ReindexRun run)
    {
        if (run.Selection != ReindexJob.Rollback) return null;
        var earlier = workshop.Ledger.Reindexes().Where(one => one.Generation < run.Generation && one.Selection != ReindexJob.Rollback).OrderByDescending(one => one.Generation).ToList();
        var from = earlier.FirstOrDefault(one => one.SwitchedAt is not null);
        var to = earlier.FirstOrDefault(one => one.Generation < from?.Generation && one is { SwitchedAt: not null, State: ReindexState.Done });
        return $"Back from {Named(from)} to {(to is null ? "the documents as they were before anything was made again" : Named(to))}. What came or was corrected since is kept.";
    }

    private static string Named(ReindexRun? run) => run is null
        ? "what was in force"
        : string.Create(CultureInfo.InvariantCulture, $"generation {run.Generation} ({run.Selection}, from {run.Source}, in force since {run.SwitchedAt:yyyy-MM-dd HH:mm} UTC)");

    private void Tell(ReindexProgress progress, ReindexRun run, string state, string? message)
    {
        var ledger = workshop.Ledger;
        progress.Tell(state, message, ledger.ReindexTotals(run.Generation), [.. ledger.ReindexFailures(run.Generation, FailuresShown).Select(failure => new ReindexFailure(failure.Id, failure.Why))]);
    }

    private void Keep(ReindexReport report)
    {
        ReportFile.Write(workshop.Home, report);
        Reported?.Invoke(report);
    }

    private async Task RetireAsync(SearchIndex old)
    {
        await Task.Delay(Grace, TimeProvider.System, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await old.DisposeAsync();
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static ReindexReport FirstReport(string token, ReindexRun run) => new()
    {
        Token = token,
        State = ReindexReport.Building,
        Generation = run.Generation,
        Source = run.Source,
        Selection = run.Selection,
        Who = run.Who,
        Versions = run.Versions,
        BegunAt = run.BegunAt,
        UpdatedAt = Now,
    };
}
