using System.Collections.Concurrent;
using Protokollsok.Archive;
using Protokollsok.Processing;

namespace Protokollsok.Bulk;

/// <summary>The service at what <c>ingest</c> has handed to it: one order after the other, below the daily drops, gone on with after any stop.</summary>
/// <param name="trouble">Told what waits and is tried again, and why.</param>
internal sealed class HandedIntakes(Workshop workshop, Action<string, string> trouble)
{
    private const int LookedAt = 100;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(500), OldNews = TimeSpan.FromDays(7), AfterTrouble = TimeSpan.FromSeconds(5);

    private readonly IngestOrders _orders = new(workshop.Home.Data, workshop.Archive.Files);
    private volatile TreeIntake? _current;

    /// <summary>A document has come to its end.</summary>
    public void Hear(LedgerEntry entry, ProcessingResult result) => _current?.Hear(entry, result);

    public async Task RunAsync(CancellationToken cancel)
    {
        _orders.ForgetOld(TimeProvider.System.GetUtcNow() - OldNews);
        while (true)
        {
            foreach (var name in _orders.Names()) await TryAsync(name, cancel);
            await Task.Delay(Glance, TimeProvider.System, cancel);
        }
    }

    private async Task TryAsync(string name, CancellationToken cancel)
    {
        try
        {
            await WorkAsync(name, cancel);
        }
        catch (Exception e) when (PassingTrouble.Is(e))
        {
            // It stays, and is gone on with.
            trouble($"the intake {name}", e.Message);
            await Task.Delay(AfterTrouble, TimeProvider.System, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever it is: an order must not end the service each time that it starts.
            End(name, new IngestNews(null, "", "") { Refused = $"{e.GetType().Name}: {e.Message}" });
        }
        finally
        {
            _current = null;
        }
    }

    private async Task WorkAsync(string name, CancellationToken cancel)
    {
        if (_orders.Read(name) is not { } order)
        {
            _orders.Forget(name);
            return;
        }

        var news = new ConcurrentQueue<IngestNews>();
        Manifest? manifest;
        try
        {
            manifest = order.Manifest is null ? null : Manifest.Read(order.Manifest, workshop.Tools.Understanding.DnrOf);
        }
        catch (Exception e) when (e is WrongUseException or IOException or UnauthorizedAccessException)
        {
            End(name, new IngestNews(null, "", "") { Refused = e.Message });
            return;
        }

        var intake = new TreeIntake(workshop, manifest, news.Enqueue);
        IEnumerable<string> Files(Action<string, string> trouble) => order.Paths.SelectMany(path => IngestTree.FilesOf(path, workshop.Home, trouble));
        var begun = intake.Begin(order.What, Files((_, _) => { }));
        _current = intake;
        var taking = Task.Run(() => intake.TakeAllAsync(begun, Files(intake.TellUnreadable), cancel), cancel);
        while (!taking.IsCompleted || intake.HasUnfinished)
        {
            await Task.WhenAny(taking, Task.Delay(Glance, TimeProvider.System, cancel));
            if (taking.IsFaulted) break;
            cancel.ThrowIfCancellationRequested();
            if (taking.IsCompleted) await Task.Delay(Glance, TimeProvider.System, cancel);
            if (taking.IsCompleted) intake.TellDeleted(LookedAt);
            TellAll(name, news);
        }

        await taking;
        TellAll(name, news);
        workshop.Ledger.EndIntake(begun);
        End(name, new IngestNews(null, "", "") { NotDone = intake.NotDone });
    }

    private void TellAll(string name, ConcurrentQueue<IngestNews> news)
    {
        List<IngestNews> told = [];
        while (news.TryDequeue(out var one)) told.Add(one);
        if (told.Count > 0) _orders.Tell(name, told);
    }

    private void End(string name, IngestNews last)
    {
        _orders.Tell(name, [last]);
        _orders.End(name);
    }
}
