using System.CommandLine;
using Protokollsok.Cli;
using Protokollsok.Configuration;
using Protokollsok.Processing;

namespace Protokollsok.Rehearsal;

/// <summary>What the rehearsals start and kill: <c>serve</c> without the page or <c>ingest</c>, with a quick clock and an accident built in.</summary>
internal static class Act
{
    public const string Name = "act";

    public static Command Create()
    {
        var data = CommonOptions.Data();
        var inbox = CommonOptions.Inbox();
        var ingest = new Option<string?>("--ingest") { Description = "a folder to ingest, in place of the watched folder" };
        var reindex = new Option<bool>("--reindex") { Description = "make everything again, in place of the watched folder" };
        var speed = new Option<double>("--speed") { DefaultValueFactory = _ => 1 };
        var dieAt = new Option<int>("--die-at") { Description = "the step before which the whole process tree is killed" };
        var full = new Option<string?>("--full") { Description = "as long as this file is there, every step fails as on a full disk" };
        var command = new Command(Name, "what the rehearsals start and kill") { data, inbox, ingest, reindex, speed, dieAt, full };
        command.Hidden = true;
        command.SetAction((parsed, cancel) =>
        {
            ProcessGroup.Lead();
            var home = Home.At(parsed.GetValue(data)!, parsed.GetValue(inbox));
            var steps = Steps(parsed.GetValue(dieAt), parsed.GetValue(full));
            var clock = new QuickClock(parsed.GetValue(speed));
            if (parsed.GetValue(reindex)) return ReindexAsync(home, steps, cancel);
            return parsed.GetValue(ingest) is { } folder ? IngestAsync(home, folder, clock, steps, cancel) : WatchAsync(home, clock, steps, cancel);
        });
        return command;
    }

    private static Action<string> Steps(int dieAt, string? full)
    {
        var accident = new Accident(dieAt, kills: true);
        return step =>
        {
            accident.BeforeStep(step);
            if (full is not null && File.Exists(full)) throw Accident.Failure(step, turn: 0);
        };
    }

    private static async Task<int> WatchAsync(Home home, TimeProvider clock, Action<string> steps, CancellationToken cancel)
    {
        await using var performance = await Performance.OpenAsync(home, clock, cancel, steps);
        await performance.StartAsync(cancel);
        while (performance.Ended is null && !cancel.IsCancellationRequested) await Task.Delay(100, CancellationToken.None);
        return performance.Ended is null ? ExitCode.Done : ExitCode.Stopped;
    }

    private static async Task<int> ReindexAsync(Home home, Action<string> steps, CancellationToken cancel)
    {
        await using var workshop = await Workshop.OpenAsync(home, new Settings(), watches: false, TimeProvider.System, cancel, steps);
        await ReindexRehearsal.RunAsync(workshop, cancel);
        return ExitCode.Done;
    }

    private static async Task<int> IngestAsync(Home home, string folder, TimeProvider clock, Action<string> steps, CancellationToken cancel)
    {
        await using var workshop = await Workshop.OpenAsync(home, new Settings(), watches: false, clock, cancel, steps);
        var files = Directory.GetFiles(folder);
        using var progress = IngestProgress.Start(files.Length);
        return await new IngestRun(workshop, new IngestTelling(progress, json: true)).TakeAllAsync(files, cancel);
    }
}
