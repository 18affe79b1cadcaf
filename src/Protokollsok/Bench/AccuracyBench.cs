using System.Globalization;
using System.Text.Json.Nodes;
using Protokollsok.Cli;
using Protokollsok.Documents;
using Protokollsok.Processing;
using Protokollsok.Reading;

namespace Protokollsok.Bench;

/// <summary>
/// <c>bench accuracy</c>: each scan goes through the whole pipeline, and what comes out is compared with the hand-labelled truth. The
/// figures of <c>floors.json</c> are what they may not fall below; it is raised by hand when the program gets better.
/// </summary>
internal static class AccuracyBench
{
    /// <summary>The scans of the demonstration, and those that are for measuring only.</summary>
    private static readonly string[] ScanFolders = ["scans", "more-scans"];

    private sealed record Sample(string Damage, double ErrorRate, FieldMeasure FromText, FieldMeasure FromScan);

    /// <param name="folder">A folder like the project's testdata.</param>
    /// <param name="missesShown">How many misses of each scan are shown.</param>
    /// <returns>The exit code: 1 when a figure lies below its floor.</returns>
    public static async Task<int> RunAsync(string folder, int missesShown, CancellationToken cancel)
    {
        var floors = await JsonFileAsync(Path.Combine(folder, "floors.json"), "without floors nothing could fail", cancel);
        await using var tools = new Tools(new ReadingOptions());
        List<Sample> samples = [];
        foreach (var scans in ScanFolders.Select(name => Path.Combine(folder, name)).Where(Directory.Exists))
        {
            foreach (var (scan, about) in await JsonFileAsync(Path.Combine(scans, "manifest.json"), "it says what each scan shows", cancel))
                samples.Add(await MeasureAsync(Path.Combine(scans, scan), Path.Combine(folder, "documents"), about!, tools, missesShown, cancel));
        }

        if (samples.Count == 0) throw new WrongUseException($"There are no scans in {folder}: a folder like the project's testdata was expected.");

        return WriteTotal(samples, floors) ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private static async Task<Sample> MeasureAsync(string path, string documents, JsonNode about, Tools tools, int missesShown, CancellationToken cancel)
    {
        var document = LabelledDocument.At(Path.Combine(documents, (string)about["document"]!));
        await using var original = File.OpenRead(path);
        var reading = await tools.Reader.ReadAsync(path, ct: cancel);
        var record = tools.Understanding.Understand(await DocumentId.OfAsync(original, cancel), Path.GetFileName(path), original.Length, reading);
        var truth = await Truth.LoadAsync(document.TruthFile, cancel);
        var printed = string.Join(' ', document.Pages.Select(Fold));
        var read = string.Join(' ', record.Pages.Select(page => Fold(page.Text)));
        var sample = new Sample(
            (string)about["damage"]!,
            (double)EditDistance.Between(read, printed) / printed.Length,
            FieldMeasure.Of(Truth.Of(await ExtractionBench.UnderstandAsync(document, tools, cancel)), truth),
            FieldMeasure.Of(Truth.Of(record), truth));
        sample.FromScan.Write($"{Path.GetFileName(path)} ({sample.Damage}): CER {Percent(sample.ErrorRate)}, å ä ö {Percent(SwedishLetterRecall(read, printed))}", missesShown);
        return sample;
    }

    /// <returns>Whether every figure is at its floor or above.</returns>
    private static bool WriteTotal(List<Sample> samples, JsonObject floors)
    {
        var total = FieldMeasure.Total(samples.Select(sample => sample.FromScan));
        FieldTable.Write($"scans ({samples.Count})", total, name => FloorOf(name, floors));
        FieldTable.WriteGroups("F1 by damage", samples.Select(sample => (sample.Damage, sample.FromScan)));
        FieldTable.WriteChanges("F1 from the scan less F1 from the right text of the same documents", samples.Select(sample => (sample.Damage, sample.FromText, sample.FromScan)));
        Output.Results.WriteLine();
        foreach (var damage in samples.GroupBy(sample => sample.Damage))
            Output.Results.WriteLine($"character error rate, {damage.Key}: {Percent(damage.Average(sample => sample.ErrorRate))}");
        var errorRate = samples.Average(sample => sample.ErrorRate);
        var ceiling = FloorOf("characterErrorRate", floors);
        Output.Results.WriteLine($"character error rate, mean of {samples.Count} scans: {Percent(errorRate)} (at most {Percent(ceiling)}){(errorRate <= ceiling ? "" : "  above")}");
        return errorRate <= ceiling && total.All(field => field.Value.F1 >= FloorOf(field.Key, floors));
    }

    private static async Task<JsonObject> JsonFileAsync(string path, string whatFor, CancellationToken cancel) =>
        File.Exists(path) ? JsonNode.Parse(await File.ReadAllTextAsync(path, cancel))!.AsObject() : throw new WrongUseException($"There is no {path}: {whatFor}.");

    private static double FloorOf(string name, JsonObject floors) =>
        (double?)floors[name] ?? throw new WrongUseException($"floors.json has no {name}: without it that figure could not fail.");

    private static double SwedishLetterRecall(string read, string printed) =>
        Math.Min(1, (double)read.Count(IsSwedishLetter) / Math.Max(1, printed.Count(IsSwedishLetter)));

    private static bool IsSwedishLetter(char letter) => letter is 'å' or 'ä' or 'ö' or 'Å' or 'Ä' or 'Ö';

    /// <summary>Blanks folded, and without rules drawn in letters (<c>-----</c>, <c>....</c>), which nobody wants read.</summary>
    private static string Fold(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length < 3 || word.AsSpan().ContainsAnyExcept("-_.=")));

    private static string Percent(double value) => value.ToString("0.00 %", CultureInfo.InvariantCulture);
}
