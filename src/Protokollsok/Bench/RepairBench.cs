using System.Diagnostics;
using System.Globalization;
using Protokollsok.Cli;
using Protokollsok.Configuration;
using Protokollsok.Language;
using Protokollsok.Language.Dictionaries;
using Protokollsok.Processing;
using Protokollsok.Repair;

namespace Protokollsok.Bench;

/// <summary>
/// <c>bench repair</c>: sound text, the same without its å ä ö, and pages as an engine without Swedish read them; repaired, and compared word by word with what was
/// printed; and the same among those words that differ from print, if at all, in what lost marks explain. Beside it, on the same text in the same run, what one could take instead.
/// </summary>
internal sealed class RepairBench(SwedishModel model, ListedWords dictionary, RepairBenchOptions options)
{
    private const string Heading = "text               words   raw %  applied     all   marks:raw  applied     all  CER %  CER all  changes  wrong/1000  harmed  numbers  unsettled   words/s  commonest  hunspell";

    private static readonly double[] s_steps = [0.5, 0.7, 0.9, 0.95, 0.97, 0.99, 0.995, 0.998, 1.01];

    public static int Run(RepairBenchOptions options)
    {
        var samples = options.Folder is null ? RepairSample.BuiltIn(options.Testdata) : RepairSample.InFolder(options.Folder);
        if (samples.Count == 0) throw new WrongUseException($"{options.Folder ?? options.Testdata} holds no pages of text.");
        if (options.Choices is { } choices) File.WriteAllText(choices, "");
        using var model = options.ModelFile is null ? SwedishModel.OpenDefault() : SwedishModel.Open(options.ModelFile);
        var dictionary = Dictionaries.Open(Named(options.Dictionary)).Words;
        if (options.IsSpeed) new RepairSpeed(model, dictionary).Measure(samples);
        else new RepairBench(model, dictionary, options).Measure(samples);
        return ExitCode.Done;
    }

    private static Settings Named(string dictionary)
    {
        var here = Dictionaries.Named(new Settings());
        try
        {
            return dictionary.Length == 0 ? here : here with { Dictionary = SettingText.Dictionary(dictionary) };
        }
        catch (FormatException e)
        {
            throw new WrongUseException($"--dictionary {dictionary}: {e.Message}.");
        }
    }

    private void Measure(List<RepairSample> samples)
    {
        Output.Results.WriteLine(Heading);
        var local = Local();
        Measure("clean", samples.ConvertAll(sample => (sample.Printed, sample.Printed)), LocalWords.None);
        var stripped = samples.ConvertAll(sample => ((IReadOnlyList<string>)[.. sample.Printed.Select(WordAlternatives.Stripped)], sample.Printed));
        Measure("stripped", stripped, LocalWords.None);
        if (local is not null) Measure("  place learnt", stripped, local);
        var read = samples.FindAll(sample => sample.Read is not null).ConvertAll(sample => (sample.Read!, sample.Printed));
        if (read.Count == 0) return;
        Measure("read by eng", read, LocalWords.None);
        if (local is not null) Measure("  place learnt", read, local);
    }

    private LocalWords? Local()
    {
        if (options.Learnt is not { } folder) return null;
        var (learnt, alikes) = (new LearntWords(), new LookAlikes(model));
        foreach (var (number, sample) in RepairSample.InFolder(folder).Index()) learnt.Learn(number.ToString(CultureInfo.InvariantCulture), sample.Printed, alikes);
        return LocalWords.Of(learnt, []);
    }

    private void Measure(string name, List<(IReadOnlyList<string> Read, IReadOnlyList<string> Printed)> documents, LocalWords local)
    {
        var bold = options.Choices is null ? new RepairOptions() : new RepairOptions { SuggestFrom = 0 };
        _ = new Repairer(model, bold, local, dictionary).Repair(documents[0].Read); // the runtime compiles as it goes
        var repairer = new Repairer(model, bold, local, dictionary);
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
        if (options.Misses > 0) Show(score);
        if (options.Choices is { } choices) File.AppendAllLines(choices, score.Choices);
    }

    private string Row(string name, RepairScore score, List<(IReadOnlyList<string> Read, IReadOnlyList<string> Printed)> documents, double seconds)
    {
        var (commonest, hunspell) = options.IsAlone ? (double.NaN, double.NaN) : new WordAlternatives(model, documents).Right();
        var applied = score.Changes.Count(change => change.What.EndsWith("APPLIED", StringComparison.Ordinal));
        var wrong = score.Changes.Count(change => change.What.EndsWith("APPLIED", StringComparison.Ordinal) && !change.IsRight);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-14} {score.Words,9} {Percent(score.Raw),7} {Percent(score.Applied),8} {Percent(score.All),7}   {OfLost(score.LostMarks.Raw),9} {OfLost(score.LostMarks.Applied),8} {OfLost(score.LostMarks.All),7} {100.0 * score.Errors / score.Letters,6:0.00} {100.0 * score.ErrorsOfAll / score.Letters,8:0.00} {applied,8} {1000.0 * wrong / Math.Max(1, applied),11:0.0} {score.Harmed,7} {score.Numbers,8} {score.Unsettled,10} {score.Words / seconds,9:0} {100 * commonest,10:0.00} {100 * hunspell,9:0.00}");

        string OfLost(int right) => (100.0 * right / Math.Max(1, score.LostMarks.Words)).ToString("0.00", CultureInfo.InvariantCulture);
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

        foreach (var change in score.Changes.Where(change => !change.IsRight).OrderByDescending(change => change.Confidence).Take(options.Misses)) Output.Results.WriteLine($"  wrong: {change.What}");
        foreach (var (word, times) in score.Misses.OrderByDescending(miss => miss.Value).Take(options.Misses)) Output.Results.WriteLine($"  not as printed: {word} × {times}");
    }
}
