using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Protokollsok.Tests;
using static Microsoft.Playwright.Assertions;

namespace Protokollsok.Page.Tests;

/// <summary>What holds for every page: legible for everybody, small, escaped, in both languages.</summary>
[Collection(OneHome.Name)]
public sealed partial class EveryPageTests(PageHome home)
{
    private const int MostBytes = 150_000;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private string[] Pages =>
    [
        "/", "/?q=skolskjuts", "/?q=finnsinte", "/?from=2024-13-01", $"/dokument/{home.Ids["BUN2020-215_skolskjuts_OCR.pdf"]}?sida=1&q=skolskjuts",
        $"/dokument/{home.Ids["utdrag.txt"]}", $"/dokument/{home.Ids["utdrag.txt"]}/kvittens", "/arende/on-2019-117", "/inkorg", "/granska", "/granska?slag=varden", "/arkiv", "/logga-in", "/fel/404",
    ];

    [Theory]
    [InlineData(360, 740, ColorScheme.Light, "sv")]
    [InlineData(360, 740, ColorScheme.Dark, "en")]
    [InlineData(1280, 900, ColorScheme.Dark, "sv")]
    [InlineData(1920, 1080, ColorScheme.Light, "en")] // a projector
    public async Task No_page_has_a_fault_that_axe_knows_and_none_is_wider_than_its_screen(int width, int height, ColorScheme scheme, string language)
    {
        await using var visit = await home.VisitAsync(width, height, scheme);
        await visit.SignInAsync();
        await visit.GoAsync($"/sprak/{language}?till=/inkorg");
        var faults = new List<string>();
        foreach (var address in Pages)
        {
            var page = await visit.GoAsync(address);
            faults.AddRange((await FaultsAsync(page)).Select(fault => $"{address}: {fault}"));
            var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (wide > width) faults.Add($"{address}: {wide} pixels wide");
        }

        visit.Forgive("404");
        Assert.Empty(faults);
    }

    [Fact]
    public async Task With_suggestions_repairs_and_shortcuts_shown_axe_finds_no_fault_either()
    {
        await using var visit = await home.VisitAsync(1600, 1000);
        var page = await visit.GoAsync("/");
        await page.GetByRole(AriaRole.Combobox).PressSequentiallyAsync("fam");
        await Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        Assert.Empty(await FaultsAsync(page));
        await visit.GoAsync($"/dokument/{home.Ids["MBN grundvatten Råsjö.txt"]}");
        await page.Keyboard.PressAsync("t");
        await page.Locator("#text .w.fixed").First.ClickAsync();
        foreach (var list in await page.Locator(".side summary").AllAsync()) await list.ClickAsync();
        Assert.Empty(await FaultsAsync(page));
        await page.Keyboard.PressAsync("?");
        Assert.Empty(await FaultsAsync(page));
    }

    [Fact]
    public async Task What_cannot_be_taken_stays_in_its_field_with_the_reason_tied_to_it()
    {
        await using var visit = await home.VisitAsync();
        await visit.SignInAsync();
        var page = await visit.GoAsync("/granska?slag=ord");
        await page.GetByLabel("Något annat").FillAsync("inget=ord");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ändra" }).ClickAsync();
        await Expect(page.Locator("#ratt")).ToHaveValueAsync("inget=ord");
        await Expect(page.Locator("#ratt")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Locator("#ratt")).ToHaveAccessibleDescriptionAsync(new Regex("^Det går inte att skriva så"));
        await Expect(page.Locator("#ratt")).ToBeFocusedAsync();
        Assert.Empty(await FaultsAsync(page));
    }

