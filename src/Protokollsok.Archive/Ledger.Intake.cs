namespace Protokollsok.Archive;

/// <content>Intakes of days, which go on where they were cut short.</content>
public sealed partial class Ledger
{
    /// <summary>Begins to take files and folders in, or goes on with the same ones if that was cut short.</summary>
    /// <param name="what">Which files and folders: the same text, the same intake.</param>
    public IntakeRun BeginIntake(string what) => Database.InTransaction(() =>
    {
        var open = Database.Query("SELECT seq, after FROM ingests WHERE what = $what AND ended_at IS NULL ORDER BY seq DESC LIMIT 1",
            static row => new IntakeRun(row.GetInt64(0), row.GetInt64(1), IsResumed: true), ("$what", what));
        if (open is [var resumed])
            return resumed;
        long after = Database.Number("SELECT coalesce(max(seq), 0) FROM arrivals");
        long seq = Database.Number("INSERT INTO ingests (what, begun_at, after) VALUES ($what, $now, $after) RETURNING seq", ("$what", what), ("$now", Now()), ("$after", after));
        return new IntakeRun(seq, after, IsResumed: false);
    });

    /// <summary>All of it was taken.</summary>
    public void EndIntake(IntakeRun run) => Database.InTransaction(() =>
        Database.Execute("UPDATE ingests SET ended_at = $now WHERE seq = $seq", ("$now", Now()), ("$seq", run.Seq)));

    /// <summary>What an intake has taken from a path last; <see langword="null"/> if nothing.</summary>
    /// <param name="path">As the file system spells it.</param>
    public Arrival? TakenBy(IntakeRun run, string path) => Database.Query(
        $"SELECT {LedgerRows.ArrivalColumns} FROM arrivals a WHERE a.dropped_path = $path AND a.origin = 'ingest' AND a.seq > $after ORDER BY a.seq DESC LIMIT 1",
        LedgerRows.Arrival, ("$path", path), ("$after", run.After)).FirstOrDefault();

    /// <summary>Several changes as one: all of them or none, and one flush of the disk. Everybody else waits meanwhile, so they are to be quick.</summary>
    public void Together(Action changes) => Database.InTransaction(() =>
    {
        changes();
        return 0;
    });
}
