using System.CommandLine;
using Protokollsok.Bench;

namespace Protokollsok.Cli;

/// <summary><c>bench NAME</c>: the measurements in docs/quality.md.</summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        var documents = new Option<string>("--testdata") { Description = "a folder like testdata: documents with truth, and scans of them", DefaultValueFactory = _ => SampleFolder.Root, HelpName = "DIR" };
        var accuracy = new Command("accuracy", "what is read and found in scans, against what a person says stands in them") { documents };
        accuracy.SetAction((parsed, cancel) => AccuracyBench.RunAsync(parsed.GetValue(documents)!, cancel));
        var extraction = new Command("extraction", "what is found in texts that are right, against what a person says stands in them") { documents };
        extraction.SetAction((parsed, cancel) => ExtractionBench.RunAsync(parsed.GetValue(documents)!, cancel));
        var corpus = new Option<string?>("--corpus") { Description = "a folder of sound text (*.txt) to measure on instead", HelpName = "DIR" };
        var repair = new Command("repair", "sound and damaged text repaired, against what was printed, beside hunspell and the commonest word") { documents, corpus };
        repair.SetAction(parsed => RepairBench.Run(parsed.GetValue(documents)!, parsed.GetValue(corpus)));
        return new Command("bench", "the measurements in docs/quality.md") { accuracy, extraction, repair, ReadingCommand.Create(), ReadingCommand.CreateFuzz(), ReadingCommand.CreateLayers() };
    }
}
