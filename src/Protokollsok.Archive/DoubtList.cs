using System.Globalization;
using Microsoft.Data.Sqlite;
using Protokollsok.Documents;

namespace Protokollsok.Archive;

/// <summary>
/// What people should look at, in the order in which they are shown it, so that the next one is found and all are counted without a look
/// into the records. A file of its own beside the ledger, <c>doubts.db</c>, made from the records and disposable as the index is; it
/// holds places and no text. Thread-safe.
/// </summary>
public sealed class DoubtList : IDisposable
{
    /// <summary>What kind <see cref="Doubt.Kind"/> calls a word; all others are values.</summary>
    public const string Word = "word";

    private const string Schema =
        """
        CREATE TABLE doubts (
            place INTEGER NOT NULL, page INTEGER NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL,
            document TEXT NOT NULL, type TEXT NOT NULL, word INTEGER NOT NULL,
            PRIMARY KEY (place, page, at, kind)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX doubts_of_kind ON doubts (word, place, page, at, kind);
        CREATE INDEX doubts_of_type ON doubts (type, place, page, at, kind);
        CREATE INDEX doubts_of_both ON doubts (type, word, place, page, at, kind);
        CREATE TABLE documents (document TEXT PRIMARY KEY, place INTEGER NOT NULL, changed TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE tallies (type TEXT NOT NULL, word INTEGER NOT NULL, doubts INTEGER NOT NULL, PRIMARY KEY (type, word)) STRICT, WITHOUT ROWID;
        CREATE TABLE seen (since TEXT NOT NULL, after TEXT NOT NULL) STRICT;
        CREATE TRIGGER doubts_counted_in AFTER INSERT ON doubts BEGIN
            INSERT INTO tallies VALUES (NEW.type, NEW.word, 1) ON CONFLICT (type, word) DO UPDATE SET doubts = doubts + 1;
        END;
        CREATE TRIGGER doubts_counted_out AFTER DELETE ON doubts BEGIN
            UPDATE tallies SET doubts = doubts - 1 WHERE type = OLD.type AND word = OLD.word;
        END;
        """;

    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;

