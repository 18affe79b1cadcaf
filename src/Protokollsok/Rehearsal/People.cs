using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Processing;
using Protokollsok.Web;

namespace Protokollsok.Rehearsal;

/// <summary>
/// What people do while documents are taken in: one has a document deleted as soon as it can be found, one has another tried again as soon as
/// it is in quarantine, and one sends a third to the API. They sit outside the program and go on over each death of it.
/// </summary>
/// <param name="deleted">The document to be deleted.</param>
/// <param name="retried">The one to be tried again; it goes into quarantine each time.</param>
/// <param name="sent">The one that comes by the API.</param>
internal sealed class People(Home home, InventedDocument deleted, DocumentId retried, InventedDocument sent)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly RequestFolder _requests = new(home.Data, new DocumentArchive(home.Data).Files);
    private bool _askedToDelete, _askedToRetry;

    /// <summary>What is to be gone in the end.</summary>
    public DocumentId Deleted => deleted.Id;

    /// <summary>Puts down what is to be sent.</summary>
    public void SetUp() => File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(SendingsOf(home)).FullName, sent.FileName), sent.Bytes);

    /// <summary>How often it was sent again by one who was not told that it had arrived.</summary>
    public int SentAgain(LedgerReader ledger) => Math.Max(0, ledger.ArrivalsOf(sent.Id).Count - 1);

    /// <summary>Whether all that they wanted is done.</summary>
    public bool IsDone(LedgerReader ledger) =>
        _askedToDelete && _askedToRetry && Directory.GetFiles(SendingsOf(home)).Length == 0
        && Directory.GetFiles(Path.Combine(home.Data, "requests"), "*.request.json").Length == 0
        && ledger.Find(deleted.Id) is { State: DocumentState.Deleted } && ledger.ArrivalsOf(sent.Id).Count > 0;

    /// <summary>Asks as soon as there is something to ask for, until told to stop.</summary>
    public async Task AskAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested && !(_askedToDelete && _askedToRetry))
        {
            Look();
            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    /// <summary>In the program: takes in what lies there to be sent, by the steps of the API, and again as long as it fails.</summary>
    public static async Task SendAsync(Workshop workshop, CancellationToken cancel)
    {
        var folder = SendingsOf(workshop.Home);
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder) : [])
        {
            // Who hears nothing looks first whether it has arrived.
            var hasArrived = workshop.Ledger.Find(DocumentId.Of(File.ReadAllBytes(file).AsSpan())) is not null;
            while (!hasArrived && !cancel.IsCancellationRequested) hasArrived = await TrySendAsync(workshop, file, cancel);
            if (hasArrived) File.Delete(file);
        }
    }

    private static async Task<bool> TrySendAsync(Workshop workshop, string file, CancellationToken cancel)
    {
        try
        {
            using var body = File.OpenRead(file);
            await UploadApi.TakeInAsync(workshop, body, Path.GetFileName(file), "rehearsal", cancel);
            return true;
        }
        catch (Exception e) when (PassingTrouble.Is(e))
        {
            await Task.Delay(Pause, CancellationToken.None);
            return false;
        }
    }

    private void Look()
    {
        try
        {
            using var ledger = Ledger.OpenReadOnly(home.Data);
            _askedToDelete = _askedToDelete || Ask(ledger?.Find(deleted.Id), DocumentState.Searchable, "Fel handling.");
            _askedToRetry = _askedToRetry || Ask(ledger?.Find(retried), DocumentState.Quarantined, deleteReason: null);
        }
        catch (Exception e) when (PassingTrouble.Is(e))
        {
            // The ledger is just being made, or mended after a kill.
        }
    }

    private bool Ask(LedgerEntry? entry, DocumentState state, string? deleteReason)
    {
        if (entry?.State != state) return false;
        _requests.Add(new UpkeepRequest("rehearsal", [entry.Id], IsAll: false, deleteReason));
        return true;
    }

    private static string SendingsOf(Home home) => Path.Combine(home.Data, "sendings");
}
