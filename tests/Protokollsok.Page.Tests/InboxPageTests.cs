using System.Net;
using Microsoft.Playwright;
using Protokollsok.Tests;
using static Microsoft.Playwright.Assertions;

namespace Protokollsok.Page.Tests;

[Collection(OneHome.Name)]
public sealed class InboxPageTests(PageHome home)
{
    [Theory]
    [InlineData("sv", "Filen är skyddad med lösenord.")]
    [InlineData("en", "The file is protected by a password.")]
    public async Task Why_a_file_is_in_quarantine_is_told_in_the_reader_s_language(string language, string told)
    {
        await using var visit = await home.VisitAsync();
        var page = await visit.GoAsync($"/sprak/{language}?till=/inkorg");
        await Expect(page.Locator("section[aria-labelledby='karantan']")).ToContainTextAsync(told);
    }

    [Fact]
    public async Task Without_a_sign_in_everything_is_read_only()
    {
        await using var visit = await home.VisitAsync();
        var page = await visit.GoAsync("/inkorg");
        await Expect(page.Locator("#lamna")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Försök igen" })).ToHaveCountAsync(0);
        await Expect(page.Locator(".papers .bad", new() { HasText = "låst.pdf" })).ToContainTextAsync("lösenord");

        foreach (var address in (string[])["/inkorg?handler=Upload", "/inkorg?handler=Retry", "/arkiv?handler=Verify"])
        {
            using var answer = await home.Client.PostAsync(address, new FormUrlEncodedContent([]));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Contains("logga in", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_wrong_secret_is_told_and_a_right_one_signs_in_with_a_guarded_cookie_until_one_signs_out()
    {
        await using var visit = await home.VisitAsync();
        var page = await visit.GoAsync("/logga-in");
        await page.GetByLabel("Nyckel", new() { Exact = true }).FillAsync("fel nyckel");
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Logga in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("stämmer inte");
        visit.Forgive("403");

        await visit.SignInAsync();
        var cookies = (await visit.Context.CookiesAsync()).Where(cookie => cookie.Name.StartsWith("protokollsok", StringComparison.Ordinal)).ToList();
        Assert.Contains(cookies, cookie => cookie.Name == "protokollsok");
        Assert.All(cookies, cookie => Assert.Equal((true, SameSiteAttribute.Strict), (cookie.HttpOnly, cookie.SameSite)));

        await page.GetByRole(AriaRole.Button, new() { Name = "Logga ut" }).ClickAsync();
        await visit.GoAsync("/inkorg");
        await Expect(page.Locator("#lamna")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_form_that_did_not_come_from_the_page_changes_nothing()
    {
        await using var visit = await home.VisitAsync();
        await visit.SignInAsync();
        var answer = await visit.Page.EvaluateAsync<int>("fetch('/inkorg?handler=Retry', { method: 'POST', body: new URLSearchParams({ id: 'x' }) }).then(answer => answer.status)");
        Assert.Equal(400, answer);
        visit.Forgive("400");
    }

    [Fact]
    public async Task Files_are_handed_in_with_their_progress_and_are_seen_to_be_done_without_reloading()
    {
        await using var visit = await home.VisitAsync();
        await visit.SignInAsync();
        var page = visit.Page;
        await page.EvaluateAsync("window.same = true");
        await page.GetByLabel("Släpp filer här").SetInputFilesAsync(
        [
            new FilePayload { Name = "nytt utdrag.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes("Ekåsa kommun\nTekniska nämnden\nSammanträdesdatum 2021-04-13\n\n§ 3 Nya cykelställ\n\nTekniska nämndens beslut\n\n1. Cykelställ köps in för 40 000 kronor.\n") },
            new FilePayload { Name = "trasig.pdf", MimeType = "application/pdf", Buffer = await File.ReadAllBytesAsync(Repository.Testdata("broken", "truncated.pdf")) },
        ]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Lämna in" }).ClickAsync();
        await Expect(page.Locator("#pa-vag li", new() { HasText = "nytt utdrag.txt" })).ToContainTextAsync("mottagen");
        await Expect(page.Locator("#klara ~ .papers a", new() { HasText = "nytt utdrag.txt" }).First).ToBeVisibleAsync();
        await Expect(page.Locator(".papers .bad", new() { HasText = "trasig.pdf" })).ToContainTextAsync("skadad");
        Assert.True(await page.EvaluateAsync<bool>("window.same === true"));

        await page.Locator(".papers .bad", new() { HasText = "trasig.pdf" }).GetByRole(AriaRole.Button, new() { Name = "Försök igen" }).ClickAsync();
        await Expect(page.Locator(".told")).ToContainTextAsync("trasig.pdf");
        await Expect(page.Locator(".papers .bad", new() { HasText = "trasig.pdf" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_archivist_sees_that_the_accounting_adds_up_and_that_every_original_is_what_it_was()
    {
        await using var visit = await home.VisitAsync();
        await visit.SignInAsync("/arkiv");
        var page = visit.Page;
        await Expect(page.Locator("main")).ToContainTextAsync("Bokföringen går ihop");
        await Expect(page.Locator(".plot")).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Button, new() { Name = "Kontrollera nu" }).ClickAsync();
        await Expect(page.Locator("#fixitet ~ .told")).ToContainTextAsync("Alla är oförändrade");
        await Expect(page.Locator("#fixitet ~ .told")).ToContainTextAsync("karin");
    }

    [Fact]
    public async Task The_keys_that_protect_sign_ins_lie_in_the_home_for_its_owner_alone()
    {
        await using var visit = await home.VisitAsync();
        await visit.GoAsync("/logga-in");
        var keys = Path.Combine(Path.GetDirectoryName(home.Inbox)!, "keys");
        Assert.NotEmpty(Directory.GetFiles(keys));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(keys));
    }
}
