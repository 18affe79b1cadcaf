using Protokollsok.Cli;
using Protokollsok.Documents;
using Protokollsok.Processing;
using Protokollsok.Reading;

namespace Protokollsok.Bench;

/// <summary>
/// <c>bench extraction</c>: what is found in documents whose text is right, so that no fault is the scan's. Each document is a folder with
/// <c>page-1.txt</c>, <c>page-2.txt</c> … and the hand-labelled <c>truth.json</c>; its pages go through the whole pipeline as one text file.
/// </summary>
internal static class ExtractionBench
{
    /// <param name="folder">A folder like the project's testdata, or one of documents.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string folder, CancellationToken cancel)
    {
        var documents = DocumentsIn(folder);
        if (documents.Count == 0) throw new WrongUseException($"There is no truth.json in the folders of {folder}: a folder like the project's testdata was expected.");
        await using var tools = new Tools(new ReadingOptions());
        List<(DocumentType Type, FieldMeasure Measure)> all = [];
        foreach (var document in documents)
        {
            var record = await UnderstandAsync(document, tools, cancel);
            all.Add((record.DocumentType, await FieldMeasure.OfAsync(record, document, cancel)));
            Write(Path.GetFileName(document), all[^1].Measure);
        }

        foreach (var kind in all.GroupBy(one => one.Type)) WriteTable($"{kind.Key} ({kind.Count()})", kind.Select(one => one.Measure));
        WriteTable($"all ({all.Count})", all.Select(one => one.Measure));
        return ExitCode.Done;
    }

    /// <summary>The pages' texts, in order.</summary>
    public static IEnumerable<string> PagesOf(string document) =>
        Enumerable.Range(1, 10_000).Select(number => Path.Combine(document, $"page-{number}.txt")).TakeWhile(File.Exists).Select(File.ReadAllText);

    private static List<string> DocumentsIn(string folder)
    {
        var inner = Path.Combine(folder, "documents");
        var root = Directory.Exists(inner) ? inner : folder;
        if (!Directory.Exists(root)) return [];
        return [.. Directory.GetDirectories(root).Where(document => File.Exists(Path.Combine(document, "truth.json"))).Order(StringComparer.Ordinal)];
    }

    /// <summary>A file is what the reader takes; a form feed parts its pages.</summary>
    private static async Task<DocumentRecord> UnderstandAsync(string document, Tools tools, CancellationToken cancel)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".txt");
        try
        {
            await File.WriteAllTextAsync(file, string.Join('\f', PagesOf(document)), cancel);
            await using var original = File.OpenRead(file);
            var reading = await tools.Reader.ReadAsync(file, ct: cancel);
            return tools.Understanding.Understand(await DocumentId.OfAsync(original, cancel), Path.GetFileName(document) + ".txt", original.Length, reading);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Write(string name, FieldMeasure measure)
    {
        var imperfect = measure.Fields.Where(field => field.Value.F1 < 1).ToList();
        Output.Results.WriteLine(imperfect.Count == 0 ? $"{name}: all right" : FieldMeasure.Head(name));
        foreach (var (field, score) in imperfect) Output.Results.WriteLine(FieldMeasure.Row(field, score));
        measure.WriteMisses();
    }

    private static void WriteTable(string heading, IEnumerable<FieldMeasure> measures)
    {
        Output.Results.WriteLine($"\n{FieldMeasure.Head(heading)}");
        foreach (var (name, score) in FieldMeasure.Total(measures)) Output.Results.WriteLine(FieldMeasure.Row(name, score));
    }
}
