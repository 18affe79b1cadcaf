using System.Globalization;

namespace Protokollsok.Rehearsal;

/// <summary>All runs with a kill, as one table.</summary>
/// <param name="documents">How many there are in a run.</param>
internal sealed class KillTally(int documents)
{
    private readonly Lock _gate = new();
    private readonly List<KillRun> _runs = [];

    public int Runs
    {
        get
        {
            lock (_gate) return _runs.Count;
        }
    }

    public int Failed => _runs.Count(run => run.Faults.Count > 0);

    public void Add(KillRun run)
    {
        lock (_gate) _runs.Add(run);
    }

    public void Write(TextWriter output)
    {
        output.WriteLine("way       runs  killed again  none arrived  some  all  with faults");
        foreach (var way in _runs.GroupBy(run => run.Watched).OrderBy(way => way.Key)) output.WriteLine(Row(way.Key ? "watched" : "ingest", [.. way]));
        output.WriteLine(Row("all", _runs));
        foreach (var run in _runs.Where(run => run.Faults.Count > 0).OrderBy(run => run.Number)) output.WriteLine(run.Line(run.Number, _runs.Count));
    }

    private string Row(string way, List<KillRun> runs)
    {
        var again = runs.Count(run => run.Moments.Contains("then", StringComparison.Ordinal));
        var (none, all) = (runs.Count(run => run.ArrivedBefore == 0), runs.Count(run => run.ArrivedBefore >= documents));
        return string.Create(CultureInfo.InvariantCulture, $"{way,-8}{runs.Count,6}{again,14}{none,14}{runs.Count - none - all,6}{all,5}{runs.Count(run => run.Faults.Count > 0),13}");
    }
}
