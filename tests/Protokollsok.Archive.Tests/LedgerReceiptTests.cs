using Protokollsok.Documents;
using static Protokollsok.Archive.Tests.TempHome;

namespace Protokollsok.Archive.Tests;

/// <summary>Which answers clerks are to get, and which are to be taken back.</summary>
public sealed class LedgerReceiptTests : IDisposable
{
    private static readonly DocumentId Id = IdOf("ett");
    private static readonly DocumentId Other = IdOf("två");

    private readonly TempHome _home = new();
    private readonly Ledger _ledger;

    public LedgerReceiptTests() => _ledger = _home.Ledger();

    [Fact]
    public void Looking_for_receipts_that_are_due_costs_no_more_with_all_that_is_done()
    {
        using var ledger = _home.Ledger();

        var plan = ledger.Database.Query("EXPLAIN QUERY PLAN " + LedgerReader.ReceiptsDueSql, row => row.GetString(3), ("$most", 200), ("$after", 0));

        Assert.Contains("arrivals_receipt_ready", Assert.Single(plan), StringComparison.Ordinal);
    }

    [Fact]
    public void Receipts_are_due_when_the_document_has_come_to_its_end_the_first_before_its_duplicates()
    {
        _ledger.Receive(Id, "a.pdf", "/inbox/a.pdf", 3);
        _ledger.Receive(Id, "b.pdf", "/inbox/b.pdf", 3);
        _ledger.Receive(Other, "c.pdf", "/inbox/c.pdf", 3);
        Assert.Empty(_ledger.ReceiptsDue());
        Assert.Throws<InvalidOperationException>(() => _ledger.ReceiptWritten(1));

        Finish(Id);
        _ledger.Quarantine(Other, ProblemCode.Damaged, "Filen är skadad.");
        Assert.Equal([1, 2, 3], _ledger.ReceiptsDue().Select(due => due.Seq));

        Answer(1, "klart/a.pdf.kvittens.html");
        Answer(1, "klart/a.pdf.kvittens.html");
        Answer(3, "ej-klart/c.pdf.orsak.txt");
        Assert.Equal([2], _ledger.ReceiptsDue().Select(due => due.Seq));

        _ledger.Requeue(Other);
        Assert.Equal([2], _ledger.ReceiptsDue().Select(due => due.Seq));
        Finish(Other);
        // The answer that no longer holds is taken back before a new one is due.
        Assert.Equal([2], _ledger.ReceiptsDue().Select(due => due.Seq));
        var withdrawn = Assert.Single(_ledger.ReceiptsToWithdraw());
        Assert.Equal((3L, "ej-klart/c.pdf.orsak.txt"), (withdrawn.Seq, withdrawn.ReceiptPath));
        _ledger.ReceiptWithdrawn(3);
        _ledger.ReceiptWithdrawn(3);
        Assert.Empty(_ledger.ReceiptsToWithdraw());
        Assert.Equal((3L, ArrivalOutcome.Done, null), (_ledger.ReceiptsDue()[^1].Seq, _ledger.ReceiptsDue()[^1].Outcome, _ledger.ReceiptsDue()[^1].ReceiptPath));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_answer_that_was_planned_is_taken_back_wherever_its_writing_was_cut_short(bool isDeleted)
    {
        _ledger.Receive(Id, "a.pdf", "a.pdf", 3);
        _ledger.Quarantine(Id, ProblemCode.Damaged, "Filen är skadad.");
        Assert.True(_ledger.PlanReceipt(1, "ej-klart/a.pdf.orsak.txt"));
        Assert.Equal("ej-klart/a.pdf.orsak.txt", Assert.Single(_ledger.ReceiptsDue()).ReceiptPath);
        Assert.True(_ledger.IsPromised("ej-klart/a.pdf.orsak.txt", 2));

        if (isDeleted)
            _ledger.Delete(Id, "registrator", "Fel handling.");
        else
            _ledger.Requeue(Id);

        Assert.Equal("ej-klart/a.pdf.orsak.txt", Assert.Single(_ledger.ReceiptsToWithdraw()).ReceiptPath);
        Assert.True(_ledger.IsPromised("ej-klart/a.pdf.orsak.txt", 2));
        Assert.False(_ledger.PlanReceipt(1, "ej-klart/a (2).pdf.orsak.txt"));
        _ledger.ReceiptWithdrawn(1);
        Assert.False(_ledger.IsPromised("ej-klart/a.pdf.orsak.txt", 2));
    }

    [Fact]
    public void An_answer_that_was_written_for_an_earlier_end_is_not_the_one_that_is_due()
    {
        _ledger.Receive(Id, "a.pdf", "a.pdf", 3);
        _ledger.Quarantine(Id, ProblemCode.Damaged, "Filen är skadad.");
        _ledger.PlanReceipt(1, "ej-klart/a.pdf.orsak.txt");
        // While the reason is being written it is tried again, with success.
        _ledger.Requeue(Id);
        Finish(Id);

        _ledger.ReceiptWritten(1, "ej-klart/a.pdf.orsak.txt");

        Assert.Single(_ledger.ReceiptsToWithdraw());
        _ledger.ReceiptWithdrawn(1);
        Answer(1, "klart/a.pdf.kvittens.html");
        Assert.Empty(_ledger.ReceiptsDue());
        Assert.Equal("klart/a.pdf.kvittens.html", Assert.Single(_ledger.ArrivalsOf(Id)).ReceiptPath);
    }

    [Fact]
    public void Only_what_came_through_the_inbox_gets_an_answer_some_at_a_time()
    {
        _ledger.Receive(Id, "a.pdf", "/gammalt/a.pdf", 3, ArrivalOrigin.Ingest);
        _ledger.Receive(Id, "a.pdf", "a.pdf", 3, ArrivalOrigin.Api);
        _ledger.Receive(Id, "a.pdf", "a.pdf", 3);
        Finish(Id);
        _ledger.Receive(Id, "b.pdf", "b.pdf", 3);
        _ledger.Receive(Id, "c.pdf", "/gammalt/c.pdf", 3, ArrivalOrigin.Ingest);

        Assert.Equal([3, 4], _ledger.ReceiptsDue().Select(due => due.Seq));
        Assert.Equal([3], _ledger.ReceiptsDue(most: 1).Select(due => due.Seq));
        Assert.Equal([4], _ledger.ReceiptsDue(most: 1, after: 3).Select(due => due.Seq));
    }

    public void Dispose()
    {
        _ledger.Dispose();
        _home.Dispose();
    }

    private void Answer(long seq, string path)
    {
        _ledger.PlanReceipt(seq, path);
        _ledger.ReceiptWritten(seq, path);
    }

    private void Finish(DocumentId id)
    {
        _ledger.MarkRead(id, "v");
        _ledger.MarkUnderstood(id, "v");
        _ledger.MarkSearchable([id]);
    }
}
