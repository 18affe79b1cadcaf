using static Protokollsok.Archive.LedgerRows;

namespace Protokollsok.Archive;

/// <content>How fast it goes, and where the time is spent.</content>
public partial class LedgerReader
{
    /// <summary>So many of the newest events are looked at for where the time is spent; a status page is to answer at once.</summary>
    private const int NewestEvents = 20_000;

    private const string Timed = """
        WITH timed AS (
            SELECT document, step, at, (julianday(at) - julianday(lag(at) OVER (PARTITION BY document ORDER BY seq))) * 86400 AS seconds
            FROM events
            WHERE seq > (SELECT coalesce(max(seq), 0) FROM events) - $newest AND step IN ('begin', 'read', 'understand', 'index'))
        """;

    /// <summary>What came to its end since a moment.</summary>
    public LedgerRate RateSince(DateTimeOffset since) => Database.Query(
        """
        SELECT count(*), coalesce(sum(d.page_count), 0) FROM arrivals a JOIN documents d ON d.id = a.document
        WHERE a.finished_at >= $since AND a.outcome IN ('done', 'quarantined')
        """,
        static row => new LedgerRate(row.GetInt64(0), row.GetInt64(1)), ("$since", SqliteStatements.Written(since))).Single();

    /// <summary>How long the steps took lately, the longest first.</summary>
    public IReadOnlyList<StepTime> StepTimes() => Database.Query(
        $"{Timed} SELECT step, count(*), avg(seconds), max(seconds) FROM timed WHERE step <> 'begin' AND seconds IS NOT NULL GROUP BY step ORDER BY 3 DESC",
        static row => new StepTime(row.GetString(0), row.GetInt64(1), row.GetDouble(2), row.GetDouble(3)), ("$newest", NewestEvents));

    /// <summary>The documents whose work took longest lately.</summary>
    /// <param name="most">So many at most.</param>
    public IReadOnlyList<SlowDocument> SlowestDocuments(int most) => Database.Query(
        $"""
        {Timed}
        SELECT d.id, d.file_name, d.page_count, sum(t.seconds) AS took FROM timed t JOIN documents d ON d.id = t.document
        WHERE t.step <> 'begin' AND t.seconds IS NOT NULL AND d.state <> 'deleted' GROUP BY d.id ORDER BY took DESC LIMIT $most
        """,
        static row => new SlowDocument(Id(row), row.GetString(1), row.IsDBNull(2) ? null : row.GetInt32(2), row.GetDouble(3)),
        ("$newest", NewestEvents), ("$most", most));
}
