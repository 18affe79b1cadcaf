using Protokollsok.Cli;
using Protokollsok.Documents;
using Protokollsok.Processing;
using Protokollsok.Reading;

namespace Protokollsok.Bench;

/// <summary><c>bench extraction</c>: what is found in documents whose text is right, so that no fault is the scan's.</summary>
internal static class ExtractionBench
{
    /// <param name="folder">What <see cref="LabelledDocument.In"/> takes.</param>
    /// <param name="texts">Where the texts lie, when not beside their labels.</param>
    /// <param name="missesShown">How many misses of each document are shown.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string folder, string? texts, int missesShown, CancellationToken cancel)
    {
        await using var tools = new Tools(new ReadingOptions());
        List<(Truth Truth, FieldMeasure Measure)> all = [];
        foreach (var document in LabelledDocument.In(folder, texts))
        {
            var truth = await Truth.LoadAsync(document.TruthFile, cancel);
            all.Add((truth, FieldMeasure.Of(Truth.Of(await UnderstandAsync(document, tools, cancel)), truth)));
            all[^1].Measure.Write(document.Name, missesShown);
        }

        FieldTable.Write($"all ({all.Count})", FieldMeasure.Total(all.Select(one => one.Measure)));
        FieldTable.WriteGroups("F1 by kind of document", all.Select(one => (one.Truth.Kind, one.Measure)));
        FieldTable.WriteGroups("F1 by decade", all.OrderBy(one => one.Truth.Decade, StringComparer.Ordinal).Select(one => (one.Truth.Decade, one.Measure)));
        return ExitCode.Done;
    }

    /// <summary>A document's right text through the whole pipeline, as one text file: a file is what the reader takes.</summary>
    public static async Task<DocumentRecord> UnderstandAsync(LabelledDocument document, Tools tools, CancellationToken cancel)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".txt");
        try
        {
            await File.WriteAllTextAsync(file, string.Join('\f', document.Pages), cancel);
            await using var original = File.OpenRead(file);
            var reading = await tools.Reader.ReadAsync(file, ct: cancel);
            return tools.Understanding.Understand(await DocumentId.OfAsync(original, cancel), document.Name + ".txt", original.Length, reading);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
