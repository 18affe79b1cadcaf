using System.Text;
using Protokollsok.Archive;
using Protokollsok.Documents;

namespace Protokollsok.Intake;

/// <summary>
/// Gives the clerk an answer for every dropped file: a receipt in <c>klart</c>, or the file itself and its reason in <c>ej-klart</c>.
/// What is due stands in the ledger, so an answer that a kill or a lost share prevented is given later, and one that no longer holds
/// (the document was deleted, or is tried again) is taken back first. Each file appears whole or not at all, and an answer that a kill
/// cut in two is completed under its name, not begun again under another.
/// </summary>
/// <param name="publicUrl">Where people reach the page, without a slash at its end.</param>
/// <param name="trouble">Told each answer that cannot be given now, and why; the others are given.</param>
internal sealed class ReceiptWriter(Home home, Ledger ledger, DocumentArchive archive, string publicUrl, Action<string, string> trouble)
{
    private static readonly string[] ReceiptEndings = [".kvittens.html", ".kvittens.json"];

    private const string ReasonEnding = ".orsak.txt";

    private const int Round = 200;

    /// <summary>Some at a time: what is deleted or tried again while many are written is taken back soon.</summary>
    public async Task WriteDueAsync(CancellationToken cancel)
    {
        WithdrawDue();
        var due = ledger.ReceiptsDue(Round);
        while (due.Count > 0)
        {
            foreach (var arrival in due) await AnswerAsync(arrival, cancel);
            if (due.Count < Round) return;
            WithdrawDue();
            due = ledger.ReceiptsDue(Round, after: due[^1].Seq);
        }
    }

