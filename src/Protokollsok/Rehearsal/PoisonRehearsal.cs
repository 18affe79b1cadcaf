using System.Globalization;
using Protokollsok.Archive;
using Protokollsok.Cli;
using Protokollsok.Documents;
using Protokollsok.Intake;

namespace Protokollsok.Rehearsal;

/// <summary>Every broken file of the sample folder dropped among good ones: the good ones are done, the others in quarantine, each with a reason for a clerk.</summary>
internal static class PoisonRehearsal
{
    private const double Speed = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<int> RunAsync(RehearsalOptions options, CancellationToken cancel)
    {
        using var stage = await Stage.SetAsync(options.Folder, cancel);
        var home = stage.NewHome();
        var good = InventedDocument.Series(1, options.Runs);
        var poison = Directory.GetFiles(Path.Combine(SampleFolder.Root, "broken")).Order(StringComparer.Ordinal).ToList();
        foreach (var document in good) await File.WriteAllBytesAsync(Path.Combine(home.Inbox, document.FileName), document.Bytes, cancel);
        foreach (var file in poison) File.Copy(file, Path.Combine(home.Inbox, Path.GetFileName(file)));
        await using var performance = await Performance.OpenAsync(home, new QuickClock(Speed), cancel);
        await performance.StartAsync(cancel);
        await performance.IsDoneAsync(good.Count + poison.Count, Patience, cancel);

        var ledger = performance.Workshop.Ledger;
        var ids = poison.Select(FileIntake.IdentityOf).ToList();
        var faults = new List<string>(await Inspection.OfAsync(performance.Workshop, good.Select(document => document.Id).Concat(ids), good.Count + poison.Count, cancel));
        faults.AddRange(good.Where(document => ledger.Find(document.Id)?.State != DocumentState.Searchable).Select(document => $"not done: {document.FileName}"));
        foreach (var (file, id) in poison.Zip(ids)) faults.AddRange(FaultsOf(Path.GetFileName(file), ledger.Find(id)));
        Output.Results.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{good.Count} good and {poison.Count} broken files: {ledger.Count()}"));
        foreach (var entry in ledger.Quarantined().OrderBy(entry => entry.FileName, StringComparer.Ordinal)) Output.Results.WriteLine($"{entry.FileName,-18} {entry.ProblemCode,-14} {entry.Reason}");
        foreach (var fault in faults) Output.Results.WriteLine(fault);
        return faults.Count == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private static IEnumerable<string> FaultsOf(string fileName, LedgerEntry? entry)
    {
        if (entry?.State != DocumentState.Quarantined) yield return $"{fileName} is {entry?.State}, not in quarantine";
        else if (entry.ProblemCode is null or Reasons.InternalError or ProblemCode.ChecksumMismatch) yield return $"{fileName} is in quarantine for what is no fault of its own: {entry.ProblemCode}";
    }
}
