using System.Text;
using Protokollsok.Archive;
using Protokollsok.Documents;

namespace Protokollsok.Intake;

/// <summary>
/// Gives the clerk an answer for every dropped file: a receipt in <c>klart</c>, or the file itself and its reason in <c>ej-klart</c>.
/// What is due is in the ledger, so an answer that a kill or a lost share prevented is given later. Each file appears whole or not at all,
/// and an answer that a kill cut in two is completed under its name, not begun again under another.
/// </summary>
/// <param name="trouble">Told each answer that cannot be given now, and why; the others are given.</param>
internal sealed class ReceiptWriter(Home home, Ledger ledger, DocumentArchive archive, Action<string, string> trouble)
{
    public async Task WriteDueAsync(CancellationToken cancel)
    {
        foreach (var arrival in ledger.ReceiptsDue())
        {
            try
            {
                var path = FileIntake.IsDropped(arrival) ? await WriteAsync(arrival, cancel) : null;
                ledger.ReceiptWritten(arrival.Seq, path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                trouble($"the receipt of {arrival.FileName}", e.Message);
            }
        }
    }

    /// <returns>Where the answer lies.</returns>
    private async Task<string> WriteAsync(Arrival arrival, CancellationToken cancel)
    {
        // A share that is not mounted: what is written below the mount point nobody finds.
        if (!Directory.Exists(home.Done)) throw new IOException($"The folder {home.Done} is away.");
        var entry = ledger.Find(arrival.Id) ?? throw new InvalidDataException($"The ledger has an arrival of {arrival.FileName} and no document for it.");
        if (entry.State == DocumentState.Quarantined) return WriteReason(arrival, entry);
        var record = await archive.LoadRecordAsync(arrival.Id, cancel)
            ?? throw new InvalidDataException($"The archive has no record of {arrival.Id}; run verify --repair.");
        return WriteReceipt(arrival, entry, record);
    }

    private string WriteReceipt(Arrival arrival, LedgerEntry entry, DocumentRecord record)
    {
        var receipt = Receipt.Of(arrival.FileName, arrival.ReceivedAt, arrival.Outcome == ArrivalOutcome.Duplicate ? entry.FileName : null, record);
        var (json, html) = (DocumentsJson.ToText(receipt), ReceiptPage.Of(receipt));
        var path = FreeName.In(FolderFor(home.Done, arrival), arrival.FileName, (".kvittens.json", Says(json)), (".kvittens.html", Says(html)));
        Publish(path + ".kvittens.json", json);
        Publish(path + ".kvittens.html", html);
        return path + ".kvittens.html";
    }

    private string WriteReason(Arrival arrival, LedgerEntry entry)
    {
        var original = archive.OriginalPath(arrival.Id);
        var again = arrival.Outcome == ArrivalOutcome.Duplicate ? $"Samma fil har kommit förut, som ”{entry.FileName}”. " : "";
        var reason = $"{again}{entry.Reason}\n";
        bool IsOriginal(string path) => new FileInfo(path).Length == entry.Bytes && FileIntake.IdentityOf(path) == arrival.Id;
        var path = FreeName.In(FolderFor(home.NotDone, arrival), arrival.FileName, ("", IsOriginal), (".orsak.txt", Says(reason)));
        // Copied by content: the archive's copy is read-only, and the clerk's is the clerk's.
        archive.Files.WriteOutside(path, InboxDrafts.New(home), copy =>
        {
            using var from = archive.Files.OpenForReading(original);
            from.CopyTo(copy);
        });
        Publish(path + ".orsak.txt", reason);
        return path + ".orsak.txt";
    }

    private string FolderFor(string root, Arrival arrival)
    {
        var folder = Path.Combine(root, Path.GetDirectoryName(arrival.DroppedPath) ?? "");
        archive.Files.MakeFolder(folder);
        return folder;
    }

    private static Func<string, bool> Says(string text) => path => new FileInfo(path).Length < 1 << 24 && File.ReadAllText(path) == text;

    private void Publish(string path, string text) => archive.Files.WriteOutside(path, InboxDrafts.New(home), draft => draft.Write(Encoding.UTF8.GetBytes(text)));
}
