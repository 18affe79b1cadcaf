using Microsoft.Data.Sqlite;
using Protokollsok.Documents;
using static Protokollsok.Archive.LedgerRows;

namespace Protokollsok.Archive;

/// <content>What people know better.</content>
public partial class LedgerReader
{
    /// <summary>The corrections of a document that hold, in the order in which they were made.</summary>
    public IReadOnlyList<StandingCorrection> CorrectionsOf(DocumentId id) => Database.Query(
        "SELECT seq, document, field, value, was, who, at, applied FROM corrections WHERE document = $id AND withdrawn = 0 ORDER BY seq", Correction, ("$id", id.Hex));

    /// <summary>The fields in which a document was corrected, or a correction taken back, since an event.</summary>
    public IReadOnlyList<string> FieldsCorrectedSince(DocumentId id, long seenEvent) => Database.Query(
        "SELECT DISTINCT outcome FROM events WHERE document = $id AND seq > $seen AND step = 'correct' ORDER BY 1",
        static row => row.GetString(0), ("$id", id.Hex), ("$seen", seenEvent));

    /// <summary>Searchable documents with corrections (or corrections taken back) that record and index do not have yet.</summary>
    public IReadOnlyList<DocumentId> Unapplied() => Database.Query(
        "SELECT DISTINCT c.document FROM corrections c JOIN documents d ON d.id = c.document WHERE c.applied = 0 AND d.state = 'searchable' ORDER BY 1", Id);

    /// <summary>One of them, by its number; <see langword="null"/> if there is none or it was taken back.</summary>
    public StandingCorrection? CorrectionOf(long seq) => Database.Query(
        "SELECT seq, document, field, value, was, who, at, applied FROM corrections WHERE seq = $seq AND withdrawn = 0", Correction, ("$seq", seq)).SingleOrDefault();

    /// <summary>All that hold in one field, of every document, in the order in which they were made.</summary>
    public IReadOnlyList<StandingCorrection> CorrectionsIn(string field) => Database.Query(
        "SELECT seq, document, field, value, was, who, at, applied FROM corrections WHERE field = $field AND withdrawn = 0 ORDER BY seq", Correction, ("$field", field));

    private static StandingCorrection Correction(SqliteDataReader row) => new(
        row.GetInt64(0), DocumentId.Parse(row.GetString(1)), row.GetString(2), row.GetString(3), Text(row, 4), row.GetString(5),
        Moment(row.GetString(6)), row.GetInt32(7) == 1);
}
