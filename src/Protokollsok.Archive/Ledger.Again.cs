using Protokollsok.Documents;
using static Protokollsok.Archive.LedgerRows;

namespace Protokollsok.Archive;

/// <content>What happens to a document after its end: again, away, and the answers that clerks get and are taken back.</content>
public sealed partial class Ledger
{
    private const int MostSharers = 32, MostCompared = 10;

    /// <summary>Less than what an answer names as like: one that is given anew for nothing harms nobody.</summary>
    private const double LeastNamed = .4;

    /// <summary>
    /// Out of quarantine, the cause being mended: the document begins anew, since what was read may be what was wrong. The answers that
    /// were given are to be taken back, and new ones will be due. One that is in work already stays as it is.
    /// </summary>
    /// <param name="who">The person or token that asks.</param>
    public void Requeue(DocumentId id, string? who = null) => Database.InTransaction(() =>
    {
        var entry = Known(id);
        if (entry.State is DocumentState.Searchable or DocumentState.Deleted)
            throw Illegal(entry, "tried again");
        return entry.State == DocumentState.Quarantined && BeginAnew(entry, who);
    });

    private bool BeginAnew(LedgerEntry entry, string? who)
    {
        var id = entry.Id;
        Update(id, "state = 'received', problem_code = NULL, reason = NULL, read_by = NULL, understood_by = NULL, attempts = 0, priority = 0");
        Note(id, "requeue", who: who);
        // An answer that was only planned may lie there all the same.
        Database.Execute(
            """
            UPDATE arrivals SET receipt = 'due', ready = 0, withdraw = receipt_path IS NOT NULL
            WHERE document = $id AND receipt IN ('due', 'written')
            """,
            ("$id", id.Hex));
        return Database.Execute("UPDATE arrivals SET outcome = 'waiting', finished_at = NULL WHERE seq = $seq", ("$seq", entry.Arrival)) > 0;
    }

    /// <summary>
    /// The document is to be gone. The ledger says so first and keeps that it was; then archive, index and receipts follow, and a
    /// verification finds what was left behind. Receipts that were due are so no more, and those of documents that are like it, which may
    /// name it, are given anew.
    /// </summary>
    /// <param name="who">The person or token that asks.</param>
    /// <param name="reason">Why, for those who ask in ten years.</param>
    public void Delete(DocumentId id, string who, string reason) => Database.InTransaction(() =>
    {
        var entry = Known(id);
        if (entry.State == DocumentState.Deleted)
            return false;
        Update(id, "state = 'deleted', problem_code = NULL, reason = $reason", ("$reason", reason));
        Note(id, "delete", who: who, detail: reason);
        AnswerLikeOnesAnew(entry);
        ForgetSketch(entry.Arrival);
        ForgetCorrections(id);
        Database.Execute(
            """
            UPDATE arrivals SET receipt = 'withdrawn', ready = 0, withdraw = receipt_path IS NOT NULL
            WHERE document = $id AND receipt IN ('due', 'written')
            """,
            ("$id", id.Hex));
        return Finish(id, ArrivalOutcome.Deleted);
    });

    /// <summary>
    /// An answer is about to be put there. Said before it is: whatever happens from now on, it can be found and taken back.
    /// </summary>
    /// <returns>Whether an answer is due still; if not, none is to be put there.</returns>
    public bool PlanReceipt(long arrivalSeq, string receiptPath) => Database.InTransaction(() => Database.Execute(
        "UPDATE arrivals SET receipt_path = $path WHERE seq = $seq AND receipt = 'due' AND ready = 1 AND withdraw = 0",
        ("$seq", arrivalSeq), ("$path", receiptPath)) > 0);

    /// <summary>
    /// The receipt of an arrival that has come to its end is on the disk. Nothing happens if that is not the answer that is due any more:
    /// it is to be taken back then.
    /// </summary>
    /// <param name="receiptPath">Where, as planned; <see langword="null"/> if it was not.</param>
    public void ReceiptWritten(long arrivalSeq, string? receiptPath = null) => Database.InTransaction(() =>
    {
        var arrival = Arrival(arrivalSeq);
        var entry = Known(arrival.Id);
        if (entry.State is not (DocumentState.Searchable or DocumentState.Quarantined))
            throw Illegal(entry, "given a receipt");
        int changed = Database.Execute(
            """
            UPDATE arrivals SET receipt = 'written'
            WHERE seq = $seq AND receipt = 'due' AND ready = 1 AND withdraw = 0 AND receipt_path IS $path
            """,
            ("$seq", arrivalSeq), ("$path", receiptPath));
        if (changed > 0)
            Note(arrival.Id, "receipt", detail: receiptPath);
        return changed;
    });

