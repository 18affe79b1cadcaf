using System.Globalization;
using Protokollsok.Cli;
using Protokollsok.Documents;
using Protokollsok.Reading;

namespace Protokollsok.Bench;

/// <summary>
/// <c>bench layers FOLDER</c>: PDFs whose text layers are to be believed (<c>good/</c>) and not (<c>bad/</c>), as <c>testdata/make/layers.py</c> makes them.
/// Files with odd numbers are for finding thresholds, those with even ones tell how good they are.
/// </summary>
internal static class LayerBench
{
    public static async Task<int> RunAsync(string folder, CancellationToken cancel)
    {
        await using var reader = new DocumentReader(new ReadingOptions());
        var holds = true;
        foreach (var (name, isGood) in new[] { ("good", true), ("bad", false) })
        {
            var files = Directory.Exists(Path.Combine(folder, name)) ? Directory.EnumerateFiles(Path.Combine(folder, name), "*.pdf").Order(StringComparer.Ordinal).ToList() : [];
            if (files.Count == 0) throw new WrongUseException($"{folder} has no {name}/*.pdf; testdata/make/layers.py makes them.");
            var right = new int[2];
            var all = new int[2];
            foreach (var file in files)
            {
                int half = int.Parse(Path.GetFileName(file).Split('-')[0], CultureInfo.InvariantCulture) % 2;
                all[half]++;
                var reading = await reader.ReadAsync(file, ct: cancel);
                if (reading.Problems.Count == 0 && reading.Pages.All(page => IsBelieved(page) == isGood)) right[half]++;
                else Output.Results.WriteLine($"{name}/{Path.GetFileName(file)}: {string.Join("; ", reading.Pages.Select(page => page.Engine))}");
            }

            holds &= right.SequenceEqual(all);
            Output.Results.WriteLine($"{name}: {right[1]} of {all[1]} right where thresholds were found, {right[0]} of {all[0]} elsewhere");
        }

        return holds ? ExitCode.Done : ExitCode.SomeFailed;
    }

    /// <summary>Kept as it is: neither replaced nor mended nor decoded.</summary>
    private static bool IsBelieved(PageReading page) =>
        page.Origin == PageOrigin.TextLayer && !page.Engine.EndsWith("decoded", StringComparison.Ordinal) && page.Confidence == 1;
}