    [Fact]
    public async Task Markup_in_a_document_or_its_name_stays_text_wherever_it_is_shown()
    {
        await using var visit = await home.VisitAsync(1600, 1000);
        var id = home.Ids[PageHome.HostileName];
        foreach (var address in (string[])["/?q=lyktfesten", "/?q=m%C3%A4rkligheter", "/?q=%3Cscript%3Ealert(1)%3C/script%3E", $"/dokument/{id}?q=script", $"/dokument/{id}/kvittens", "/inkorg", "/arkiv", "/granska", $"/granska?dokument={id}", "/arende/%3Cimg%20src=x%20onerror=alert(1)%3E"])
        {
            var page = await visit.GoAsync(address);
            Assert.NotEqual("övertagen", await page.TitleAsync());
            Assert.Equal(0, await page.Locator("img[src='x'], svg[onload], body script, [onerror]").CountAsync());
        }

        visit.Forgive("404");
        await visit.GoAsync($"/dokument/{id}");
        await Expect(visit.Page.Locator("#text")).ToContainTextAsync("<script>document.title='övertagen'</script>");
        await visit.GoAsync("/inkorg");
        await Expect(visit.Page.Locator("#laget")).ToContainTextAsync(PageHome.HostileName);
    }

    [Fact]
    public async Task The_browser_runs_and_loads_nothing_but_what_is_ours()
    {
        foreach (var address in Pages)
        {
            using var answer = await home.Client.GetAsync(address);
            var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'; script-src 'self'; ", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            var html = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotMatch(" style=\"| on[a-z]+=\"|<style", html);
        }
    }

    [Fact]
    public async Task No_page_weighs_more_than_it_may_without_the_scan()
    {
        foreach (var address in Pages)
        {
            var (html, weight) = await WeighAsync(address);
            foreach (var part in Part().Matches(html).Select(match => match.Groups[1].Value).Append("/common.js").Distinct()) weight += (await WeighAsync(part)).Bytes;
            Assert.InRange(weight, 1000, MostBytes);
        }
    }

    [Fact]
    public void Both_languages_have_the_same_texts_and_every_text_that_a_page_names()
    {
        var folder = Path.Combine(Repository.Root, "src", "Protokollsok", "Pages");
        var (swedish, english) = (Keys(Path.Combine(folder, "PageText.resx")), Keys(Path.Combine(folder, "PageText.en.resx")));
        Assert.Equal(swedish.Order(StringComparer.Ordinal), english.Order(StringComparer.Ordinal));
        var named = Directory.GetFiles(folder, "*.cs*", SearchOption.AllDirectories).SelectMany(file => Named().Matches(File.ReadAllText(file))).ToList();
        Assert.InRange(named.Count, 100, 1000);
        Assert.All(named, name => Assert.Contains(name.Groups[2].Value, name.Groups[1].Value.Contains("Count", StringComparison.Ordinal) ? swedish.Select(key => key.Replace(".many", "", StringComparison.Ordinal)) : swedish));
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        await page.EvaluateAsync(Axe);
        var json = await page.EvaluateAsync<string>(
            "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(found => JSON.stringify(found.violations.map(one => `${one.id}: ${one.nodes.map(node => node.target.join(' ') + ' ' + node.failureSummary).slice(0, 3).join(' | ')}`)))");
        return JsonSerializer.Deserialize<List<string>>(json)!;
    }

    private async Task<(string Html, long Bytes)> WeighAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var answer = await home.Client.SendAsync(request);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (!answer.Content.Headers.ContentEncoding.Contains("br")) return (System.Text.Encoding.UTF8.GetString(bytes), bytes.Length);
        await using var plain = new System.IO.Compression.BrotliStream(new MemoryStream(bytes), System.IO.Compression.CompressionMode.Decompress);
        return (await new StreamReader(plain).ReadToEndAsync(), bytes.Length);
    }

    private static HashSet<string> Keys(string resx) => [.. XDocument.Load(resx).Root!.Elements("data").Select(data => (string)data.Attribute("name")!)];

    [GeneratedRegex("(?:src|href)=\"(/[a-z]+\\.(?:css|js|svg)[^\"]*)\"")]
    private static partial Regex Part();

    [GeneratedRegex("(T\\[|text\\[|T\\.Count\\(|text\\.Count\\()\"([a-z.A-Z0-9]+[a-zA-Z0-9])\"")]
    private static partial Regex Named();
}
