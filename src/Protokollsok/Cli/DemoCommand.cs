using System.CommandLine;
using System.Globalization;
using Protokollsok.Archive;
using Protokollsok.Configuration;
using Protokollsok.Documents;
using Protokollsok.Processing;
using Protokollsok.Web;
using Spectre.Console;

namespace Protokollsok.Cli;

/// <summary>
/// <c>demo</c>: the main job on the sample scans. They are dropped into a watched folder, taken in, read, repaired, extracted and
/// indexed by the same code that <c>serve</c> runs; then a sample search, and the API and the page stay up unless <c>--once</c>.
/// </summary>
internal static class DemoCommand
{
    private const string SampleQuery = "föräldrastöd";

    public static Command Create()
    {
        var once = new Option<bool>("--once") { Description = "print what was found and one sample search, and end" };
        var data = new Option<string?>("--data") { Description = "the demo's home (default: a new folder, removed at the end)", HelpName = "DIR" };
        var samples = new Option<string>("--samples") { Description = "the scans to drop", DefaultValueFactory = _ => SampleFolder.Scans, HelpName = "DIR" };
        var urls = CommonOptions.Urls();
        var command = new Command("demo", "the main job on the sample scans, then the API and the page") { once, data, samples, urls };
        command.SetAction((parsed, cancel) =>
            RunAsync(parsed.GetValue(samples)!, parsed.GetValue(data), parsed.GetValue(once), parsed.GetValue(urls), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string samples, string? data, bool once, string? urls, CancellationToken cancel)
    {
        if (!Directory.Exists(samples)) throw new WrongUseException($"There is no folder {samples}; name one with --samples.");
        // Ending by itself it needs no fixed port, and may run beside a real service.
        var settings = CommonOptions.SettingsOf(data, urls: once ? "http://127.0.0.1:0" : urls) with { LogLevel = LogLevel.Warning };
        var home = Home.At(data ?? Directory.CreateTempSubdirectory("protokollsok-demo-").FullName, settings.Inbox);
        try
        {
            return await RunAsync(home, settings, samples, once, cancel);
        }
        finally
        {
            if (data is null && Directory.Exists(home.Data)) Directory.Delete(home.Data, recursive: true);
        }
    }

    private static async Task<int> RunAsync(Home home, Settings settings, string samples, bool once, CancellationToken cancel)
    {
        await using var workshop = await Workshop.OpenAsync(home, settings, watches: true, TimeProvider.System, cancel);
        await using var site = Site.Build(workshop);
        var drops = Drop(samples, home);
        Output.Messages.WriteLine($"protokollsok: dropped {drops} scans into {home.Inbox}");
        var started = TimeProvider.System.GetTimestamp();
        await site.StartAsync(cancel);
        await WatchAsync(workshop.Ledger, drops, cancel);
        var pages = await WriteTableAsync(workshop, cancel);
        var minutes = TimeProvider.System.GetElapsedTime(started).TotalMinutes;
        Output.Results.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{drops} files, {pages} pages in {minutes * 60:F0} s ({pages / minutes:F0} pages a minute)"));
        Output.Results.WriteLine($"\nsearch {SampleQuery}");
        SearchCommand.Write(await site.Services.GetRequiredService<SearchService>().SearchAsync(new SearchParameters(SampleQuery, Size: "5"), cancel));
        if (!once)
        {
            Output.Messages.WriteLine($"\nprotokollsok: search at {string.Join(" ", site.Urls)}; drop more scans into {home.Inbox}; Ctrl+C ends");
            await Site.RunUntilStoppedAsync(site, cancel);
        }

        await site.StopAsync(CancellationToken.None);
        return workshop.Ledger.Count().Quarantined == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private static int Drop(string samples, Home home)
    {
        var scans = Directory.GetFiles(samples).Where(path => Path.GetExtension(path) is not (".json" or ".md")).ToList();
        foreach (var scan in scans) File.Copy(scan, Path.Combine(home.Inbox, Path.GetFileName(scan)), overwrite: true);
        return scans.Count;
    }

    /// <summary>Watches from outside, as a clerk would: the ledger says how far it has come.</summary>
    private static async Task WatchAsync(Ledger ledger, int drops, CancellationToken cancel)
    {
        using var progress = IngestProgress.Start(drops);
        HashSet<DocumentId> told = [];
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        for (var ended = 0L; ended < drops && await timer.WaitForNextTickAsync(cancel);)
        {
            foreach (var id in ledger.SearchableIds().Where(told.Add)) progress.FileDone(ledger.Find(id)!.FileName, "done", "");
            foreach (var entry in ledger.Quarantined().Where(entry => told.Add(entry.Id))) progress.FileDone(entry.FileName, "quarantined", entry.Reason ?? "");
            var count = ledger.Count();
            ended = count.Received - count.Waiting;
        }
    }

    /// <returns>How many pages there were.</returns>
    private static async Task<int> WriteTableAsync(Workshop workshop, CancellationToken cancel)
    {
        var table = new Table().Border(TableBorder.Minimal);
        foreach (var name in new[] { "document", "board", "date", "pages", "decisions", "dnr", "amounts", "corrections", "problems" }) table.AddColumn(name);
        var pages = 0;
        foreach (var id in workshop.Ledger.SearchableIds())
        {
            if (await workshop.Archive.LoadRecordAsync(id, cancel) is not { } record) continue;
            pages += record.Source.PageCount;
            table.AddRow(Row(record).Select(Markup.Escape).ToArray());
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Output.Results) });
        if (Console.IsOutputRedirected) console.Profile.Width = 200;
        console.Write(table);
        return pages;
    }

    private static IEnumerable<string> Row(DocumentRecord record)
    {
        static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
        return
        [
            record.Source.FileName,
            record.Board?.Value ?? "",
            (record.MeetingDate ?? record.DocumentDate)?.Value.ToString() ?? "",
            Count(record.Source.PageCount),
            $"{Count(record.Decisions.Count(decision => decision.Kind == DecisionKind.Decision))} + {Count(record.Decisions.Count(decision => decision.Kind == DecisionKind.Proposal))} proposed",
            string.Join(", ", record.CaseNumbers.Select(found => found.Value.Value).Distinct()),
            string.Join(", ", record.Amounts.Select(found => found.Printed).Distinct().Take(3)) + (record.Amounts.Select(found => found.Printed).Distinct().Count() > 3 ? " …" : ""),
            Count(record.Pages.Sum(page => page.Corrections.Count(change => change.Applied))),
            Count(record.Problems.Count),
        ];
    }
}
