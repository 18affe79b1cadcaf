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
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, answer.StatusCode);
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
        const string Name = "Kolmsjöåsen";
        var id = await DropAsync("granska namn.txt", "Kolmsj");
        await using var visit = await home.VisitAsync();
        await visit.SignInAsync();
        var page = await visit.GoAsync($"/granska?slag=ord&dokument={id}");
        for (var tries = 0; tries < 30 && await page.Locator(".context mark").InnerTextAsync() != "Kolmsj6asen"; tries++)
            await page.GetByRole(AriaRole.Link, new() { Name = "Hoppa över" }).ClickAsync();
        await page.GetByLabel("Något annat").FillAsync(Name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ändra" }).ClickAsync();
        await Expect(page.Locator(".last")).ToContainTextAsync(Name);
        await RunningService.EventuallyAsync(() => TextOf(id).Contains(Name, StringComparison.Ordinal), "the record with the word");

        Assert.Equal(0, (await TheProgram.RunAsync("reindex", "--data", Path.GetDirectoryName(home.Inbox)!)).ExitCode);
        Assert.Contains(Name, TextOf(id), StringComparison.Ordinal);
        var change = (await RecordAsync(id))["pages"]!.AsArray().SelectMany(one => one!["corrections"]!.AsArray()).Single(one => (string)one!["was"]! == "Kolmsj6asen");
        Assert.Equal((Name, true, "by a person"), ((string)change!["now"]!, (bool)change["applied"]!, (string)change["reason"]!));
        var history = await TheProgram.RunAsync("history", id, "--data", Path.GetDirectoryName(home.Inbox)!);
        Assert.Contains("karin", history.Output, StringComparison.Ordinal);

        var later = await DropAsync("granska namn igen.txt", "Kolmsj", "0099");
        Assert.Contains(Name, TextOf(later), StringComparison.Ordinal);
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

    /// <summary>A damaged letter of testdata with another name in it.</summary>
    private async Task<string> DropAsync(string name, string place, string number = "0077")
    {
        var text = File.ReadAllText(Repository.Testdata("scans", "MBN grundvatten Råsjö.txt"));
        text = Placed().Replace(text, place).Replace("0042", number, StringComparison.Ordinal);
        Assert.Contains(place + "6asen", text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(home.Inbox, name), text);
        for (var tries = 0; tries < 600; tries++)
        {
            var found = (await home.Client.GetFromJsonAsync<JsonNode>("/api/v1/documents"))!["documents"]!.AsArray()
                .FirstOrDefault(one => (string)one!["fileName"]! == name && (string)one["state"]! == "searchable");
            if (found is not null) return (string)found["id"]!;
            await Task.Delay(100);
        }

        throw new TimeoutException($"{name} was not read within a minute.");
    }

    private string TextOf(string id) => string.Join('\n', RecordAsync(id).GetAwaiter().GetResult()["pages"]!.AsArray().Select(page => (string)page!["text"]!));

    private async Task<JsonNode> RecordAsync(string id) => (await home.Client.GetFromJsonAsync<JsonNode>($"/api/v1/documents/{id}"))!;

    [GeneratedRegex("Rasj(?=[oé6])")]
    private static partial Regex Placed();
}
