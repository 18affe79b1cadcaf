using Protokollsok.Documents;
using static Protokollsok.Archive.LedgerRows;

namespace Protokollsok.Archive;

/// <summary>
/// The ledger: every arrival, how far each document has come, and all that happened, each change on the disk when the call returns.
/// Calls can be repeated: what is already so stays so. What cannot follow from the present state throws
/// <see cref="InvalidOperationException"/>. Writing is for the holder of the <see cref="HomeLock"/>.
/// </summary>
/// <remarks>
/// A document goes received → read → understood → searchable, from each of the first three to quarantined and back, and from everywhere
/// to deleted; deleted content that comes again begins anew. The arrival that brought a document shares its fate, every further
/// one is a duplicate.
/// </remarks>
/// <param name="home">The program's home; the ledger is its file <c>ledger.db</c>.</param>
/// <param name="time">The clock.</param>
/// <param name="beforeStep">Called before each step in the database, with its name. Who rehearses accidents throws here, or ends the process.</param>
public sealed partial class Ledger(string home, TimeProvider time, Action<string>? beforeStep = null) : LedgerReader(LedgerDatabase.Open(home, beforeStep))
{
    /// <summary>For another process, while this one writes: creates and changes nothing.</summary>
    /// <returns><see langword="null"/> if the home has no ledger yet.</returns>
    /// <exception cref="InvalidOperationException">The ledger is of another version.</exception>
    public static LedgerReader? OpenReadOnly(string home) =>
        LedgerDatabase.OpenReadOnly(home) is { } database ? new LedgerReader(database) : null;

    /// <summary>
    /// Enters a file whose original lies in the archive. It is a duplicate if its document is known and not deleted. The same drop
    /// told twice (the same path and content, not yet <see cref="MarkTaken"/>) is one arrival.
    /// </summary>
    /// <param name="fileName">The file's name without its folder; kept in NFC.</param>
    /// <param name="droppedPath">Where the file lies, exactly as the file system spells it.</param>
    /// <param name="bytes">Its size.</param>
    /// <param name="origin">The way by which it came. What comes by <c>ingest</c> is backfill and waits for all else.</param>
    /// <param name="boardHint">The board that its folder is named after, if it is.</param>
    /// <param name="who">The person or token that sent it, where that is known.</param>
    public Arrival Receive(
        DocumentId id, string fileName, string droppedPath, long bytes,
        ArrivalOrigin origin = ArrivalOrigin.Inbox, string? boardHint = null, string? who = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return Database.InTransaction(() =>
            SameDrop(id, droppedPath, origin) ?? Enter(id, Nfc.Of(fileName), droppedPath, bytes, origin, boardHint, who));
    }

    /// <summary>
    /// The file has left the inbox (or will stay where it is, as with <c>ingest</c>): whatever lies at its path from now on is another
    /// drop.
    /// </summary>
    public void MarkTaken(long arrivalSeq) => Database.InTransaction(() =>
    {
        var arrival = Arrival(arrivalSeq);
        int changed = Database.Execute("UPDATE arrivals SET taken = 1 WHERE seq = $seq AND taken = 0", ("$seq", arrivalSeq));
        if (changed > 0)
            Note(arrival.Id, "take", detail: arrival.DroppedPath);
        return changed;
    });

    /// <summary>
    /// Work on a document begins. The program that dies over a document leaves the count behind, so that the one that kills it
    /// each time can be put in quarantine.
    /// </summary>
    /// <returns>How often work was begun since its last finished step, this time included.</returns>
    public int BeginAttempt(DocumentId id) => Database.InTransaction(() =>
    {
        var entry = Known(id);
        if (entry.State >= DocumentState.Searchable)
            throw Illegal(entry, "worked on");
        Update(id, "attempts = attempts + 1");
        Note(id, "begin", detail: $"attempt {entry.Attempts + 1}");
        return entry.Attempts + 1;
    });

    /// <summary>Work on a document was given up without harm: the program was told to stop, or waits for something outside. It does not count.</summary>
    /// <param name="reason">What it waits for; <see langword="null"/> when the program was told to stop.</param>
    public void EndAttempt(DocumentId id, string? reason = null) => Database.InTransaction(() =>
    {
        bool wasBegun = Known(id) is { Attempts: > 0, State: < DocumentState.Searchable } && Update(id, "attempts = attempts - 1");
        if (wasBegun)
            Note(id, "wait", outcome: reason is null ? "stopped" : "passing", detail: reason);
        return wasBegun;
    });

