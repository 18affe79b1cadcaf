using System.Globalization;
using Protokollsok.Cli;
using Protokollsok.Documents;
using Protokollsok.Processing;
using Protokollsok.Reading;

namespace Protokollsok.Bench;

/// <summary>
/// <c>bench reading</c>: how right scans are read, kind of damage by kind, and at what cost beside <c>tesseract -l swe</c> and
/// <c>ocrmypdf -l swe -j2</c> on the same pages.
/// </summary>
internal static class ReadingBench
{
    private const string ReaderChild = "Protokollsok.Reading.Child";

    /// <summary>For the characters of the running text, in %.</summary>
    private static readonly Dictionary<string, string> Aims = new(StringComparer.Ordinal)
    {
        ["clean"] = "0.12",
        ["noise"] = "0.15",
        ["light"] = "0.15",
        ["grey"] = "0.15",
        ["fax"] = "0.20",
    };

    /// <summary>Times the pages a minute of <c>ocrmypdf -j2</c>.</summary>
    private static readonly Dictionary<string, string> SpeedAims = new(StringComparer.Ordinal)
    {
        ["noise 300"] = "3",
        ["light 300"] = "3",
        ["grey 200"] = "1.2",
        ["fax 200"] = "0.8",
    };

    /// <param name="damage">Only scans of this damage; <see langword="null"/> for all.</param>
    /// <param name="pages">Of the file that is timed, for each kind; 0 for no timing.</param>
    public static async Task<int> RunAsync(string folder, string? damage, int pages, CancellationToken cancel)
    {
        var kinds = ReadingSample.In(folder).Where(scan => damage is null || scan.Damage == damage)
            .GroupBy(scan => scan.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal).ToList();
        await using var tools = new Tools(new ReadingOptions());
        await WriteAccuracyAsync(kinds, tools, cancel);
        var races = pages == 0 ? [] : kinds.Select(kind => kind.Where(scan => scan.IsImageOnly).ToList()).Where(scans => scans.Count > 0).ToList();
        if (races.Count > 0) WriteRaceHead(pages);
        foreach (var scans in races) Write(await ReadingRace.RunAsync(scans, pages, tools, cancel));
        if (races.Count > 0) WriteCold(await ReadingRace.ColdAsync(races[0][0].Path, cancel), races[0][0].Pages.Count);
        return ExitCode.Done;
    }

    private static async Task WriteAccuracyAsync(IEnumerable<IGrouping<string, ReadingSample>> kinds, Tools tools, CancellationToken cancel)
    {
        Output.Results.WriteLine("What is wrong of what is printed, in %: characters of the running text (read --text) and of the whole page before repair. What is there, in %: å ä ö, §, %.");
        Output.Results.WriteLine($"{"kind",-20}{"pages",6}{"text CER",10}{"aim",7}{"page CER",10}{"å ä ö",9}{"§",14}{"%",14}{"false § %",11}{"amounts changed",18}");
        var total = ReadingScore.None;
        var count = 0;
        foreach (var kind in kinds)
        {
            var score = ReadingScore.None;
            foreach (var scan in kind) score += await ScoreAsync(scan, tools, cancel);
            Write(kind.Key, kind.Sum(scan => scan.Pages.Count), score);
            total += score;
            count += kind.Sum(scan => scan.Pages.Count);
        }

        Write("all", count, total);
        Output.Results.WriteLine($"{"aim",-20}{"",6}{"",10}{"",7}{"",10}{"99.80",9}{"99",14}{"99",14}{"0",11}{"0",18}");
        Output.Results.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory of one reader child at its peak: {ProcessTree.PeakMemory(ReaderChild) >> 20} MiB (aim: 500)"));
    }

    private static async Task<ReadingScore> ScoreAsync(ReadingSample scan, Tools tools, CancellationToken cancel)
    {
        var reading = await tools.Reader.ReadAsync(scan.Path, ct: cancel);
        foreach (var problem in reading.Problems) Output.Messages.WriteLine($"{scan.Path}: {problem.Message}");
        var printed = scan.Printed();
        var record = tools.Understanding.Understand(printed.Id, printed.Source.FileName, 0, reading);
        var readBody = RunningText.Of(record.Pages);
        return printed.Pages.Select(page => ReadingScore.Of(
            page,
            printed.Amounts.Where(amount => amount.Place.Page == page.Number).Select(amount => new TextSpan(amount.Place.Start, amount.Place.Length)),
            page.Number <= reading.Pages.Count ? reading.Pages[page.Number - 1].Text : "",
            readBody.PageText(page.Number))).Aggregate(ReadingScore.None, (sum, page) => sum + page);
    }

    private static void Write(string kind, int pages, ReadingScore score) => Output.Results.WriteLine(
        $"{kind,-20}{pages,6}{score.Body.AsError,10}{Aims.GetValueOrDefault(kind.Split(' ')[0], ""),7}{score.Page.AsError,10}{score.Swedish.AsRecall,9}{WithCount(score.Section),14}{WithCount(score.Percent),14}{score.FalseSigns,11}{$"{score.Amounts.Wrong} of {score.Amounts.All}",18}");

    private static string WithCount(Rate rate) => rate.All == 0 ? "-" : $"{rate.AsRecall} ({rate.All})";

    private static void WriteRaceHead(int pages)
    {
        Output.Results.WriteLine($"\nThe same {pages} pages, one program after the other{(ReadingRace.IsInstalled("ocrmypdf") ? "" : "; ocrmypdf is not installed (apt-get install ocrmypdf)")}:");
        Output.Results.WriteLine($"{"kind",-20}{"CPU s a page",13}{"tesseract",11}{"ratio",8}{"pages a minute",16}{"ocrmypdf",10}{"ratio",8}{"aim",7}");
        Output.Results.WriteLine($"{"aim",-20}{"",13}{"",11}{"1.30",8}");
    }

    private static void Write(ReadingRace race)
    {
        double cpu = race.Ours.CpuSeconds / race.Pages, theirs = race.Tesseract.CpuSeconds / race.Pages, speed = 60 * race.Pages / race.Ours.Seconds;
        var peer = race.Ocrmypdf is { } ocrmypdf ? 60 * race.Pages / ocrmypdf.Seconds : (double?)null;
        Output.Results.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{race.Kind,-20}{cpu,13:0.00}{theirs,11:0.00}{cpu / theirs,8:0.00}{speed,16:0.0}{peer,10:0.0}{speed / peer,8:0.00}{SpeedAims.GetValueOrDefault(race.Kind, ""),7}"));
    }

    private static void WriteCold(RaceTime cold, int pages) => Output.Results.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"started cold for a file of {pages} pages: {cold.Seconds:0.0} s, {cold.CpuSeconds:0.0} CPU s"));
}
