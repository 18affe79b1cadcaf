using System.Diagnostics;
using System.Globalization;
using Protokollsok.Cli;

namespace Protokollsok.Bench;

/// <summary>
/// How long each of some questions takes, one after the other, after a round to warm up; and how much processor time it costs in the mean, which
/// does not depend on what else the machine does.
/// </summary>
internal static class SearchLatency
{
    public static string Header => Row("", ["hits", "p50 ms", "p99 ms", "longest", "cpu ms", "aim"]);

    /// <param name="ask">Answers one question with the number of hits.</param>
    public static async Task MeasureAsync(string name, string aim, IReadOnlyList<string> questions, Func<string, Task<long>> ask)
    {
        foreach (var question in questions) await ask(question);
        var times = new List<double>();
        long hits = 0;
        var before = ProcessTree.CpuSeconds();
        foreach (var question in questions)
        {
            var start = Stopwatch.GetTimestamp();
            hits += await ask(question);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        var processor = (ProcessTree.CpuSeconds() - before) * 1000 / questions.Count;
        times.Sort();
        var figures = new[] { times[times.Count / 2], times[times.Count * 99 / 100], times[^1], processor }.Select(time => time.ToString("F1", CultureInfo.InvariantCulture));
        Output.Results.WriteLine(Row(name, [(hits / questions.Count).ToString(CultureInfo.InvariantCulture), .. figures, aim]));
    }

    private static string Row(string name, IEnumerable<string> cells) => name.PadRight(24) + string.Concat(cells.Select(cell => cell.PadLeft(10)));
}
