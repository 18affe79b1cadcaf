using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Protokollsok.Configuration;
using Protokollsok.Processing;
using Protokollsok.Web;

namespace Protokollsok.Tests.Web;

/// <summary>The real service in this process, over a home in which small documents went the whole way.</summary>
public sealed class ApiServer : IAsyncLifetime, IDisposable
{
    public const string Secret = "en-hemlighet-som-bara-proven-kan";

    private readonly TemporaryFolder _folder = new();
    private readonly Settings _settings = new()
    {
        Urls = "http://127.0.0.1:0",
        StillnessWithoutEnd = TimeSpan.FromSeconds(1),
        Tokens = [Token.Parse("provet", Secret)],
        LogLevel = LogLevel.None,
    };

    private WebApplication _site = null!;

    internal Workshop Workshop { get; private set; } = null!;

    public IServiceProvider Services => _site.Services;

    public HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var home = Home.At(_folder.File("home"), inbox: null);
        NodeClasses.PutInto(home.Data);
        _folder.Write("home/inbox/skrivelse.txt", InventedCase.Letter);
        _folder.Write("home/inbox/protokoll.txt", InventedCase.Minutes);
        _folder.Write("home/inbox/läst.txt", InventedCase.Damaged);
        _folder.Write("home/inbox/elak.txt", InventedCase.Hostile);
        _folder.Write("home/inbox/utdrag.txt", InventedMinutes.Clean);
        File.Copy(Repository.Testdata("scans", "ON utdrag § 52.pdf"), Path.Combine(home.Inbox, "skannat.pdf"));
        File.Copy(Repository.Testdata("broken", "zero-pages.pdf"), Path.Combine(home.Inbox, "trasig.pdf"));
        Workshop = await Workshop.OpenAsync(home, _settings, watches: true, TimeProvider.System, CancellationToken.None);
        _site = Site.Build(Workshop);
        await _site.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(_site.Urls.First()) };
        await RunningService.EventuallyAsync(() => Workshop.Ledger.Count() is { Done: 6, Quarantined: 1 }, "six documents done and one in quarantine");
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _site.StopAsync();
        await _site.DisposeAsync();
        await Workshop.DisposeAsync();
    }

    /// <summary>After all else.</summary>
    public void Dispose() => _folder.Dispose();

    /// <summary>The answer's JSON; anything but 200 fails.</summary>
    public async Task<JsonNode> JsonAsync(string address)
    {
        using var answer = await Client.GetAsync(address);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>The problem that the answer is; anything else fails.</summary>
    public async Task<JsonNode> ProblemAsync(string address, HttpStatusCode status)
    {
        using var answer = await Client.GetAsync(address);
        Assert.Equal((address, status, "application/problem+json"), (address, answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal((int)status, (int)problem["status"]!);
        Assert.False(string.IsNullOrEmpty((string?)problem["detail"]), $"{address} does not say what to do");
        return problem;
    }

    /// <summary>A first hit of a search.</summary>
    public async Task<JsonNode> HitAsync(string parameters) => (await JsonAsync($"/api/v1/search?{parameters}"))["hits"]![0]!;

    /// <summary>A document of its own, taken in over the API and searchable.</summary>
    public async Task<string> SendAsync(string text, string fileName)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/documents?fileName={Uri.EscapeDataString(fileName)}") { Content = new StringContent(text) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Secret);
        using var answer = await Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var id = (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["id"]!;
        await RunningService.EventuallyAsync(() => Workshop.Ledger.Find(Documents.DocumentId.Parse(id))!.State == Archive.DocumentState.Searchable, $"{fileName} searchable");
        return id;
    }

    /// <summary>Removes what a test has sent.</summary>
    public async Task DeleteAsync(string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/documents/{id}?reason=prov");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Secret);
        using var answer = await Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }
}
