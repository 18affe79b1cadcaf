using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Protokollsok.Tests;

public sealed class WatchedFolderTests
{
    [Fact]
    public async Task A_dropped_scan_becomes_a_receipt_a_search_hit_and_a_picture()
    {
        using var folder = new TemporaryFolder();
        var home = folder.File("home");
        await using var service = await RunningService.StartAsync(home);
        var scan = Repository.Testdata("scans", "ON utdrag § 52.pdf");
        Directory.CreateDirectory(Path.Combine(home, "inbox", "nämnden"));
        File.Copy(scan, Path.Combine(home, "inbox", "nämnden", "ON utdrag § 52.pdf"));

        var receipt = Path.Combine(home, "inbox", "klart", "nämnden", "ON utdrag § 52.pdf.kvittens.json");
        await RunningService.EventuallyAsync(() => File.Exists(receipt) && File.Exists(Path.ChangeExtension(receipt, ".html")), "a receipt");
        Assert.False(File.Exists(Path.Combine(home, "inbox", "nämnden", "ON utdrag § 52.pdf")));

        var answer = await service.Client.GetFromJsonAsync<JsonNode>("/api/v1/search?q=omsorgsn%C3%A4mnden");
        var id = (string)answer!["hits"]![0]!["document"]!["id"]!;
        Assert.Equal(1, (int)answer["coverage"]!["searchable"]!);
        Assert.Equal(await File.ReadAllBytesAsync(scan), await service.Client.GetByteArrayAsync($"/api/v1/documents/{id}/original"));

        var record = await service.Client.GetFromJsonAsync<JsonNode>($"/api/v1/documents/{id}");
        var png = await service.Client.GetByteArrayAsync($"/api/v1/documents/{id}/pages/1/image");
        Assert.Equal((int)record!["pages"]![0]!["width"]!, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.Contains("Protokollsök", await service.Client.GetStringAsync("/?q=omsorgsn%C3%A4mnden"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_comes_back_with_a_reason_in_Swedish_and_a_duplicate_gets_a_receipt()
    {
        using var folder = new TemporaryFolder();
        var inbox = Path.Combine(folder.File("home"), "inbox");
        await using var service = await RunningService.StartAsync(folder.File("home"));
        File.Copy(Repository.Testdata("broken", "encrypted.pdf"), Path.Combine(inbox, "låst.pdf"));
        await File.WriteAllTextAsync(Path.Combine(inbox, "ett.txt"), InventedMinutes.Clean);
        await File.WriteAllTextAsync(Path.Combine(inbox, "två.txt"), InventedMinutes.Clean);
        File.Copy(Repository.Testdata("broken", "encrypted.pdf"), Path.Combine(inbox, "låst igen.pdf"));

        var again = Path.Combine(inbox, "ej-klart", "låst igen.pdf.orsak.txt");
        var reason = Path.Combine(inbox, "ej-klart", "låst.pdf.orsak.txt");
        var second = Path.Combine(inbox, "klart", "två.txt.kvittens.html");
        await RunningService.EventuallyAsync(() => File.Exists(reason) && File.Exists(again) && File.Exists(second), "reasons and a receipt");

        Assert.Contains("lösenord", await File.ReadAllTextAsync(reason), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(inbox, "ej-klart", "låst.pdf")));
        // Which of the two came first is the listing's matter; the other says so.
        Assert.Single(new[] { reason, again }, path => File.ReadAllText(path).Contains("har kommit förut", StringComparison.Ordinal));
        Assert.Contains("finns redan", WebUtility.HtmlDecode(await File.ReadAllTextAsync(second)), StringComparison.Ordinal);
        var status = await service.Client.GetFromJsonAsync<JsonNode>("/api/v1/status");
        Assert.Equal((4, 1, 1, 2), ((int)status!["received"]!, (int)status["done"]!, (int)status["quarantined"]!, (int)status["duplicates"]!));
    }

    [Fact]
    public async Task After_a_kill_in_the_middle_everything_that_was_dropped_is_done_once()
    {
        const int files = 25;
        using var folder = new TemporaryFolder();
        var home = folder.File("home");
        var inbox = Path.Combine(home, "inbox");
        Directory.CreateDirectory(inbox);
        for (var number = 1; number <= files; number++) await File.WriteAllTextAsync(Path.Combine(inbox, $"{number}.txt"), InventedMinutes.Numbered(number));

        await using (var killed = await RunningService.StartAsync(home))
        {
            await RunningService.EventuallyAsync(() => Directory.GetFiles(inbox).Length < files - 3, "some files taken");
            killed.KillHard();
        }

        await using var service = await RunningService.StartAsync(home);
        await RunningService.EventuallyAsync(() => Directory.GetFiles(Path.Combine(inbox, "klart"), "*.json").Length >= files, "all receipts");
        var status = await service.Client.GetFromJsonAsync<JsonNode>("/api/v1/status");
        Assert.Equal((files, files, 0), ((int)status!["received"]!, (int)status["done"]!, (int)status["duplicates"]!));
        Assert.Equal(0, await service.StopGentlyAsync());
        Assert.Equal(0, (await TheProgram.RunAsync("verify", "--data", home)).ExitCode);
    }

    [Fact]
    public async Task The_api_tells_what_is_wrong_as_a_problem()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder.File("home"));
        Assert.Equal("ok", await service.Client.GetStringAsync("/health/ready"));
        Assert.Equal("ok", await service.Client.GetStringAsync("/health/live"));
        Assert.StartsWith("3.1", (string?)(await service.Client.GetFromJsonAsync<JsonNode>("/openapi/v1.json"))!["openapi"], StringComparison.Ordinal);

        await AssertProblemAsync(service, "/api/v1/search?q=%22stöd", HttpStatusCode.BadRequest);
        await AssertProblemAsync(service, "/api/v1/search?size=0", HttpStatusCode.BadRequest);
        await AssertProblemAsync(service, "/api/v1/search?minAmount=5&maxAmount=1", HttpStatusCode.BadRequest);
        await AssertProblemAsync(service, "/api/v1/search?cursor=x", HttpStatusCode.BadRequest);
        await AssertProblemAsync(service, "/api/v1/documents/x", HttpStatusCode.NotFound);
        await AssertProblemAsync(service, "/api/v1/nothing", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_page_speaks_Swedish_when_it_cannot_search_and_understands_sums_as_people_write_them()
    {
        using var folder = new TemporaryFolder();
        await TheProgram.RunAsync("ingest", folder.Write("a.txt", InventedMinutes.Clean), "--data", folder.File("home"));
        await using var service = await RunningService.StartAsync(folder.File("home"));

        var page = WebUtility.HtmlDecode(await service.Client.GetStringAsync("/?from=2024-13-01"));
        Assert.Contains("är ingen dag", page, StringComparison.Ordinal);
        page = WebUtility.HtmlDecode(await service.Client.GetStringAsync("/?q=familjecentral&minAmount=100+000"));
        Assert.Contains("125 000 kronor", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Se sidan", page, StringComparison.Ordinal); // a text file has no picture
    }

    private static async Task AssertProblemAsync(RunningService service, string address, HttpStatusCode status)
    {
        using var answer = await service.Client.GetAsync(address);
        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal((int)status, (int)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["status"]!);
    }
}
