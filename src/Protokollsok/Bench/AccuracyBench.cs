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
    private sealed record Sample(string Scan, string Damage, double ErrorRate, double SwedishLetterRecall, FieldMeasure Measure);

    /// <returns>The exit code: 1 when a figure lies below its floor.</returns>
    public static async Task<int> RunAsync(string folder, CancellationToken cancel)
    {
        var manifestFile = Path.Combine(folder, "scans", "manifest.json");
        if (!File.Exists(manifestFile)) throw new WrongUseException($"There is no {manifestFile}: a folder like the project's testdata was expected.");
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(manifestFile, cancel))!.AsObject();
        await using var tools = new Tools(new ReadingOptions());
        List<Sample> samples = [];
        foreach (var (scan, about) in manifest)
        {
            samples.Add(await MeasureAsync(folder, scan, about!, tools, cancel));
            Write(samples[^1]);
        }

        return WriteTotal(samples, FieldMeasure.Total(samples.Select(sample => sample.Measure)), await FloorsAsync(folder, cancel)) ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private static async Task<Sample> MeasureAsync(string folder, string scan, JsonNode about, Tools tools, CancellationToken cancel)
    {
        var path = Path.Combine(folder, "scans", scan);
        var document = Path.Combine(folder, "documents", (string)about["document"]!);
        await using var original = File.OpenRead(path);
        var reading = await tools.Reader.ReadAsync(path, ct: cancel);
        var record = tools.Understanding.Understand(await DocumentId.OfAsync(original, cancel), scan, original.Length, reading);
        var printed = string.Join(' ', ExtractionBench.PagesOf(document).Select(Fold));
        var read = string.Join(' ', record.Pages.Select(page => Fold(page.Text)));
        return new Sample(
            scan,
            (string)about["damage"]!,
            (double)EditDistance.Between(read, printed) / printed.Length,
            Math.Min(1, (double)read.Count(IsSwedishLetter) / Math.Max(1, printed.Count(IsSwedishLetter))),
            await FieldMeasure.OfAsync(record, document, cancel));
    }

    private static void Write(Sample sample)
    {
        var fields = string.Join(" ", sample.Measure.Fields.Where(field => field.Value.F1 < 1).Select(field => $"{field.Key} {FieldMeasure.Rate(field.Value.F1)}"));
        Output.Results.WriteLine($"{sample.Scan} ({sample.Damage}): CER {Percent(sample.ErrorRate)}, å ä ö {Percent(sample.SwedishLetterRecall)}{(fields.Length == 0 ? "" : $"; F1 below 1: {fields}")}");
        sample.Measure.WriteMisses();
    }

    /// <returns>Whether every figure is at its floor or above.</returns>
    private static bool WriteTotal(List<Sample> samples, IReadOnlyDictionary<string, Score> total, JsonObject floors)
    {
        Output.Results.WriteLine($"\n{FieldMeasure.Head("field")}{"floor",7}");
        var holds = true;
        foreach (var (name, score) in total)
        {
            var floor = FloorOf(name, floors);
            holds &= score.F1 >= floor;
            Output.Results.WriteLine($"{FieldMeasure.Row(name, score)}{FieldMeasure.Rate(floor),7}{(score.F1 >= floor ? "" : "  below")}");
        }

        var errorRate = samples.Average(sample => sample.ErrorRate);
        var ceiling = FloorOf("characterErrorRate", floors);
        Output.Results.WriteLine($"character error rate, mean of {samples.Count} scans: {Percent(errorRate)} (at most {Percent(ceiling)}){(errorRate <= ceiling ? "" : "  above")}");
        return holds && errorRate <= ceiling;
    }

    private static async Task<JsonObject> FloorsAsync(string folder, CancellationToken cancel)
    {
        var path = Path.Combine(folder, "floors.json");
        if (!File.Exists(path)) throw new WrongUseException($"There is no {path}: without floors nothing could fail.");
        return JsonNode.Parse(await File.ReadAllTextAsync(path, cancel))!.AsObject();
    }

    private static double FloorOf(string name, JsonObject floors) =>
        (double?)floors[name] ?? throw new WrongUseException($"floors.json has no {name}: without it that figure could not fail.");

    private static bool IsSwedishLetter(char letter) => letter is 'å' or 'ä' or 'ö' or 'Å' or 'Ä' or 'Ö';

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Percent(double value) => value.ToString("0.00 %", CultureInfo.InvariantCulture);
}
