using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Protokollsok.Bench;

/// <summary>Chromium, asked over its own DevTools protocol how soon it painted a page. The program needs no browser, and so no package for one.</summary>
internal sealed partial class MeasuredBrowser : IAsyncDisposable
{
    private const string Paints =
        """
        new Promise(done => {
          let largest = 0;
          new PerformanceObserver(list => { for (const one of list.getEntries()) largest = one.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
          const look = left => {
            const first = performance.getEntriesByName('first-contentful-paint')[0];
            if (first && (largest || left === 0)) setTimeout(() => done([first.startTime, Math.max(first.startTime, largest)]), 60);
            else if (left > 0) setTimeout(() => look(left - 1), 20);
            else done([-1, -1]);
          };
          look(100);
        })
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly string _profile;
    private readonly ClientWebSocket _socket = new();
    private string _session = "";
    private int _number;

    private MeasuredBrowser(Process process, string profile) => (_process, _profile) = (process, profile);

    public string Version { get; private set; } = "";

    /// <returns><see langword="null"/> where there is no Chromium: neither what <c>CHROMIUM</c> names nor Debian's.</returns>
    public static async Task<MeasuredBrowser?> TryStartAsync(CancellationToken cancel)
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
        if (!File.Exists(path)) return null;
        var profile = Directory.CreateTempSubdirectory("protokollsok-browser-").FullName;
        var start = new ProcessStartInfo(path) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["--headless=new", "--remote-debugging-port=0", "--no-sandbox", "--disable-gpu", "--no-first-run", "--window-size=1280,900", $"--user-data-dir={profile}", "about:blank"]) start.ArgumentList.Add(argument);
        var browser = new MeasuredBrowser(Process.Start(start)!, profile);
        try
        {
            await browser.ConnectAsync(cancel);
            return browser;
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    /// <summary>Loads a page with nothing in the cache, and without pictures of scans.</summary>
    public async Task<PageLoad> LoadAsync(Uri address, CancellationToken cancel)
    {
        var bytes = 0L;
        var hasLoaded = false;
        void Hear(JsonNode news)
        {
            if ((string?)news["method"] == "Network.loadingFinished") bytes += (long)(double)news["params"]!["encodedDataLength"]!;
            hasLoaded |= (string?)news["method"] == "Page.loadEventFired";
        }

        await AskAsync("Page.navigate", new JsonObject { ["url"] = address.ToString() }, Hear, cancel);
        while (!hasLoaded) Hear(await NextAsync(cancel));
        var answer = await AskAsync("Runtime.evaluate", new JsonObject { ["expression"] = Paints, ["awaitPromise"] = true, ["returnByValue"] = true }, Hear, cancel);
        var paints = answer["result"]?["value"]?.AsArray() ?? throw new InvalidOperationException($"Chromium did not say when {address} was painted: {answer.ToJsonString()}");
        if ((double)paints[0]! < 0) throw new InvalidOperationException($"Chromium painted nothing of {address}.");
        return new PageLoad(TimeSpan.FromMilliseconds((double)paints[0]!), TimeSpan.FromMilliseconds((double)paints[1]!), bytes);
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        try
        {
            Directory.Delete(_profile, recursive: true);
        }
        catch (IOException)
        {
            // A child of it still writes; it lies among temporary files.
        }
    }

    private async Task ConnectAsync(CancellationToken cancel)
    {
        Uri? address = null;
        while (address is null && await _process.StandardError.ReadLineAsync(cancel) is { } line)
            address = Listening().Match(line) is { Success: true } match ? new Uri(match.Groups[1].Value) : null;
        _ = _process.StandardError.ReadToEndAsync(CancellationToken.None);
        _ = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await _socket.ConnectAsync(address ?? throw new InvalidOperationException("Chromium ended before it was up."), cancel);
        Version = (string)(await AskAsync("Browser.getVersion", [], null, cancel))["product"]!;
        var target = await AskAsync("Target.createTarget", new JsonObject { ["url"] = "about:blank" }, null, cancel);
        var attached = await AskAsync("Target.attachToTarget", new JsonObject { ["targetId"] = (string)target["targetId"]!, ["flatten"] = true }, null, cancel);
        _session = (string)attached["sessionId"]!;
        foreach (var domain in (string[])["Page.enable", "Network.enable"]) await AskAsync(domain, [], null, cancel);
        await AskAsync("Network.setCacheDisabled", new JsonObject { ["cacheDisabled"] = true }, null, cancel);
        await AskAsync("Network.setBlockedURLs", new JsonObject { ["urls"] = new JsonArray("*/bild/*") }, null, cancel);
    }

    private async Task<JsonNode> AskAsync(string method, JsonObject values, Action<JsonNode>? hear, CancellationToken cancel)
    {
        var id = ++_number;
        var request = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = values };
        if (_session.Length > 0) request["sessionId"] = _session;
        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(request), WebSocketMessageType.Text, endOfMessage: true, cancel);
        while (true)
        {
            var news = await NextAsync(cancel);
            if ((int?)news["id"] == id) return news["result"] ?? throw new InvalidOperationException($"{method}: {news.ToJsonString()}");
            hear?.Invoke(news);
        }
    }

    private async Task<JsonNode> NextAsync(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        using var message = new MemoryStream();
        var buffer = new byte[1 << 16];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(message.ToArray())!;
    }

    [GeneratedRegex(@"DevTools listening on (ws://\S+)", RegexOptions.NonBacktracking)]
    private static partial Regex Listening();
}
