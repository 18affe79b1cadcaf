using System.Diagnostics;
using System.Text;
using Protokollsok.Cli;
using Protokollsok.Documents;
using Protokollsok.Extraction;

namespace Protokollsok.Bench;

/// <summary><c>bench extraction --speed</c>: how fast repaired text becomes a record, on one core.</summary>
internal static class ExtractionSpeed
{
    /// <summary>The best of so many runs counts: whatever else the machine does only slows it down.</summary>
    private const int Runs = 7;

    /// <summary>Little text is taken again and again until a run has so many bytes.</summary>
    private const long LeastBytes = 4_000_000;

    private sealed record Run(double Wall, double Cpu, long Allocated);

    /// <param name="path">A text file (a form feed between its pages), or a folder with such; each is one document.</param>
    /// <returns>The exit code.</returns>
    public static int Measure(string path)
    {
        var documents = TextsOf(path).Where(text => !string.IsNullOrWhiteSpace(text)).Select(RecordOf).ToList();
        if (documents.Count == 0) throw new WrongUseException($"There is no text in {path}: a .txt file or a folder with such was expected.");
        var bytes = documents.Sum(document => document.Source.Bytes);
        var times = (int)Math.Max(1, LeastBytes / Math.Max(1, bytes));
        var runs = Enumerable.Range(0, Runs).Select(_ => RunOnce(documents, times)).ToList();
        var (best, megabytes) = (runs.MinBy(run => run.Cpu)!, bytes * times / 1e6);
        Output.Results.WriteLine(FormattableString.Invariant($"{"texts",8}{"MB a run",10}{"MB/s",8}{"worst",8}{"CPU s",8}{"wall s",8}{"B allocated a byte",20}"));
        Output.Results.WriteLine(FormattableString.Invariant(
            $"{documents.Count,8}{megabytes,10:0.0}{megabytes / best.Cpu,8:0.00}{megabytes / runs.Max(run => run.Cpu),8:0.00}{best.Cpu,8:0.00}{best.Wall,8:0.00}{best.Allocated / (megabytes * 1e6),20:0.0}"));
        return ExitCode.Done;
    }

    /// <summary>CPU time is the process's, so that what runs beside it on the machine counts little; the collector's work counts.</summary>
    private static Run RunOnce(List<DocumentRecord> documents, int times)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (cpu, allocated, watch) = (process.TotalProcessorTime, GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
        for (var i = 0; i < times; i++)
            foreach (var document in documents) MinutesExtractor.Extract(document);
        process.Refresh();
        return new Run(watch.Elapsed.TotalSeconds, (process.TotalProcessorTime - cpu).TotalSeconds, GC.GetAllocatedBytesForCurrentThread() - allocated);
    }

    private static IEnumerable<string> TextsOf(string path)
    {
        if (File.Exists(path)) return [File.ReadAllText(path)];
        if (!Directory.Exists(path)) throw new WrongUseException($"There is no {path}.");
        return LabelledTexts(path) ?? Directory.GetFiles(path, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText);
    }

    private static IEnumerable<string>? LabelledTexts(string folder) =>
        Directory.Exists(Path.Combine(folder, "documents")) ? LabelledDocument.In(folder).Select(document => string.Join('\f', document.Pages)) : null;

    private static DocumentRecord RecordOf(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var pages = Nfc.Of(text).Split('\f').Select((page, i) => new PageRecord(i + 1, page, PageOrigin.TextFile, 1, null, null, null, [], [])).ToList();
        return new DocumentRecord { Id = DocumentId.Of(bytes), Source = new Source("speed.txt", bytes.Length, "text/plain", pages.Count), Pages = pages };
    }
}
