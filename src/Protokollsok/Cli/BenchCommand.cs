using System.CommandLine;
using Protokollsok.Bench;

namespace Protokollsok.Cli;

/// <summary><c>bench NAME</c>: the measurements in docs/quality.md.</summary>
internal static class BenchCommand
{
    public static Command Create() => new("bench", "the measurements in docs/quality.md")
    {
        Accuracy(), Extraction(), Repair(), Bulk(), Page(),
        ReadingCommand.Create(), ReadingCommand.CreateFuzz(), ReadingCommand.CreateLayers(), SearchBenchCommand.Create(), KnownItemCommand.Create(),
    };

    private static Command Accuracy()
    {
        var (folder, misses) = (Folder(), Misses());
        var command = new Command("accuracy", "what is read and found in scans, against what a person says stands in them") { folder, misses };
        command.SetAction((parsed, cancel) => AccuracyBench.RunAsync(parsed.GetValue(folder)!, parsed.GetValue(misses), cancel));
        return command;
    }

    private static Command Extraction()
    {
        var (folder, misses) = (Folder(), Misses());
        var texts = new Option<string?>("--texts") { Description = "where the texts lie, when not beside their truth", HelpName = "DIR" };
        var speed = new Option<string?>("--speed")
        {
            Description = "how fast instead of how well: on a text file, or on the texts of a folder (testdata by default)",
            HelpName = "FILE-or-FOLDER",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("extraction", "what is found in texts that are right, against what a person says stands in them") { folder, texts, misses, speed };
        command.SetAction((parsed, cancel) => parsed.GetResult(speed) is null
            ? ExtractionBench.RunAsync(parsed.GetValue(folder)!, parsed.GetValue(texts), parsed.GetValue(misses), cancel)
            : Task.FromResult(ExtractionSpeed.Measure(parsed.GetValue(speed) ?? parsed.GetValue(folder)!)));
        return command;
    }

    private static Command Repair()
    {
        var testdata = new Option<string>("--testdata") { Description = "a folder like testdata: documents with truth, and scans of them", DefaultValueFactory = _ => SampleFolder.Root, HelpName = "DIR" };
        var corpus = new Argument<string?>("CORPUS")
        {
            Description = "a folder of text to measure on instead: sound (*.txt), or as testdata/make/noise.py makes it",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var model = new Option<string?>("--model") { Description = "the language model to measure with, instead of the program's own; for held-out text one built without it", HelpName = "FILE" };
        var dictionary = new Option<string>("--dictionary")
        {
            Description = "the dictionary beside it: the path of a .aff file with its .dic, none, or nothing for the installed one",
            DefaultValueFactory = _ => "",
            HelpName = "none|PATH",
        };
        var misses = new Option<int>("--misses") { Description = "how many wrong words and changes of each row are shown", HelpName = "N" };
        var alone = new Option<bool>("--alone") { Description = "without what one could take instead" };
        var learn = new Option<string?>("--learn") { Description = "a folder of sound text of the same place, learnt for rows of their own", HelpName = "DIR" };
        var choices = new Option<string?>("--choices") { Description = "where to write what each confidence was weighed from, for testdata/make/calibrate.py", HelpName = "FILE" };
        var speed = new Option<bool>("--speed") { Description = "how fast instead of how well" };
        var command = new Command("repair", "sound and damaged text repaired, against what was printed, beside hunspell and the commonest word")
        {
            corpus, testdata, model, dictionary, learn, choices, misses, alone, speed,
        };
        command.SetAction(parsed => RepairBench.Run(new RepairBenchOptions(
            parsed.GetValue(testdata)!, parsed.GetValue(corpus), parsed.GetValue(model), parsed.GetValue(dictionary)!, parsed.GetValue(learn), parsed.GetValue(choices),
            parsed.GetValue(misses), parsed.GetValue(alone), parsed.GetValue(speed))));
        return command;
    }

    private static Command Bulk()
    {
        var documents = new Option<int[]>("--documents")
        {
            Description = "how many, one archive each",
            DefaultValueFactory = _ => [1000, 10_000],
            AllowMultipleArgumentsPerToken = true,
            HelpName = "N",
        };
        var place = new Option<string?>("--in") { Description = "where the archives are put (default: the system's folder for temporary files)", HelpName = "DIR" };
        var profile = new Option<bool>("--profile") { Description = "where the time goes instead, step by step on one thread" };
        var alone = new Option<bool>("--alone") { Description = "only once, without searches beside it" };
        var command = new Command("bulk", "generated stored readings of ten pages, re-understood and reindexed, alone and with searches beside") { documents, place, profile, alone };
        command.SetAction((parsed, cancel) => BulkBench.RunAsync(
            parsed.GetValue(documents)!, parsed.GetValue(place), parsed.GetValue(profile), parsed.GetValue(alone), cancel));
        return command;
    }

    private static Command Page()
    {
        var decisions = new Option<int>("--decisions") { Description = "in the archive, about", DefaultValueFactory = _ => 20_000, HelpName = "N" };
        var place = new Option<string?>("--in") { Description = "where the archive is put, and found again the next time (default: among temporary files, and removed)", HelpName = "DIR" };
        var loads = new Option<int>("--loads") { Description = "of each page", DefaultValueFactory = _ => 30, HelpName = "N" };
        var command = new Command("page", "how soon pages are painted, and their weight, in an archive of generated minutes") { decisions, place, loads };
        command.SetAction((parsed, cancel) => PageBench.RunAsync(parsed.GetValue(decisions), parsed.GetValue(place), parsed.GetValue(loads), cancel));
        return command;
    }

    private static Argument<string> Folder() =>
        new("FOLDER") { Description = "documents with truth, and scans of them: a folder like testdata, which is the default", DefaultValueFactory = _ => SampleFolder.Root };

    private static Option<int> Misses() =>
        new("--misses") { Description = "how many misses of each document are shown", DefaultValueFactory = _ => FieldMeasure.MissesShown, HelpName = "N" };
}
