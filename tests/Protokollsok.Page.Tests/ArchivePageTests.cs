using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Protokollsok.Bulk;
using Protokollsok.Documents;
using Protokollsok.Pages;
using Protokollsok.Tests;
using static Microsoft.Playwright.Assertions;

namespace Protokollsok.Page.Tests;

[Collection(OneHome.Name)]
public sealed class ArchivePageTests(PageHome home)
{
    private string Data => Path.GetDirectoryName(home.Inbox)!;

    [Fact]
    public async Task Trials_are_listed_with_what_they_would_change_and_their_reports_can_be_fetched()
    {
        var trial = await TheProgram.RunAsync("reindex", "--data", Data, "--from", "text", "--dry-run", "--json");
        Assert.Equal(0, trial.ExitCode);
        // How much depends on what the service has learnt of these documents by now.
        var told = JsonNode.Parse(trial.Output)!;
        await using var visit = await home.VisitAsync();
        var page = await visit.GoAsync("/arkiv");
        var row = page.Locator("table", new() { HasText = "Provkörningar" }).Locator("tbody tr").First;
        foreach (var (at, figure) in new[] { (1, "documents"), (2, "changed"), (3, "failed") })
            await Expect(row.Locator("td").Nth(at)).ToHaveTextAsync($"{told[figure]}");
        await Expect(row.Locator("td").Nth(4)).ToHaveTextAsync(PageText.Share((double)told["lostShare"]!));
        var table = await page.RunAndWaitForDownloadAsync(() => row.GetByRole(AriaRole.Link, new() { Name = "Tabell (CSV)" }).ClickAsync());
        Assert.StartsWith("document;file;field;", await File.ReadAllTextAsync(await table.PathAsync()), StringComparison.Ordinal);
        var html = await page.RunAndWaitForDownloadAsync(() => row.GetByRole(AriaRole.Link, new() { Name = "Sida (HTML)" }).ClickAsync());
        Assert.Matches("^dry-run-[0-9]{8}-[0-9]{6}\\.html$", html.SuggestedFilename);
    }

    [Fact]
    public async Task What_was_made_again_is_listed_with_who_asked_and_what_came_of_it()
    {
        Assert.Equal(0, (await TheProgram.RunAsync("reindex", "--data", Data, "--from", "record")).ExitCode);
        await using var visit = await home.VisitAsync();
        var page = await visit.GoAsync("/arkiv");
        var row = page.Locator("table", new() { HasText = "Omtolkningar" }).Locator("tbody tr").First;
        await Expect(row).ToContainTextAsync("Indexet ombyggt");
        await Expect(row).ToContainTextAsync("klar");
        await Expect(row).ToContainTextAsync(Environment.UserName);
    }

    [Fact]
    public void How_well_a_text_file_was_read_is_counted_nowhere()
    {
        var text = new PageRecord(1, "Text", PageOrigin.TextFile, 1, null, null, null, [], []);
        var record = new DocumentRecord { Id = DocumentId.Of([1]), Source = new Source("a.txt", 1, "text/plain", 1), DocumentType = DocumentType.Protokoll, Pages = [text, text with { Number = 2, Origin = PageOrigin.Ocr, Confidence = .5 }] };
        Assert.Equal((1, .5), (DocumentQuality.Of(record).Pages, DocumentQuality.Of(record).Confidence));
    }

    [Theory]
    [InlineData("list:/srv/hemligt/anna.txt", false, "list")]
    [InlineData("list:/srv/hemligt/anna.txt", true, "list:anna.txt")]
    [InlineData("board:Parknämnden and list:/srv/hemligt/anna.txt and year:2019", false, "board and list and year")]
    [InlineData("list:/srv/Barn and unga/anna.txt", false, "list")]
    [InlineData("list:/srv/Barn and unga/anna.txt and year:2019", true, "list:anna.txt and year:2019")]
    [InlineData("query:Anna Påhittad", false, "query")]
    [InlineData("everything", false, "everything")]
    public void Where_a_list_of_documents_lies_is_told_nobody(string selection, bool isSignedIn, string shown) => Assert.Equal(shown, Job.Shown(selection, isSignedIn));

    [Fact]
    public async Task What_folders_are_called_is_told_only_to_who_has_signed_in()
    {
        // An order that nobody can carry out yet: its folder is away.
        var orders = Directory.CreateDirectory(Path.Combine(Data, "requests", "ingest")).FullName;
        var order = Path.Combine(orders, "1-hemlig.order.json");
        await using var visit = await home.VisitAsync();
        await File.WriteAllTextAsync(order, DocumentsJson.ToText(new IngestOrder(["/srv/hemlig mapp"], null, "karin") { Filled = ["/srv/hemlig mapp"] }));
        try
        {
            var page = await visit.GoAsync("/arkiv");
            await Expect(page.Locator(".jobs")).ToHaveAttributeAsync("data-running", "true");
            await Expect(page.Locator("main")).Not.ToContainTextAsync("hemlig mapp");
            await visit.SignInAsync();
            await Expect((await visit.GoAsync("/arkiv")).Locator(".jobs")).ToContainTextAsync("hemlig mapp");
            await Expect(page.Locator(".jobs")).Not.ToContainTextAsync("/srv");
        }
        finally
        {
            File.Delete(order);
        }
    }

    [Theory]
    [InlineData("..%2Fledger.db")]
    [InlineData("fixity.json")]
    [InlineData("dry-run-20260101-000000.json")]
    public async Task Nothing_but_reports_is_handed_out(string file)
    {
        using var answer = await home.Client.GetAsync($"/arkiv/rapport/{file}");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }
}