    /// <summary>The answer that an arrival had got is gone from its folder.</summary>
    public void ReceiptWithdrawn(long arrivalSeq) => Database.InTransaction(() =>
    {
        var arrival = Arrival(arrivalSeq);
        int changed = Database.Execute(
            "UPDATE arrivals SET withdraw = 0, receipt_path = NULL WHERE seq = $seq AND withdraw = 1", ("$seq", arrivalSeq));
        if (changed > 0)
            Note(arrival.Id, "withdraw", detail: arrival.ReceiptPath);
        return changed;
    });

    /// <summary>
    /// Keeps what tells another scan of the same paper, in place of an earlier sketch of this document, and says which others are like it.
    /// Both in one step: of two scans that come at once, the one that is kept second meets the first.
    /// </summary>
    /// <returns>Documents that are not deleted, likest first, each at least that like (0–1).</returns>
    /// <exception cref="InvalidOperationException">The document was deleted meanwhile.</exception>
    public IReadOnlyList<(DocumentId Id, double Likeness)> KeepSketch(DocumentId id, Sketch sketch, double leastLikeness) => Database.InTransaction(() =>
    {
        ArgumentNullException.ThrowIfNull(sketch);
        var entry = Known(id);
        if (entry.State == DocumentState.Deleted)
            throw Illegal(entry, "compared");
        long arrival = entry.Arrival;
        ForgetSketch(arrival);
        var like = LikeSketches(sketch, leastLikeness);
        Database.Execute("INSERT INTO sketches (arrival, document, sketch) VALUES ($seq, $id, $sketch)",
            ("$seq", arrival), ("$id", id.Hex), ("$sketch", sketch.ToBytes()));
        foreach (uint key in sketch.Keys)
            Database.Execute("INSERT INTO sketch_keys (key, arrival) VALUES ($key, $seq)", ("$key", (long)key), ("$seq", arrival));
        return like;
    });

    private List<(DocumentId Id, double Likeness)> LikeSketches(Sketch sketch, double leastLikeness) =>
    [
        .. sketch.Keys.SelectMany(SharersOf)
            .GroupBy(arrival => arrival)
            .OrderByDescending(shared => shared.Count())
            .Take(MostCompared)
            .SelectMany(shared => Database.Query("SELECT document, sketch FROM sketches WHERE arrival = $seq",
                row => (Id: Id(row), Likeness: sketch.LikenessTo(Sketch.FromBytes((byte[])row[1]))), ("$seq", shared.Key)))
            .Where(other => other.Likeness >= leastLikeness)
            .OrderByDescending(other => other.Likeness),
    ];

    /// <summary>The latest ones: a key that thousands share is a form's, and says little of any of them.</summary>
    private List<long> SharersOf(uint key) => Database.Query(
        "SELECT arrival FROM sketch_keys WHERE key = $key ORDER BY arrival DESC LIMIT $most",
        row => row.GetInt64(0), ("$key", (long)key), ("$most", MostSharers));

    private void AnswerLikeOnesAnew(LedgerEntry entry)
    {
        var sketches = Database.Query("SELECT sketch FROM sketches WHERE arrival = $seq", row => Sketch.FromBytes((byte[])row[0]), ("$seq", entry.Arrival));
        foreach (var (id, _) in sketches.SelectMany(sketch => LikeSketches(sketch, LeastNamed)).Where(like => like.Id != entry.Id))
        {
            Database.Execute(
                """
                UPDATE arrivals SET receipt = 'due', withdraw = receipt_path IS NOT NULL
                WHERE document = $id AND ready = 1 AND receipt IN ('due', 'written')
                """,
                ("$id", id.Hex));
        }
    }

    private void ForgetSketch(long arrival)
    {
        var kept = Database.Query("SELECT sketch FROM sketches WHERE arrival = $seq", row => Sketch.FromBytes((byte[])row[0]), ("$seq", arrival));
        foreach (uint key in kept.SelectMany(sketch => sketch.Keys))
            Database.Execute("DELETE FROM sketch_keys WHERE key = $key AND arrival = $seq", ("$key", (long)key), ("$seq", arrival));
        Database.Execute("DELETE FROM sketches WHERE arrival = $seq", ("$seq", arrival));
    }
}
