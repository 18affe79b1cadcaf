using System.Diagnostics;
using System.Globalization;

namespace Protokollsok.Archive.Tests;

/// <summary>
/// The worker in small, without engines: files of an inbox through archive and ledger, with a folder of empty files as the index.
/// Run as a program it is the child that the tests kill.
/// </summary>
internal sealed class Rehearsal(string inbox, string home, DocumentArchive archive, Ledger ledger)
{
    /// <summary>
    /// Arguments: inbox, home, and the number of the step before which it kills itself. Exit code 3: another program holds the home.
    /// </summary>
    public static async Task<int> Main(string[] args)
    {
        using var held = HomeLock.TryTake(args[1]);
        if (held is null)
            return 3;
        var archive = new DocumentArchive(args[1]);
        archive.RemoveLeftovers(held);
        using var ledger = new Ledger(args[1], TimeProvider.System);
        int stepsToLive = int.Parse(args[2], CultureInfo.InvariantCulture);
        archive.Files.BeforeStep = ledger.Database.BeforeStep = _ =>
        {
            if (--stepsToLive == 0)
                Process.GetCurrentProcess().Kill();
        };
        await new Rehearsal(args[0], args[1], archive, ledger).RunAsync();
        return 0;
    }

    /// <summary>Ends when nothing is left to do.</summary>
    public async Task RunAsync()
    {
        foreach (var arrival in ledger.Untaken().Where(arrival => !File.Exists(arrival.DroppedPath)))
            ledger.MarkTaken(arrival.Seq);
        foreach (string path in Directory.EnumerateFiles(inbox).Order(StringComparer.Ordinal))
            await TakeInAsync(path);
        foreach (var entry in ledger.Unfinished())
            await GoOnAsync(entry);
        foreach (var due in ledger.ReceiptsDue())
        {
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(home, "klart")).FullName, $"{due.Seq}.txt"), due.FileName);
            ledger.ReceiptWritten(due.Seq);
        }
    }

    public static IEnumerable<string> Receipts(string home) => NamesIn(Path.Combine(home, "klart"));

    public static IEnumerable<string> Index(string home) => NamesIn(Path.Combine(home, "index"));

    private static IEnumerable<string> NamesIn(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal) : [];

    private async Task TakeInAsync(string path)
    {
        long bytes = new FileInfo(path).Length;
        var arrival = ledger.Receive(await archive.StoreOriginalAsync(path), Path.GetFileName(path), path, bytes);
        File.Delete(path);
        ledger.MarkTaken(arrival.Seq);
    }

    private async Task GoOnAsync(LedgerEntry entry)
    {
        var id = entry.Id;
        if (entry.State < DocumentState.Read)
        {
            await archive.SaveReadingAsync(id, TempHome.Reading(await File.ReadAllTextAsync(archive.OriginalPath(id))));
            ledger.MarkRead(id, "rehearsal 1");
        }
        if (entry.State < DocumentState.Understood)
        {
            _ = await archive.LoadReadingAsync(id) ?? throw new InvalidOperationException("The ledger says read, and there is no reading.");
            await archive.SaveRecordAsync(TempHome.Record(id, entry.FileName));
            ledger.MarkUnderstood(id, "rehearsal 1");
        }
        _ = await archive.LoadRecordAsync(id) ?? throw new InvalidOperationException("The ledger says understood, and there is no record.");
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(home, "index")).FullName, id.Hex), "");
        ledger.MarkSearchable([id]);
    }
}
