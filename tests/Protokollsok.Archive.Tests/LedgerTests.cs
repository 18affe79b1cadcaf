using Microsoft.Data.Sqlite;
using Protokollsok.Documents;
using static Protokollsok.Archive.Tests.TempHome;

namespace Protokollsok.Archive.Tests;

public sealed class LedgerTests : IDisposable
{
    private static readonly DocumentId Id = IdOf("ett");
    private static readonly DocumentId Other = IdOf("två");

    private readonly TempHome _home = new();
    private readonly Ledger _ledger;

    public LedgerTests() => _ledger = _home.Ledger();

    [Fact]
    public void A_document_goes_from_received_to_searchable()
    {
        var arrival = _ledger.Receive(Id, "KS 2021-03-09.pdf", "/inbox/KS 2021-03-09.pdf", 3);
        Assert.Equal((1, ArrivalOutcome.Waiting, null), (arrival.Seq, arrival.Outcome, arrival.DuplicateOf));
        Assert.Equal(DocumentState.Received, State());

        _ledger.MarkRead(Id, "tesseract 5.3", "application/pdf", 6);
        Assert.Equal(DocumentState.Read, State());
        _ledger.MarkUnderstood(Id, "rules 1");
        Assert.Equal(DocumentState.Understood, State());
        Assert.Equal(new Accounting(1, 0, 1, 0, 0, 0), _ledger.Count());
        _ledger.MarkSearchable([Id]);

        var entry = _ledger.Find(Id)!;
        Assert.Equal((DocumentState.Searchable, "application/pdf", 6, "tesseract 5.3", "rules 1"),
            (entry.State, entry.MediaType, entry.PageCount!.Value, entry.ReadBy, entry.UnderstoodBy));
        Assert.Equal([Id], _ledger.SearchableIds());
        Assert.Empty(_ledger.Unfinished());
        Assert.Equal(new Accounting(1, 1, 0, 0, 0, 0), _ledger.Count());
        Assert.Equal(["receive", "read", "understand", "index"], _ledger.History(Id).Select(line => line.Step));
    }

    [Fact]
    public void The_same_content_under_another_name_is_a_duplicate_of_the_first()
    {
        _ledger.Receive(Id, "a.pdf", "/inbox/a.pdf", 3);
        var inWork = _ledger.Receive(Id, "b.pdf", "/inbox/b.pdf", 3);
        Finish(Id);
        var afterwards = _ledger.Receive(Id, "c.pdf", "/inbox/sub/c.pdf", 3);

        Assert.Equal((ArrivalOutcome.Duplicate, 1L), (inWork.Outcome, inWork.DuplicateOf!.Value));
        Assert.Equal((ArrivalOutcome.Duplicate, 1L), (afterwards.Outcome, afterwards.DuplicateOf!.Value));
        Assert.Equal(new Accounting(3, 1, 0, 0, 2, 0), _ledger.Count());
        Assert.Equal("a.pdf", _ledger.Find(Id)!.FileName);
    }

    [Fact]
    public void A_drop_told_twice_is_one_arrival_until_it_is_taken()
    {
        var first = _ledger.Receive(Id, "a.pdf", "/inbox/a.pdf", 3);
        Assert.Equal(first, _ledger.Receive(Id, "a.pdf", "/inbox/a.pdf", 3));
        Assert.Equal([first], _ledger.Untaken());

        _ledger.MarkTaken(first.Seq);
        _ledger.MarkTaken(first.Seq);

        Assert.Empty(_ledger.Untaken());
        Assert.Equal(ArrivalOutcome.Duplicate, _ledger.Receive(Id, "a.pdf", "/inbox/a.pdf", 3).Outcome);
        Assert.Equal(2, _ledger.Count().Received);
    }

