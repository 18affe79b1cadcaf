using Protokollsok.Documents;
using static Protokollsok.Archive.LedgerRows;

namespace Protokollsok.Archive;

/// <content>What changed, for those who keep a copy.</content>
public partial class LedgerReader
{
    /// <summary>
    /// Documents in the order of their last change. Who asks again with the time of the last one misses nothing: what changes while the
    /// list is walked comes once more at its end.
    /// </summary>
    /// <param name="since">The earliest change, itself included, to the millisecond.</param>
    /// <param name="after">Where several changed at that moment: only those after this one.</param>
    /// <param name="withDeleted">Whether what was deleted is told, too.</param>
    /// <param name="most">So many at most.</param>
    public IReadOnlyList<LedgerEntry> ChangedSince(DateTimeOffset since, DocumentId? after, bool withDeleted, int most) => Database.Query(
        $"""
        SELECT {EntryColumns} FROM documents
        WHERE (updated_at, id) > ($since, $after) AND ($deleted OR state <> 'deleted')
        ORDER BY updated_at, id LIMIT $most
        """,
        Entry, ("$since", SqliteStatements.Written(since)), ("$after", after?.Hex ?? ""), ("$deleted", withDeleted), ("$most", most));
}
