using System.Globalization;
using Protokollsok.Cli;

namespace Protokollsok.Rehearsal;

/// <summary>Hundreds of files copied in at once by <see cref="SlowWriters"/>, on a clock that they drive: all are taken in, and none is read half.</summary>
internal static class SlowWritersRehearsal
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan RealTick = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<int> RunAsync(RehearsalOptions options, CancellationToken cancel)
    {
        using var stage = await Stage.SetAsync(options.Folder, cancel);
        var home = stage.NewHome();
        var clock = new DrivenClock();
        await using var performance = await Performance.OpenAsync(home, clock, cancel);
        await performance.StartAsync(cancel);
        var writers = new SlowWriters(home.Inbox, new Random(options.Seed));
        writers.Plan(options.Runs);
        var taken = TimeSpan.Zero;
        for (var since = TimeProvider.System.GetTimestamp(); !IsDone() && TimeProvider.System.GetElapsedTime(since) < Patience; taken += Tick)
        {
            writers.Do(taken);
            clock.Advance(Tick);
            await Task.Delay(options.IsShort ? RealTick / 3 : RealTick, cancel);
        }

        return await ReportAsync(performance, writers, options.Runs, taken, cancel);

        bool IsDone() => writers.IsDone && !Directory.EnumerateFiles(home.Inbox, "*.txt", SearchOption.AllDirectories).Any() && Performance.IsDone(performance.Workshop.Ledger, options.Runs);
    }

    private static async Task<int> ReportAsync(Performance performance, SlowWriters writers, int files, TimeSpan time, CancellationToken cancel)
    {
        var ledger = performance.Workshop.Ledger;
        var replaced = writers.Allowed.Where(id => ledger.Find(id) is not null).ToList();
        var faults = await Inspection.OfAsync(performance.Workshop, writers.Wanted.Concat(replaced), files + replaced.Count, cancel);
        Output.Results.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{files} files in {time.TotalSeconds:F0} s of the writers' time: {writers.Wanted.Count(id => ledger.Find(id) is not null)} taken in whole; of {writers.Allowed.Count} that were replaced when whole and still, {replaced.Count} had been taken before, as documents of their own; {faults.Count} faults"));
        foreach (var fault in faults) Output.Results.WriteLine(fault);
        return faults.Count == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }
}