    [Fact]
    public void Marking_twice_changes_nothing()
    {
        _ledger.Receive(Id, "a.pdf", "/inbox/a.pdf", 3);
        Finish(Id);
        var before = _ledger.Find(Id);
        int events = _ledger.History(Id).Count;

        Finish(Id);

        Assert.Equal(before, _ledger.Find(Id));
        Assert.Equal(events, _ledger.History(Id).Count);
    }

    [Fact]
    public void Reading_anew_with_a_later_version_is_recorded_and_takes_nothing_back()
    {
        _ledger.Receive(Id, "a.pdf", "/inbox/a.pdf", 3);
        Finish(Id);
        _ledger.MarkRead(Id, "reader 2");

        Assert.Equal((DocumentState.Searchable, "reader 2"), (State(), _ledger.Find(Id)!.ReadBy));
        Assert.Equal("reader 2", _ledger.History(Id)[^1].Versions);
    }

    [Fact]
    public void Steps_cannot_be_skipped()
    {
        string message = Assert.Throws<InvalidOperationException>(() => _ledger.MarkRead(Id, "v")).Message;
        Assert.Contains("knows no document", message, StringComparison.Ordinal);
        _ledger.Receive(Id, "a.pdf", "/inbox/a.pdf", 3);
        message = Assert.Throws<InvalidOperationException>(() => _ledger.MarkUnderstood(Id, "v")).Message;
        Assert.Contains("a.pdf) is received; it cannot be understood", message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => _ledger.MarkSearchable([Id]));
        Assert.Equal(DocumentState.Received, State());
    }

    [Fact]
    public void Either_all_of_a_batch_become_searchable_or_none()
    {
        _ledger.Receive(Id, "a.pdf", "/inbox/a.pdf", 3);
        _ledger.Receive(Other, "b.pdf", "/inbox/b.pdf", 3);
        _ledger.MarkRead(Id, "v");
        _ledger.MarkUnderstood(Id, "v");

        Assert.Throws<InvalidOperationException>(() => _ledger.MarkSearchable([Id, Other]));

        Assert.Equal(DocumentState.Understood, State());
        Assert.Equal(new Accounting(2, 0, 2, 0, 0, 0), _ledger.Count());
    }

    [Fact]
    public void Quarantine_keeps_the_reason_and_a_retry_begins_anew()
    {
        _ledger.Receive(Id, "a.pdf", "/inbox/a.pdf", 3);
        _ledger.Quarantine(Id, ProblemCode.Encrypted, "Filen är låst med lösenord.");
        var entry = Assert.Single(_ledger.Quarantined());
        Assert.Equal((ProblemCode.Encrypted, "Filen är låst med lösenord."), (entry.ProblemCode, entry.Reason));
        Assert.Throws<InvalidOperationException>(() => _ledger.MarkRead(Id, "v"));

        _ledger.Requeue(Id);
        Assert.Equal(DocumentState.Received, State());
        Assert.Null(_ledger.Find(Id)!.Reason);

        _ledger.MarkRead(Id, "v");
        _ledger.Quarantine(Id, "rule-failed", "En regel föll.");
        Assert.Equal(new Accounting(1, 0, 0, 1, 0, 0), _ledger.Count());
        _ledger.Requeue(Id, "registrator");
        _ledger.Requeue(Id, "registrator");
        // What was read may be what was wrong.
        Assert.Equal((DocumentState.Received, null), (State(), _ledger.Find(Id)!.ReadBy));
        Assert.Equal("registrator", Assert.Single(_ledger.History(Id), line => line is { Step: "requeue", Who: not null }).Who);
        Assert.Equal(new Accounting(1, 0, 1, 0, 0, 0), _ledger.Count());
    }

    [Fact]
    public void A_searchable_document_is_neither_quarantined_nor_tried_again()
    {
        _ledger.Receive(Id, "a.pdf", "/inbox/a.pdf", 3);
        Finish(Id);
        Assert.Throws<InvalidOperationException>(() => _ledger.Quarantine(Id, "damaged", "x"));
        Assert.Throws<InvalidOperationException>(() => _ledger.Requeue(Id));
    }

