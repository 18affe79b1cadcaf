using Microsoft.Data.Sqlite;
using Protokollsok.Documents;

namespace Protokollsok.Archive;

/// <summary>The ledger's rows as values, and values as the ledger writes them.</summary>
internal static class LedgerRows
{
    public const string EntryColumns =
        "id, state, file_name, bytes, media_type, page_count, problem_code, reason, read_by, understood_by, attempts, arrival, "
        + "received_at, updated_at";

    public const string ArrivalColumns =
        "a.seq, a.document, a.file_name, a.dropped_path, a.outcome, a.duplicate_of, a.received_at, a.finished_at, a.receipt_path, "
        + "a.origin, a.board_hint";

    public const string EventColumns = "seq, document, step, at, outcome, versions, who, detail";

    public static LedgerEntry Entry(SqliteDataReader row) => new(
        DocumentId.Parse(row.GetString(0)),
        Enum.Parse<DocumentState>(row.GetString(1), ignoreCase: true),
        row.GetString(2),
        row.GetInt64(3),
        Text(row, 4),
        row.IsDBNull(5) ? null : row.GetInt32(5),
        Text(row, 6),
        Text(row, 7),
        Text(row, 8),
        Text(row, 9),
        row.GetInt32(10),
        row.GetInt64(11),
        SqliteStatements.Moment(row.GetString(12)),
        SqliteStatements.Moment(row.GetString(13)));

    public static Arrival Arrival(SqliteDataReader row) => new(
        row.GetInt64(0),
        DocumentId.Parse(row.GetString(1)),
        row.GetString(2),
        row.GetString(3),
        Enum.Parse<ArrivalOutcome>(row.GetString(4), ignoreCase: true),
        row.IsDBNull(5) ? null : row.GetInt64(5),
        SqliteStatements.Moment(row.GetString(6)),
        row.IsDBNull(7) ? null : SqliteStatements.Moment(row.GetString(7)),
        Text(row, 8),
        Enum.Parse<ArrivalOrigin>(row.GetString(9), ignoreCase: true),
        Text(row, 10));

    public static LedgerEvent Event(SqliteDataReader row) => new(
        row.GetInt64(0),
        DocumentId.Parse(row.GetString(1)),
        row.GetString(2),
        SqliteStatements.Moment(row.GetString(3)),
        row.GetString(4),
        Text(row, 5),
        Text(row, 6),
        Text(row, 7));

    public static DocumentId Id(SqliteDataReader row) => DocumentId.Parse(row.GetString(0));

    /// <summary>The word for a state or an outcome: the member's name in lower case.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    public static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
