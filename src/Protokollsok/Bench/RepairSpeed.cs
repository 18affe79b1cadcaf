using System.Diagnostics;
using Protokollsok.Cli;
using Protokollsok.Language;
using Protokollsok.Language.Dictionaries;
using Protokollsok.Repair;

namespace Protokollsok.Bench;

/// <summary><c>bench repair --speed</c>: words a second on one core, of sound text, of the same without its å ä ö, and of what an engine without Swedish read.</summary>
internal sealed class RepairSpeed(SwedishModel model, ListedWords dictionary)
{
    /// <summary>The best of so many runs counts: whatever else the machine does only slows it down.</summary>
    private const int Runs = 7;

    /// <summary>Little text is taken again and again until a run has so many words.</summary>
    private const int LeastWords = 200_000;

    private sealed record Run(double Cpu, long Allocated);

    /// <param name="samples">What to measure on, see <see cref="RepairSample"/>.</param>
    public void Measure(List<RepairSample> samples)
    {
        Output.Results.WriteLine("text              words    again/s    first/s   lookup/s  lookups/word  B a word");
        Measure("clean", samples.ConvertAll(sample => sample.Printed));
        Measure("stripped", samples.ConvertAll(sample => (IReadOnlyList<string>)[.. sample.Printed.Select(WordAlternatives.Stripped)]));
        var read = samples.FindAll(sample => sample.Read is not null).ConvertAll(sample => sample.Read!);
        if (read.Count > 0) Measure("read by eng", read);
    }

    /// <summary>
    /// <i>Again</i>: by a repairer that has met the text's words, as one that has been at work for long has; <i>first</i>: by a new one. Beside them, in the same run, how
    /// fast the words are looked up in the lexicon and no more, and how many such lookups the repair of a word costs.
    /// </summary>
    private void Measure(string name, List<IReadOnlyList<string>> documents)
    {
        string[] words = [.. documents.SelectMany(pages => pages).SelectMany(page => page.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))];
        if (words.Length == 0) return;
        string[] bare = [.. words.Select(word => RepairScore.Core(word).ToLowerInvariant())];
        var times = Math.Max(1, LeastWords / words.Length);
        var known = NewRepairer();
        var (again, lookup, first) = (new List<Run>(), new List<Run>(), new List<Run>());
        for (var run = 0; run <= Runs; run++)
        {
            first.Add(Once(1, () => Repair(NewRepairer(), documents)));
            again.Add(Once(times, () => Repair(known, documents)));
            lookup.Add(Once(times, () => Find(bare)));
        }

        var (perSecond, lookups) = (words.Length * times / Best(again), words.Length * times / Best(lookup));
        Output.Results.WriteLine(FormattableString.Invariant(
            $"{name,-12} {words.Length,10} {perSecond,10:0} {words.Length / Best(first),10:0} {lookups,10:0} {lookups / perSecond,13:0.0} {(double)again[^1].Allocated / (words.Length * times),9:0}"));
    }

    private Repairer NewRepairer() => new(model, new RepairOptions(), LocalWords.None, dictionary);

    /// <summary>In seconds; of the first run the runtime still compiles.</summary>
    private static double Best(List<Run> runs) => runs.Skip(1).Min(run => run.Cpu);

    private static void Repair(Repairer repairer, List<IReadOnlyList<string>> documents)
    {
        foreach (var pages in documents) repairer.Repair(pages);
    }

    private void Find(string[] words)
    {
        foreach (var word in words) model.Find(word);
    }

    /// <summary>CPU time is the process's: what runs beside it on the machine counts little, the collector's work counts.</summary>
    private static Run Once(int times, Action work)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (cpu, allocated) = (process.TotalProcessorTime, GC.GetAllocatedBytesForCurrentThread());
        for (var i = 0; i < times; i++) work();
        process.Refresh();
        return new Run((process.TotalProcessorTime - cpu).TotalSeconds, GC.GetAllocatedBytesForCurrentThread() - allocated);
    }
}