    [Fact]
    public void Deletion_keeps_that_it_was_who_and_why_and_the_content_may_come_again()
    {
        _ledger.Receive(Id, "a.pdf", "/inbox/a.pdf", 3);
        Finish(Id);
        _ledger.Delete(Id, "registrator", "Fel handling.");
        _ledger.Delete(Id, "registrator", "Fel handling.");

        Assert.Empty(_ledger.SearchableIds());
        Assert.Equal([Id], _ledger.DeletedIds());
        Assert.Empty(_ledger.ReceiptsDue());
        Assert.Equal(new Accounting(1, 0, 0, 0, 0, 1), _ledger.Count());
        var line = Assert.Single(_ledger.History(Id), line => line.Step == "delete");
        Assert.Equal(("registrator", "Fel handling."), (line.Who, line.Detail));
        Assert.Throws<InvalidOperationException>(() => _ledger.MarkRead(Id, "v"));

        var again = _ledger.Receive(Id, "b.pdf", "/inbox/b.pdf", 3);
        Assert.Equal(ArrivalOutcome.Waiting, again.Outcome);
        Assert.Equal((DocumentState.Received, "b.pdf", null, again.Seq),
            (State(), _ledger.Find(Id)!.FileName, _ledger.Find(Id)!.ReadBy, _ledger.Find(Id)!.Arrival));
        Assert.Equal(new Accounting(2, 0, 1, 0, 0, 1), _ledger.Count());
    }

    [Fact]
    public void Deleted_content_dropped_again_at_the_same_path_is_not_lost_even_if_nobody_said_that_the_old_drop_was_taken()
    {
        _ledger.Receive(Id, "a.pdf", "/inbox/a.pdf", 3);
        _ledger.Delete(Id, "registrator", "Fel handling.");
        Assert.Equal(ArrivalOutcome.Waiting, _ledger.Receive(Id, "a.pdf", "/inbox/a.pdf", 3).Outcome);
    }

    [Fact]
    public void The_same_name_sent_in_another_way_is_another_arrival()
    {
        _ledger.Receive(Id, "a.pdf", "a.pdf", 3);
        Assert.Equal(ArrivalOutcome.Duplicate, _ledger.Receive(Id, "a.pdf", "a.pdf", 3, ArrivalOrigin.Api).Outcome);
    }

    [Fact]
    public void A_file_dropped_again_mends_a_changed_original_and_is_tried_again()
    {
        _ledger.Receive(Id, "a.pdf", "a.pdf", 3);
        _ledger.Receive(Other, "b.pdf", "b.pdf", 3);
        _ledger.Quarantine(Id, ProblemCode.ChecksumMismatch, "Originalet har ändrats.");
        _ledger.Quarantine(Other, ProblemCode.Damaged, "Filen är skadad.");

        _ledger.Receive(Id, "a igen.pdf", "a igen.pdf", 3);
        _ledger.Receive(Other, "b igen.pdf", "b igen.pdf", 3);

        Assert.Equal((DocumentState.Received, DocumentState.Quarantined), (State(), _ledger.Find(Other)!.State));
        Assert.Equal([2, 4], _ledger.ReceiptsDue().Select(due => due.Seq));
        Finish(Id);
        Assert.Equal([1, 2, 3, 4], _ledger.ReceiptsDue().Select(due => due.Seq));
        Assert.Empty(_ledger.Contradictions());
    }

    [Fact]
    public void Attempts_are_counted_until_a_step_is_finished()
    {
        _ledger.Receive(Id, "a.pdf", "/inbox/a.pdf", 3);
        Assert.Equal(1, _ledger.BeginAttempt(Id));
        Assert.Equal(2, _ledger.BeginAttempt(Id));
        _ledger.MarkRead(Id, "v");
        Assert.Equal(1, _ledger.BeginAttempt(Id));
        Assert.Equal(1, _ledger.Find(Id)!.Attempts);
    }