    /// <summary>The slow half lies in the archive. Of a document that is further on: it was read anew.</summary>
    /// <param name="versions">What read it, with versions: one line.</param>
    public void MarkRead(DocumentId id, string versions, string? mediaType = null, int? pageCount = null) => Database.InTransaction(() =>
    {
        bool isNews = Advance(id, DocumentState.Read, "read", versions, entry => entry.ReadBy);
        return isNews && Update(id, "read_by = $by, media_type = coalesce($type, media_type), page_count = coalesce($pages, page_count)",
            ("$by", versions), ("$type", mediaType), ("$pages", pageCount));
    });

    /// <summary>The quick half lies in the archive. Of a document that is further on: it was understood anew.</summary>
    /// <param name="versions">What understood it, with versions: one line.</param>
    /// <param name="doubtfulPages">How many of its pages were read with low confidence.</param>
    public void MarkUnderstood(DocumentId id, string versions, int doubtfulPages = 0) => Database.InTransaction(() =>
        Advance(id, DocumentState.Understood, "understand", versions, entry => entry.UnderstoodBy)
        && Update(id, "understood_by = $by, doubtful_pages = $doubtful", ("$by", versions), ("$doubtful", doubtfulPages)));

    /// <summary>The index has these, and its commit is on the disk. All of them or, if one cannot be, none.</summary>
    public void MarkSearchable(IEnumerable<DocumentId> ids) => Database.InTransaction(() =>
        ids.Count(id => Advance(id, DocumentState.Searchable, "index", versions: null, _ => null) && End(id, ArrivalOutcome.Done)));

