using System.Globalization;
using Microsoft.Data.Sqlite;
using Protokollsok.Documents;
using static Protokollsok.Archive.LedgerRows;

namespace Protokollsok.Archive;

/// <content>Generations: what was made again, and how far that is.</content>
public partial class LedgerReader
{
    private const string RunColumns =
        "generation, state, source, selection, whole, lost_budget, who, versions, begun_at, switched_at, ended_at, detail, seen_event";

    /// <summary>All generations that were ever begun, the latest first.</summary>
    public IReadOnlyList<ReindexRun> Reindexes() => Database.Query($"SELECT {RunColumns} FROM reindexes ORDER BY generation DESC", Run);

    /// <summary>The generation that is being made, or whose switch is not noted everywhere; <see langword="null"/> if there is none.</summary>
    public ReindexRun? UnfinishedReindex() =>
        Database.Query($"SELECT {RunColumns} FROM reindexes WHERE state IN ('building', 'switched') ORDER BY generation LIMIT 1", Run).SingleOrDefault();

    /// <summary>Documents that are still to be made, in the order of their arrival.</summary>
    /// <param name="after">Only those that arrived after this one.</param>
    public IReadOnlyList<ReindexItem> ReindexWaiting(int generation, long after, int most) => Database.Query(
        """
        SELECT d.id, d.file_name, d.bytes, a.board_hint, i.arrival, d.read_by, d.understood_by, d.doubtful_pages
        FROM reindex_items i JOIN documents d ON d.id = i.document JOIN arrivals a ON a.seq = d.arrival
        WHERE i.generation = $generation AND i.state = 'waiting' AND i.arrival > $after AND d.state = 'searchable'
        ORDER BY i.arrival LIMIT $most
        """,
        Item, ("$generation", generation), ("$after", after), ("$most", most));

    /// <summary>One document as a generation would make it; <see langword="null"/> unless it is searchable.</summary>
    public ReindexItem? ReindexItemOf(DocumentId id) => Database.Query(
        """
        SELECT d.id, d.file_name, d.bytes, a.board_hint, d.arrival, d.read_by, d.understood_by, d.doubtful_pages
        FROM documents d JOIN arrivals a ON a.seq = d.arrival WHERE d.id = $id AND d.state = 'searchable'
        """,
        Item, ("$id", id.Hex)).SingleOrDefault();

    /// <summary>Whether a document is one of those that a generation makes again.</summary>
    public bool IsReindexed(int generation, DocumentId id) => Database.Number(
        "SELECT EXISTS (SELECT 1 FROM reindex_items WHERE generation = $generation AND document = $id)", ("$generation", generation), ("$id", id.Hex)) > 0;

    /// <summary>Documents of a generation that were made again, in the order of their arrival.</summary>
    public IReadOnlyList<DocumentId> ReindexedIds(int generation) => Database.Query(
        "SELECT document FROM reindex_items WHERE generation = $generation AND state IN ('done', 'told') ORDER BY arrival", Id, ("$generation", generation));

    public ReindexTotals ReindexTotals(int generation) => Database.Query(
        """
        SELECT count(*), count(*) FILTER (WHERE i.state = 'waiting'), count(*) FILTER (WHERE i.state = 'failed'), coalesce(sum(changed), 0),
            coalesce(sum(pages), 0), coalesce(sum(entries), 0), coalesce(sum(entries_before), 0), coalesce(sum(decisions_before), 0),
            coalesce(sum(decisions_lost), 0), coalesce(sum(decisions_gained), 0), coalesce(sum(values_before), 0),
            coalesce(sum(values_lost), 0), coalesce(sum(values_gained), 0)
        FROM reindex_items i JOIN documents d ON d.id = i.document WHERE generation = $generation AND d.state <> 'deleted'
        """,
        static row => new ReindexTotals(
            row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6),
            row.GetInt64(7), row.GetInt64(8), row.GetInt64(9), row.GetInt64(10), row.GetInt64(11), row.GetInt64(12)),
        ("$generation", generation)).Single();

    /// <summary>Documents that a generation could not make again, and why.</summary>
    /// <param name="most">So many at most.</param>
    public IReadOnlyList<(DocumentId Id, string Why)> ReindexFailures(int generation, int most) => Database.Query(
        "SELECT document, coalesce(detail, '') FROM reindex_items WHERE generation = $generation AND state = 'failed' ORDER BY arrival LIMIT $most",
        static row => (Id(row), row.GetString(1)), ("$generation", generation), ("$most", most));

    /// <summary>
    /// Documents that became searchable, were corrected or were deleted since an event: what an index that was not written meanwhile lacks.
    /// </summary>
    public IReadOnlyList<DocumentId> ChangedSince(long seenEvent) => Database.Query(
        "SELECT DISTINCT document FROM events WHERE seq > $seen AND step IN ('index', 'apply', 'delete') ORDER BY 1", Id, ("$seen", seenEvent));

    /// <summary>The number of the latest event.</summary>
    public long LastEvent() => Database.Number("SELECT coalesce(max(seq), 0) FROM events");

    private static ReindexItem Item(SqliteDataReader row) => new(
        Id(row), row.GetString(1), row.GetInt64(2), Text(row, 3), row.GetInt64(4), Text(row, 5), Text(row, 6), row.GetInt32(7));

    private static ReindexRun Run(SqliteDataReader row) => new(
        row.GetInt32(0),
        StateOf(row.GetString(1)),
        row.GetString(2),
        row.GetString(3),
        row.GetInt32(4) == 1,
        row.IsDBNull(5) ? null : row.GetDouble(5),
        row.GetString(6),
        row.GetString(7),
        Moment(row.GetString(8)),
        row.IsDBNull(9) ? null : Moment(row.GetString(9)),
        row.IsDBNull(10) ? null : Moment(row.GetString(10)),
        Text(row, 11),
        row.GetInt64(12));

    private static ReindexState StateOf(string word) => Enum.Parse<ReindexState>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
