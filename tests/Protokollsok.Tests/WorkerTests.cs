using Microsoft.Extensions.Logging.Abstractions;
using Protokollsok.Archive;
using Protokollsok.Configuration;
using Protokollsok.Documents;
using Protokollsok.Processing;

namespace Protokollsok.Tests;

/// <summary>The work in trouble, in this process, with the real archive, ledger and search node.</summary>
public sealed class WorkerTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();
    private readonly Settings _settings = new() { RetryPauses = [TimeSpan.FromMilliseconds(1)] };

    [Fact]
    public async Task A_document_that_is_deleted_while_it_rests_is_not_waited_for()
    {
        await using var workshop = await OpenAsync();
        var id = await TakeAsync(workshop, "a.txt", InventedMinutes.Clean);
        Trouble(workshop, id);
        var worker = new Worker(workshop.Ledger, workshop.Pipeline, 1, [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)], TimeProvider.System,
            (_, _) => workshop.Ledger.Delete(id, "någon", "Fel handling."));

        Assert.False(await worker.DrainAsync(CancellationToken.None).WaitAsync(Patience));
    }

    [Fact]
    public async Task A_document_that_is_deleted_while_trouble_stops_it_is_no_trouble_and_ends_nothing()
    {
        await using var workshop = await OpenAsync();
        var id = await TakeAsync(workshop, "a.txt", InventedMinutes.Clean);
        var entry = workshop.Ledger.Find(id)!;
        Trouble(workshop, id, () => workshop.Ledger.Delete(id, "någon", "Fel handling."));

        Assert.Equal("deleted", Assert.Single((await workshop.Pipeline.ProcessAsync(entry, null, CancellationToken.None)).Problems).Code);
        Assert.Equal("deleted", Assert.Single(workshop.Pipeline.GiveUp(entry, "x").Problems).Code);
        Assert.Equal(DocumentState.Deleted, workshop.Ledger.Find(id)!.State);
    }

    [Fact]
    public async Task In_an_outage_during_which_others_go_into_quarantine_a_healthy_document_waits()
    {
        await using var workshop = await OpenAsync();
        var healthy = await TakeAsync(workshop, "a.txt", InventedMinutes.Clean);
        var broken = (await workshop.Intake.TakeCopyAsync(Repository.Testdata("broken", "empty.pdf"), CancellationToken.None)).Id;
        Trouble(workshop, healthy);
        var (troubles, enough) = (0, new TaskCompletionSource());
        using var cancel = new CancellationTokenSource();
        var worker = new Worker(workshop.Ledger, workshop.Pipeline, 2, _settings.RetryPauses, TimeProvider.System, (_, _) =>
        {
            // Counted from when the other has come to its end.
            if (workshop.Ledger.Find(broken)!.State == DocumentState.Quarantined && ++troubles == 30) enough.SetResult();
        });

        var work = worker.RunAsync(workshop.Arrived, cancel.Token);
        await enough.Task.WaitAsync(Patience);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);

        Assert.NotEqual(DocumentState.Quarantined, workshop.Ledger.Find(healthy)!.State);
    }

    [Fact]
    public async Task The_record_of_a_document_in_quarantine_is_mended_and_the_document_stays_there()
    {
        await using var workshop = await OpenAsync();
        var id = await TakeAsync(workshop, "a.txt", InventedMinutes.Clean);
        workshop.Ledger.MarkRead(id, "one");
        workshop.Ledger.MarkUnderstood(id, "one");
        workshop.Ledger.Quarantine(id, "kept-failing", "Försök igen.");

        Assert.True(await new Mending(workshop).MendAsync(new Fault(id, FaultCode.RecordMissing, ""), CancellationToken.None));

        Assert.NotNull(await workshop.Archive.LoadRecordAsync(id, CancellationToken.None));
        Assert.Equal(DocumentState.Quarantined, workshop.Ledger.Find(id)!.State);
    }

    [Fact]
    public void A_trouble_whose_words_change_each_time_is_one_trouble_with_the_last_of_them()
    {
        var troubles = new Troubles(NullLogger.Instance, TimeProvider.System, _folder.File("troubles.json"));
        troubles.Tell("the receipts", "No space left: .1.part");
        var since = Assert.Single(troubles.Now).Since;
        troubles.Tell("the receipts", "No space left: .2.part");

        Assert.Equal(new Trouble("the receipts", "No space left: .2.part", since), Assert.Single(troubles.Now));
    }

    public void Dispose() => _folder.Dispose();

    private Task<Workshop> OpenAsync()
    {
        NodeClasses.PutInto(_folder.File("home"));
        return Workshop.OpenAsync(Home.At(_folder.File("home"), inbox: null), _settings, watches: false, TimeProvider.System, CancellationToken.None);
    }

    private async Task<DocumentId> TakeAsync(Workshop workshop, string name, string text) =>
        (await workshop.Intake.TakeCopyAsync(_folder.Write(name, text), CancellationToken.None)).Id;

    /// <summary>Nothing can be kept of this document any more.</summary>
    private static void Trouble(Workshop workshop, DocumentId id, Action? before = null)
    {
        var folder = Path.GetDirectoryName(workshop.Archive.OriginalPath(id))!;
        workshop.Archive.Files.BeforeStep = step =>
        {
            if (!step.Contains(folder, StringComparison.Ordinal)) return;
            before?.Invoke();
            throw new IOException("No space left on device");
        };
    }
}
