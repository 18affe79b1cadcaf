using System.Globalization;
using Protokollsok.Bulk;
using Protokollsok.Cli;
using Protokollsok.Configuration;
using Protokollsok.Processing;

namespace Protokollsok.Bench;

/// <summary>
/// <c>bench bulk</c>: archives of generated stored readings, re-understood and reindexed; then once more with searches beside it. Times are of
/// the wall and of the processors, since the machine may have other work.
/// </summary>
internal static class BulkBench
{
    private const int IdleSearches = 400, Pages = 10;

    private static readonly TimeSpan Thought = TimeSpan.FromMilliseconds(50);

    /// <param name="profile">Instead: where the time goes.</param>
    /// <param name="alone">Only once, without searches beside it.</param>
    public static async Task<int> RunAsync(IReadOnlyList<int> sizes, string? folder, bool profile, bool alone, CancellationToken cancel)
    {
        if (!profile) Output.Results.WriteLine("documents  pages/s  pages/CPU-s  memory MB  switch ms  pause ms | idle p50   p99 | beside p50   p99    max  failed  pages/s  searches/s | idle again p99");
        foreach (var size in sizes)
        {
            var root = Directory.CreateDirectory(Path.Combine(folder ?? Path.GetTempPath(), $"protokollsok-bulk-{Guid.NewGuid():N}"));
            try
            {
                var home = Home.At(root.FullName, inbox: null);
                if (profile) await BulkProfile.RunAsync(home, size, cancel);
                else Output.Results.WriteLine(await MeasureAsync(home, size, alone, cancel));
            }
            finally
            {
                root.Delete(recursive: true);
            }
        }

        return ExitCode.Done;
    }

    private static async Task<string> MeasureAsync(Home home, int size, bool alone, CancellationToken cancel)
    {
        GeneratedHome.Make(home, size, Pages, done => Output.Messages.Write($"\r{done} of {size} made "));
        Output.Messages.WriteLine();
        await using var workshop = await Workshop.OpenAsync(home, new Settings(), watches: false, TimeProvider.System, cancel);
        using var memory = new MemoryWatch();
        var cpu = ProcessTree.CpuSeconds();
        var first = await ReindexAsync(workshop, cancel);
        cpu = ProcessTree.CpuSeconds() - cpu;
        var own = string.Create(CultureInfo.InvariantCulture, $"{size,9}{Speed(first),9:0}{first.Totals!.Pages / cpu,13:0}{memory.PeakMegabytes,11:0}{first.SwitchMilliseconds,11:0.0}{first.PauseMilliseconds,10:0.0}");
        return alone ? own : own + await BesideAsync(workshop, cancel);
    }

    private static async Task<string> BesideAsync(Workshop workshop, CancellationToken cancel)
    {
        var searches = new BulkSearches(workshop);
        await searches.RunAsync(IdleSearches / 4, TimeSpan.Zero, cancel);
        var idle = await searches.RunAsync(IdleSearches, Thought, cancel);
        using var ended = new CancellationTokenSource();
        var beside = searches.RunUntilAsync(Thought, ended.Token);
        var second = await ReindexAsync(workshop, cancel);
        await ended.CancelAsync();
        var (during, after) = (await beside, await searches.RunAsync(IdleSearches, Thought, cancel));
        return string.Create(CultureInfo.InvariantCulture,
            $" |{idle.At(.5),9:0.0}{idle.At(.99),6:0.0} |{during.At(.5),11:0.0}{during.At(.99),6:0.0}{during.At(1),7:0.0}{during.Failed,8}{Speed(second),9:0}{during.Count / second.Seconds,12:0.0} |{after.At(.99),15:0.0}");
    }

    private static double Speed(ReindexReport report) => report.Totals!.Pages / report.Seconds;

    /// <summary>Makes an archive's records again from what was read, and waits for it.</summary>
    public static async Task<ReindexReport> ReindexAsync(Workshop workshop, CancellationToken cancel)
    {
        ReindexReport? last = null;
        void Hear(ReindexReport report)
        {
            if (report.State == ReindexReport.Building && report.Totals is { } totals) Output.Messages.Write($"\r{totals.Documents - totals.Waiting} of {totals.Documents}, {report.PagesPerSecond:0} pages/s  ");
            last = report;
        }

        workshop.Reindexing.Reported += Hear;
        var begun = workshop.Reindexing.Begin(new ReindexOrder(ReindexSource.Text, []), "bench");
        if (begun.Outcome != UpkeepOutcome.Begun) throw new InvalidOperationException(begun.Detail);
        await workshop.Reindexing.Work.WaitAsync(cancel);
        workshop.Reindexing.Reported -= Hear;
        Output.Messages.WriteLine();
        return last is { State: ReindexReport.Done } ? last : throw new InvalidOperationException(last?.Message);
    }
}
