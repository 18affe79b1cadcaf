using Protokollsok.Documents;

namespace Protokollsok.Archive;

/// <content>What people look at who handed something in.</content>
public partial class LedgerReader
{
    /// <summary>The newest arrivals, the latest first; those whose document was deleted are left out.</summary>
    /// <param name="most">So many at most.</param>
    public IReadOnlyList<Arrival> LatestArrivals(int most) => Database.Query(
        $"SELECT {LedgerRows.ArrivalColumns} FROM arrivals a WHERE a.outcome <> 'deleted' ORDER BY a.seq DESC LIMIT $most",
        LedgerRows.Arrival, ("$most", most));

    /// <summary>How many pages of a document were read with low confidence.</summary>
    public int DoubtfulPagesOf(DocumentId id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return (int)Database.Number("SELECT coalesce(max(doubtful_pages), 0) FROM documents WHERE id = $id", ("$id", id.Hex));
    }
}