    private DoubtList(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens the list of a home, or makes an empty one: also where another version, or another rule of what is doubtful, made it.</summary>
    /// <param name="rules">The number of the rules that say what is doubtful.</param>
    public static DoubtList Open(string home, int rules)
    {
        string path = Path.Combine(home, "doubts.db");
        var list = new DoubtList(OpenFile(path));
        try
        {
            if (list.Number("PRAGMA user_version") == rules)
                return list;
        }
        catch (SqliteException)
        {
            // A disk has damaged it.
        }

        list.Dispose();
        foreach (string ending in (string[])["", "-wal", "-shm"])
            File.Delete(path + ending);
        list = new DoubtList(OpenFile(path));
        list.Execute(Schema + string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {rules}"));
        return list;
    }

    /// <summary>Up to where the ledger's changes are in it, as <see cref="LedgerReader.ChangedSince(DateTimeOffset, DocumentId?, bool, int)"/> asks.</summary>
    public (DateTimeOffset Since, DocumentId? After) Seen
    {
        get => Query("SELECT since, after FROM seen", static row => (SqliteStatements.Moment(row.GetString(0)), (DocumentId?)DocumentId.Parse(row.GetString(1))))
            .DefaultIfEmpty((DateTimeOffset.UnixEpoch, null)).First();
        set => Together(() =>
        {
            Execute("DELETE FROM seen");
            Execute("INSERT INTO seen VALUES ($since, $after)", ("$since", SqliteStatements.Written(value.Since)), ("$after", value.After!.Hex));
        });
    }

    /// <summary>All or nothing.</summary>
    public void Together(Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        lock (_gate)
        {
            Execute("SAVEPOINT together");
            try
            {
                work();
                Execute("RELEASE together");
            }
            catch
            {
                Execute("ROLLBACK TO together; RELEASE together");
                throw;
            }
        }
    }

    /// <summary>A document has these doubts and no others.</summary>
    /// <param name="changed">When the ledger says that it changed last.</param>
    public void Put(DocumentId id, long arrival, DateTimeOffset changed, IReadOnlyCollection<Doubt> doubts) => Together(() =>
    {
        ArgumentNullException.ThrowIfNull(id);
        Execute("DELETE FROM doubts WHERE place = (SELECT place FROM documents WHERE document = $id)", ("$id", id.Hex));
        if (doubts.Count == 0)
            Execute("DELETE FROM documents WHERE document = $id", ("$id", id.Hex));
        else
            Execute("INSERT OR REPLACE INTO documents VALUES ($id, $place, $changed)", ("$id", id.Hex), ("$place", -arrival), ("$changed", SqliteStatements.Written(changed)));
        foreach (var doubt in doubts)
        {
            Execute(
                "INSERT OR IGNORE INTO doubts VALUES ($place, $page, $at, $kind, $id, $type, $word)",
                ("$place", -arrival), ("$page", doubt.Page), ("$at", doubt.At), ("$kind", doubt.Kind), ("$id", id.Hex), ("$type", doubt.Type),
                ("$word", doubt.Kind == Word ? 1 : 0));
        }
    });

    /// <summary>The document as it was when it was put here; <see langword="null"/> if it has no doubts.</summary>
    public DateTimeOffset? ChangedAt(DocumentId id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Query("SELECT changed FROM documents WHERE document = $id", static row => (DateTimeOffset?)SqliteStatements.Moment(row.GetString(0)), ("$id", id.Hex)).FirstOrDefault();
    }

    /// <summary>The first doubts after a place in the order: documents that came last, then as one reads.</summary>
    /// <param name="after"><see langword="null"/>: from the beginning.</param>
    /// <param name="withIt">Whether the one at that place counts, too.</param>
    public IReadOnlyList<Doubt> After(DoubtFilter filter, Doubt? after, bool withIt, int most)
    {
        ArgumentNullException.ThrowIfNull(filter);
        string from = after is null ? "1" : $"(place, page, at, kind) {(withIt ? ">=" : ">")} ($place, $page, $at, $kind)";
        return Query(
            $"SELECT document, place, type, kind, page, at FROM doubts WHERE {Where(filter)} AND {from} ORDER BY place, page, at, kind LIMIT $most",
            static row => new Doubt(DocumentId.Parse(row.GetString(0)), -row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetInt32(4), row.GetInt32(5)),
            [.. Values(filter), ("$most", most), ("$place", -after?.Arrival ?? 0), ("$page", after?.Page ?? 0), ("$at", after?.At ?? 0), ("$kind", after?.Kind ?? "")]);
    }

    /// <summary>How many there are. Costs the same however many, but for one document's.</summary>
    public long Count(DoubtFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return filter.Document is null
            ? Number($"SELECT coalesce(sum(doubts), 0) FROM tallies WHERE {Where(filter)}", Values(filter))
            : Number($"SELECT count(*) FROM doubts WHERE {Where(filter)}", Values(filter));
    }

    /// <summary>How many there are in documents of each type; types without any are left out.</summary>
    public IReadOnlyList<(string Type, long Count)> ByType() =>
        Query("SELECT type, sum(doubts) FROM tallies GROUP BY type HAVING sum(doubts) > 0 ORDER BY 2 DESC, 1", static row => (row.GetString(0), row.GetInt64(1)));

    public void Dispose() => _connection.Dispose();

    private static string Where(DoubtFilter filter)
    {
        List<string> all = [];
        if (filter.Document is not null)
            all.Add("place = (SELECT place FROM documents WHERE document = $id)");
        if (filter.Type is not null)
            all.Add("type = $type");
        if (filter.Words is not null)
            all.Add("word = $word");
        return all.Count == 0 ? "1" : string.Join(" AND ", all);
    }

    private static (string, object?)[] Values(DoubtFilter filter) =>
        [("$id", filter.Document?.Hex), ("$type", filter.Type), ("$word", filter.Words is true ? 1 : 0)];

    /// <summary>Losing the last second of it costs nothing: the ledger's changes are followed again.</summary>
    private static SqliteConnection OpenFile(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        connection.Open();
        try
        {
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
        }
        catch (SqliteException)
        {
            // No database: it is made anew.
        }

        return connection;
    }

    private long Number(string sql, params (string Name, object? Value)[] values) => Query(sql, static row => row.GetInt64(0), values)[0];

    private void Execute(string sql, params (string Name, object? Value)[] values)
    {
        lock (_gate)
        {
            _connection.Execute(sql, values);
        }
    }

    private List<T> Query<T>(string sql, Func<SqliteDataReader, T> row, params (string Name, object? Value)[] values)
    {
        lock (_gate)
        {
            return _connection.Query(sql, row, values);
        }
    }
}
