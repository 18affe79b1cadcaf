using System.Diagnostics;
using System.Globalization;
using Protokollsok.Archive;
using Protokollsok.Cli;
using Protokollsok.Documents;

namespace Protokollsok.Rehearsal;

/// <summary>
/// Trouble from outside while documents are taken in: the disk is full, the share is gone, the search node is killed, the reader children are
/// killed each second. Once the cause has ended, work resumes by itself; how soon is measured.
/// </summary>
internal sealed class TroubleRehearsal(Stage stage, RehearsalOptions options)
{
    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly List<string> _table = [];
    private int _failed;

    private double Speed => options.IsShort ? 20 : 1;

    private TimeSpan Lasting => TimeSpan.FromSeconds(options.IsShort ? 1 : 20);

    public static async Task<int> RunAsync(RehearsalOptions options, CancellationToken cancel)
    {
        using var stage = await Stage.SetAsync(options.Folder, cancel);
        return await new TroubleRehearsal(stage, options).RunAsync(cancel);
    }

    private async Task<int> RunAsync(CancellationToken cancel)
    {
        var invented = InventedDocument.Series(1, options.Runs).Select(document => (document.FileName, document.Bytes)).ToList();
        await PlayAsync("search node killed five times", stage.NewHome(), invented, [], KillNodeAsync, cancel);
        var home = stage.NewHome("share");
        await PlayAsync("share gone", home, invented, [], (_, token) => TakeShareAwayAsync(home, token), cancel);
        using (var disk = SmallDisk.Mount(stage))
        {
            home = disk is null ? stage.NewHome() : stage.HomeIn(Path.Combine(disk.Path, "home"), stage.NewHome("scanner").Inbox);
            string[] full = disk is null ? ["--full", Path.Combine(home.Data, "full")] : [];
            await PlayAsync(disk is null ? "disk full (every step fails)" : "disk full", home, invented, full, (_, token) => FillDiskAsync(home, disk, token), cancel);
            Stage.Strike(home);
        }

        if (!options.IsShort)
        {
            var scans = Directory.GetFiles(SampleFolder.Scans).Select(path => (Path.GetFileName(path), File.ReadAllBytes(path))).ToList();
            await PlayAsync("reader children killed each second", stage.NewHome(), scans, [], KillReadersAsync, cancel);
        }

        Output.Results.WriteLine("trouble                              lasted  then the next document done after  all done after  faults");
        _table.ForEach(Output.Results.WriteLine);
        return _failed == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    /// <param name="cause">Makes the trouble, and returns when its cause has ended.</param>
    private async Task PlayAsync(string name, Home home, List<(string FileName, byte[] Bytes)> files, string[] more, Func<Victim, CancellationToken, Task> cause, CancellationToken cancel)
    {
        Output.Messages.WriteLine(name);
        var started = Stopwatch.StartNew();
        using (var victim = Victim.Start(["--data", home.Data, "--inbox", home.Inbox, "--speed", Speed.ToString(CultureInfo.InvariantCulture), .. more]))
        {
            foreach (var (fileName, bytes) in files) await File.WriteAllBytesAsync(Path.Combine(home.Inbox, fileName), bytes, cancel);
            await UntilAsync(home, ledger => ledger.Count().Received > 0, cancel);
            started.Restart();
            await cause(victim, cancel);
            var lasted = started.Elapsed;
            var done = Done(home);
            started.Restart();
            var next = done == files.Count ? TimeSpan.Zero : await UntilAsync(home, ledger => Ended(ledger) > done, cancel) ? started.Elapsed : Patience;
            var isDone = await UntilAsync(home, ledger => Performance.IsDone(ledger, files.Count), cancel);
            var all = started.Elapsed;
            List<string> faults = isDone ? [] : [$"stuck; {(victim.IsDead ? "the program ended" : "the program runs")}"];
            if (next > Allowed) faults.Add($"work did not resume within {Allowed.TotalSeconds} s");
            await EndAsync(victim, cancel);
            faults.AddRange(await InspectAsync(home, files, cancel));
            _failed += faults.Count;
            _table.Add(string.Create(CultureInfo.InvariantCulture, $"{name,-36}{lasted.TotalSeconds,6:F1} s{next.TotalSeconds,32:F1} s{all.TotalSeconds,14:F1} s  {(faults.Count == 0 ? "none" : string.Join("; ", faults))}"));
        }
    }

    private static async Task EndAsync(Victim victim, CancellationToken cancel)
    {
        if (!victim.IsDead) ProcessGroup.Ask(victim.Id);
        if (!await victim.EndsAsync(TimeSpan.FromSeconds(60), cancel)) victim.Kill();
    }

    private static async Task<IReadOnlyList<string>> InspectAsync(Home home, List<(string FileName, byte[] Bytes)> files, CancellationToken cancel)
    {
        await using var performance = await Performance.OpenAsync(home, TimeProvider.System, cancel);
        var ledger = performance.Workshop.Ledger;
        var ids = files.Select(file => DocumentId.Of(file.Bytes.AsSpan())).ToList();
        List<string> faults = [.. await Inspection.OfAsync(performance.Workshop, ids, files.Count, cancel)];
        faults.AddRange(ledger.Quarantined().Select(entry => $"in quarantine: {entry.FileName} ({entry.ProblemCode})"));
        foreach (var id in ledger.SearchableIds())
        {
            var record = await performance.Workshop.Archive.LoadRecordAsync(id, cancel);
            if (record?.Problems.Count > 0) faults.Add($"{record.Source.FileName}: {record.Problems.Count} problems, first {record.Problems[0].Message}");
        }

        return faults;
    }

    private async Task KillNodeAsync(Victim victim, CancellationToken cancel)
    {
        for (var kill = 0; kill < 5; kill++)
        {
            foreach (var node in victim.Children("java")) ProcessGroup.KillAlone(node);
            await Task.Delay(Lasting / 20, cancel);
        }
    }

    private async Task TakeShareAwayAsync(Home home, CancellationToken cancel)
    {
        Directory.Move(home.Inbox, home.Inbox + "-away");
        await Task.Delay(Lasting, cancel);
        Directory.Move(home.Inbox + "-away", home.Inbox);
    }

    private async Task FillDiskAsync(Home home, SmallDisk? disk, CancellationToken cancel)
    {
        var full = Path.Combine(home.Data, "full");
        if (disk is null) await File.WriteAllTextAsync(full, "", cancel);
        else SmallDisk.Fill(full);
        await Task.Delay(Lasting, cancel);
        File.Delete(full);
    }

    private async Task KillReadersAsync(Victim victim, CancellationToken cancel)
    {
        for (var since = Stopwatch.StartNew(); since.Elapsed < Lasting;)
        {
            await Task.Delay(1000, cancel);
            foreach (var reader in victim.Children("dotnet")) ProcessGroup.KillAlone(reader);
        }
    }

    private static async Task<bool> UntilAsync(Home home, Func<LedgerReader, bool> holds, CancellationToken cancel)
    {
        for (var since = Stopwatch.StartNew(); since.Elapsed < Patience; await Task.Delay(50, cancel))
        {
            using var ledger = Ledger.OpenReadOnly(home.Data);
            if (ledger is not null && holds(ledger)) return true;
        }

        return false;
    }

    private static long Ended(LedgerReader ledger) => ledger.Count() is var count ? count.Received - count.Waiting : 0;

    private static long Done(Home home)
    {
        using var ledger = Ledger.OpenReadOnly(home.Data)!;
        return Ended(ledger);
    }
}
