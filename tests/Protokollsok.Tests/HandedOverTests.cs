using System.Collections.Concurrent;
using Protokollsok.Bulk;
using Protokollsok.Documents;
using Protokollsok.Processing;

namespace Protokollsok.Tests;

/// <summary>The service at what was handed over to it, when something goes wrong.</summary>
public sealed class HandedOverTests : IDisposable
{
    private static readonly TimeSpan Enough = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_resumed_order_whose_documents_ended_before_anybody_listened_ends_and_tells_how_they_ended()
    {
        await using var home = await OpenHome.OpenAsync();
        string[] paths = [_folder.Write("arkiv/hel.txt", InventedMinutes.Numbered(1)), _folder.Write("arkiv/halv.txt", InventedMinutes.Numbered(2))];
        var order = IngestOrder.For([_folder.File("arkiv")], null, "anna");
        home.Workshop.Ledger.BeginIntake(order.What);
        foreach (var path in paths) await home.Workshop.Intake.TakeCopyAsync(path, CancellationToken.None);
        await new Worker(home.Workshop.Ledger, home.Workshop.Pipeline, 1, home.Workshop.Settings.RetryPauses, TimeProvider.System, (_, _) => { }).DrainAsync(CancellationToken.None);
        var half = home.Ids.Select(home.RecordOf).Single(record => record.Source.FileName == "halv.txt");
        await home.Workshop.Archive.SaveRecordAsync(half with { Problems = [new Problem("page-unreadable", 1, "bad")] });
        var orders = OrdersOf(home);
        var name = orders.Add(order, TimeProvider.System.GetUtcNow());

        await RunUntilAsync(home, () => orders.Names().Count == 0);

        var news = orders.NewsOf(name, 0).News;
        Assert.Equal([("halv.txt", DocumentStatus.Partial), ("hel.txt", DocumentStatus.Complete)], news.Select(one => one.Line).OfType<IngestLine>().Select(line => (Path.GetFileName(line.Path), line.Status!.Value)));
        Assert.Equal(1, news[^1].NotDone);
        Assert.Equal(2, home.Workshop.Ledger.Count().Received);
    }

    [Fact]
    public async Task An_order_whose_share_is_away_waits_and_is_done_when_it_is_back()
    {
        await using var home = await OpenHome.OpenAsync();
        _folder.Write("share/a.txt", InventedMinutes.Numbered(1));
        var (orders, troubles) = (OrdersOf(home), new ConcurrentQueue<string>());
        var name = orders.Add(IngestOrder.For([_folder.File("share")], null, "anna"), TimeProvider.System.GetUtcNow());
        Directory.Move(_folder.File("share"), _folder.File("away"));
        Directory.CreateDirectory(_folder.File("share"));

        await RunUntilAsync(home, () => !troubles.IsEmpty, troubles);

        Assert.Contains("is empty, and was not when it was asked", troubles.First(), StringComparison.Ordinal);
        Assert.Equal([name], orders.Names());
        Assert.All(orders.NewsOf(name, 0).News, one => Assert.Null(one.NotDone ?? (object?)one.Refused));

        Directory.Delete(_folder.File("share"));
        Directory.Move(_folder.File("away"), _folder.File("share"));
        await RunUntilAsync(home, () => orders.Names().Count == 0, troubles);

        Assert.Equal((1, 1), (home.Workshop.Ledger.Count().Received, home.Workshop.Ledger.Count().Done));
    }

    [Fact]
    public async Task What_cannot_even_be_told_does_not_end_the_service()
    {
        await using var home = await OpenHome.OpenAsync();
        var (orders, troubles) = (OrdersOf(home), new ConcurrentQueue<string>());
        _folder.Write("arkiv/a.txt", InventedMinutes.Numbered(1));
        var name = orders.Add(IngestOrder.For([_folder.File("arkiv")], null, "anna"), TimeProvider.System.GetUtcNow());
        Directory.CreateDirectory(Path.Combine(home.Workshop.Home.Data, "requests", "ingest", name + ".news.jsonl"));

        await RunUntilAsync(home, () => troubles.Any(told => told.StartsWith("what was handed over", StringComparison.Ordinal)), troubles);

        Assert.Equal([name], orders.Names());
    }

    [Fact]
    public async Task A_full_disk_is_outlasted_and_no_file_is_left_behind_for_it()
    {
        await using var home = await OpenHome.OpenAsync();
        var path = _folder.Write("arkiv/a.txt", InventedMinutes.Numbered(1));
        var (waits, told) = (new List<string>(), new List<IngestNews>());
        home.Strike("flush ", () => throw new IOException("No space left on device"));
        var intake = new TreeIntake(home.Workshop, null, told.Add, () => true, (_, why, _) =>
        {
            waits.Add(why);
            return Task.CompletedTask;
        });

        await intake.TakeAllAsync(intake.Begin("x"), [path], CancellationToken.None);

        Assert.Equal(["No space left on device"], waits);
        Assert.Empty(told);
        Assert.Equal(1, home.Workshop.Ledger.Count().Waiting);
    }

    [Fact]
    public async Task A_full_disk_ends_an_intake_that_cannot_wait_and_does_not_count_as_the_files_fault()
    {
        await using var home = await OpenHome.OpenAsync();
        var (path, told) = (_folder.Write("arkiv/a.txt", InventedMinutes.Numbered(1)), new List<IngestNews>());
        home.Strike("flush ", () => throw new IOException("No space left on device"));
        var intake = new TreeIntake(home.Workshop, null, told.Add);

        await Assert.ThrowsAsync<IOException>(() => intake.TakeAllAsync(intake.Begin("x"), [path], CancellationToken.None));

        Assert.Empty(told);
        Assert.True(home.Workshop.Ledger.BeginIntake("x").IsResumed);
    }

    private static IngestOrders OrdersOf(OpenHome home) => new(home.Workshop.Home.Data, home.Workshop.Archive.Files);

    /// <summary>The service's two loops, the work and what is handed over, until something holds; none of them may end by itself.</summary>
    private static async Task RunUntilAsync(OpenHome home, Func<bool> holds, ConcurrentQueue<string>? troubles = null)
    {
        using var stop = new CancellationTokenSource();
        var handed = new HandedIntakes(home.Workshop, (what, why) => troubles?.Enqueue($"{what}: {why}"));
        var worker = new Worker(home.Workshop.Ledger, home.Workshop.Pipeline, 1, home.Workshop.Settings.RetryPauses, TimeProvider.System, (_, _) => { });
        worker.Finished += (entry, result) => handed.Hear(entry, result);
        var loops = Task.WhenAll(handed.RunAsync(stop.Token), worker.RunAsync(home.Workshop.Arrived, stop.Token));
        await RunningService.EventuallyAsync(holds, "what was waited for");
        Assert.False(loops.IsCompleted);
        await stop.CancelAsync();
        await loops.WaitAsync(Enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
