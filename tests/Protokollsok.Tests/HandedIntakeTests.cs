using System.Diagnostics;
using System.Text.Json.Nodes;
using Protokollsok.Archive;

namespace Protokollsok.Tests;

/// <summary><c>ingest</c> beside a running service, which takes the files in: with the real program.</summary>
public sealed class HandedIntakeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Home => _folder.File("home");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_running_service_takes_the_files_in_and_the_command_tells_and_ends_as_ever()
    {
        await using var service = await RunningService.StartAsync(Home);
        Write("arkiv", 3);
        _folder.Write("arkiv/samma.txt", InventedMinutes.Numbered(100));
        File.Copy(Repository.Testdata("broken", "zero-pages.pdf"), _folder.File("arkiv/trasig.pdf"));
        var register = _folder.Write("arkiv/register.csv", "path;board;hylla\n0.txt;Teaternämnden;12\nsaknas.txt;Dansnämnden;13\n");
        File.Move(register, register = _folder.File("register.csv"));
        await File.WriteAllTextAsync(register, (await File.ReadAllTextAsync(register)).Replace("0.txt", "arkiv/0.txt", StringComparison.Ordinal));

        var ingest = await TheProgram.RunAsync("ingest", _folder.File("arkiv"), "--manifest", register, "--data", Home, "--json");

        var lines = ingest.Lines.Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(["done", "done", "done", "duplicate", "quarantined"], lines.Select(line => (string)line["outcome"]!).Order());
        Assert.Equal(1, ingest.ExitCode);
        Assert.All(lines, line => Assert.StartsWith(_folder.File("arkiv"), (string)line["path"]!, StringComparison.Ordinal));
        Assert.Contains("the column hylla is unknown", ingest.Messages, StringComparison.Ordinal);
        Assert.Contains("row 3: saknas.txt is not among the files", ingest.Messages, StringComparison.Ordinal);
        Assert.Contains("5 of 5 files", ingest.Messages, StringComparison.Ordinal);
        var found = JsonNode.Parse(await service.Client.GetStringAsync("/api/v1/search?board=Teatern%C3%A4mnden"))!;
        Assert.NotEqual(0, (int)found["total"]!);
        Assert.Empty(Directory.GetFiles(Path.Combine(Home, "requests", "ingest"), "*.order.json"));
    }

    [Fact]
    public async Task What_a_service_was_killed_over_the_next_one_ends_and_the_command_tells_each_file_once()
    {
        Write("arkiv", 60);
        Process ingest;
        await using (var service = await RunningService.StartAsync(Home))
        {
            ingest = Process.Start(TheProgram.Command("ingest", _folder.File("arkiv"), "--data", Home, "--json"))!;
            await RunningService.EventuallyAsync(() => Ledger.OpenReadOnly(Home) is { } ledger && Count(ledger) >= 5, "some are done");
            service.KillHard();
        }

        var (output, messages) = (ingest.StandardOutput.ReadToEndAsync(), ingest.StandardError.ReadToEndAsync());
        await using (var service = await RunningService.StartAsync(Home)) await ingest.WaitForExitAsync();

        Assert.True(ingest.ExitCode == 0, await messages);
        var lines = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(60, lines.Select(line => (string)line["path"]!).Distinct().Count());
        Assert.Equal(60, lines.Count);
        using var after = Ledger.OpenReadOnly(Home)!;
        Assert.Equal((60, 60), (after.Count().Received, after.Count().Done));
    }

    [Fact]
    public async Task When_the_service_ends_the_same_command_again_does_it_and_the_first_one_ends_too()
    {
        Write("arkiv", 40);
        var service = await RunningService.StartAsync(Home);
        var running = TheProgram.RunAsync("ingest", _folder.File("arkiv"), "--data", Home, "--json");
        await RunningService.EventuallyAsync(() => Ledger.OpenReadOnly(Home) is { } ledger && Count(ledger) >= 3, "some are done");

        await service.DisposeAsync();
        var again = await TheProgram.RunAsync("ingest", _folder.File("arkiv"), "--data", Home, "--json");
        var ingest = await running;

        Assert.True((again.ExitCode, ingest.ExitCode) == (0, 0), again.Messages + ingest.Messages);
        Assert.Equal(40, again.Lines.Select(line => (string)JsonNode.Parse(line)!["path"]!).Distinct().Count());
        Assert.Equal(40, again.Lines.Count);
        Assert.DoesNotContain("left by an earlier run", again.Messages, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(Home, "requests", "ingest"), "*.order.json"));
    }

    [Fact]
    public async Task A_register_that_makes_no_sense_is_refused_by_the_service_too()
    {
        await using var service = await RunningService.StartAsync(Home);
        Write("arkiv", 1);

        var ingest = await TheProgram.RunAsync("ingest", _folder.File("arkiv"), "--manifest", _folder.Write("r.csv", "path,date\n0.txt,i våras\n"), "--data", Home);

        Assert.Equal((2, ""), (ingest.ExitCode, ingest.Output));
        Assert.Contains("row 2: 'i våras' is no date", ingest.Messages, StringComparison.Ordinal);
    }

    private void Write(string folder, int documents)
    {
        for (var number = 0; number < documents; number++) _folder.Write($"{folder}/{number}.txt", InventedMinutes.Numbered(100 + number));
    }

    private static long Count(LedgerReader ledger)
    {
        using (ledger) return ledger.Count().Done;
    }
}
