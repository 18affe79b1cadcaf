using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Protokollsok.Page.Tests;

[Collection(OneHome.Name)]
public sealed class DocumentPageTests(PageHome home)
{
    private string Scan => $"/dokument/{home.Ids["BUN2020-215_skolskjuts_OCR.pdf"]}";

    [Fact]
    public async Task The_words_searched_for_are_marked_on_the_scan_and_in_its_text()
    {
        await using var visit = await home.VisitAsync(1600, 1000);
        var page = await visit.GoAsync($"{Scan}?sida=1&q=skolskjuts");
        var marks = page.Locator("#text mark.w");
        Assert.InRange(await marks.CountAsync(), 1, 100);
        Assert.Equal(await marks.CountAsync(), await page.Locator("#bild rect.hit").CountAsync());
        Assert.All(await marks.AllInnerTextsAsync(), word => Assert.Contains("skolskjuts", word, StringComparison.OrdinalIgnoreCase));
        // The scan itself is there, right-sized and in a modern format.
        var picture = await page.EvaluateAsync<string>("fetch(document.querySelector('#bild image').getAttribute('href')).then(answer => answer.headers.get('content-type') + ' ' + answer.status)");
        Assert.Equal("image/webp 200", picture);
    }

    [Fact]
    public async Task A_click_on_the_scan_finds_the_word_in_the_text_and_one_in_the_text_the_place_on_the_scan()
    {
        await using var visit = await home.VisitAsync(1600, 1000);
        var page = await visit.GoAsync($"{Scan}?sida=1&q=skolskjuts");
        var mark = page.Locator("#bild rect.hit").First;
        await mark.ClickAsync(new() { Force = true });
        await Expect(page.Locator("#text .w.at")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("skolskjuts", System.Text.RegularExpressions.RegexOptions.IgnoreCase));

        var word = page.Locator("#text .w[data-b]").Nth(12);
        await word.ClickAsync();
        var box = (await word.GetAttributeAsync("data-b"))!.Split(' ').Select(int.Parse).ToArray();
        await Expect(page.Locator("#pekare")).ToHaveAttributeAsync("x", $"{box[0] - 5}");
        var (pointer, pane) = ((await page.Locator("#pekare").BoundingBoxAsync())!, (await page.Locator(".scan").BoundingBoxAsync())!);
        Assert.InRange(pointer.Y, pane.Y - 1, pane.Y + pane.Height);
    }

