using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Protokollsok.Tests;
using static Microsoft.Playwright.Assertions;

namespace Protokollsok.Page.Tests;

[Collection(OneHome.Name)]
public sealed partial class ReviewPageTests(PageHome home)
{
    [Fact]
    public async Task Without_a_sign_in_what_is_unsure_can_be_looked_at_and_nothing_be_said_of_it()
    {
        var id = await DropAsync("granska läsande.txt", "Lomsj");
        await using var visit = await home.VisitAsync();
        var page = await visit.GoAsync($"/granska?dokument={id}");
        await Expect(page.Locator("#fraga")).ToHaveTextAsync(new Regex("ska det vara|Stämmer det"));
        await Expect(page.Locator(".doubt form")).ToHaveCountAsync(0);
        await Expect(page.Locator(".notice")).ToContainTextAsync("logga in");
        var first = await page.Locator(".context mark").InnerTextAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Hoppa över" }).ClickAsync();
        await Expect(page.Locator(".gone")).ToHaveTextAsync(new Regex("^2 av [0-9]+$"));
        Assert.NotEqual(first, await page.Locator(".context mark").InnerTextAsync());

        using var answer = await home.Client.PostAsync("/granska?handler=Decide", new FormUrlEncodedContent([new("id", id), new("svar", "Accept")]));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Without_a_sign_in_keys_only_pass_by()
    {
        var id = await DropAsync("granska tangenter utan nyckel.txt", "Nymsj");
        await using var visit = await home.VisitAsync();
        var page = await visit.GoAsync($"/granska?dokument={id}");
        var total = await page.Locator(".gone").InnerTextAsync();
        var first = await page.Locator(".context mark").InnerTextAsync();
        foreach (var key in new[] { "g", "b", "k", "e", "u" }) await page.Keyboard.PressAsync(key);
        await Expect(page.Locator(".context mark")).ToHaveTextAsync(first);
        await Expect(page.Locator(".gone")).ToHaveTextAsync(total);
        await page.Keyboard.PressAsync("h");
        await Expect(page.Locator(".gone")).ToHaveTextAsync(new Regex("^2 av "));
        await page.GoBackAsync();
        await Expect(page.Locator(".context mark")).ToHaveTextAsync(first);
    }

    [Fact]
    public async Task Keys_accept_reject_change_and_pass_by_and_the_last_answer_is_undone()
    {
        var id = await DropAsync("granska tangenter.txt", "Tolmsj");
        await using var visit = await home.VisitAsync();
        await visit.SignInAsync();
        var page = await visit.GoAsync($"/granska?dokument={id}");
        var total = int.Parse((await page.Locator(".gone").InnerTextAsync()).Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture);

        var first = await page.Locator(".context mark").InnerTextAsync();
        await page.Keyboard.PressAsync("g");
        await Expect(page.Locator(".last")).ToContainTextAsync("Antecknat: ”");
        await Expect(page.Locator("#sak")).ToBeFocusedAsync();
        await Expect(page.Locator(".gone")).ToHaveTextAsync($"2 av {total}");
        await page.Keyboard.PressAsync("u");
        await Expect(page.Locator(".gone")).ToHaveTextAsync($"1 av {total}");
        await Expect(page.Locator(".context mark")).ToHaveTextAsync(first);

        await page.Keyboard.PressAsync("b");
        await Expect(page.Locator(".last")).ToContainTextAsync("står som det lästes");
        await page.Keyboard.PressAsync("h");
        await Expect(page.Locator(".gone")).ToHaveTextAsync(new Regex("^3 av "));
        await page.Keyboard.PressAsync("e");
        await Expect(page.Locator("#ratt")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("bergsg");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".last")).ToContainTextAsync("är ”bergsg”");

        await page.GetByLabel("Kortkommandon är på").UncheckAsync();
        await page.Keyboard.PressAsync("h");
        await Expect(page.Locator(".gone")).ToHaveTextAsync(new Regex("^4 av "));
        await page.GetByLabel("Kortkommandon är på").CheckAsync();
    }

