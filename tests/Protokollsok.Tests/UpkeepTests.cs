using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Protokollsok.Configuration;

namespace Protokollsok.Tests;

public sealed class UpkeepTests : IDisposable
{
    private const string Secret = "en-hemlighet-som-bara-proven-kan";

    private readonly TemporaryFolder _folder = new();

    private string Home => _folder.File("home");

    private string Inbox => Path.Combine(Home, "inbox");

    [Fact]
    public async Task A_deleted_document_is_gone_everywhere_but_in_the_ledger_also_while_the_service_runs()
    {
        _folder.Write("home/inbox/nämnden/a.txt", InventedMinutes.Clean);
        await using var service = await RunningService.StartAsync(Home);
        var receipt = Path.Combine(Inbox, "klart", "nämnden", "a.txt.kvittens.html");
        await RunningService.EventuallyAsync(() => File.Exists(receipt), "a receipt");
        var id = (string)(await SearchAsync(service))["hits"]![0]!["document"]!["id"]!;
        // What was put aside earlier holds its text, too.
        _folder.Write("home/index-damaged-2/segments_1", "familjecentral");

        // A slip names no document.
        Assert.Equal(2, (await TheProgram.RunAsync("delete", id[..7], "--reason", "Fel handling.", "--data", Home)).ExitCode);
        var deleted = await TheProgram.RunAsync("delete", id[..10], "--reason", "Fel handling.", "--data", Home);

        Assert.Equal(0, deleted.ExitCode);
        Assert.EndsWith(": deleted", deleted.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("was deleted already, on 20", (await TheProgram.RunAsync("delete", id[..10], "--reason", "Igen.", "--data", Home)).Output, StringComparison.Ordinal);
        Assert.Equal(0, (int)(await SearchAsync(service))["total"]!);
        Assert.False(Directory.Exists(Path.Combine(Home, "index-damaged-2")));
        Assert.Equal(HttpStatusCode.NotFound, (await service.Client.GetAsync($"/api/v1/documents/{id}")).StatusCode);
        Assert.Empty(Directory.GetFiles(Path.Combine(Home, "archive"), "*", SearchOption.AllDirectories));
        await RunningService.EventuallyAsync(() => Directory.GetFiles(Inbox, "*", SearchOption.AllDirectories).Length == 0, "the receipts taken back");
        Assert.Equal(1, (int)(await StatusAsync(service))["deleted"]!);
        Assert.Equal(0, await service.StopGentlyAsync());
        Assert.Equal(0, (await TheProgram.RunAsync("verify", "--data", Home)).ExitCode);
        Assert.Equal(2, (await TheProgram.RunAsync("delete", "ffffffff", "--reason", "x", "--data", Home)).ExitCode);
        Assert.Equal(2, (await TheProgram.RunAsync("delete", id, "--data", Home)).ExitCode);
    }

    [Fact]
    public async Task A_deletion_that_was_cut_short_anywhere_is_completed_by_the_next_program()
    {
        await TheProgram.RunAsync("ingest", _folder.Write("a.txt", InventedMinutes.Clean), "--data", Home);
        var id = (string)JsonNode.Parse((await TheProgram.RunAsync("search", "familjecentral", "--data", Home, "--json")).Output)!["hits"]![0]!["document"]!["id"]!;
        // As a kill right after the ledger's step leaves it.
        using (var ledger = new Archive.Ledger(Home, TimeProvider.System)) ledger.Delete(Documents.DocumentId.Parse(id), "någon", "Fel handling.");
        Assert.Equal(1, (await TheProgram.RunAsync("verify", "--data", Home)).ExitCode);

        Assert.Equal(0, (await TheProgram.RunAsync("verify", "--repair", "--data", Home)).ExitCode);

        Assert.Equal(0, (int)JsonNode.Parse((await TheProgram.RunAsync("search", "familjecentral", "--data", Home, "--json")).Output)!["total"]!);
    }

    [Fact]
    public async Task A_retry_without_a_service_does_the_work_and_takes_the_old_answer_back()
    {
        // One page image was too large for this setting; then the setting is mended.
        var scan = Path.Combine(Inbox, "taxa.jpg");
        Directory.CreateDirectory(Inbox);
        File.Copy(Repository.Testdata("scans", "Taxa PBL.jpg"), scan);
        _folder.Write($"home/{SettingsSource.FileName}", "[reading]\nmax-pixels = 100000");
        var reason = Path.Combine(Inbox, "ej-klart", "taxa.jpg.orsak.txt");
        await using (var service = await RunningService.StartAsync(Home))
        {
            await RunningService.EventuallyAsync(() => File.Exists(reason), "a reason");
            var again = await TheProgram.RunAsync("retry", "--all", "--data", Home);
            Assert.Equal(0, again.ExitCode);
            Assert.Contains("in work again", again.Output, StringComparison.Ordinal);
            await RunningService.EventuallyAsync(() => QuarantineEvents() == 2, "a second quarantine");
            await service.StopGentlyAsync();
        }

        File.Delete(Path.Combine(Home, SettingsSource.FileName));
        var retry = await TheProgram.RunAsync("retry", "--all", "--data", Home);

        Assert.Equal((0, ""), (retry.ExitCode, retry.Messages));
        Assert.EndsWith(": done\n", retry.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(reason));
        Assert.False(File.Exists(Path.Combine(Inbox, "ej-klart", "taxa.jpg")));
        Assert.True(File.Exists(Path.Combine(Inbox, "klart", "taxa.jpg.kvittens.html")));
        Assert.Equal("nothing is in quarantine\n", (await TheProgram.RunAsync("retry", "--all", "--data", Home)).Output);
    }

    [Fact]
    public async Task The_api_changes_nothing_without_a_token()
    {
        WriteTokens();
        await using var service = await RunningService.StartAsync(Home);
        var anyone = Documents.DocumentId.Of("x"u8).Hex;
        HttpRequestMessage[] requests =
        [
            new(HttpMethod.Post, "/api/v1/documents") { Content = new StringContent("text") },
            new(HttpMethod.Delete, $"/api/v1/documents/{anyone}?reason=x"),
            new(HttpMethod.Post, $"/api/v1/documents/{anyone}/retry"),
            new(HttpMethod.Post, "/api/v1/documents") { Content = new StringContent("text"), Headers = { Authorization = new AuthenticationHeaderValue("Bearer", Token.HashOf(Secret)) } },
        ];
        foreach (var request in requests)
        {
            using var answer = await service.Client.SendAsync(request);
            Assert.Equal((HttpStatusCode.Forbidden, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            request.Dispose();
        }

        Assert.Equal(0, (int)(await StatusAsync(service))["received"]!);
    }

    [Fact]
    public async Task What_is_sent_to_the_api_is_taken_in_found_told_as_duplicate_and_deleted_by_the_tokens_name()
    {
        WriteTokens();
        await using var service = await RunningService.StartAsync(Home);
        service.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Secret);

        var sent = await service.Client.PostAsync("/api/v1/documents?fileName=../KS%20§%201.txt", new ByteArrayContent(Encoding.UTF8.GetBytes(InventedMinutes.Clean)));
        using var form = new MultipartFormDataContent { { new StringContent("x"), "comment" }, { new StringContent(InventedMinutes.Clean), "file", "igen.txt" } };
        var again = await service.Client.PostAsync("/api/v1/documents", form);

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (sent.StatusCode, again.StatusCode));
        Assert.Equal(sent.Headers.Location, again.Headers.Location);
        Assert.Equal("duplicate", (string)(await again.Content.ReadFromJsonAsync<JsonNode>())!["outcome"]!);
        await RunningService.EventuallyAsync(() => (int)StatusAsync(service).Result["done"]! == 1, "the document done");
        var record = await service.Client.GetFromJsonAsync<JsonNode>(sent.Headers.Location);
        Assert.Equal("KS § 1.txt", (string)record!["source"]!["fileName"]!);

        await AssertStatusAsync(HttpStatusCode.BadRequest, service.Client.PostAsync("/api/v1/documents", new ByteArrayContent([])));
        await AssertStatusAsync(HttpStatusCode.UnsupportedMediaType, service.Client.PostAsync("/api/v1/documents", new ByteArrayContent([0, 1, 2, 3])));
        await AssertStatusAsync(HttpStatusCode.RequestEntityTooLarge, service.Client.PostAsync("/api/v1/documents", new ByteArrayContent(new byte[(1 << 20) + 1])));
        await AssertStatusAsync(HttpStatusCode.Conflict, service.Client.PostAsync($"{sent.Headers.Location}/retry", null));
        await AssertStatusAsync(HttpStatusCode.BadRequest, service.Client.DeleteAsync(sent.Headers.Location));
        await AssertStatusAsync(HttpStatusCode.NoContent, service.Client.DeleteAsync($"{sent.Headers.Location}?reason=fel"));
        await AssertStatusAsync(HttpStatusCode.NotFound, service.Client.GetAsync(sent.Headers.Location));
        Assert.Empty(Directory.GetFiles(Path.Combine(Home, "uploads")));
        using var ledger = Archive.Ledger.OpenReadOnly(Home)!;
        var line = Assert.Single(ledger.History(Documents.DocumentId.Parse((string)record["id"]!)), line => line.Step == "delete");
        Assert.Equal(("registrator", "fel"), (line.Who, line.Detail));
    }

    [Fact]
    public async Task Status_and_metrics_tell_the_accounting_the_pace_and_what_does_not_work()
    {
        Directory.CreateDirectory(Inbox);
        File.CreateSymbolicLink(Path.Combine(Inbox, "b.pdf"), "/etc/hostname");
        _folder.Write("home/inbox/a.txt", InventedMinutes.Clean);
        await using var service = await RunningService.StartAsync(Home);
        await RunningService.EventuallyAsync(() => (int)StatusAsync(service).Result["done"]! == 1, "the document done");

        var status = await StatusAsync(service);
        Assert.Equal((1, 1), ((int)status["lastHour"]!["documents"]!, (int)status["lastDay"]!["pages"]!));
        Assert.Contains("b.pdf", (string)Assert.Single(status["troubles"]!.AsArray())!["what"]!, StringComparison.Ordinal);
        Assert.Contains("b.pdf", (await TheProgram.RunAsync("status", "--data", Home)).Output, StringComparison.Ordinal);
        var metrics = await service.Client.GetStringAsync("/metrics");
        Assert.Contains("\nprotokollsok_arrivals{outcome=\"done\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.All(metrics.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches("^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\\{[a-z]+=\"[a-z]+\"\\})? [0-9.E+-]+)$", line));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task AssertStatusAsync(HttpStatusCode expected, Task<HttpResponseMessage> request)
    {
        using var answer = await request;
        Assert.Equal(expected, answer.StatusCode);
    }

    private void WriteTokens() =>
        _folder.Write($"home/{SettingsSource.FileName}", $"[web]\nupload-limit = 1 MiB\n[tokens]\nregistrator = {Token.HashOf(Secret)}\n");

    private int QuarantineEvents()
    {
        using var ledger = Archive.Ledger.OpenReadOnly(Home)!;
        return ledger.Documents().SelectMany(ledger.History).Count(line => line.Step == "quarantine");
    }

    private static async Task<JsonNode> SearchAsync(RunningService service) => (await service.Client.GetFromJsonAsync<JsonNode>("/api/v1/search?q=familjecentral"))!;

    private static async Task<JsonNode> StatusAsync(RunningService service) => (await service.Client.GetFromJsonAsync<JsonNode>("/api/v1/status"))!;
}
