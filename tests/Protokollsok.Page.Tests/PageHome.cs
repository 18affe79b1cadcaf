using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Protokollsok.Tests;

namespace Protokollsok.Page.Tests;

/// <summary>
/// One service with a small archive, and one browser, for all tests: invented minutes and a letter of one case, a scan and a
/// damaged text of testdata, a file that cannot be read, and a document that would like to be a program.
/// </summary>
public sealed class PageHome : IAsyncLifetime, IDisposable
{
    public const string Secret = "0123456789abcdef0123456789abcdef";

    /// <summary>Of another person.</summary>
    public const string SecretOfOlle = "fedcba9876543210fedcba9876543210";

    /// <summary>What would run if it were ever taken for markup.</summary>
    public const string HostileText =
        """
        Ängslunda kommun
        Kulturnämnden
        Sammanträdesdatum 2020-02-18

        § 7 "><img src=x onerror="document.title='övertagen'"> Märkligheter

        Kulturnämndens beslut

        1. Lyktfesten <script>document.title='övertagen'</script> får 15 000 kronor.
        2. </title></textarea><svg onload=alert(1)> antecknas till protokollet.
        """;

    public const string HostileName = "<img src=x onerror=alert(1)>'\"&.txt";

    private const string Letter =
        """
        Sälgåsens kommun
        Omsorgsförvaltningen
        Tjänsteskrivelse
        2019-04-23

        Dnr ON 2019-117

        Utökat föräldrastöd i Råsjö familjecentral

        Förslag till beslut

        Omsorgsförvaltningen föreslår omsorgsnämnden besluta

        1. Familjecentralen i Råsjö får 150 000 kronor för utökat föräldrastöd från 2019-08-01 till och med 2019-12-31.
        2. Förvaltningen ska redovisa hur stödet har använts senast i februari 2020.

        Sammanfattning

        Kön till samtalen är lång. Stödet till nyblivna föräldrar behöver byggas ut under hösten.
        """;

    private readonly TemporaryFolder _folder = new();
    private RunningService? _service;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal Uri Address => _service!.Client.BaseAddress!;

    internal HttpClient Client => _service!.Client;

    internal string Inbox => _folder.File("home/inbox");

    /// <summary>The id of the document that came under a name.</summary>
    internal Dictionary<string, string> Ids { get; } = [];

    public async Task InitializeAsync()
    {
        Environment.SetEnvironmentVariable("PROTOKOLLSOK_TOKENS_KARIN", Secret);
        Environment.SetEnvironmentVariable("PROTOKOLLSOK_TOKENS_OLLE", SecretOfOlle);
        Drop();
        _service = await RunningService.StartAsync(_folder.File("home"));
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(OneHome.Patience);
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu"] });
        await AllReadAsync();
        foreach (var document in (await Client.GetFromJsonAsync<JsonNode>("/api/v1/documents"))!["documents"]!.AsArray())
            Ids[(string)document!["fileName"]!] = (string)document["id"]!;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_service is not null) await _service.DisposeAsync();
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>A person with a browser of her own.</summary>
    internal async Task<Visit> VisitAsync(int width = 1280, int height = 900, ColorScheme scheme = ColorScheme.Light) =>
        new(this, await _browser!.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = scheme,
            Permissions = ["clipboard-read", "clipboard-write"],
        }));

    /// <summary>Hands a text file in, and waits as a clerk does, with the inbox before her eyes, until it is done.</summary>
    /// <returns>Its id.</returns>
    internal async Task<string> DropAsync(string name, string text)
    {
        await File.WriteAllTextAsync(Path.Combine(Inbox, name), text);
        await using var visit = await VisitAsync();
        var page = await visit.GoAsync("/inkorg");
        var link = page.Locator("section[aria-labelledby='klara']").GetByRole(AriaRole.Link, new() { Name = name, Exact = true });
        await Assertions.Expect(link).ToBeVisibleAsync();
        return (await link.GetAttributeAsync("href"))!.Split('/', '?')[2];
    }

    /// <summary>A browser whose scripts are turned off.</summary>
    internal Task<IBrowserContext> ContextWithoutScriptAsync() => _browser!.NewContextAsync(new() { BaseURL = Address.ToString(), JavaScriptEnabled = false });

    private async Task AllReadAsync()
    {
        for (var tries = 0; tries < 3000; tries++)
        {
            var status = (await Client.GetFromJsonAsync<JsonNode>("/api/v1/status"))!;
            if ((int)status["done"]! == 5 && (int)status["quarantined"]! == 1) return;
            await Task.Delay(100);
        }

        Assert.Fail("Waited five minutes in vain for all documents.");
    }

    private void Drop()
    {
        var inbox = Directory.CreateDirectory(Inbox).FullName;
        File.WriteAllText(Path.Combine(inbox, "utdrag.txt"), InventedMinutes.Clean);
        File.WriteAllText(Path.Combine(inbox, "skrivelse.txt"), Letter);
        File.WriteAllText(Path.Combine(inbox, HostileName), HostileText);
        File.Copy(Repository.Testdata("scans", "MBN grundvatten Råsjö.txt"), Path.Combine(inbox, "MBN grundvatten Råsjö.txt"));
        File.Copy(Repository.Testdata("scans", "BUN2020-215_skolskjuts_OCR.pdf"), Path.Combine(inbox, "BUN2020-215_skolskjuts_OCR.pdf"));
        File.Copy(Repository.Testdata("broken", "encrypted.pdf"), Path.Combine(inbox, "låst.pdf"));
    }
}
