using System.CommandLine;

namespace Protokollsok.Rehearsal;

/// <summary><c>rehearse NAME</c>: the accidents of ten years, made to happen on invented documents in homes of their own.</summary>
internal static class RehearseCommand
{
    public static Command Create() => new("rehearse", "accidents made to happen, on invented documents: nothing may be lost, done twice, or stuck")
    {
        One("kill", "kill -9 of the whole process tree at random moments, N times", 20, KillRehearsal.RunAsync),
        One("failures", "N steps on disk and in the ledger, evenly spread (--runs 10000: all), each failed once and killed once", 20, FailureRehearsal.RunAsync),
        One("slow-writers", "N files copied in at once by three slow writers", 60, SlowWritersRehearsal.RunAsync),
        One("troubles", "disk full, share gone, search node killed, reader children killed each second, while N documents are taken in", 60, TroubleRehearsal.RunAsync),
        One("soak", "N small documents through the watched folder: memory, time and bytes per document; judged from 20000 on", 2000, SoakRehearsal.RunAsync),
        One("poison", "the broken files of the sample folder among N good ones", 100, PoisonRehearsal.RunAsync),
        One("reindex", "kill -9 while everything is made again, N times: the result is that of an undisturbed run, entry for entry", 50, ReindexRehearsal.RunAsync),
        Act.Create(),
    };

    private static Command One(string name, string description, int usual, Func<RehearsalOptions, CancellationToken, Task<int>> run)
    {
        var runs = new Option<int>("--runs") { DefaultValueFactory = _ => usual, HelpName = "N" };
        var first = new Option<int>("--first") { Description = "the number of the first run", DefaultValueFactory = _ => 1, HelpName = "N" };
        var seed = new Option<int>("--seed") { Description = "the same seed gives the same runs", DefaultValueFactory = _ => 1, HelpName = "S" };
        var sideBySide = new Option<int>("--side-by-side") { Description = "how many runs at a time", DefaultValueFactory = _ => 1, HelpName = "N" };
        var folder = new Option<string?>("--in") { Description = "where the homes are put (default: the system's folder for temporary files)", HelpName = "DIR" };
        var brief = new Option<bool>("--short") { Description = "for the daily check: fewer documents a run, a quicker clock, shorter troubles, no scans" };
        var command = new Command(name, description) { runs, first, seed, sideBySide, folder, brief };
        command.SetAction((parsed, cancel) => run(
            new RehearsalOptions
            {
                Runs = parsed.GetValue(runs),
                First = parsed.GetValue(first),
                Seed = parsed.GetValue(seed),
                SideBySide = parsed.GetValue(sideBySide),
                Folder = parsed.GetValue(folder),
                IsShort = parsed.GetValue(brief),
            },
            cancel));
        return command;
    }
}
