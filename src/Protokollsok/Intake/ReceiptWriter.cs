using System.Text;
using Protokollsok.Archive;
using Protokollsok.Documents;

namespace Protokollsok.Intake;

/// <summary>
/// Gives the clerk an answer for every dropped file: a receipt in <c>klart</c>, or the file itself and its reason in <c>ej-klart</c>.
/// What is due is in the ledger, so an answer that a kill or a lost share prevented is given later.
/// </summary>
internal sealed class ReceiptWriter(Home home, Ledger ledger, DocumentArchive archive, ILogger logger)
{
    /// <summary>Writes what is due. A folder that cannot be written is logged, and tried again at the next call.</summary>
    public async Task WriteDueAsync(CancellationToken cancel)
    {
        foreach (var arrival in ledger.ReceiptsDue())
        {
            try
            {
                var path = FileIntake.IsDropped(arrival) ? await WriteAsync(arrival, cancel) : null;
                ledger.ReceiptWritten(arrival.Seq, path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                logger.LogWarning("The receipt of {File} could not be written and will be tried again: {Reason}", arrival.FileName, e.Message);
                return;
            }
        }
    }

    /// <returns>Where the answer lies.</returns>
    private async Task<string> WriteAsync(Arrival arrival, CancellationToken cancel)
    {
        var entry = ledger.Find(arrival.Id) ?? throw new InvalidDataException($"The ledger has an arrival of {arrival.FileName} and no document for it.");
        if (entry.State == DocumentState.Quarantined) return await WriteReasonAsync(arrival, entry, cancel);
        var record = await archive.LoadRecordAsync(arrival.Id, cancel)
            ?? throw new IOException($"The archive has no record of {arrival.Id}; run verify.");
        return await WriteReceiptAsync(arrival, entry, record, cancel);
    }

    private async Task<string> WriteReceiptAsync(Arrival arrival, LedgerEntry entry, DocumentRecord record, CancellationToken cancel)
    {
        var duplicateOf = arrival.Outcome == ArrivalOutcome.Duplicate ? entry.FileName : null;
        var receipt = Receipt.Of(arrival.FileName, arrival.ReceivedAt, duplicateOf, record);
        var path = FreeName.In(FolderFor(home.Done, arrival), arrival.FileName, ".kvittens.json", ".kvittens.html");
        await WriteFileAsync(path + ".kvittens.json", DocumentsJson.ToText(receipt), cancel);
        await WriteFileAsync(path + ".kvittens.html", ReceiptPage.Of(receipt), cancel);
        return path + ".kvittens.html";
    }

    private async Task<string> WriteReasonAsync(Arrival arrival, LedgerEntry entry, CancellationToken cancel)
    {
        var path = FreeName.In(FolderFor(home.NotDone, arrival), arrival.FileName, "", ".orsak.txt");
        File.Copy(archive.OriginalPath(arrival.Id), path);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserWrite);
        await WriteFileAsync(path + ".orsak.txt", entry.Reason + "\n", cancel);
        return path + ".orsak.txt";
    }

    private static string FolderFor(string root, Arrival arrival)
    {
        var folder = Path.Combine(root, Path.GetDirectoryName(arrival.DroppedPath) ?? "");
        return Directory.CreateDirectory(folder).FullName;
    }

    private static Task WriteFileAsync(string path, string text, CancellationToken cancel) =>
        File.WriteAllTextAsync(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancel);
}
