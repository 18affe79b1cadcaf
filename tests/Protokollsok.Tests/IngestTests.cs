using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Protokollsok.Archive;

namespace Protokollsok.Tests;

public sealed class IngestTests
{
    [Fact]
    public async Task A_file_becomes_a_decision_one_can_search()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("ON utdrag.txt", InventedMinutes.Clean);

        var ingest = await TheProgram.RunAsync("ingest", file, "--data", folder.File("home"), "--json");
        var line = JsonNode.Parse(Assert.Single(ingest.Lines))!;
        Assert.Equal(("done", "complete", 0), ((string?)line["outcome"], (string?)line["status"], ingest.ExitCode));

        var search = await TheProgram.RunAsync("search", "föräldrastöd", "--kind", "decision", "--data", folder.File("home"), "--json");
        var hit = JsonNode.Parse(search.Output)!["hits"]![0]!;
        Assert.Equal("52", (string?)hit["decision"]!["section"]);
        Assert.Contains("<mark>föräldrastöd</mark>", (string?)hit["snippet"], StringComparison.Ordinal);
        Assert.Contains("on-2019-117", hit["document"]!["dnr"]!.AsArray().Select(dnr => (string?)dnr));
        Assert.True(File.Exists(file), "ingest leaves the files where they are");
    }

    [Fact]
    public async Task The_same_content_again_is_a_duplicate_and_no_failure()
    {
        using var folder = new TemporaryFolder();
        var first = folder.Write("första.txt", InventedMinutes.Clean);
        var second = folder.Write("andra.txt", InventedMinutes.Clean);

        var ingest = await TheProgram.RunAsync("ingest", first, second, "--data", folder.File("home"), "--json");

        Assert.Equal(0, ingest.ExitCode);
        Assert.Equal(["done", "duplicate"], ingest.Lines.Select(line => (string?)JsonNode.Parse(line)!["outcome"]).Order());
    }

    [Fact]
    public async Task Broken_files_end_in_quarantine_with_a_reason_and_the_good_one_is_done()
    {
        using var folder = new TemporaryFolder();
        var home = folder.File("home");
        var good = folder.Write("bra.txt", InventedMinutes.Clean);
        var broken = Directory.GetFiles(Repository.Testdata("broken")).Where(path => !path.EndsWith(".md", StringComparison.Ordinal)).ToList();

        var ingest = await TheProgram.RunAsync(["ingest", good, Repository.Testdata("broken", "empty.pdf"), .. broken, "--data", home, "--json"]);
        Assert.Equal(1, ingest.ExitCode);

        var status = JsonNode.Parse((await TheProgram.RunAsync("status", "--data", home, "--json")).Output)!;
        long Of(string name) => (long)status[name]!;
        Assert.Equal(broken.Count, Of("quarantined"));
        Assert.Equal(Of("received"), Of("done") + Of("waiting") + Of("quarantined") + Of("duplicates") + Of("deleted"));
        Assert.Equal((1, 1, 0), (Of("done"), Of("duplicates"), Of("waiting")));
        Assert.All(status["quarantine"]!.AsArray(), entry => Assert.NotEmpty((string)entry!["reason"]!));

        var verify = await TheProgram.RunAsync("verify", "--data", home, "--json");
        Assert.Equal(0, verify.ExitCode);
        Assert.Empty(JsonNode.Parse(verify.Output)!["faults"]!.AsArray());
    }

    [Fact]
    public async Task Verify_finds_an_original_that_somebody_changed()
    {
        using var folder = new TemporaryFolder();
        var home = folder.File("home");
        await TheProgram.RunAsync("ingest", folder.Write("a.txt", InventedMinutes.Clean), "--data", home);
        var original = Assert.Single(Directory.GetFiles(home, "original", SearchOption.AllDirectories));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(original, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await File.AppendAllTextAsync(original, "x");

        var verify = await TheProgram.RunAsync("verify", "--data", home, "--json");

        Assert.Equal(1, verify.ExitCode);
        Assert.Equal("checksum-mismatch", (string?)Assert.Single(JsonNode.Parse(verify.Output)!["faults"]!.AsArray())!["code"]);
    }

    [Fact]
    public async Task A_lost_index_is_made_again_from_the_archive()
    {
        using var folder = new TemporaryFolder();
        var home = folder.File("home");
        await TheProgram.RunAsync("ingest", folder.Write("a.txt", InventedMinutes.Clean), "--data", home);
        Directory.Delete(Path.Combine(home, "index"), recursive: true);

        Assert.Equal(0, (await TheProgram.RunAsync("verify", "--repair", "--data", home)).ExitCode);

        var search = await TheProgram.RunAsync("search", "familjecentralen", "--data", home, "--json");
        Assert.NotEmpty(JsonNode.Parse(search.Output)!["hits"]!.AsArray());
    }

    [Fact]
    public async Task A_file_that_lies_now_where_another_was_taken_before_a_stop_is_taken_too()
    {
        using var folder = new TemporaryFolder();
        var (home, scans) = (folder.File("home"), folder.File("scans"));
        folder.Write("scans/scan0001.txt", InventedMinutes.Numbered(1));
        await TheProgram.RunAsync("ingest", scans, "--data", home);
        // As a stop in the middle leaves it.
        await using (var ledger = new SqliteConnection($"Data Source={Path.Combine(home, "ledger.db")};Pooling=False"))
        {
            await ledger.OpenAsync();
            await using var stop = ledger.CreateCommand();
            stop.CommandText = "UPDATE ingests SET ended_at = NULL";
            Assert.Equal(1, await stop.ExecuteNonQueryAsync());
        }

        folder.Write("scans/scan0001.txt", InventedMinutes.Numbered(2));
        folder.Write("scans/scan0002.txt", InventedMinutes.Numbered(1));

        var ingest = await TheProgram.RunAsync("ingest", scans, "--data", home, "--json");

        Assert.Equal(["done", "duplicate"], ingest.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (string)JsonNode.Parse(line)!["outcome"]!).Order());
        using var after = Ledger.OpenReadOnly(home)!;
        Assert.Equal(2, after.SearchableIds().Count);
    }
}
