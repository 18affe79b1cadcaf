using System.Globalization;
using Protokollsok.Archive;
using Protokollsok.Cli;
using Protokollsok.Processing;

namespace Protokollsok.Rehearsal;

/// <summary>
/// Kill -9 of the whole process tree while documents are taken in, by turns through the watched folder and by <c>ingest</c>. Half of the kills
/// come at any time from the process's start to its end, half just after a step on disk or in the ledger; some strike the restart too.
/// Then the program is started again, works to the end, and everything is inspected.
/// </summary>
internal sealed class KillRehearsal(Stage stage, RehearsalOptions options)
{
    private const double Speed = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly KillTally _tally = new(DocumentsIn(options));
    private (TimeSpan Time, int Steps) _watching;
    private (TimeSpan Time, int Steps) _ingesting;

    public static async Task<int> RunAsync(RehearsalOptions options, CancellationToken cancel)
    {
        using var stage = await Stage.SetAsync(options.Folder, cancel);
        return await new KillRehearsal(stage, options).RunAsync(cancel);
    }

    private async Task<int> RunAsync(CancellationToken cancel)
    {
        _watching = await MeasureAsync(watched: true, cancel);
        _ingesting = await MeasureAsync(watched: false, cancel);
        Output.Messages.WriteLine($"unharmed: watched {_watching.Time.TotalSeconds:F1} s and {_watching.Steps} steps, ingest {_ingesting.Time.TotalSeconds:F1} s and {_ingesting.Steps} steps");
        var runs = new ParallelOptions { MaxDegreeOfParallelism = options.SideBySide, CancellationToken = cancel };
        try
        {
            await Parallel.ForEachAsync(Enumerable.Range(options.First, options.Runs), runs, async (number, token) =>
            {
                var run = await RunOneAsync(number, token);
                _tally.Add(run);
                if (run.Faults.Count > 0 || _tally.Runs % 10 == 0) Output.Messages.WriteLine(run.Line(_tally.Runs, options.Runs));
            });
        }
        finally
        {
            // Interrupted too: what was run is worth telling.
            _tally.Write(Output.Results);
        }

        return _tally.Failed == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    /// <summary>How long it takes without a kill, from the process's start, and in how many steps.</summary>
    private async Task<(TimeSpan Time, int Steps)> MeasureAsync(bool watched, CancellationToken cancel)
    {
        var (home, documents) = SetUp(0, watched);
        var since = TimeProvider.System.GetTimestamp();
        using (var victim = Start(home, watched, dieAt: 0))
        {
            while (!IsDone(home, watched) && !victim.IsDead && TimeProvider.System.GetElapsedTime(since) < Patience) await Task.Delay(10, cancel);
        }

        var time = TimeProvider.System.GetElapsedTime(since);
        Stage.Strike(home);
        (home, documents) = SetUp(0, watched);
        var counting = new Accident(0, kills: false);
        var (_, faults) = await EndAsync(home, documents, watched, counting.BeforeStep, cancel);
        Stage.Strike(home);
        return faults.Count == 0 ? (time, counting.Steps) : throw new InvalidOperationException($"It does not work even without a kill: {string.Join("; ", faults)}");
    }

    private async Task<KillRun> RunOneAsync(int number, CancellationToken cancel)
    {
        var random = new Random((options.Seed * 1_000_003) ^ (number * 7919));
        var watched = number % 2 == 0;
        var (home, documents) = SetUp(number, watched);
        List<string> moments = [];
        do
        {
            moments.Add(await KillAsync(home, watched, random, cancel));
        }
        while (random.Next(4) == 0);
        var (arrivedBefore, faults) = await EndAsync(home, documents, watched, null, cancel);
        Stage.Strike(home);
        return new KillRun(number, watched, string.Join(", then ", moments), arrivedBefore, faults);
    }

    /// <returns>When it was killed, in words.</returns>
    private async Task<string> KillAsync(Home home, bool watched, Random random, CancellationToken cancel)
    {
        var (time, steps) = watched ? _watching : _ingesting;
        if (random.Next(2) == 0)
        {
            var step = random.Next(1, steps + 1);
            using var dying = Start(home, watched, step);
            return await dying.EndsAsync(time * 3, cancel) ? $"after step {step - 1}" : "at the end";
        }

        var moment = time * (random.NextDouble() * 1.05);
        using var victim = Start(home, watched, dieAt: 0);
        await Task.Delay(moment, cancel);
        victim.Kill();
        return string.Create(CultureInfo.InvariantCulture, $"after {moment.TotalSeconds:F3} s");
    }

    private static Victim Start(Home home, bool watched, int dieAt)
    {
        string[] arguments = ["--data", home.Data, "--speed", Speed.ToString(CultureInfo.InvariantCulture), "--die-at", dieAt.ToString(CultureInfo.InvariantCulture)];
        return Victim.Start(watched ? arguments : [.. arguments, "--ingest", Sources(home)]);
    }

    private static async Task<(long ArrivedBefore, IReadOnlyList<string> Faults)> EndAsync(
        Home home, IReadOnlyList<InventedDocument> documents, bool watched, Action<string>? steps, CancellationToken cancel)
    {
        try
        {
            await using var performance = await Performance.OpenAsync(home, new QuickClock(Speed), cancel, steps);
            var workshop = performance.Workshop;
            var before = workshop.Ledger.Count().Received;
            // A second ingest takes what the first one took as duplicates, which they are: the files were left where they lay.
            var arrivals = watched ? documents.Count : before + documents.Count;
            if (watched) await performance.StartAsync(cancel);
            else await IngestAsync(workshop, home, cancel);
            await performance.IsDoneAsync(arrivals, watched ? Patience : TimeSpan.Zero, cancel);
            return (before, await Inspection.OfAsync(workshop, documents.Select(document => document.Id), arrivals, cancel));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return (0, [$"the restart failed: {e}"]);
        }
    }

    private static async Task IngestAsync(Workshop workshop, Home home, CancellationToken cancel)
    {
        foreach (var file in Directory.GetFiles(Sources(home))) await workshop.Intake.TakeCopyAsync(file, cancel);
        await new Worker(workshop.Ledger, workshop.Pipeline, workshop.Settings.SideBySide, workshop.Settings.RetryPauses, TimeProvider.System, (_, _) => { }).DrainAsync(cancel);
        foreach (var due in workshop.Ledger.ReceiptsDue()) workshop.Ledger.ReceiptWritten(due.Seq);
    }

    private bool IsDone(Home home, bool watched)
    {
        using var ledger = Ledger.OpenReadOnly(home.Data);
        return ledger?.Count() is { Waiting: 0 } count && count.Received == DocumentsIn(options) && (!watched || ledger.ReceiptsDue().Count == 0);
    }

    private static int DocumentsIn(RehearsalOptions options) => options.IsShort ? 12 : 60;

    private (Home Home, IReadOnlyList<InventedDocument> Documents) SetUp(int number, bool watched)
    {
        var home = stage.NewHome();
        var documents = InventedDocument.Series(number * 1000, DocumentsIn(options));
        var folder = Directory.CreateDirectory(watched ? home.Inbox : Sources(home)).FullName;
        foreach (var document in documents) File.WriteAllBytes(Path.Combine(folder, document.FileName), document.Bytes);
        return (home, documents);
    }

    private static string Sources(Home home) => Path.Combine(home.Data, "sources");
}
