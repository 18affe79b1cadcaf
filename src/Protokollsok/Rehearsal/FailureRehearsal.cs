using System.Collections.Concurrent;
using System.Globalization;
using Protokollsok.Cli;
using Protokollsok.Documents;

namespace Protokollsok.Rehearsal;

/// <summary>
/// Each step on disk and in the ledger fails once, in a run of its own: as a full disk, a bad one, one that refuses, a database that
/// cannot write; and in another run the process dies there. What fails once has to be waited out by the program itself; after a death it is
/// started again. On their way are two documents, one of them twice, and an empty file for the quarantine; one document is deleted, the empty
/// file is tried again, and a third document is sent to the API.
/// </summary>
internal sealed class FailureRehearsal(Stage stage, RehearsalOptions options)
{
    private const double Speed = 40;
    private const int Drops = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentBag<FailedStep> _results = [];

    private sealed record FailedStep(int Number, bool Killed, string Step, bool EndedBySelf, IReadOnlyList<string> Faults);

    public static async Task<int> RunAsync(RehearsalOptions options, CancellationToken cancel)
    {
        using var stage = await Stage.SetAsync(options.Folder, cancel);
        return await new FailureRehearsal(stage, options).RunAsync(cancel);
    }

    private async Task<int> RunAsync(CancellationToken cancel)
    {
        var counting = new Accident(0, kills: false);
        var unharmed = await RunOneAsync(0, counting, cancel);
        if (unharmed.Faults.Count > 0) throw new InvalidOperationException($"It does not work even unharmed: {string.Join("; ", unharmed.Faults)}");
        // Steps differ a little from run to run, with the number of times that the inbox was listed.
        var stride = Math.Max(1, counting.Steps / options.Runs);
        var numbers = Enumerable.Range(0, counting.Steps).Where(number => number % stride == stride / 2).Select(number => number + 1);
        // In no order, so that a run that is interrupted has tried steps of all kinds.
        var cases = numbers.SelectMany(number => new[] { (number, kills: false), (number, kills: true) }).ToArray();
        new Random(options.Seed).Shuffle(cases);
        Output.Messages.WriteLine($"{counting.Steps} steps of {counting.Kinds.Count()} kinds, {cases.Length} runs");
        try
        {
            await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = options.SideBySide, CancellationToken = cancel }, async (one, token) =>
            {
                var result = await RunOneAsync(one.number, new Accident(one.number, kills: false), token, one.kills);
                _results.Add(result);
                if (result.Faults.Count > 0 || _results.Count % 20 == 0) Output.Messages.WriteLine($"{_results.Count}/{cases.Length}: {Line(result)}");
            });
        }
        finally
        {
            Write(counting.Kinds);
        }

        return _results.All(result => result.Faults.Count == 0) ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private async Task<FailedStep> RunOneAsync(int number, Accident accident, CancellationToken cancel, bool kills = false)
    {
        var home = stage.NewHome();
        var (wanted, people) = SetUp(home);
        using var closing = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var asking = people.AskAsync(closing.Token);
        List<string> faults = [];
        var endedBySelf = false;
        try
        {
            endedBySelf = kills ? await DieAsync(home, number, cancel) : await FailAsync(home, people, accident, faults, cancel);
            await using var performance = await Performance.OpenAsync(home, new QuickClock(Speed), cancel);
            await performance.StartAsync(cancel);
            await performance.IsDoneAsync(Drops, Patience, cancel, people);
            faults.AddRange(await Inspection.OfAsync(performance.Workshop, wanted, Drops + people.SentAgain(performance.Workshop.Ledger), cancel, people.Deleted));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            faults.Add($"the restart failed: {e}");
        }

        await closing.CancelAsync();
        await asking;
        Stage.Strike(home);
        return new FailedStep(number, kills, accident.Happened ?? "", endedBySelf, faults);
    }

    /// <returns>Whether the program ended instead of waiting, as it may while it starts.</returns>
    private static async Task<bool> FailAsync(Home home, People people, Accident accident, List<string> faults, CancellationToken cancel)
    {
        try
        {
            await using var performance = await Performance.OpenAsync(home, new QuickClock(Speed), cancel, accident.BeforeStep);
            await performance.StartAsync(cancel);
            var isDone = await performance.IsDoneAsync(Drops, Patience, cancel, people);
            if (performance.Ended is { } end) faults.Add($"the service ended: {end.Message}");
            else if (!isDone) faults.Add($"stuck: {performance.Workshop.Ledger.Count()}, {performance.Workshop.Ledger.ReceiptsDue().Count} receipts due");
            return performance.Ended is not null;
        }
        catch (Exception) when (accident.Happened is not null)
        {
            return true;
        }
    }

    private static async Task<bool> DieAsync(Home home, int number, CancellationToken cancel)
    {
        using var victim = Victim.Start("--data", home.Data, "--speed", Speed.ToString(CultureInfo.InvariantCulture), "--die-at", number.ToString(CultureInfo.InvariantCulture));
        return await victim.EndsAsync(TimeSpan.FromSeconds(10), cancel);
    }

    private static (List<DocumentId> Wanted, People People) SetUp(Home home)
    {
        var (documents, sent, empty) = (InventedDocument.Series(1, 2), InventedDocument.Numbered(3), DocumentId.Of(ReadOnlySpan<byte>.Empty));
        foreach (var document in documents) File.WriteAllBytes(Path.Combine(home.Inbox, document.FileName), document.Bytes);
        File.WriteAllBytes(Path.Combine(home.Inbox, "kopia.txt"), documents[0].Bytes);
        File.WriteAllBytes(Path.Combine(home.Inbox, "tom.txt"), []);
        var people = new People(home, documents[1], empty, sent);
        people.SetUp();
        return ([.. documents.Select(document => document.Id), empty, sent.Id], people);
    }

    private void Write(IEnumerable<string> kinds)
    {
        Output.Results.WriteLine("how      steps  ended by itself  with faults");
        foreach (var way in _results.GroupBy(result => result.Killed).OrderBy(way => way.Key))
        {
            Output.Results.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{(way.Key ? "killed" : "failed"),-8}{way.Count(),6}{(way.Key ? "" : way.Count(result => result.EndedBySelf)),17}{way.Count(result => result.Faults.Count > 0),13}"));
        }

        foreach (var result in _results.Where(result => result.Faults.Count > 0).OrderBy(result => result.Number)) Output.Results.WriteLine(Line(result));
        var untried = kinds.Except(_results.Select(result => Accident.KindOf(result.Step))).ToList();
        Output.Results.WriteLine($"{kinds.Count() - untried.Count} of {kinds.Count()} kinds of steps failed");
    }

    private static string Line(FailedStep result) =>
        $"step {result.Number} {(result.Killed ? "killed" : "failed")} ({result.Step.Split('\n')[0]}): {(result.Faults.Count == 0 ? "all there once" : string.Join("; ", result.Faults))}";
}
