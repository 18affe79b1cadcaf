using System.Globalization;
using Protokollsok.Cli;
using Protokollsok.Configuration;
using Protokollsok.Processing;
using Protokollsok.Web;

namespace Protokollsok.Bench;

/// <summary>
/// <c>bench page</c>: how soon a person sees something, and how much goes over the wire for it, in an archive of generated minutes with so many decisions. In
/// Chromium where it is installed, each load as somebody's first: nothing is in the browser's cache. Else the server's time alone. Without scans.
/// </summary>
internal static class PageBench
{
    /// <summary>How the review page says that its list is still being filled.</summary>
    private const string Following = "class=\"review following\"";

    private const int PagesADocument = 2, DecisionsADocument = 8, WarmUp = 2;

    private static readonly string[] Queries = ["belysning", "\"ny lekplats\"", "gångväg Råsjötorget", "simhall OR bibliotek", "räddnings*", "board:miljönämnden detaljplan", "elevhälsa Ängsvägen", "budget", "förskola", "kronor förvaltningen -lekplats"];

    /// <param name="decisions">In the archive, about.</param>
    /// <param name="folder">Where it is put, and found again the next time; <see langword="null"/>: it is removed afterwards.</param>
    /// <param name="loads">Of each page.</param>
    public static async Task<int> RunAsync(int decisions, string? folder, int loads, CancellationToken cancel)
    {
        var documents = Math.Max(1, decisions / DecisionsADocument);
        var root = Path.Combine(folder ?? Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"protokollsok-page-{documents}{(folder is null ? $"-{Guid.NewGuid():N}" : "")}"));
        try
        {
            var home = Home.At(root, inbox: null);
            await using var workshop = await OpenAsync(home, documents, cancel);
            await using var site = Site.Build(workshop);
            await site.StartAsync(cancel);
            await MeasureAsync(workshop, new Uri(site.Urls.First()), loads, cancel);
            await site.StopAsync(CancellationToken.None);
            return ExitCode.Done;
        }
        finally
        {
            if (folder is null && Directory.Exists(root)) Directory.Delete(root, recursive: true);
        }
    }

    private static async Task<Workshop> OpenAsync(Home home, int documents, CancellationToken cancel)
    {
        var isMade = File.Exists(Path.Combine(home.Data, "ledger.db"));
        if (!isMade) GeneratedHome.Make(home, documents, PagesADocument, done => Output.Messages.Write($"\r{done} of {documents} made "));
        var workshop = await Workshop.OpenAsync(home, new Settings { Urls = "http://127.0.0.1:0", LogLevel = LogLevel.Error }, watches: true, TimeProvider.System, cancel);
        if (!isMade) await BulkBench.ReindexAsync(workshop, cancel);
        return workshop;
    }

    private static async Task MeasureAsync(Workshop workshop, Uri server, int loads, CancellationToken cancel)
    {
        using var client = new HttpClient { BaseAddress = server };
        await using var browser = await MeasuredBrowser.TryStartAsync(cancel);
        Output.Messages.WriteLine(browser is null ? "No Chromium: the server's time alone." : $"In {browser.Version}.");
        Output.Results.WriteLine("page            loads | server p50    p95 | first paint p50    p95    max | largest paint p50    p95 | kB on the wire, most");
        var ids = workshop.Ledger.SearchableIds();
        var random = new Random(1);
        string Query() => Uri.EscapeDataString(Queries[random.Next(Queries.Length)]);
        string Document() => $"/dokument/{ids[random.Next(ids.Count)].Hex}?sida=1";
        await RowAsync("front", () => "/", client, browser, loads, cancel);
        await RowAsync("search", () => $"/?q={Query()}", client, browser, loads, cancel);
        await RowAsync("search, filter", () => $"/?q={Query()}&kind=decision&from=1990-01-01", client, browser, loads, cancel);
        await RowAsync("document", Document, client, browser, loads, cancel);
        await RowAsync("document, hits", () => $"{Document()}&q={Query()}", client, browser, loads, cancel);
        // The list is filled when it is asked for the first time; what is measured is the page when it is.
        while ((await client.GetStringAsync("/granska", cancel)).Contains(Following, StringComparison.Ordinal)) await Task.Delay(1000, cancel);
        await RowAsync("review", () => "/granska", client, browser, loads, cancel);
        await RowAsync("inbox", () => "/inkorg", client, browser, loads, cancel);
        await RowAsync("archive", () => "/arkiv", client, browser, loads, cancel);
    }

    private static async Task RowAsync(string name, Func<string> address, HttpClient client, MeasuredBrowser? browser, int loads, CancellationToken cancel)
    {
        var (served, first, largest, most) = (new Latencies(), new Latencies(), new Latencies(), 0L);
        for (var i = 0; i < loads + WarmUp; i++)
        {
            var where = address();
            var since = TimeProvider.System.GetTimestamp();
            using var answer = await client.GetAsync(where, cancel);
            var time = TimeProvider.System.GetElapsedTime(since);
            if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{where} answered {answer.StatusCode}.");
            var seen = browser is null ? null : await browser.LoadAsync(new Uri(client.BaseAddress!, address()), cancel);
            if (i < WarmUp) continue;
            served.Add(time);
            if (seen is null) continue;
            first.Add(seen.FirstPaint);
            largest.Add(seen.LargestPaint);
            most = Math.Max(most, seen.Bytes);
        }

        Output.Results.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-15}{loads,6} |{served.At(.5),11:0}{served.At(.95),7:0} |{first.At(.5),16:0}{first.At(.95),7:0}{first.At(1),7:0} |{largest.At(.5),18:0}{largest.At(.95),7:0} |{most / 1000.0,8:0.0}"));
    }
}
