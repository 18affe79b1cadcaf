using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Protokollsok.Tests;

public sealed class ReceiptTests
{
    [Fact]
    public async Task Receipts_link_a_duplicate_to_the_first_and_a_second_scan_to_the_other_and_tell_swedish_time()
    {
        using var folder = new TemporaryFolder();
        var inbox = Path.Combine(folder.File("home"), "inbox");
        await using var service = await RunningService.StartAsync(folder.File("home"));
        string ReceiptOf(string name) => Path.Combine(inbox, "klart", $"{name}.kvittens.html");
        async Task DropAsync(string name, string text)
        {
            folder.Write(Path.Combine("home", "inbox", name), text);
            await RunningService.EventuallyAsync(() => File.Exists(ReceiptOf(name)), $"the receipt of {name}");
        }

        await DropAsync("ett § 52.txt", InventedMinutes.Clean);
        await DropAsync("under/samma.txt", InventedMinutes.Clean);
        await DropAsync("skannad igen.txt", InventedMinutes.Clean.Replace("samtalen är lång", "samtalen ar lang", StringComparison.Ordinal));
        await DropAsync("annat ärende.txt", InventedMinutes.Numbered(5));

        var duplicate = JsonNode.Parse(await File.ReadAllTextAsync(Path.ChangeExtension(ReceiptOf("under/samma.txt"), ".json")))!;
        Assert.Equal("ett § 52.txt", (string)duplicate["duplicateOf"]!);
        var link = Uri.UnescapeDataString((string)duplicate["first"]!["receipt"]!);
        Assert.True(File.Exists(Path.Combine(inbox, "klart", "under", link)), link);
        Assert.Matches(@"\+0[12]:00$", (string)duplicate["receivedAt"]!);

        var again = JsonNode.Parse(await File.ReadAllTextAsync(Path.ChangeExtension(ReceiptOf("skannad igen.txt"), ".json")))!;
        Assert.Equal("ett § 52.txt", (string)Assert.Single(again["nearDuplicates"]!.AsArray())!["fileName"]!);
        Assert.Contains("skannat två gånger", WebUtility.HtmlDecode(await File.ReadAllTextAsync(ReceiptOf("skannad igen.txt"))), StringComparison.Ordinal);
        var other = JsonNode.Parse(await File.ReadAllTextAsync(Path.ChangeExtension(ReceiptOf("annat ärende.txt"), ".json")))!;
        Assert.Empty(other["nearDuplicates"]!.AsArray()); // the same form, another case
        Assert.Equal(3, (int)JsonNode.Parse(await service.Client.GetStringAsync("/api/v1/status"))!["done"]!);

        Assert.Equal(0, (await TheProgram.RunAsync("delete", (string)duplicate["id"]!, "--reason", "Fel handling.", "--data", folder.File("home"))).ExitCode);
        await RunningService.EventuallyAsync(() => NamesNoOther(ReceiptOf("skannad igen.txt")), "a receipt without the name of what is deleted");
    }

    private static bool NamesNoOther(string receipt) =>
        File.Exists(receipt) && !File.ReadAllText(Path.ChangeExtension(receipt, ".json")).Contains("52.txt", StringComparison.Ordinal);

    [Fact]
    public async Task A_document_that_names_no_board_gets_the_folders_on_its_receipt_and_says_so()
    {
        using var folder = new TemporaryFolder();
        var inbox = Path.Combine(folder.File("home"), "inbox");
        folder.Write("home/inbox/Kulturnämnden 2019/bilaga.txt", "Bilaga 1\n\nFörteckning över lån ur magasinet under hösten.\n");
        await using var service = await RunningService.StartAsync(folder.File("home"));
        var receipt = Path.Combine(inbox, "klart", "Kulturnämnden 2019", "bilaga.txt.kvittens.html");
        await RunningService.EventuallyAsync(() => File.Exists(receipt), "the receipt");

        Assert.Contains("Kulturnämnden (enligt mappens namn)", WebUtility.HtmlDecode(await File.ReadAllTextAsync(receipt)), StringComparison.Ordinal);
        var hit = (await service.Client.GetFromJsonAsync<JsonNode>("/api/v1/search?q=magasinet&board=Kulturn%C3%A4mnden"))!["hits"]![0]!;
        Assert.Equal("Kulturnämnden", (string)hit["document"]!["board"]!);
        var record = (await service.Client.GetFromJsonAsync<JsonNode>($"/api/v1/documents/{hit["document"]!["id"]}"))!;
        Assert.Contains(record["findings"]!.AsArray(), finding => (string)finding!["code"]! == "board-from-folder");
    }
}
