using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Protokollsok.Page.Tests;

[Collection(OneHome.Name)]
public sealed class SearchPageTests(PageHome home)
{
    [Fact]
    public async Task A_person_types_takes_a_suggestion_and_finds_the_decision()
    {
        await using var visit = await home.VisitAsync();
        var page = await visit.GoAsync("/");
        var box = page.GetByRole(AriaRole.Combobox, new() { Name = "Sök beslut" });
        await box.PressSequentiallyAsync("familjece");
        await Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await box.PressAsync("ArrowDown");
        await Expect(box).ToHaveAttributeAsync("aria-activedescendant", "forslag-0");
        await box.PressAsync("Enter");

        await page.WaitForURLAsync("**/?*q=familjece*");
        var card = page.Locator(".hit", new() { HasText = "125 000 kronor" }).First;
        await Expect(card.Locator(".kind")).ToHaveTextAsync("Beslut 1");
        await Expect(card).ToContainTextAsync("§ 52");
        await Expect(card).ToContainTextAsync("Omsorgsnämnden");
        await Expect(card.GetByRole(AriaRole.Link, new() { Name = "ON 2019-117" })).ToBeVisibleAsync();
        await Expect(card.Locator(".amount").First).ToContainTextAsync("125 000");
        await Expect(card).ToContainTextAsync("Hittad genom");
        await Expect(page.Locator(".coverage")).ToContainTextAsync(new System.Text.RegularExpressions.Regex("Söker i [0-9]+ av [0-9]+ dokument\\."));
    }

    [Theory]
    [InlineData("sv", "Inget har alla orden. Det här har de flesta av dem.")]
    [InlineData("en", "Nothing has all of the words. This has most of them.")]
    public async Task Where_nothing_has_all_of_many_words_the_page_says_that_it_shows_what_has_most(string language, string told)
    {
        await using var visit = await home.VisitAsync();
        await visit.GoAsync($"/sprak/{language}?till=/");
        var page = await visit.GoAsync("/?q=familjecentralen råsjö utökat föräldrastöd kvastfening");
        await Expect(page.Locator(".found .notice")).ToHaveTextAsync(told);
        await Expect(page.Locator(".hit").First).ToBeVisibleAsync();
        await visit.GoAsync("/?q=familjecentralen råsjö utökat föräldrastöd");
        await Expect(page.Locator(".found .notice")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_hit_on_a_scan_shows_the_piece_of_the_scan_with_the_word_marked()
    {
        await using var visit = await home.VisitAsync();
        var page = await visit.GoAsync("/?q=skolskjuts&kind=proposal");
        var crop = page.Locator(".crop img").First;
        await crop.ScrollIntoViewIfNeededAsync();
        await Expect(crop).ToHaveJSPropertyAsync("complete", true);
        Assert.Equal(860, await crop.EvaluateAsync<int>("image => image.decode().then(() => image.naturalWidth)"));
        // The marker's yellow is nowhere on a grey scan.
        var yellow = await crop.EvaluateAsync<int>(
            """
            image => { const canvas = document.createElement('canvas'); canvas.width = image.naturalWidth; canvas.height = image.naturalHeight;
              const pen = canvas.getContext('2d'); pen.drawImage(image, 0, 0);
              const points = pen.getImageData(0, 0, canvas.width, canvas.height).data;
              let yellow = 0; for (let i = 0; i < points.length; i += 4) if (points[i] > 200 && points[i + 2] < points[i] - 80) yellow++;
              return yellow; }
            """);
        Assert.InRange(yellow, 300, 100_000);
    }

    [Fact]
    public async Task Facets_years_and_ranges_narrow_the_search_and_chips_widen_it()
    {
        await using var visit = await home.VisitAsync();
        var page = await visit.GoAsync("/?q=beslut*");
        var all = await page.Locator("#antal").InnerTextAsync();

        await page.GetByRole(AriaRole.Complementary).GetByRole(AriaRole.Link, new() { Name = "Omsorgsnämnden" }).ClickAsync();
        await Expect(page.Locator(".chips")).ToContainTextAsync("Omsorgsnämnden");
        Assert.Contains("board=Omsorgsn", page.Url, StringComparison.Ordinal);
        await page.Locator(".chips a").First.ClickAsync();
        await Expect(page.Locator("#antal")).ToHaveTextAsync(all);

        await page.Locator("svg.years a").First.ClickAsync();
        Assert.Matches("from=\\d{4}-01-01&to=\\d{4}-12-31", page.Url);
        await page.GoBackAsync();

        await page.GetByLabel("Lägst (kr)").FillAsync("100 000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Använd" }).ClickAsync();
        await Expect(page.Locator(".chips")).ToContainTextAsync("100 000");
        Assert.Contains("q=beslut", page.Url, StringComparison.Ordinal);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Tabell (CSV)" })).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("search\\.csv\\?.*minAmount="));
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Bevaka sökningen (Atom)" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_citation_is_copied_and_its_address_leads_to_the_place()
    {
        await using var visit = await home.VisitAsync();
        var page = await visit.GoAsync("/?q=familjecentral&kind=decision");
        await page.GetByRole(AriaRole.Button, new() { Name = "Kopiera hänvisning" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Kopierad" })).ToBeVisibleAsync();
        var citation = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Matches("^Omsorgsnämnden, .*2019-05-14, § 52, beslut 1, dnr ON 2019-117\\. http", citation);

        await visit.GoAsync(citation[citation.IndexOf("http", StringComparison.Ordinal)..]);
        await Expect(page.Locator("#text .w.here").First).ToBeVisibleAsync();
        Assert.Contains("125 000 kronor", string.Join(' ', await page.Locator("#text .w.here").AllInnerTextsAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?q=bron+dnr:")] // a field without a value
    [InlineData("/?from=2024-13-01")]
    public async Task What_cannot_be_understood_is_said_in_plain_Swedish(string address)
    {
        await using var visit = await home.VisitAsync();
        var page = await visit.GoAsync(address);
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Where_nothing_is_found_what_may_have_been_meant_is_offered()
    {
        await using var visit = await home.VisitAsync();
        var page = await visit.GoAsync("/?q=familjecentrlaen");
        await page.Locator(".meant a").ClickAsync();
        await Expect(page.Locator(".hit").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task English_stands_beside_Swedish_and_is_remembered()
    {
        await using var visit = await home.VisitAsync();
        var page = await visit.GoAsync("/?q=familjecentral");
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        Assert.Contains("q=familjecentral", page.Url, StringComparison.Ordinal);
        await visit.GoAsync("/inkorg");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Inbox");
    }
}
