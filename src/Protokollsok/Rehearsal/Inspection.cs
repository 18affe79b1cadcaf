using System.Globalization;
using System.Text.Json;
using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Intake;
using Protokollsok.Processing;
using Protokollsok.Search;

namespace Protokollsok.Rehearsal;

/// <summary>
/// Looks at a home when all work is done, from every side: accounting, archive, ledger, index, answers, inbox. Every sentence that comes
/// back is something lost, done twice, or left behind.
/// </summary>
/// <param name="wanted">The documents that have to be there, and no others.</param>
/// <param name="received">How many arrivals there have to be.</param>
/// <param name="deleted">Of the wanted ones, that which had to be deleted.</param>
internal sealed class Inspection(Workshop workshop, IReadOnlySet<DocumentId> wanted, long received, DocumentId? deleted)
{
    private readonly List<string> _faults = [];

    public static async Task<IReadOnlyList<string>> OfAsync(Workshop workshop, IEnumerable<DocumentId> wanted, long received, CancellationToken cancel, DocumentId? deleted = null)
    {
        var inspection = new Inspection(workshop, wanted.ToHashSet(), received, deleted);
        inspection.Count();
        await inspection.CompareAsync(cancel);
        await inspection.CompareIndexAsync(cancel);
        inspection.ReadAnswers();
        inspection.LookForLeftovers();
        return inspection._faults;
    }

    private void Count()
    {
        var count = workshop.Ledger.Count();
        Expect(count.Holds && count.Waiting == 0, $"the accounting is {count}");
        Expect(count.Received == received, $"{count.Received} arrivals where {received} files came");
        Expect(count.Done + count.Quarantined + count.Deleted == wanted.Count, $"{count.Done} done, {count.Quarantined} in quarantine and {count.Deleted} deleted of {wanted.Count} documents");
        Expect(count.Deleted == (deleted is null ? 0 : 1) && (deleted is null || workshop.Ledger.Find(deleted) is { State: DocumentState.Deleted }), $"{count.Deleted} deleted");
    }

    private async Task CompareAsync(CancellationToken cancel)
    {
        var ledger = workshop.Ledger;
        var known = ledger.Documents().ToHashSet();
        foreach (var id in wanted.Except(known)) Fault($"lost: {id}");
        foreach (var id in known.Except(wanted)) Fault($"nobody dropped {id}: {ledger.Find(id)!.FileName}");
        await foreach (var fault in new Verification(workshop.Archive, ledger).VerifyAsync(cancel)) Fault(fault.Message);
    }

    private async Task CompareIndexAsync(CancellationToken cancel)
    {
        var searchable = workshop.Ledger.SearchableIds();
        var held = await workshop.Index.DocumentIdsAsync(cancel);
        Expect(held.SetEquals(searchable), $"the index holds {held.Count} documents, the ledger {searchable.Count}");
        long entries = 0;
        foreach (var id in searchable)
        {
            if (await workshop.Archive.LoadRecordAsync(id, cancel) is { } record) entries += Math.Max(1, record.Decisions.Count + record.Pages.Count);
        }

        var found = (await workshop.Index.SearchAsync(new SearchRequest { Size = 1 }, cancel)).Total;
        Expect(found == entries, $"the index has {found} entries, the records {entries}");
    }

    /// <summary>Every dropped file has its answer under its own name, and no answer is there twice.</summary>
    private void ReadAnswers()
    {
        var (ledger, home) = (workshop.Ledger, workshop.Home);
        var dropped = Arrivals().Where(FileIntake.IsDropped).ToList();
        Expect(ledger.ReceiptsDue().Count == 0, "receipts are due");
        dropped.RemoveAll(arrival => arrival.Outcome == ArrivalOutcome.Deleted);
        var refused = dropped.Where(arrival => ledger.Find(arrival.Id)!.State == DocumentState.Quarantined).ToList();
        foreach (var arrival in dropped.Except(refused)) ReadReceipt(arrival);
        foreach (var arrival in refused) ReadReason(arrival);
        foreach (var (folder, pattern, count) in new[] { (home.Done, "*.kvittens.json", dropped.Count - refused.Count), (home.Done, "*.kvittens.html", dropped.Count - refused.Count), (home.NotDone, "*.orsak.txt", refused.Count) })
        {
            var there = Directory.GetFiles(folder, pattern, SearchOption.AllDirectories).Length;
            Expect(there == count, $"{there} answers {pattern} for {count} files");
        }
    }

    private IEnumerable<Arrival> Arrivals() => workshop.Ledger.Documents().SelectMany(id => workshop.Ledger.ArrivalsOf(id));

    private void ReadReceipt(Arrival arrival)
    {
        if (arrival.ReceiptPath is not { } html || !File.Exists(html))
        {
            Fault($"no receipt of {arrival.DroppedPath}");
            return;
        }

        using var receipt = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(html, ".json")));
        Expect(receipt.RootElement.GetProperty("id").GetString() == arrival.Id.Hex, $"the receipt of {arrival.DroppedPath} is of another document");
        Expect(File.ReadAllText(html).TrimEnd().EndsWith("</html>", StringComparison.Ordinal), $"half a receipt of {arrival.DroppedPath}");
    }

    private void ReadReason(Arrival arrival)
    {
        var reason = arrival.ReceiptPath;
        var isWhole = reason is not null && File.Exists(reason) && File.ReadAllText(reason).Length > 20;
        Expect(isWhole && FileIntake.IdentityOf(reason![..^".orsak.txt".Length]) == arrival.Id, $"no reason, or not the file, for {arrival.DroppedPath}");
    }

    private void LookForLeftovers()
    {
        var home = workshop.Home;
        var inbox = Directory.GetFiles(home.Inbox, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Where(path => !path.StartsWith(home.Done + "/", StringComparison.Ordinal) && !path.StartsWith(home.NotDone + "/", StringComparison.Ordinal));
        foreach (var path in inbox) Fault($"left in the inbox: {path}");
        foreach (var path in Directory.GetFiles(home.Inbox, "*.part", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })) Fault($"a draft was left: {path}");
        var drafts = Path.Combine(home.Data, "archive", "tmp");
        if (Directory.Exists(home.Uploads) && Directory.GetFiles(home.Uploads).Length > 0) Fault("what was sent was left in the uploads");
        if (Directory.Exists(drafts) && Directory.GetFileSystemEntries(drafts).Length is > 0 and var left) Fault(string.Create(CultureInfo.InvariantCulture, $"{left} drafts were left in the archive"));
    }

    private void Expect(bool holds, string otherwise)
    {
        if (!holds) Fault(otherwise);
    }

    private void Fault(string fault) => _faults.Add(fault);
}
