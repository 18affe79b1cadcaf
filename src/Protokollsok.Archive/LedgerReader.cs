using Protokollsok.Documents;
using static Protokollsok.Archive.LedgerRows;

namespace Protokollsok.Archive;

/// <summary>What can be asked of the ledger. Safe to use from several threads; each answer sees one state.</summary>
public partial class LedgerReader : IDisposable
{
    private volatile KeptCoverage? _cover;

    internal LedgerReader(LedgerDatabase database) => Database = database;

    internal LedgerDatabase Database { get; }

    /// <summary>The document, whatever its state; <see langword="null"/> if it never came.</summary>
    public LedgerEntry? Find(DocumentId id) =>
        Database.Query($"SELECT {EntryColumns} FROM documents WHERE id = $id", Entry, ("$id", id.Hex)).SingleOrDefault();

    /// <summary>The documents whose id begins so: none, the one, or two of several.</summary>
    public IReadOnlyList<DocumentId> FindByStart(string start)
    {
        ArgumentNullException.ThrowIfNull(start);
        return start.Length is > 0 and <= 64 && start.All(char.IsAsciiHexDigit)
            ? Database.Query("SELECT id FROM documents WHERE id >= $start AND id < $start || 'g' ORDER BY id LIMIT 2", Id, ("$start", start.ToLowerInvariant()))
            : [];
    }

    /// <summary>Documents that have work before them: backfill last, else in the order of their arrival.</summary>
    /// <param name="most">So many at most.</param>
    public IReadOnlyList<LedgerEntry> Unfinished(int most = int.MaxValue) => Database.Query(
        $"SELECT {EntryColumns} FROM documents WHERE state IN ('received', 'read', 'understood') ORDER BY priority, arrival LIMIT $most",
        Entry, ("$most", most));

    /// <summary>Documents in quarantine, in the order of their arrival.</summary>
    public IReadOnlyList<LedgerEntry> Quarantined() =>
        Database.Query($"SELECT {EntryColumns} FROM documents WHERE state = 'quarantined' ORDER BY arrival", Entry);

    /// <summary>What the index should hold, in the order of arrival.</summary>
    public IReadOnlyList<DocumentId> SearchableIds() =>
        Database.Query("SELECT id FROM documents WHERE state = 'searchable' ORDER BY arrival", Id);

    /// <summary>
    /// What is to be gone, in the order of arrival. At the start, before anything is taken in, each is to be removed again from archive
    /// and index, which is harmless where it is gone: the program may have died between saying so and doing so.
    /// </summary>
    public IReadOnlyList<DocumentId> DeletedIds() =>
        Database.Query("SELECT id FROM documents WHERE state = 'deleted' ORDER BY arrival", Id);

    /// <summary>Every document that ever came, deleted ones too, by id.</summary>
    public IReadOnlyList<DocumentId> Documents() => Database.Query("SELECT id FROM documents ORDER BY id", Id);

