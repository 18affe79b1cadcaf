using System.Globalization;
using Protokollsok.Archive;
using Protokollsok.Cli;
using Protokollsok.Documents;
using Protokollsok.Processing;

namespace Protokollsok.Rehearsal;

/// <summary>
/// Kill -9 of the whole process tree while documents are taken in, by turns through the watched folder and by <c>ingest</c>. Half of the kills
/// come at any time from the process's start to its end, half just after a step on disk or in the ledger; some strike the restart too.
/// Meanwhile one document is deleted, one is tried again, one is sent to the API. Then the program is started again, works to the end,
/// and everything is inspected.
/// </summary>
internal sealed class KillRehearsal(Stage stage, RehearsalOptions options)
{
    private const double Speed = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

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
        var scene = SetUp(0, watched);
        var asking = scene.People?.AskAsync(cancel) ?? Task.CompletedTask;
        var since = TimeProvider.System.GetTimestamp();
        using (var victim = Start(scene, dieAt: 0))
        {
            while (!IsDone(scene) && !victim.IsDead && TimeProvider.System.GetElapsedTime(since) < Patience) await Task.Delay(10, cancel);
        }

        var time = TimeProvider.System.GetElapsedTime(since);
        if (!IsDone(scene)) throw new InvalidOperationException("It does not come to its end even without a kill.");
        await asking;
        Stage.Strike(scene.Home);
        scene = SetUp(0, watched);
        asking = scene.People?.AskAsync(cancel) ?? Task.CompletedTask;
        var counting = new Accident(0, kills: false);
        var (_, faults) = await EndAsync(scene, counting.BeforeStep, cancel);
        if (faults.Count == 0) await asking;
        Stage.Strike(scene.Home);
        return faults.Count == 0 ? (time, counting.Steps) : throw new InvalidOperationException($"It does not work even without a kill: {string.Join("; ", faults)}");
    }

    private async Task<KillRun> RunOneAsync(int number, CancellationToken cancel)
    {
        var random = new Random((options.Seed * 1_000_003) ^ (number * 7919));
        var watched = number % 2 == 0;
        var scene = SetUp(number, watched);
        using var closing = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var asking = scene.People?.AskAsync(closing.Token) ?? Task.CompletedTask;
        List<string> moments = [];
        do
        {
            moments.Add(await KillAsync(scene, random, cancel));
        }
        while (random.Next(4) == 0);
        var (arrivedBefore, faults) = await EndAsync(scene, null, cancel);
        await closing.CancelAsync();
        await asking;
        Stage.Strike(scene.Home);
        return new KillRun(number, watched, string.Join(", then ", moments), arrivedBefore, faults);
    }

    /// <returns>When it was killed, in words.</returns>
    private async Task<string> KillAsync(Scene scene, Random random, CancellationToken cancel)
    {
        var (time, steps) = scene.IsWatched ? _watching : _ingesting;
        if (random.Next(2) == 0)
        {
            var step = random.Next(1, steps + 1);
            using var dying = Start(scene, step);
            return await dying.EndsAsync(time * 3, cancel) ? $"after step {step - 1}" : "at the end";
        }

        var moment = time * (random.NextDouble() * 1.05);
        using var victim = Start(scene, dieAt: 0);
        await Task.Delay(moment, cancel);
        victim.Kill();
        return string.Create(CultureInfo.InvariantCulture, $"after {moment.TotalSeconds:F3} s");
    }

    private static Victim Start(Scene scene, int dieAt)
    {
        string[] arguments = ["--data", scene.Home.Data, "--speed", Speed.ToString(CultureInfo.InvariantCulture), "--die-at", dieAt.ToString(CultureInfo.InvariantCulture)];
        return Victim.Start(scene.IsWatched ? arguments : [.. arguments, "--ingest", Sources(scene.Home)]);
    }

    private static async Task<(long ArrivedBefore, IReadOnlyList<string> Faults)> EndAsync(Scene scene, Action<string>? steps, CancellationToken cancel)
    {
        try
        {
            await using var performance = await Performance.OpenAsync(scene.Home, new QuickClock(Speed), cancel, steps);
            var workshop = performance.Workshop;
            var before = workshop.Ledger.Count().Received;
            // A second ingest takes what the first one took as duplicates, which they are: the files were left where they lay.
            var arrivals = scene.IsWatched ? scene.Wanted.Count : before + scene.Wanted.Count;
            if (scene.IsWatched) await performance.StartAsync(cancel);
            else await IngestAsync(workshop, scene.Home, cancel);
            await performance.IsDoneAsync(arrivals, scene.IsWatched ? Patience : TimeSpan.Zero, cancel, scene.People);
            return (before, await Inspection.OfAsync(workshop, scene.Wanted, arrivals + (scene.People?.SentAgain(workshop.Ledger) ?? 0), cancel, scene.People?.Deleted));
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
    }

    private static bool IsDone(Scene scene)
    {
        using var ledger = Ledger.OpenReadOnly(scene.Home.Data);
        if (ledger is null) return false;
        return scene.IsWatched ? scene.People!.IsDone(ledger) && Performance.IsDone(ledger, scene.Wanted.Count) : ledger.Count() is { Waiting: 0 } count && count.Received == scene.Wanted.Count;
    }

    private static int DocumentsIn(RehearsalOptions options) => options.IsShort ? 12 : 60;

    private Scene SetUp(int number, bool watched)
    {
        var home = stage.NewHome();
        var documents = InventedDocument.Series(number * 1000, DocumentsIn(options));
        if (!watched)
        {
            Drop(Directory.CreateDirectory(Sources(home)).FullName, documents);
            return new Scene(home, [.. documents.Select(document => document.Id)], People: null);
        }

        // One is deleted, one is sent, and an empty file, which goes into quarantine, stands for one.
        var empty = DocumentId.Of(ReadOnlySpan<byte>.Empty);
        var people = new People(home, documents[0], empty, documents[1]);
        people.SetUp();
        File.WriteAllBytes(Path.Combine(home.Inbox, "tom.txt"), []);
        Drop(home.Inbox, documents.Where((_, at) => at is not (1 or 2)));
        return new Scene(home, [.. documents.Where((_, at) => at != 2).Select(document => document.Id), empty], people);
    }

    private static void Drop(string folder, IEnumerable<InventedDocument> documents)
    {
        foreach (var document in documents) File.WriteAllBytes(Path.Combine(folder, document.FileName), document.Bytes);
    }

    private static string Sources(Home home) => Path.Combine(home.Data, "sources");

    /// <param name="Wanted">All that has to be in the ledger.</param>
    /// <param name="People">Who want something meanwhile; nobody where files are ingested.</param>
    private sealed record Scene(Home Home, IReadOnlyList<DocumentId> Wanted, People? People)
    {
        public bool IsWatched => People is not null;
    }
}
