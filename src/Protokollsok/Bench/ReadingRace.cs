using System.Diagnostics;
using System.Globalization;
using Protokollsok.Documents;
using Protokollsok.Processing;

namespace Protokollsok.Bench;

/// <summary>
/// The same pages read by this program, by <c>tesseract -l swe</c> on one thread and by <c>ocrmypdf -l swe -j2</c>, one after the other
/// in one run. The others are started for it, as their users do; this one reads with warm children, as the service does.
/// </summary>
/// <param name="Pages">How many were read in each round.</param>
internal sealed record ReadingRace(string Kind, int Pages, RaceTime Ours, RaceTime Tesseract, RaceTime? Ocrmypdf)
{
    /// <param name="scans">Image-only PDFs of one kind; their pages are repeated until there are enough.</param>
    public static async Task<ReadingRace> RunAsync(IReadOnlyList<ReadingSample> scans, int pages, Tools tools, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("reading-race-").FullName;
        try
        {
            string file = await JoinAsync(scans, pages, folder, cancel), list = await RenderAsync(file, scans[0].Dpi, folder, cancel);
            await ReadAsync(scans[0].Path, tools, cancel);
            var ours = await TimeAsync(() => ReadAsync(file, tools, cancel));
            var tesseract = await TimeAsync(cancel, "tesseract", list, "-", "-l", "swe", "--dpi", Number(scans[0].Dpi));
            var ocrmypdf = IsInstalled("ocrmypdf") ? await TimeAsync(cancel, "ocrmypdf", "-l", "swe", "-j2", "--quiet", file, Path.Combine(folder, "read.pdf")) : null;
            return new ReadingRace(scans[0].Kind, pages, ours, tesseract, ocrmypdf);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What a program that is started for one page takes.</summary>
    public static Task<RaceTime> ColdAsync(string page, CancellationToken cancel) =>
        TimeAsync(cancel, "dotnet", Path.Combine(AppContext.BaseDirectory, "Protokollsok.dll"), "read", page, "--text");

    public static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    private static async Task<string> JoinAsync(IReadOnlyList<ReadingSample> scans, int pages, string folder, CancellationToken cancel)
    {
        List<string> sheets = [];
        foreach (var (scan, index) in scans.Select((scan, index) => (scan, index)))
        {
            var pattern = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"sheet-{index:D3}-%d.pdf"));
            await TimeAsync(cancel, "pdfseparate", scan.Path, pattern);
            sheets.AddRange(Enumerable.Range(1, scan.Pages.Count).Select(page => pattern.Replace("%d", Number(page), StringComparison.Ordinal)));
        }

        var file = Path.Combine(folder, "pages.pdf");
        await TimeAsync(cancel, ["pdfunite", .. Enumerable.Range(0, pages).Select(page => sheets[page % sheets.Count]), file]);
        return file;
    }

    /// <summary>Tesseract takes no PDF; what its pages cost to render is not counted against it.</summary>
    private static async Task<string> RenderAsync(string file, int dpi, string folder, CancellationToken cancel)
    {
        await TimeAsync(cancel, "pdftoppm", "-gray", "-r", Number(dpi), file, Path.Combine(folder, "page"));
        var list = Path.Combine(folder, "pages.txt");
        await File.WriteAllLinesAsync(list, Directory.EnumerateFiles(folder, "page-*.pgm").Order(StringComparer.Ordinal), cancel);
        return list;
    }

    private static async Task<RaceTime> TimeAsync(CancellationToken cancel, params string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        string told = "";
        int exitCode = 0;
        var time = await TimeAsync(async () =>
        {
            using var process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start.");
            var errors = process.StandardError.ReadToEndAsync(cancel);
            await process.StandardOutput.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            (told, exitCode) = (await errors, process.ExitCode);
        });
        return exitCode == 0 ? time : throw new WrongUseException($"{command[0]} ended with {exitCode}: {told}");
    }

    private static async Task<RaceTime> TimeAsync(Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        var before = ProcessTree.CpuSeconds();
        await work();
        return new RaceTime(ProcessTree.CpuSeconds() - before, clock.Elapsed.TotalSeconds);
    }

    private static async Task ReadAsync(string file, Tools tools, CancellationToken cancel)
    {
        var reading = await tools.Reader.ReadAsync(file, ct: cancel);
        tools.Understanding.Understand(DocumentId.Of([]), Path.GetFileName(file), 0, reading);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What a program took.</summary>
/// <param name="CpuSeconds">Of processor time, its children included.</param>
/// <param name="Seconds">By the wall clock.</param>
internal sealed record RaceTime(double CpuSeconds, double Seconds);
