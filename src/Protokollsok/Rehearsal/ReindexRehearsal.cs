using System.Globalization;
using Protokollsok.Archive;
using Protokollsok.Bench;
using Protokollsok.Bulk;
using Protokollsok.Cli;
using Protokollsok.Configuration;
using Protokollsok.Processing;

namespace Protokollsok.Rehearsal;

/// <summary>
/// Kill -9 of the whole process tree while everything is made again: half of the kills at any time, half just after a step on disk or in the
/// ledger; some strike the start after it, too. What is in force after a kill is the old or the new, whole; and gone on with to the end, the
/// result is, entry for entry, that of an undisturbed run.
/// </summary>
internal sealed class ReindexRehearsal(Stage stage, RehearsalOptions options)
{
    private const int Pages = 2;

    private readonly Home _template = stage.NewHome();
    private string _before = "", _after = "";
    private TimeSpan _time;
    private int _steps;

    public static async Task<int> RunAsync(RehearsalOptions options, CancellationToken cancel)
    {
        using var stage = await Stage.SetAsync(options.Folder, cancel);
        return await new ReindexRehearsal(stage, options).RunAsync(cancel);
    }

    private async Task<int> RunAsync(CancellationToken cancel)
    {
        GeneratedHome.Make(_template, options.IsShort ? 60 : 1000, Pages, _ => { });
        _before = await SeeAsync(_template, cancel);
        await MeasureAsync(cancel);
        Output.Messages.WriteLine(string.Create(CultureInfo.InvariantCulture, $"unharmed: {_time.TotalSeconds:F1} s from the process's start, {_steps} steps"));
        var (failed, switched, again) = (0, 0, 0);
        for (var number = options.First; number < options.First + options.Runs; number++)
        {
            var run = await RunOneAsync(number, cancel);
            if (run.Faults.Count > 0) failed++;
            if (run.WasSwitched) switched++;
            if (run.Kills > 1) again++;
            Output.Messages.WriteLine($"run {number} (killed {run.Moments}{(run.WasSwitched ? ", the new one in force" : "")}): {(run.Faults.Count == 0 ? "identical" : string.Join("; ", run.Faults))}");
        }

        Output.Results.WriteLine($"runs {options.Runs}, killed again {again}, killed after the switch {switched}, not identical {failed}");
        return failed == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private async Task MeasureAsync(CancellationToken cancel)
    {
        var home = Copy();
        var since = TimeProvider.System.GetTimestamp();
        using (var victim = Victim.Start("--data", home.Data, "--reindex"))
        {
            if (!await victim.EndsAsync(TimeSpan.FromMinutes(10), cancel) || victim.Fate != "exit 0") throw new InvalidOperationException($"It does not come to its end even without a kill: {victim.Fate}");
        }

        _time = TimeProvider.System.GetElapsedTime(since);
        _after = await SeeAsync(home, cancel);
        Stage.Strike(home);
        home = Copy();
        var counting = new Accident(0, kills: false);
        await EndAsync(home, counting.BeforeStep, cancel);
        _steps = counting.Steps;
        if (await SeeAsync(home, cancel) != _after || _before == _after) throw new InvalidOperationException("Two undisturbed runs differ, or nothing was made.");
        Stage.Strike(home);
    }

    private async Task<(string Moments, int Kills, bool WasSwitched, IReadOnlyList<string> Faults)> RunOneAsync(int number, CancellationToken cancel)
    {
        var random = new Random((options.Seed * 1_000_003) ^ (number * 7919));
        var home = Copy();
        List<string> moments = [], faults = [];
        bool wasSwitched;
        do
        {
            moments.Add(await KillAsync(home, random, cancel));
            wasSwitched = Generations.In(home.Data).Current > 1;
            var seen = await SeeAsync(home, cancel);
            if (seen != (wasSwitched ? _after : _before)) faults.Add("what was in force after a kill was neither the old nor the new, whole");
        }
        while (random.Next(4) == 0);
        await EndAsync(home, null, cancel);
        if (await SeeAsync(home, cancel) != _after) faults.Add("the result is not that of an undisturbed run");
        using (var ledger = Ledger.OpenReadOnly(home.Data)!)
        {
            await foreach (var fault in new Verification(new DocumentArchive(home.Data), ledger).VerifyAsync(cancel)) faults.Add(fault.Message);
            if (ledger.UnfinishedReindex() is not null) faults.Add("the ledger says that it is not finished");
            if (ledger.SearchableIds().Any(id => ledger.Find(id)!.UnderstoodBy != RulesVersion.Program(dictionary: "") || ledger.History(id).Count(line => line.Step == "reindex") != 1)) faults.Add("the history of a document tells it not at all or twice");
        }

        Stage.Strike(home);
        return (string.Join(", then ", moments), moments.Count, wasSwitched, faults);
    }

    /// <returns>When it was killed, in words.</returns>
    private async Task<string> KillAsync(Home home, Random random, CancellationToken cancel)
    {
        if (random.Next(2) == 0)
        {
            var step = random.Next(1, _steps + 1);
            using var dying = Victim.Start("--data", home.Data, "--reindex", "--die-at", step.ToString(CultureInfo.InvariantCulture));
            return await dying.EndsAsync(_time * 5, cancel) ? $"after step {step - 1}" : "at the end";
        }

        var moment = _time * (random.NextDouble() * 1.05);
        using var victim = Victim.Start("--data", home.Data, "--reindex");
        await Task.Delay(moment, cancel);
        victim.Kill();
        return string.Create(CultureInfo.InvariantCulture, $"after {moment.TotalSeconds:F3} s");
    }

    private static async Task EndAsync(Home home, Action<string>? steps, CancellationToken cancel)
    {
        await using var workshop = await Workshop.OpenAsync(home, new Settings(), watches: false, TimeProvider.System, cancel, steps);
        await RunAsync(workshop, cancel);
    }

    /// <summary>Goes on with what is not finished; begins, if nothing was made yet.</summary>
    /// <exception cref="InvalidOperationException">It did not come to its end.</exception>
    public static async Task RunAsync(Workshop workshop, CancellationToken cancel)
    {
        ReindexReport? last = null;
        workshop.Reindexing.Reported += report => last = report;
        if (workshop.Ledger.UnfinishedReindex() is null && workshop.Archive.Generations.Current > 1) return;
        workshop.Reindexing.Begin(new ReindexOrder(ReindexSource.Text, []), "rehearsal");
        await workshop.Reindexing.Work.WaitAsync(cancel);
        if (last is not { State: ReindexReport.Done }) throw new InvalidOperationException($"{last?.State}: {last?.Message}");
    }

    private static async Task<string> SeeAsync(Home home, CancellationToken cancel)
    {
        await using var workshop = await Workshop.OpenAsync(home, new Settings(), watches: false, TimeProvider.System, cancel);
        return await IndexPrint.OfAsync(workshop, cancel);
    }

    private Home Copy()
    {
        var home = stage.NewHome();
        CopyFolder(_template.Data, home.Data);
        return home;
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        foreach (var folder in Directory.GetDirectories(from)) CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
    }
}
