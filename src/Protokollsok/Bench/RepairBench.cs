using System.Diagnostics;
using System.Globalization;
using Protokollsok.Cli;
using Protokollsok.Language;
using Protokollsok.Repair;

namespace Protokollsok.Bench;

/// <summary>
/// <c>bench repair</c>: sound text, the same without its å ä ö, and pages as an engine without Swedish read them; repaired, and compared word by word with what was
/// printed. Beside it, on the same text in the same run, what one could take instead.
/// </summary>
/// <param name="misses">How many wrong words and changes of each row are shown.</param>
/// <param name="isAlone">Whether the others, of which hunspell is slow, are left out.</param>
internal sealed class RepairBench(SwedishModel model, int misses, bool isAlone)
{
    private const string Heading = "text              words   raw %  applied     all  CER %  CER all  changes  wrong/1000  harmed  numbers  unsettled   words/s  commonest  hunspell";

    private static readonly double[] s_steps = [0.5, 0.7, 0.9, 0.95, 0.97, 0.99, 0.995, 0.998, 1.01];

    /// <param name="folder">Documents of one's own, see <see cref="RepairSample"/>; <see langword="null"/>: the project's.</param>
    /// <param name="modelFile">The model of Swedish to measure with; <see langword="null"/>: the program's. For text held out, one that was built without it.</param>
    /// <param name="isSpeed">Whether to tell how fast instead of how well.</param>
    public static int Run(string testdata, string? folder, string? modelFile, int misses, bool isAlone, bool isSpeed)
    {
        var samples = folder is null ? RepairSample.BuiltIn(testdata) : RepairSample.InFolder(folder);
        if (samples.Count == 0) throw new WrongUseException($"{folder ?? testdata} holds no pages of text.");
        using var model = modelFile is null ? SwedishModel.OpenDefault() : SwedishModel.Open(modelFile);
        if (isSpeed) RepairSpeed.Measure(model, samples);
        else new RepairBench(model, misses, isAlone).Measure(samples);
        return ExitCode.Done;
    }

    private void Measure(List<RepairSample> samples)
    {
        Output.Results.WriteLine(Heading);
        Measure("clean", samples.ConvertAll(sample => (sample.Printed, sample.Printed)));
        Measure("stripped", samples.ConvertAll(sample => ((IReadOnlyList<string>)[.. sample.Printed.Select(WordAlternatives.Stripped)], sample.Printed)));
        var read = samples.FindAll(sample => sample.Read is not null).ConvertAll(sample => (sample.Read!, sample.Printed));
        if (read.Count > 0) Measure("read by eng", read);
    }

    private void Measure(string name, List<(IReadOnlyList<string> Read, IReadOnlyList<string> Printed)> documents)
    {
        _ = new Repairer(model, new RepairOptions()).Repair(documents[0].Read); // the runtime compiles as it goes
        var repairer = new Repairer(model, new RepairOptions());
        var began = Process.GetCurrentProcess().TotalProcessorTime;
        var repaired = documents.ConvertAll(document => repairer.Repair(document.Read));
        var seconds = (Process.GetCurrentProcess().TotalProcessorTime - began).TotalSeconds;
        var score = new RepairScore();
        foreach (var (document, pages) in documents.Zip(repaired))
        {
            score.Unsettled += repairer.Repair([.. pages.Select(page => page.Text)]).Zip(pages).Count(pair => pair.First.Text != pair.Second.Text);
            for (var page = 0; page < Math.Min(pages.Count, document.Printed.Count); page++) score.Add(document.Read[page], document.Printed[page], pages[page]);
        }

        Output.Results.WriteLine(Row(name, score, documents, seconds));
        if (misses > 0) Show(score);
    }

    private string Row(string name, RepairScore score, List<(IReadOnlyList<string> Read, IReadOnlyList<string> Printed)> documents, double seconds)
    {
        var (commonest, hunspell) = isAlone ? (double.NaN, double.NaN) : new WordAlternatives(model, documents).Right();
        var applied = score.Changes.Count(change => change.What.EndsWith("APPLIED", StringComparison.Ordinal));
        var wrong = score.Changes.Count(change => change.What.EndsWith("APPLIED", StringComparison.Ordinal) && !change.IsRight);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-12} {score.Words,10} {Percent(score.Raw),7} {Percent(score.Applied),8} {Percent(score.All),7} {100.0 * score.Errors / score.Letters,6:0.00} {100.0 * score.ErrorsOfAll / score.Letters,8:0.00} {applied,8} {1000.0 * wrong / Math.Max(1, applied),11:0.0} {score.Harmed,7} {score.Numbers,8} {score.Unsettled,10} {score.Words / seconds,9:0} {100 * commonest,10:0.00} {100 * hunspell,9:0.00}");

        string Percent(int right) => (100.0 * right / Math.Max(1, score.Words)).ToString("0.00", CultureInfo.InvariantCulture);
    }

    /// <summary>Whether what is told as .99 is right in 99 of 100; the wrong changes; the commonest words that are not as printed.</summary>
    private void Show(RepairScore score)
    {
        foreach (var (from, to) in s_steps.Zip(s_steps.Skip(1)))
        {
            var told = score.Changes.Where(change => change.Confidence >= from && change.Confidence < to).ToList();
            if (told.Count > 0)
                Output.Results.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  told {from:0.000}: {told.Count,6} changes, told {told.Average(change => change.Confidence):0.0000}, right {told.Average(change => change.IsRight ? 1 : 0):0.0000}"));
        }

        foreach (var change in score.Changes.Where(change => !change.IsRight).OrderByDescending(change => change.Confidence).Take(misses)) Output.Results.WriteLine($"  wrong: {change.What}");
        foreach (var (word, times) in score.Misses.OrderByDescending(miss => miss.Value).Take(misses)) Output.Results.WriteLine($"  not as printed: {word} × {times}");
    }
}