    [Fact]
    public void Unfinished_documents_come_in_the_order_of_their_arrival()
    {
        DocumentId[] ids = [.. Enumerable.Range(0, 9).Select(n => IdOf($"fil {n}"))];
        foreach (var id in ids)
            _ledger.Receive(id, "a.pdf", $"/inbox/{id}", 3);
        _ledger.MarkRead(ids[7], "v");
        _ledger.Quarantine(ids[2], "damaged", "x");
        Assert.Equal(ids.Where(id => id != ids[2]), _ledger.Unfinished().Select(entry => entry.Id));
    }

    [Fact]
    public void What_was_marked_is_there_after_a_restart()
    {
        _ledger.Receive(Id, "a.pdf", "/inbox/a.pdf", 3);
        _ledger.MarkRead(Id, "v");
        var before = _ledger.Find(Id);
        _ledger.Dispose();
        using var next = _home.Ledger();
        Assert.Equal(before, next.Find(Id));
    }

    [Fact]
    public void An_empty_file_is_an_arrival_like_any_other()
    {
        var arrival = _ledger.Receive(IdOf(""), "tom.pdf", "/inbox/tom.pdf", 0);
        _ledger.Quarantine(arrival.Id, ProblemCode.Empty, "Filen är tom.");
        Assert.Equal(new Accounting(1, 0, 0, 1, 0, 0), _ledger.Count());
    }

    [Theory]
    [InlineData("Sammantra\u0308de.pdf", "Sammanträde.pdf")] // NFD, as macOS and some scanners write it
    [InlineData("rad\nbrytning '; DROP TABLE documents; --.pdf", "rad\nbrytning '; DROP TABLE documents; --.pdf")]
    [InlineData("‏عقد 📎 ﷽.pdf", "‏عقد 📎 ﷽.pdf")]
    public void File_names_are_kept_in_composed_form_and_paths_as_the_file_system_has_them(string name, string kept)
    {
        var arrival = _ledger.Receive(Id, name, "/inbox/" + name, 3);
        Assert.Equal((kept, "/inbox/" + name), (arrival.FileName, arrival.DroppedPath));
        Assert.Equal(arrival, _ledger.Receive(Id, name, "/inbox/" + name, 3));
        Assert.Equal(kept, _ledger.Find(Id)!.FileName);
    }

    [Fact]
    public void A_full_disk_refuses_a_change_whole_and_the_ledger_goes_on_when_there_is_room()
    {
        long pages = _ledger.Database.Number("PRAGMA page_count");
        _ledger.Database.Execute($"PRAGMA max_page_count = {pages}");
        int received = 0;
        var full = Assert.Throws<SqliteException>(() =>
        {
            for (; received < 10_000; received++)
                _ledger.Receive(IdOf($"{received}"), new string('å', 500), $"/inbox/{received}", 3);
        });
        Assert.Equal(13, full.SqliteErrorCode);
        Assert.Equal(received, _ledger.Count().Received);
        Assert.Empty(_ledger.Contradictions());

        _ledger.Database.Execute("PRAGMA max_page_count = 1000000");
        Assert.Equal(received + 1, _ledger.Receive(IdOf($"{received}"), "a.pdf", "/inbox/a.pdf", 3).Seq);
    }

    [Fact]
    public void Many_threads_receiving_one_content_make_one_document()
    {
        Parallel.For(0, 40, n => _ledger.Receive(Id, $"{n}.pdf", $"/inbox/{n}.pdf", 3));
        Assert.Equal(new Accounting(40, 0, 1, 0, 39, 0), _ledger.Count());
        Assert.Single(_ledger.Documents());
    }

    public void Dispose()
    {
        _ledger.Dispose();
        _home.Dispose();
    }

    private DocumentState State() => _ledger.Find(Id)!.State;

    private void Finish(DocumentId id)
    {
        _ledger.MarkRead(id, "v");
        _ledger.MarkUnderstood(id, "v");
        _ledger.MarkSearchable([id]);
    }
}
