using System.Globalization;
using Protokollsok.Processing;
using Protokollsok.Search;
using Protokollsok.Web;

namespace Protokollsok.Bench;

/// <summary>Somebody who searches the generated minutes, with a moment's thought between two searches.</summary>
internal sealed class BulkSearches(Workshop workshop)
{
    private static readonly string[] Queries =
        ["belysning", "\"ny lekplats\"", "gångväg Råsjötorget", "budget", "simhall OR bibliotek", "räddnings*", "kronor förvaltningen -lekplats", "board:miljönämnden detaljplan", "elevhälsa Ängsvägen", "upphandling"];

    private readonly SearchService _search = new(() => workshop.Index, workshop.Ledger, workshop.Load);
    private int _number;

    public async Task<Latencies> RunAsync(int searches, TimeSpan thought, CancellationToken cancel)
    {
        var times = new Latencies();
        for (var left = searches; left > 0; left--) await OneAsync(times, thought, cancel);
        return times;
    }

    public Task<Latencies> RunUntilAsync(TimeSpan thought, CancellationToken end) => Task.Run(async () =>
    {
        var times = new Latencies();
        while (!end.IsCancellationRequested) await OneAsync(times, thought, CancellationToken.None);
        return times;
    }, CancellationToken.None);

    private async Task OneAsync(Latencies times, TimeSpan thought, CancellationToken cancel)
    {
        var number = _number++;
        var query = number % 7 == 0 ? string.Create(CultureInfo.InvariantCulture, $"dnr:TN {1975 + (number % 48)}-{number % 900}") : Queries[number % Queries.Length];
        var since = TimeProvider.System.GetTimestamp();
        try
        {
            await _search.SearchAsync(new SearchParameters { Q = query }, cancel);
            times.Add(TimeProvider.System.GetElapsedTime(since));
        }
        catch (SearchUnavailableException)
        {
            times.Fail();
        }

        if (thought > TimeSpan.Zero) await Task.Delay(thought, TimeProvider.System, cancel);
    }
}
