using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Protokollsok.Cli;
using Protokollsok.Documents;
using Protokollsok.Reading;

namespace Protokollsok.Bench;

/// <summary>
/// <c>bench fuzz-reading</c>: damaged files through the real reader. None may stop it, none may hold it past its limits, and of each it has to say
/// either what stands in it or what is wrong.
/// </summary>
internal static class ReadingFuzz
{
    private static readonly string[] Kinds = [".pdf", ".tif", ".jpg", ".png"];

    private static readonly ReadingOptions Strict = new()
    {
        PageTimeout = TimeSpan.FromSeconds(30),
        FileTimeout = TimeSpan.FromSeconds(15),
        MemoryLimit = 1L << 30,
        MaxPixels = 20_000_000,
        MaxPages = 20,
    };

    /// <summary>Beyond the limits themselves: for ending a child and starting another on a busy machine.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    public static async Task<int> RunAsync(string folder, int count, int seed, CancellationToken cancel)
    {
        var sound = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Kinds.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Where(file => new FileInfo(file).Length > 0).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        if (sound.Count == 0) throw new WrongUseException($"{folder} holds no PDF, TIFF, JPEG or PNG.");
        var outcomes = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        string scratch = Directory.CreateTempSubdirectory("reading-fuzz-").FullName, usual = Path.GetTempPath();
        // Whatever this program or a child of it leaves behind lies here.
        Environment.SetEnvironmentVariable("TMPDIR", scratch);
        try
        {
            await using (var reader = new DocumentReader(Strict)) await ReadAllAsync(reader, sound, count, seed, outcomes, cancel);
            foreach (string left in await LeftBehindAsync(scratch, cancel)) outcomes.AddOrUpdate($"left behind: {left}", 1, (_, seen) => seen + 1);
        }
        finally
        {
            Environment.SetEnvironmentVariable("TMPDIR", usual);
            Directory.Delete(scratch, recursive: true);
        }

        return Tell(outcomes, count);
    }

    private static Task ReadAllAsync(DocumentReader reader, List<byte[]> sound, int count, int seed, ConcurrentDictionary<string, int> outcomes, CancellationToken cancel)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Strict.Children, CancellationToken = cancel };
        return Parallel.ForEachAsync(Enumerable.Range(0, count), parallel, async (index, stop) =>
        {
            // Not one Random for all: a finding has to come back by its number, whatever else runs.
            var random = new Random(unchecked((seed * 1_000_003) + index));
            var bytes = FileMutation.Of(sound[random.Next(sound.Count)], sound[random.Next(sound.Count)], random);
            var outcome = await OutcomeAsync(reader, bytes, stop);
            outcomes.AddOrUpdate(outcome.Text, 1, (_, seen) => seen + 1);
            if (outcome.IsFault) Output.Results.WriteLine($"file {index} of seed {seed}: {outcome.Text}");
        });
    }

    /// <summary>Processes that still run and files that still lie there once the reader has gone.</summary>
    private static async Task<IReadOnlyList<string>> LeftBehindAsync(string scratch, CancellationToken cancel)
    {
        for (var clock = Stopwatch.StartNew(); ProcessTree.Children().Count > 0 && clock.Elapsed < Grace;) await Task.Delay(200, cancel);
        return [.. ProcessTree.Children().Select(id => $"process {id}"), .. Directory.EnumerateFileSystemEntries(scratch).Select(path => $"file {Path.GetFileName(path)}")];
    }

    private static async Task<(string Text, bool IsFault)> OutcomeAsync(DocumentReader reader, byte[] bytes, CancellationToken cancel)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllBytesAsync(path, bytes, cancel);
        var clock = Stopwatch.StartNew();
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var work = Task.Run(() => reader.ReadAsync(path, ct: limit.Token), limit.Token);
            if (await Task.WhenAny(work, Task.Delay(Limit(Strict.MaxPages), limit.Token)) != work)
            {
                await limit.CancelAsync();
                return ("hang: no answer", true);
            }

            var reading = await work;
            if (clock.Elapsed > Limit(reading.Pages.Count))
                return (string.Create(CultureInfo.InvariantCulture, $"hang: {clock.Elapsed.TotalSeconds:F0} s for {reading.Pages.Count} pages"), true);
            return Accounted(reading);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return ($"crash: {fault.GetType().Name}: {fault.Message}", true);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Two questions about the file, then its pages; another file may hold the children meanwhile.</summary>
    private static TimeSpan Limit(int pages) => (2 * Strict.FileTimeout) + ((pages + Strict.MaxPages) * Strict.PageTimeout) + Grace;

    private static (string Text, bool IsFault) Accounted(DocumentReading reading)
    {
        if (reading.Problems.Count == 0) return reading.Pages.Count == 0 ? ("unaccounted: neither pages nor problems", true) : ("read", false);
        if (reading.Pages.Count is var pages && pages > 0 && pages != reading.PageCount) return ("unaccounted: fewer pages than promised", true);
        return ($"{(pages == 0 ? "refused" : "read in part")}: {string.Join(", ", reading.Problems.Select(problem => problem.Code).Distinct().Order(StringComparer.Ordinal))}", false);
    }

    private static int Tell(ConcurrentDictionary<string, int> outcomes, int count)
    {
        foreach (var (text, times) in outcomes.OrderByDescending(outcome => outcome.Value)) Output.Results.WriteLine($"{times,6}  {text}");
        int Faults(string kind) => outcomes.Where(outcome => outcome.Key.StartsWith(kind, StringComparison.Ordinal)).Sum(outcome => outcome.Value);
        var (crashes, hangs, lost, left) = (Faults("crash"), Faults("hang"), Faults("unaccounted"), Faults("left behind"));
        Output.Results.WriteLine($"{count} damaged files: {crashes} crashes, {hangs} hangs past the limit, {lost} unaccounted for, {left} processes or files left behind");
        return crashes + hangs + lost + left == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }
}
