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
    private (string Name, string Why) _said;

    /// <summary>A document has come to its end.</summary>
    public void Hear(LedgerEntry entry, ProcessingResult result) => _current?.Hear(entry, result);

    public async Task RunAsync(CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                _orders.ForgetOld(TimeProvider.System.GetUtcNow() - OldNews);
                foreach (var name in _orders.Names()) await TryAsync(name, cancel);
            }
            catch (Exception e) when (!cancel.IsCancellationRequested)
            {
                // Whatever it is: what is done beside the daily work ends neither that nor the searching.
                trouble("what was handed over", e.Message);
                await Task.Delay(AfterTrouble, TimeProvider.System, cancel);
            }

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
            TellWaiting(name, e.Message, word => _orders.Tell(name, [word]));
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

    /// <summary>Told in the log each time, and who follows it once.</summary>
    private void TellWaiting(string name, string why, Action<IngestNews> tell)
    {
        trouble($"the intake {name}", why);
        if (_said == (name, why)) return;
        tell(IngestNews.Word($"waits and is tried again: {why}"));
        _said = (name, why);
    }

    private async Task WorkAsync(string name, CancellationToken cancel)
    {
        if (_orders.Read(name) is not { } order)
        {
            _orders.End(name);
            return;
        }

        MustBeThere(order, name);
        if (!TryRead(order, name, out var manifest)) return;
        var news = new ConcurrentQueue<IngestNews>();
        var intake = new TreeIntake(workshop, manifest, news.Enqueue, () => order.Away() is null, OutlastAsync);
        // Before it begins: the work goes on meanwhile, and what ends is to be heard.
        _current = intake;
        var begun = intake.Begin(order.What);
        var taking = Task.Run(() => TakeAsync(intake, begun, order, name, cancel), cancel);
        try
        {
            while (!taking.IsCompleted || (intake.HasUnfinished && taking.IsCompletedSuccessfully))
            {
                await Task.Delay(Glance, TimeProvider.System, cancel);
                if (taking.IsCompleted) intake.TellDeleted(LookedAt);
                TellAll(name, news);
            }
        }
        finally
        {
            // Told to stop: the file at hand is taken whole before the home is closed.
            await taking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            TellAll(name, news);
        }

        await taking;
        workshop.Ledger.EndIntake(begun);
        End(name, new IngestNews(null, "", "") { NotDone = intake.NotDone });

        async Task OutlastAsync(string path, string why, CancellationToken cancel)
        {
            TellWaiting(name, $"{path}: {why}", news.Enqueue);
            await Task.Delay(AfterTrouble, TimeProvider.System, cancel);
        }
    }

    private async Task TakeAsync(TreeIntake intake, IntakeRun begun, IngestOrder order, string name, CancellationToken cancel)
    {
        var files = order.Paths.SelectMany(path => IngestTree.FilesOf(path, workshop.Home, (file, why) =>
        {
            MustBeThere(order, name);
            intake.TellUnreadable(file, why);
        }));
        await intake.TakeAllAsync(begun, files, cancel);
        // A share that went while it was listed looks as if all had been taken.
        MustBeThere(order, name);
    }

    /// <exception cref="IOException">A share is not mounted, for example: to be tried again.</exception>
    private static void MustBeThere(IngestOrder order, string name)
    {
        if (order.Away() is { } away) throw new IOException($"{away}; mount it again, or remove {name}.order.json in requests/ingest of the home if it is gone for good.");
    }

    /// <returns>Whether it can begin; else who asked is told why not.</returns>
    private bool TryRead(IngestOrder order, string name, out Manifest? manifest)
    {
        manifest = null;
        try
        {
            if (order.Manifest is not null) manifest = Manifest.Read(order.Manifest, workshop.Tools.Understanding.DnrOf);
            return true;
        }
        catch (Exception e) when (e is WrongUseException or UnauthorizedAccessException)
        {
            End(name, new IngestNews(null, "", "") { Refused = e.Message });
            return false;
        }
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