    [Fact]
    public async Task Every_repair_is_shown_on_demand_as_read_as_repaired_and_how_sure()
    {
        await using var visit = await home.VisitAsync(1600, 1000);
        var page = await visit.GoAsync($"/dokument/{home.Ids["MBN grundvatten Råsjö.txt"]}");
        var repaired = page.Locator("#text .w.fixed").First;
        var was = await repaired.GetAttributeAsync("data-was");
        var toggle = page.GetByRole(AriaRole.Button, new() { Name = "Visa rättningar" });
        await toggle.ClickAsync();
        await Expect(toggle).ToHaveAttributeAsync("aria-pressed", "true");
        await repaired.ClickAsync();
        await Expect(page.Locator("#rattning")).ToContainTextAsync($"Läst som {was} · Rättat till {await repaired.InnerTextAsync()} · Säkerhet");
        await page.Locator("summary", new() { HasText = "Rättningar på sidan" }).ClickAsync();
        await Expect(page.Locator(".side details[open] li", new() { HasText = $"läst som ”{was}”" }).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_list_of_what_was_found_jumps_to_its_place_on_this_page_and_on_others()
    {
        await using var visit = await home.VisitAsync(1600, 1000);
        var page = await visit.GoAsync($"{Scan}?sida=1");
        await page.Locator("summary", new() { HasText = "Diarienummer" }).ClickAsync();
        var link = page.Locator(".side details[open] a[data-jump*='-']").Last;
        await link.ClickAsync();
        await Expect(page.Locator("#text .w.here").First).ToBeVisibleAsync();
        Assert.Contains("plats=", page.Url, StringComparison.Ordinal);
        // What the address says holds without the script, too.
        await page.ReloadAsync();
        await Expect(page.Locator("#bild rect.here").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Keys_turn_pages_zoom_rotate_and_go_from_hit_to_hit_unless_they_are_turned_off()
    {
        await using var visit = await home.VisitAsync(1600, 1000);
        var page = await visit.GoAsync($"{Scan}?sida=1&q=skolskjuts");
        var before = (await page.Locator("#bild").BoundingBoxAsync())!.Width;
        await page.Keyboard.PressAsync("+");
        Assert.InRange((await page.Locator("#bild").BoundingBoxAsync())!.Width, before * 1.2, before * 1.3);
        await page.Keyboard.PressAsync("r");
        await Expect(page.Locator("#papper")).ToHaveAttributeAsync("transform", new System.Text.RegularExpressions.Regex("rotate\\(90\\)"));
        await page.Keyboard.PressAsync("m");
        await Expect(page.Locator("#text mark.at")).ToHaveCountAsync(1);
        // A person presses again when a key was lost while the page still moved to the hit.
        for (var tries = 0; tries < 5 && !page.Url.Contains("sida=2", StringComparison.Ordinal); tries++)
        {
            await page.Keyboard.PressAsync("n");
            await page.WaitForTimeoutAsync(3000);
        }

        await page.WaitForURLAsync("**sida=2**");
        Assert.Contains("q=skolskjuts", page.Url, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("?");
        await page.GetByLabel("Kortkommandon är på").UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Stäng" }).ClickAsync();
        await page.Keyboard.PressAsync("p");
        await Expect(page.Locator(".turn")).ToContainTextAsync("Sida 2 av 2");
    }

    [Fact]
    public async Task Pictures_are_right_sized_and_fetched_again_only_when_they_have_changed()
    {
        var id = home.Ids["BUN2020-215_skolskjuts_OCR.pdf"];
        using var whole = await home.Client.GetAsync($"/bild/{id}/1?bredd=1240");
        Assert.Equal("image/webp", whole.Content.Headers.ContentType!.MediaType);
        Assert.InRange((await whole.Content.ReadAsByteArrayAsync()).Length, 10_000, 400_000);
        using var thumbnail = await home.Client.GetAsync($"/bild/{id}/1?bredd=160");
        Assert.InRange((await thumbnail.Content.ReadAsByteArrayAsync()).Length, 500, 15_000);

        using var again = new HttpRequestMessage(HttpMethod.Get, $"/bild/{id}/1?bredd=1240");
        again.Headers.IfNoneMatch.Add(whole.Headers.ETag!);
        using var answer = await home.Client.SendAsync(again);
        Assert.Equal(System.Net.HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await home.Client.GetAsync($"/bild/{id}/99?bredd=1240")).StatusCode);
    }

    [Fact]
    public async Task The_original_can_be_taken_away_and_the_receipt_be_printed()
    {
        await using var visit = await home.VisitAsync();
        var page = await visit.GoAsync(Scan);
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Hämta originalet" }).ClickAsync());
        Assert.Equal("BUN2020-215_skolskjuts_OCR.pdf", download.SuggestedFilename);
        await page.GetByRole(AriaRole.Link, new() { Name = "Kvittens" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync(home.Ids["BUN2020-215_skolskjuts_OCR.pdf"]);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator(".top")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_case_sets_what_was_proposed_against_what_was_decided()
    {
        await using var visit = await home.VisitAsync();
        var page = await visit.GoAsync("/arende/on-2019-117");
        await Expect(page.Locator("h1")).ToHaveTextAsync("ON 2019-117");
        var changed = page.Locator(".pair", new() { HasText = "Beslutat med ändringar" });
        await Expect(changed.Locator("del")).ToHaveTextAsync("150 000");
        await Expect(changed.Locator("ins")).ToHaveTextAsync("125 000");
        await Expect(page.Locator(".pair", new() { HasText = "Beslutat som föreslaget" })).ToHaveCountAsync(1);
        Assert.Equal(["2019-04-23", "2019-05-14"], await page.Locator(".timeline .when").AllInnerTextsAsync());
        Assert.Equal(404, (await page.GotoAsync("/arende/finns-1901-1"))!.Status);
        visit.Forgive("404");
    }
}