    /// <summary>The document cannot go on.</summary>
    /// <param name="code">One of <see cref="ProblemCode"/>'s, or the like.</param>
    /// <param name="reason">Plain Swedish: what is wrong and what to do.</param>
    public void Quarantine(DocumentId id, string code, string reason) => Database.InTransaction(() =>
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        var entry = Known(id);
        if (entry.State is DocumentState.Searchable or DocumentState.Deleted)
            throw Illegal(entry, "put in quarantine");
        if (entry.State == DocumentState.Quarantined && entry.ProblemCode == code && entry.Reason == reason)
            return false;
        Update(id, "state = 'quarantined', problem_code = $code, reason = $reason", ("$code", code), ("$reason", reason));
        Note(id, "quarantine", outcome: code, detail: reason);
        return End(id, ArrivalOutcome.Quarantined);
    });

    /// <summary>
    /// Where deleted content is dropped again, it is a new drop even if nobody said that the old one was taken: better twice than lost.
    /// </summary>
    private Arrival? SameDrop(DocumentId id, string droppedPath, ArrivalOrigin origin) => Database.Query(
        $"""
        SELECT {ArrivalColumns} FROM arrivals a
        WHERE a.document = $id AND a.dropped_path = $path AND a.origin = $origin AND a.taken = 0 AND a.outcome <> 'deleted'
        """,
        LedgerRows.Arrival, ("$id", id.Hex), ("$path", droppedPath), ("$origin", Word(origin))).FirstOrDefault();

    private Arrival Enter(
        DocumentId id, string fileName, string droppedPath, long bytes, ArrivalOrigin origin, string? boardHint, string? who)
    {
        // The archive has just put the whole original in the place of the changed one.
        if (Find(id) is { State: DocumentState.Quarantined, ProblemCode: ProblemCode.ChecksumMismatch } healed)
            BeginAnew(healed, who);
        var known = Find(id);
        long? first = known is { State: not DocumentState.Deleted } ? known.Arrival : null;
        bool isReady = origin == ArrivalOrigin.Inbox && known is { State: DocumentState.Searchable or DocumentState.Quarantined };
        string now = Now();
        long seq = Database.Number(
            """
            INSERT INTO arrivals (document, file_name, dropped_path, outcome, duplicate_of, received_at, finished_at, origin, board_hint, ready)
            VALUES ($id, $name, $path, $outcome, $first, $now, $finished, $origin, $hint, $ready) RETURNING seq
            """,
            ("$id", id.Hex), ("$name", fileName), ("$path", droppedPath), ("$outcome", first is null ? "waiting" : "duplicate"),
            ("$first", first), ("$now", now), ("$finished", first is null ? null : now),
            ("$origin", Word(origin)), ("$hint", boardHint), ("$ready", isReady));
        if (first is null)
            Begin(id, fileName, bytes, seq, origin == ArrivalOrigin.Ingest ? 1 : 0, now);
        else if (origin != ArrivalOrigin.Ingest)
            // Somebody waits for it now, though it came as backfill.
            Database.Execute("UPDATE documents SET priority = 0 WHERE id = $id AND priority > 0", ("$id", id.Hex));
        Note(id, "receive", outcome: first is null ? "new" : "duplicate", who: who, detail: droppedPath);
        return Arrival(seq);
    }

    private void Begin(DocumentId id, string fileName, long bytes, long arrival, int priority, string now) => Database.Execute(
        """
        INSERT INTO documents (id, state, file_name, bytes, arrival, priority, received_at, updated_at)
        VALUES ($id, 'received', $name, $bytes, $seq, $priority, $now, $now)
        ON CONFLICT (id) DO UPDATE SET
            state = 'received', file_name = $name, arrival = $seq, priority = $priority, received_at = $now, updated_at = $now,
            problem_code = NULL, reason = NULL, read_by = NULL, understood_by = NULL, attempts = 0
        """,
        ("$id", id.Hex), ("$name", fileName), ("$bytes", bytes), ("$seq", arrival), ("$priority", priority), ("$now", now));

    /// <returns>Whether there is something to write: the step is new, or was done again by other versions.</returns>
    private bool Advance(DocumentId id, DocumentState to, string step, string? versions, Func<LedgerEntry, string?> versionsBefore)
    {
        var entry = Known(id);
        if (entry.State > DocumentState.Searchable || entry.State < to - 1)
            throw Illegal(entry, Word(to));
        if (entry.State >= to && versionsBefore(entry) == versions)
            return false;
        if (entry.State < to)
            Update(id, "state = $state, attempts = 0", ("$state", Word(to)));
        Note(id, step, versions: versions);
        return true;
    }

    /// <summary>There is something to answer now, to all who wait for it: those who dropped the file into the inbox.</summary>
    private bool End(DocumentId id, ArrivalOutcome outcome)
    {
        Database.Execute("UPDATE arrivals SET ready = 1 WHERE document = $id AND origin = 'inbox'", ("$id", id.Hex));
        return Finish(id, outcome);
    }

    private bool Finish(DocumentId id, ArrivalOutcome outcome) => Database.Execute(
        "UPDATE arrivals SET outcome = $outcome, finished_at = $now WHERE seq = (SELECT arrival FROM documents WHERE id = $id)",
        ("$outcome", Word(outcome)), ("$now", Now()), ("$id", id.Hex)) > 0;

    private bool Update(DocumentId id, string changes, params (string Name, object? Value)[] values) => Database.Execute(
        $"UPDATE documents SET {changes}, updated_at = $now WHERE id = $id", [.. values, ("$id", id.Hex), ("$now", Now())]) > 0;

    private void Note(
        DocumentId id, string step, string outcome = "done", string? versions = null, string? who = null, string? detail = null) =>
        Database.Execute(
            """
            INSERT INTO events (document, step, at, outcome, versions, who, detail)
            VALUES ($id, $step, $now, $outcome, $versions, $who, $detail)
            """,
            ("$id", id.Hex), ("$step", step), ("$now", Now()), ("$outcome", outcome),
            ("$versions", versions), ("$who", who), ("$detail", detail));

    private LedgerEntry Known(DocumentId id) =>
        Find(id) ?? throw new InvalidOperationException($"The ledger knows no document {id}.");

    private Arrival Arrival(long seq) =>
        Database.Query($"SELECT {ArrivalColumns} FROM arrivals a WHERE a.seq = $seq", LedgerRows.Arrival, ("$seq", seq)).SingleOrDefault()
        ?? throw new InvalidOperationException($"The ledger knows no arrival {seq}.");

    private static InvalidOperationException Illegal(LedgerEntry entry, string wish) =>
        new($"The document {entry.Id} ({entry.FileName}) is {Word(entry.State)}; it cannot be {wish}.");

    private string Now() => SqliteStatements.Written(time.GetUtcNow());
}