    [Fact]
    public async Task What_a_person_decided_survives_reprocessing_and_later_documents_are_repaired_by_it()
    {
        const string Name = "Gasjö";
        var id = await DropAsync("granska namn.txt", "Gasj");
        await using var visit = await home.VisitAsync();
        await visit.SignInAsync();
        var page = await visit.GoAsync($"/granska?slag=ord&dokument={id}");
        await GoToAsync(page, "Gasj6");
        await page.GetByLabel("Något annat").FillAsync(Name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ändra" }).ClickAsync();
        await Expect(page.Locator(".last")).ToContainTextAsync(Name);
        await RunningService.EventuallyAsync(() => TextOf(id).Contains(Name, StringComparison.Ordinal), "the record with the word");

        Assert.Equal(0, (await TheProgram.RunAsync("reindex", "--data", Path.GetDirectoryName(home.Inbox)!)).ExitCode);
        Assert.Contains(Name, TextOf(id), StringComparison.Ordinal);
        var change = (await RecordAsync(id))["pages"]!.AsArray().SelectMany(one => one!["corrections"]!.AsArray()).Single(one => (string)one!["was"]! == "Gasj6");
        Assert.Equal((Name, true, "by a person"), ((string)change!["now"]!, (bool)change["applied"]!, (string)change["reason"]!));
        var history = await TheProgram.RunAsync("history", id, "--data", Path.GetDirectoryName(home.Inbox)!);
        Assert.Contains("karin", history.Output, StringComparison.Ordinal);

        var later = await DropAsync("granska namn igen.txt", "Gasj", "0099");
        Assert.Contains(Name, TextOf(later), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misread_section_number_is_put_right_and_stays_so_after_reprocessing()
    {
        var id = await home.DropAsync("granska paragraf.txt", "Parknämnden i Påhittade\nProtokoll 2019-05-06\n\n§ 36 Ny plan\n\nBeslut\nPlanen antas.\n\n§ 31 Ny taxa\n\nBeslut\nTaxan antas.\n\n§ 38 Nytt val\n\nBeslut\nValet bordläggs.\n");
        await using var visit = await home.VisitAsync();
        await visit.SignInAsync();
        var page = await visit.GoAsync($"/granska?slag=varden&dokument={id}");
        await Expect(page.Locator("#fraga")).ToHaveTextAsync("”31” är läst som paragrafnummer. Är det § 37?");
        await page.Keyboard.PressAsync("g");
        await Expect(page.Locator(".last")).ToContainTextAsync("paragrafen är ”37”");
        Assert.Equal(0, (await TheProgram.RunAsync("reindex", "--data", Path.GetDirectoryName(home.Inbox)!)).ExitCode);
        var record = await RecordAsync(id);
        Assert.Equal(["36", "37", "38"], record["sections"]!.AsArray().Select(section => (string)section!["number"]!));
        Assert.Equal(["36", "37", "38"], record["decisions"]!.AsArray().Select(decision => (string)decision!["section"]!));
        Assert.DoesNotContain(record["findings"]!.AsArray(), finding => (string)finding!["code"]! == "section-order");
    }

    [Fact]
    public async Task Without_a_script_the_forms_do_the_same()
    {
        var id = await DropAsync("granska utan skript.txt", "Holmtj");
        await using var visit = new Visit(home, await home.ContextWithoutScriptAsync());
        await visit.SignInAsync();
        var page = await visit.GoAsync($"/granska?dokument={id}");
        var first = await page.Locator(".context mark").InnerTextAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Nej, ") }).ClickAsync();
        await Expect(page.Locator(".last")).ToContainTextAsync("står som det lästes");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ångra" }).ClickAsync();
        await Expect(page.Locator(".context mark")).ToHaveTextAsync(first);
    }

    [Fact]
    public async Task An_answer_sent_twice_is_kept_once_and_told_as_kept_both_times()
    {
        var id = await DropAsync("granska dubbelt.txt", "Dubbmsj");
        await using var visit = await home.VisitAsync();
        await visit.SignInAsync();
        await visit.GoAsync($"/granska?dokument={id}");
        var form = await FormAsync(visit, "Accept");
        var answers = await Task.WhenAll(PostAsync(visit, form), PostAsync(visit, form));
        Assert.Contains("senast=", answers[0].Url, StringComparison.Ordinal);
        Assert.Equal(answers[0].Url, answers[1].Url);
        Assert.DoesNotContain("Ingenting är antecknat", await answers[1].TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_answers_after_another_is_told_so_and_can_not_undo_it()
    {
        var id = await DropAsync("granska tillsammans.txt", "Tvamsj");
        await using var karin = await home.VisitAsync();
        await karin.SignInAsync();
        await using var olle = await home.VisitAsync();
        await olle.SignInAsync(secret: PageHome.SecretOfOlle);
        await karin.GoAsync($"/granska?dokument={id}");
        var page = await olle.GoAsync($"/granska?dokument={id}");
        var first = await PostAsync(karin, await FormAsync(karin, "Accept"));
        var second = await PostAsync(olle, await FormAsync(olle, "Reject"));
        Assert.Contains("Ingenting är antecknat", await second.TextAsync(), StringComparison.Ordinal);

        var number = LastAnswer().Match(first.Url).Groups[1].Value;
        await olle.GoAsync($"/granska?dokument={id}&senast={number}");
        await Expect(page.Locator(".last")).ToHaveCountAsync(0);
        var form = await FormAsync(olle, "Accept");
        form.Set("senast", number);
        var undone = await PostAsync(olle, form, "Undo");
        Assert.Contains("Beslutet kunde inte ångras", await undone.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_kept_of_what_nobody_can_have_meant()
    {
        var id = await DropAsync("granska inaktuellt.txt", "Gammsj");
        await using var visit = await home.VisitAsync();
        await visit.SignInAsync();
        await visit.GoAsync($"/granska?dokument={id}");

        var stale = await FormAsync(visit, "Second");
        stale.Set("andra", "ett ord som sidan inte visade");
        Assert.Contains("Ingenting är antecknat", await (await PostAsync(visit, stale)).TextAsync(), StringComparison.Ordinal);
        Assert.Equal(400, (await PostAsync(visit, await FormAsync(visit, "9"))).Status);
        var forged = await FormAsync(visit, "Accept");
        forged.Set("__RequestVerificationToken", "");
        Assert.Equal(400, (await PostAsync(visit, forged)).Status);
        await Expect((await visit.GoAsync($"/granska?dokument={id}&senast=999999")).Locator(".last")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_word_that_was_taken_back_is_taught_no_more()
    {
        const string Name = "Dasjö";
        var id = await DropAsync("granska lärt.txt", "Dasj");
        await using var visit = await home.VisitAsync();
        await visit.SignInAsync();
        var page = await visit.GoAsync($"/granska?slag=ord&dokument={id}");
        await GoToAsync(page, "Dasj6");
        await page.GetByLabel("Något annat").FillAsync(Name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ändra" }).ClickAsync();
        await Expect(page.Locator(".last")).ToContainTextAsync(Name);
        bool IsTaught() => File.Exists(Reviewed) && File.ReadAllLines(Reviewed).Contains("dasjö");
        await RunningService.EventuallyAsync(IsTaught, "the word that was taught");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ångra" }).ClickAsync();
        await Expect(page.Locator(".last")).ToHaveCountAsync(0);
        Assert.False(IsTaught());
    }

    [Fact]
    public async Task Markup_around_what_is_asked_stays_text()
    {
        var id = await DropAsync("granska <b>&'.txt", "<script>document.title='övertagen'</script> Dasj");
        await using var visit = await home.VisitAsync();
        await visit.SignInAsync();
        var page = await visit.GoAsync($"/granska?slag=ord&dokument={id}");
        await GoToAsync(page, "Dasj6");
        await Expect(page.Locator(".context")).ToContainTextAsync("<script>");
        await Expect(page.Locator("main script")).ToHaveCountAsync(0);
        Assert.NotEqual("övertagen", await page.TitleAsync());
    }

    private string Reviewed => Path.Combine(Path.GetDirectoryName(home.Inbox)!, "knowledge", "reviewed.txt");

    private static async Task GoToAsync(IPage page, string word)
    {
        for (var tries = 0; tries < 30 && await page.Locator(".context mark").InnerTextAsync() != word; tries++)
            await page.GetByRole(AriaRole.Link, new() { Name = "Hoppa över" }).ClickAsync();
    }

    /// <summary>What the page before a person would send.</summary>
    private static async Task<IFormData> FormAsync(Visit visit, string answer)
    {
        var form = visit.Context.APIRequest.CreateFormData();
        foreach (var field in await visit.Page.Locator(".answers form").First.Locator("input[type=hidden]").AllAsync())
            form.Set((await field.GetAttributeAsync("name"))!, await field.InputValueAsync());
        form.Set("svar", answer);
        return form;
    }

    private static Task<IAPIResponse> PostAsync(Visit visit, IFormData form, string handler = "Decide") =>
        visit.Context.APIRequest.PostAsync($"/granska?{new Uri(visit.Page.Url).Query.TrimStart('?')}&handler={handler}", new() { Form = form });

    /// <summary>A damaged letter of testdata with another name in it.</summary>
    private async Task<string> DropAsync(string name, string place, string number = "0077")
    {
        var text = File.ReadAllText(Repository.Testdata("scans", "MBN grundvatten Råsjö.txt"));
        text = Placed().Replace(text, place).Replace("0042", number, StringComparison.Ordinal);
        Assert.Contains(place + "6", text, StringComparison.Ordinal);
        return await home.DropAsync(name, text);
    }

    private string TextOf(string id) => string.Join('\n', RecordAsync(id).GetAwaiter().GetResult()["pages"]!.AsArray().Select(page => (string)page!["text"]!));

    private async Task<JsonNode> RecordAsync(string id) => (await home.Client.GetFromJsonAsync<JsonNode>($"/api/v1/documents/{id}"))!;

    [GeneratedRegex("senast=([0-9]+)")]
    private static partial Regex LastAnswer();

    [GeneratedRegex("Rasj(?=[oé6])")]
    private static partial Regex Placed();
}
