using Protokollsok.Documents;
using static Protokollsok.Archive.Tests.TempHome;

namespace Protokollsok.Archive.Tests;

public sealed class QueueTests : IDisposable
{
    private static readonly DocumentId One = IdOf("ett"), Two = IdOf("två"), Three = IdOf("tre");

    private readonly TempHome _home = new();
    private readonly Ledger _ledger;

    public QueueTests() => _ledger = _home.Ledger();

    [Fact]
    public void What_is_dropped_goes_before_backfill_and_backfill_that_is_dropped_too_goes_with_it()
    {
        _ledger.Receive(One, "1.pdf", "/gammalt/1.pdf", 3, ArrivalOrigin.Ingest);
        _ledger.Receive(Two, "2.pdf", "/gammalt/2.pdf", 3, ArrivalOrigin.Ingest);
        _ledger.Receive(Three, "3.pdf", "3.pdf", 3);
        Assert.Equal([Three, One, Two], Waiting());

        _ledger.Receive(Two, "2 igen.pdf", "2 igen.pdf", 3);

        Assert.Equal([Two, Three, One], Waiting());
        Assert.Equal([Two], _ledger.Unfinished(most: 1).Select(entry => entry.Id));
    }

    [Fact]
    public void An_arrival_keeps_how_it_came_and_the_board_of_its_folder()
    {
        var arrival = _ledger.Receive(One, "1.pdf", "Socialnämnden/1.pdf", 3, ArrivalOrigin.Api, "Socialnämnden", "e-arkivet");

        Assert.Equal((ArrivalOrigin.Api, "Socialnämnden"), (arrival.Origin, arrival.BoardHint));
        Assert.Equal(arrival, _ledger.ArrivalOf(_ledger.Find(One)!));
        Assert.Equal("e-arkivet", _ledger.History(One)[0].Who);
    }

    [Fact]
    public void Deletion_takes_back_the_answers_of_all_arrivals_and_what_comes_after_it_gets_one_again()
    {
        _ledger.Receive(One, "1.pdf", "1.pdf", 3);
        _ledger.Receive(One, "2.pdf", "2.pdf", 3);
        Finish(One);
        Answer(1, "klart/1.pdf.kvittens.html");
        _ledger.Delete(One, "registrator", "Fel handling.");
        Assert.Equal([1], _ledger.ReceiptsToWithdraw().Select(arrival => arrival.Seq));

        _ledger.Receive(One, "3.pdf", "3.pdf", 3);
        Finish(One);

        Assert.Equal([1], _ledger.ReceiptsToWithdraw().Select(arrival => arrival.Seq));
        Assert.Equal([3], _ledger.ReceiptsDue().Select(arrival => arrival.Seq));
        Assert.Empty(_ledger.Contradictions());
    }

    [Fact]
    public void A_document_is_found_by_the_beginning_of_its_id()
    {
        _ledger.Receive(One, "1.pdf", "1.pdf", 3);
        Assert.Equal([One], _ledger.FindByStart(One.Hex[..8].ToUpperInvariant()));
        Assert.Equal([One], _ledger.FindByStart(One.Hex));
        Assert.Empty(_ledger.FindByStart("x' OR 1"));
        Assert.Empty(_ledger.FindByStart(""));
    }

    [Fact]
    public void Sketches_tell_the_likeness_of_two_texts()
    {
        var sketch = Sketch.Of(Hashes(0, 1000));
        Assert.Equal(1, sketch.LikenessTo(Sketch.Of(Hashes(0, 1000).Reverse().Concat(Hashes(0, 10)))));
        Assert.Equal(0, sketch.LikenessTo(Sketch.Of(Hashes(1000, 2000))));
        Assert.InRange(sketch.LikenessTo(Sketch.Of(Hashes(250, 1250))), .6 - .1, .6 + .1); // 750 of 1250
        Assert.InRange(Sketch.Of(Hashes(0, 20)).LikenessTo(Sketch.Of(Hashes(0, 30))), .66, .67); // short texts exactly
        Assert.Equal(0, Sketch.Of([]).LikenessTo(Sketch.Of([])));
    }