    private async Task AnswerAsync(Arrival arrival, CancellationToken cancel)
    {
        try
        {
            if (await WriteAsync(arrival, cancel) is { } path) ledger.ReceiptWritten(arrival.Seq, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            trouble($"the receipt of {arrival.FileName}", e.Message);
        }
        catch (InvalidOperationException) when (ledger.Find(arrival.Id) is not { State: DocumentState.Searchable or DocumentState.Quarantined })
        {
            // Deleted or tried again just now; the ledger knows where the answer lies, and it is taken back in the next round.
        }
    }

    /// <summary>Takes back the answers that no longer hold.</summary>
    public void WithdrawDue()
    {
        foreach (var arrival in ledger.ReceiptsToWithdraw())
        {
            try
            {
                if (arrival.ReceiptPath is { } path) Remove(path, arrival);
                ledger.ReceiptWithdrawn(arrival.Seq);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                trouble($"taking back the receipt of {arrival.FileName}", e.Message);
            }
        }
    }

    /// <returns>Where the answer lies; <see langword="null"/> if none is due any more.</returns>
    private async Task<string?> WriteAsync(Arrival arrival, CancellationToken cancel)
    {
        MustBeThere();
        var entry = ledger.Find(arrival.Id) ?? throw new InvalidDataException($"The ledger has an arrival of {arrival.FileName} and no document for it.");
        if (entry.State == DocumentState.Quarantined) return WriteReason(arrival, entry);
        var record = await archive.LoadRecordAsync(arrival.Id, cancel)
            ?? throw new InvalidDataException($"The archive has no record of {arrival.Id}; run verify --repair.");
        return WriteReceipt(arrival, entry, record);
    }

    /// <summary>A share that is not mounted: what is written below the mount point nobody finds, and what is to be removed seems gone.</summary>
    private void MustBeThere()
    {
        if (!Directory.Exists(home.Done)) throw new IOException($"The folder {home.Done} is away.");
    }

    private string? WriteReceipt(Arrival arrival, LedgerEntry entry, DocumentRecord record)
    {
        var folder = FolderFor(home.Done, arrival);
        var first = arrival.Outcome == ArrivalOutcome.Duplicate ? LinkTo(entry, folder) : null;
        var near = NearDuplicate.IdsIn(record.Findings).Select(ledger.Find).OfType<LedgerEntry>().Where(other => other.State != DocumentState.Deleted);
        var receipt = Receipt.Of(arrival, UrlOf(arrival.Id), first, [.. near.Select(other => LinkTo(other, folder))], record);
        var (json, html) = (DocumentsJson.ToText(receipt), ReceiptPage.Of(receipt));
        var path = PlaceFor(arrival, folder, ReceiptEndings[0], (ReceiptEndings[1], Says(json)), (ReceiptEndings[0], Says(html)));
        if (!ledger.PlanReceipt(arrival.Seq, path + ReceiptEndings[0])) return null;
        Publish(path + ReceiptEndings[1], json);
        Publish(path + ReceiptEndings[0], html);
        return path + ReceiptEndings[0];
    }

    private string? WriteReason(Arrival arrival, LedgerEntry entry)
    {
        var original = archive.OriginalPath(arrival.Id);
        var again = arrival.Outcome == ArrivalOutcome.Duplicate ? $"Samma fil har kommit förut, som ”{entry.FileName}”. " : "";
        var reason = $"{again}{entry.Reason}\n";
        var path = PlaceFor(arrival, FolderFor(home.NotDone, arrival), ReasonEnding, ("", file => IsOriginal(file, arrival)), (ReasonEnding, Says(reason)));
        if (!ledger.PlanReceipt(arrival.Seq, path + ReasonEnding)) return null;
        // A changed original is not what the clerk dropped; one that is gone is no reason to say nothing.
        if (File.Exists(original) && IsOriginal(original, arrival)) PublishCopy(path, original);
        Publish(path + ReasonEnding, reason);
        return path + ReasonEnding;
    }

    /// <summary>Copied by content: the archive's copy is read-only, and the clerk's is the clerk's.</summary>
    private void PublishCopy(string path, string original) => archive.Files.WriteOutside(path, InboxDrafts.New(home), copy =>
    {
        using var from = archive.Files.OpenForReading(original);
        from.CopyTo(copy);
    });

    /// <summary>Where it was planned before a kill, unless something else lies there by now; else where nothing lies and nobody else plans to.</summary>
    private string PlaceFor(Arrival arrival, string folder, string ending, params (string Suffix, Func<string, bool> IsOwn)[] files)
    {
        if (arrival.ReceiptPath is { } planned)
        {
            if (planned.EndsWith(ending, StringComparison.Ordinal) && FreeName.IsFree(planned[..^ending.Length], files)) return planned[..^ending.Length];
            Remove(planned, arrival);
        }

        return FreeName.In(folder, arrival.FileName, path => ledger.IsPromised(path + ending, arrival.Seq), files);
    }

    private ReceiptLink LinkTo(LedgerEntry entry, string folder)
    {
        var arrival = ledger.ArrivalOf(entry);
        var receipt = arrival.ReceiptPath is { } path && path.EndsWith(ReceiptEndings[0], StringComparison.Ordinal)
            ? string.Join('/', Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString))
            : null;
        return new ReceiptLink(entry.Id, entry.FileName, SwedishTime.Of(arrival.ReceivedAt), UrlOf(entry.Id), receipt);
    }

    private string UrlOf(DocumentId id) => $"{publicUrl}/api/v1/documents/{id.Hex}/original";

    /// <summary>Only what is the program's own: what a person wrote or put there in its place stays.</summary>
    private void Remove(string path, Arrival arrival)
    {
        MustBeThere();
        if (path.EndsWith(ReasonEnding, StringComparison.Ordinal))
        {
            var file = path[..^ReasonEnding.Length];
            if (File.Exists(file) && IsOriginal(file, arrival)) archive.Files.Remove(file);
            DeleteIfThere(path);
            return;
        }

        foreach (var ending in ReceiptEndings) DeleteIfThere(path[..^ReceiptEndings[0].Length] + ending);
    }

    private void DeleteIfThere(string path)
    {
        if (File.Exists(path)) archive.Files.Remove(path);
    }

    private static bool IsOriginal(string path, Arrival arrival) => FileIntake.IdentityOf(path) == arrival.Id;

    private string FolderFor(string root, Arrival arrival)
    {
        var folder = Path.Combine(root, Path.GetDirectoryName(arrival.DroppedPath) ?? "");
        archive.Files.MakeFolder(folder);
        return folder;
    }

    private static Func<string, bool> Says(string text) => path => new FileInfo(path).Length < 1 << 24 && File.ReadAllText(path) == text;

    private void Publish(string path, string text) => archive.Files.WriteOutside(path, InboxDrafts.New(home), draft => draft.Write(Encoding.UTF8.GetBytes(text)));
}
