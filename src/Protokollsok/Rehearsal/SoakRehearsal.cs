using System.Diagnostics;
using System.Globalization;
using Protokollsok.Archive;
using Protokollsok.Cli;

namespace Protokollsok.Rehearsal;

/// <summary>
/// A day's drops compressed: thousands of small text documents through the watched folder. Text stands in for the slow reading of images
/// alone; all else is the real work. Memory, time and bytes per document have to be as flat at the end as after the first tenth.
/// </summary>
internal sealed class SoakRehearsal(Home home, RehearsalOptions options)
{
    private const double Speed = 20;

    /// <summary>As many files lie in the inbox at a time.</summary>
    private const int Waiting = 300;

    /// <summary>From this many on, the series is judged; below, caches are still filling.</summary>
    private const int Judged = 20_000;

    private const double Flat = 1.10;

    /// <summary>Up to the first, caches fill and code is compiled; the second is what the last is compared with.</summary>
    private static readonly double[] Marks = [.1, .2, .5, .9, 1];
    private static readonly TimeSpan Stuck = TimeSpan.FromMinutes(2);

    private readonly List<SoakMark> _series = [];

    public static async Task<int> RunAsync(RehearsalOptions options, CancellationToken cancel)
    {
        using var stage = await Stage.SetAsync(options.Folder, cancel);
        var home = stage.NewHome();
        return await new SoakRehearsal(home, options).RunAsync(cancel);
    }

    private async Task<int> RunAsync(CancellationToken cancel)
    {
        Output.Results.WriteLine(SoakMark.Heading);
        using (var victim = Victim.Start("--data", home.Data, "--speed", Speed.ToString(CultureInfo.InvariantCulture)))
        {
            await FeedAsync(victim, cancel);
            ProcessGroup.Ask(victim.Id);
            if (!await victim.EndsAsync(TimeSpan.FromSeconds(60), cancel)) throw new InvalidOperationException("The program did not end when asked to.");
        }

        await using var performance = await Performance.OpenAsync(home, new QuickClock(Speed), cancel);
        var faults = await Inspection.OfAsync(performance.Workshop, InventedDocument.Series(0, options.Runs).Select(document => document.Id), options.Runs, cancel);
        foreach (var fault in faults) Output.Results.WriteLine(fault);
        var growth = options.Runs >= Judged ? SoakMark.Growth(_series[1], _series[^1]).Where(value => value.Ratio > Flat).ToList() : [];
        foreach (var (what, ratio) in growth) Output.Results.WriteLine(string.Create(CultureInfo.InvariantCulture, $"not flat: {what} is {ratio:F2} times what it was"));
        return faults.Count + growth.Count == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private async Task FeedAsync(Victim victim, CancellationToken cancel)
    {
        var (fed, next, since, last, lastDone) = (0, 0, Stopwatch.StartNew(), Stopwatch.StartNew(), 0L);
        while (next < Marks.Length)
        {
            var done = Done();
            if (done != lastDone) (lastDone, last) = (done, Stopwatch.StartNew());
            if (victim.IsDead || last.Elapsed > Stuck) throw new InvalidOperationException($"Stuck at {done} of {options.Runs}; the program {(victim.IsDead ? "ended" : "runs")}.");
            for (; fed < options.Runs && fed < done + Waiting; fed++) Drop(InventedDocument.Numbered(fed));
            if (done >= options.Runs * Marks[next])
            {
                var mark = SoakMark.Take(done, since.Elapsed, victim, home, _series.LastOrDefault());
                _series.Add(mark);
                Output.Results.WriteLine(mark.Row);
                next++;
            }

            await Task.Delay(100, cancel);
        }
    }

    /// <summary>Renamed when whole, so that the clock's speed does not matter.</summary>
    private void Drop(InventedDocument document)
    {
        var path = Path.Combine(home.Inbox, document.FileName);
        File.WriteAllBytes(path + ".part", document.Bytes);
        File.Move(path + ".part", path);
    }

    private long Done()
    {
        using var ledger = Ledger.OpenReadOnly(home.Data);
        return ledger?.Count().Done ?? 0;
    }
}
