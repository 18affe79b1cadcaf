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
    /// <summary>All changes of the damaged rows, with nothing learnt.</summary>
    private readonly List<JudgedChange> _told = [];

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
        Output.Results.WriteLine(RepairRow.Heading);
        var (learnt, names) = (Learnt(), LocalWords.Of(null, PlaceNames.In(samples, model)));
        Measure("clean", samples.ConvertAll(sample => (sample.Printed, sample.Printed)), LocalWords.None);
        MeasureDamaged("stripped", samples.ConvertAll(sample => ((IReadOnlyList<string>)[.. sample.Printed.Select(WordAlternatives.Stripped)], sample.Printed)), learnt, names);
        var read = samples.FindAll(sample => sample.Read is not null).ConvertAll(sample => (sample.Read!, sample.Printed));
        if (read.Count > 0) MeasureDamaged("read by eng", read, learnt, names);
        new ReliabilityTable(_told).Print();
    }

    private void MeasureDamaged(string name, List<(IReadOnlyList<string> Read, IReadOnlyList<string> Printed)> documents, LocalWords? learnt, LocalWords names)
    {
        _told.AddRange(Measure(name, documents, LocalWords.None).Changes);
        if (learnt is not null) Measure("  place learnt", documents, learnt);
        Measure("  names listed", documents, names);
    }

    private LocalWords? Learnt()
    {
        if (options.Learnt is not { } folder) return null;
        var (learnt, alikes) = (new LearntWords(), new LookAlikes(model));
        foreach (var (number, sample) in RepairSample.InFolder(folder).Index()) learnt.Learn(number.ToString(CultureInfo.InvariantCulture), sample.Printed, alikes);
        return LocalWords.Of(learnt, []);
    }

    private RepairScore Measure(string name, List<(IReadOnlyList<string> Read, IReadOnlyList<string> Printed)> documents, LocalWords local)
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
            score.NextDocument();
            score.Unsettled += repairer.Repair([.. pages.Select(page => page.Text)]).Zip(pages).Count(pair => pair.First.Text != pair.Second.Text);
            for (var page = 0; page < Math.Min(pages.Count, document.Printed.Count); page++) score.Add(document.Read[page], document.Printed[page], pages[page]);
        }

        AuthorsErrors.Mark(score.Changes, model);
        var others = options.IsAlone || local != LocalWords.None ? (double.NaN, double.NaN) : new WordAlternatives(model, documents).Right();
        Output.Results.WriteLine(RepairRow.Of(name, score, seconds, others));
        if (options.Misses > 0) Show(score);
        if (options.Choices is { } choices && local == LocalWords.None) File.AppendAllLines(choices, Choices(name, score));
        return score;
    }

    /// <summary>For each change: whether it is right, its kind, and what its confidence was weighed from; what nobody can judge is left out.</summary>
    private static IEnumerable<string> Choices(string name, RepairScore score) => score.Changes
        .Where(change => change is { Printed: not null, IsAuthors: false, Kind: not null })
        .Select(change => string.Create(
            CultureInfo.InvariantCulture,
            $"{(change.IsRight ? 1 : 0)} {string.Join(' ', change.Evidence.Select(number => number.ToString("G6", CultureInfo.InvariantCulture)))} # {name.Replace(' ', '-')}-{change.Document}"));

    /// <summary>The wrong changes; the commonest words that are not as printed.</summary>
    private void Show(RepairScore score)
    {
        foreach (var change in score.Changes.Where(change => !change.IsRight).OrderByDescending(change => change.Confidence).Take(options.Misses)) Output.Results.WriteLine($"  wrong{(change.IsAuthors ? " (the author's?)" : "")}: {change.Told}");
        foreach (var (word, times) in score.Misses.OrderByDescending(miss => miss.Value).Take(options.Misses)) Output.Results.WriteLine($"  not as printed: {word} × {times}");
    }
}