    /// <summary>The accounting of all arrivals.</summary>
    public Accounting Count() => Database.Query(
        """
        SELECT count(*),
               count(*) FILTER (WHERE outcome = 'done'),
               count(*) FILTER (WHERE outcome = 'waiting'),
               count(*) FILTER (WHERE outcome = 'quarantined'),
               count(*) FILTER (WHERE outcome = 'duplicate'),
               count(*) FILTER (WHERE outcome = 'deleted')
        FROM arrivals
        """,
        static row => new Accounting(
            row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5))).Single();

    /// <summary>How much of what came and was not deleted can be searched. Told with every search: counted once between two changes.</summary>
    public LedgerCoverage Cover()
    {
        var changes = Database.Changes;
        if (_cover is { } kept && kept.Changes == changes)
            return kept.Coverage;
        var coverage = CountCoverage();
        _cover = changes is { } known ? new KeptCoverage(known, coverage) : null;
        return coverage;
    }

    private LedgerCoverage CountCoverage() => Database.Query(
        """
        SELECT count(*) FILTER (WHERE state <> 'deleted'),
               count(*) FILTER (WHERE state = 'searchable'),
               count(*) FILTER (WHERE state = 'quarantined'),
               coalesce(sum(doubtful_pages) FILTER (WHERE state = 'searchable'), 0)
        FROM documents
        """,
        static row => new LedgerCoverage(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3))).Single();

    /// <summary>All arrivals of a document, duplicates too, in the order of coming.</summary>
    public IReadOnlyList<Arrival> ArrivalsOf(DocumentId id) => Database.Query(
        $"SELECT {ArrivalColumns} FROM arrivals a WHERE a.document = $id ORDER BY a.seq", LedgerRows.Arrival, ("$id", id.Hex));

    /// <summary>
    /// Arrivals that nobody has said to have left the inbox. At the start, those whose file is gone are to be told to
    /// <see cref="Ledger.MarkTaken"/>: the program died between removing the file and saying so.
    /// </summary>
    public IReadOnlyList<Arrival> Untaken() =>
        Database.Query($"SELECT {ArrivalColumns} FROM arrivals a WHERE a.taken = 0 ORDER BY a.seq", LedgerRows.Arrival);

    /// <summary>
    /// Arrivals whose document has come to an end (searchable or in quarantine; of duplicates too) and whose receipt is not written
    /// yet, in the order of coming: the first arrival of a document stands before its duplicates. Nothing is due for deleted documents, nor
    /// for what did not come through the inbox: nobody looks there for an answer.
    /// </summary>
    /// <remarks>Asked each second: it costs nothing for what waits, nor for what is done.</remarks>
    /// <param name="most">So many at most.</param>
    /// <param name="after">Only those that came after this one.</param>
    public IReadOnlyList<Arrival> ReceiptsDue(int most = int.MaxValue, long after = 0) =>
        Database.Query(ReceiptsDueSql, LedgerRows.Arrival, ("$most", most), ("$after", after));

    internal const string ReceiptsDueSql =
        $"""
        SELECT {ArrivalColumns} FROM arrivals a INDEXED BY arrivals_receipt_ready
        WHERE a.receipt = 'due' AND a.ready = 1 AND a.withdraw = 0 AND a.seq > $after ORDER BY a.seq LIMIT $most
        """;

    /// <summary>Whether another arrival's answer is about to be put there, or to be taken away from there.</summary>
    public bool IsPromised(string receiptPath, long arrivalSeq) => Database.Number(
        """
        SELECT EXISTS (SELECT 1 FROM arrivals WHERE receipt_path = $path AND receipt = 'due' AND seq <> $seq)
            OR EXISTS (SELECT 1 FROM arrivals WHERE receipt_path = $path AND withdraw = 1 AND seq <> $seq)
        """,
        ("$path", receiptPath), ("$seq", arrivalSeq)) > 0;

    /// <summary>
    /// Arrivals whose answer is to be taken back, since their document was deleted or came out of quarantine; then to be told to
    /// <see cref="Ledger.ReceiptWithdrawn"/>.
    /// </summary>
    public IReadOnlyList<Arrival> ReceiptsToWithdraw() =>
        Database.Query($"SELECT {ArrivalColumns} FROM arrivals a WHERE a.withdraw = 1 ORDER BY a.seq", LedgerRows.Arrival);

    /// <summary>The arrival that brought the document, as it is now.</summary>
    public Arrival ArrivalOf(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Database.Query($"SELECT {ArrivalColumns} FROM arrivals a WHERE a.seq = $seq", LedgerRows.Arrival, ("$seq", entry.Arrival)).Single();
    }

    /// <summary>All that happened to a document, oldest first.</summary>
    public IReadOnlyList<LedgerEvent> History(DocumentId id) =>
        Database.Query($"SELECT {EventColumns} FROM events WHERE document = $id ORDER BY seq", Event, ("$id", id.Hex));

    /// <summary>Where the tables contradict each other, in English: nowhere, unless the file or the program is damaged.</summary>
    internal IReadOnlyList<string> Contradictions() => Database.InSnapshot(() =>
    {
        var found = new List<string>();
        Expect("arrivals are as many as the history has entered",
            "SELECT (SELECT count(*) FROM arrivals) - (SELECT count(*) FROM events WHERE step = 'receive')");
        Expect("arrivals are numbered without gaps", "SELECT coalesce(max(seq), 0) - count(*) FROM arrivals");
        Expect("each document shares the fate of the arrival that brought it",
            """
            SELECT count(*) FROM documents d LEFT JOIN arrivals a ON a.seq = d.arrival AND a.document = d.id
            WHERE a.outcome IS NOT CASE d.state WHEN 'searchable' THEN 'done' WHEN 'quarantined' THEN 'quarantined'
                WHEN 'deleted' THEN 'deleted' ELSE 'waiting' END
            """);
        Expect("an arrival that brought no document is a duplicate or deleted",
            """
            SELECT count(*) FROM arrivals a JOIN documents d ON d.id = a.document
            WHERE a.seq <> d.arrival AND a.outcome NOT IN ('duplicate', 'deleted')
            """);
        Expect("a duplicate is of the same document",
            "SELECT count(*) FROM arrivals a JOIN arrivals f ON f.seq = a.duplicate_of WHERE f.document <> a.document");
        Expect("a deleted document has no sketch",
            "SELECT count(*) FROM sketches s JOIN documents d ON d.id = s.document WHERE d.state = 'deleted'");
        if (Count() is { Holds: false } accounting)
            found.Add($"The accounting does not add up: {accounting}.");
        found.AddRange(Database.Query("PRAGMA quick_check", row => row.GetString(0)).Where(line => line != "ok"));
        return found;

        void Expect(string rule, string differences)
        {
            if (Database.Number(differences) is not 0 and var difference)
                found.Add($"It does not hold that {rule}: {difference}.");
        }
    });

    private sealed record KeptCoverage(long Changes, LedgerCoverage Coverage);

    public void Dispose()
    {
        Database.Dispose();
        GC.SuppressFinalize(this);
    }
}