    [Fact]
    public void A_like_document_is_found_among_others_until_it_is_deleted()
    {
        foreach (var (id, number) in new[] { (One, 1), (Two, 2), (Three, 3) }) _ledger.Receive(id, $"{number}.pdf", $"{number}.pdf", 3);
        Assert.Empty(_ledger.KeepSketch(One, Sketch.Of(Hashes(0, 1000)), .5));
        Assert.Empty(_ledger.KeepSketch(Two, Sketch.Of(Hashes(5000, 6000)), .5));

        var like = Assert.Single(_ledger.KeepSketch(Three, Sketch.Of(Hashes(50, 1050)), .5));
        Assert.Equal(One, like.Id);
        // Kept again, as after a crash, it does not meet itself.
        Assert.Equal(One, Assert.Single(_ledger.KeepSketch(Three, Sketch.Of(Hashes(50, 1050)), .5)).Id);

        _ledger.Delete(One, "registrator", "Fel handling.");
        Assert.Throws<InvalidOperationException>(() => _ledger.KeepSketch(One, Sketch.Of(Hashes(0, 1000)), .5));
        Assert.Empty(_ledger.KeepSketch(Three, Sketch.Of(Hashes(50, 1050)), .5));
        Assert.Empty(_ledger.Contradictions());
    }

    [Fact]
    public void Deletion_gives_anew_the_answers_that_may_name_what_is_deleted()
    {
        foreach (var (id, number) in new[] { (One, 1), (Two, 2), (Three, 3) })
        {
            _ledger.Receive(id, $"{number}.pdf", $"{number}.pdf", 3);
            _ledger.KeepSketch(id, Sketch.Of(id == Three ? Hashes(5000, 6000) : Hashes(number, 1000)), .5);
            Finish(id);
            Answer(number, $"klart/{number}.pdf.kvittens.html");
        }

        _ledger.Delete(One, "registrator", "Fel handling.");

        Assert.Equal([1, 2], _ledger.ReceiptsToWithdraw().Select(arrival => arrival.Seq));
        _ledger.ReceiptWithdrawn(2);
        Assert.Equal([2], _ledger.ReceiptsDue().Select(arrival => arrival.Seq));
    }

    [Fact]
    public void The_pace_and_the_slow_ones_are_told_from_the_history()
    {
        _ledger.Receive(One, "1.pdf", "1.pdf", 3);
        _ledger.BeginAttempt(One);
        _ledger.MarkRead(One, "v", "application/pdf", 4);
        _ledger.MarkUnderstood(One, "v");
        _ledger.MarkSearchable([One]);

        Assert.Equal(new LedgerRate(1, 4), _ledger.RateSince(DateTimeOffset.MinValue.AddYears(1)));
        Assert.Equal(new LedgerRate(0, 0), _ledger.RateSince(DateTimeOffset.MaxValue.AddYears(-1)));
        Assert.Equal(["index", "read", "understand"], _ledger.StepTimes().Select(step => step.Step).Order(StringComparer.Ordinal));
        Assert.All(_ledger.StepTimes(), step => Assert.InRange(step.MeanSeconds, .5, 60));
        var slow = Assert.Single(_ledger.SlowestDocuments(5));
        Assert.Equal((One, 4), (slow.Id, slow.Pages!.Value));
    }

    [Fact]
    public void A_ledger_of_the_first_schema_is_brought_up_to_date_with_what_is_in_it()
    {
        _ledger.Dispose();
        using var old = new TempHome();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(old.Home, "ledger.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = LedgerSchema.Migrations[0] + $"""
                ;INSERT INTO arrivals (document, file_name, dropped_path, outcome, received_at) VALUES ('{One.Hex}', 'a.pdf', '/gammalt/a.pdf', 'waiting', '2026-01-02T03:04:05.678Z');
                INSERT INTO documents (id, state, file_name, bytes, arrival, received_at, updated_at) VALUES ('{One.Hex}', 'received', 'a.pdf', 3, 1, '2026-01-02T03:04:05.678Z', '2026-01-02T03:04:05.678Z');
                INSERT INTO events (document, step, at, outcome) VALUES ('{One.Hex}', 'receive', '2026-01-02T03:04:05.678Z', 'new');
                PRAGMA user_version = 1
                """;
            command.CommandText = "PRAGMA foreign_keys = OFF;" + command.CommandText;
            command.ExecuteNonQuery();
        }

        using var ledger = old.Ledger();

        Assert.Empty(ledger.Contradictions());
        Assert.Equal(ArrivalOrigin.Ingest, Assert.Single(ledger.Untaken()).Origin);
        Assert.Single(ledger.Unfinished());
    }

    public void Dispose()
    {
        _ledger.Dispose();
        _home.Dispose();
    }

    private static IEnumerable<uint> Hashes(int from, int to) =>
        Enumerable.Range(from, to - from).Select(number => BitConverter.ToUInt32(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(number))));

    private IEnumerable<DocumentId> Waiting() => _ledger.Unfinished().Select(entry => entry.Id);

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
