using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Protokollsok.Tests;

public sealed class KilledIngestTests
{
    private const int Pages = 16;

    /// <summary>Kept before the kill: a few, so that pages of both kinds are there.</summary>
    private const int EnoughPages = 3;

    [Fact]
    public async Task Pages_that_were_read_before_a_kill_are_not_read_again()
    {
        using var folder = new TemporaryFolder();
        string home = folder.File("home"), file = folder.File("många sidor.pdf");
        string page = Path.Combine(Repository.Root, "tests", "Protokollsok.Reading.Tests", "TestData", "inputs", "g4-inverted.pdf");
        using (var unite = Process.Start("pdfunite", [.. Enumerable.Repeat(page, Pages), file])) await unite.WaitForExitAsync();

        var journal = await KillAfterSomePagesAsync(file, home);
        // What is kept is changed, a word for one as long: pages that are taken from there show it, pages read again do not.
        var lines = (await File.ReadAllTextAsync(journal)).Split('\n');
        var kept = lines[1..^1].Select(line => (int)JsonNode.Parse(line)!["Page"]!["Number"]!).Order().ToList();
        await File.WriteAllTextAsync(journal, string.Join('\n', lines).Replace("bystuga", "fiskbod", StringComparison.Ordinal));

        Assert.Equal(0, (await TheProgram.RunAsync("ingest", file, "--data", home)).ExitCode);

        Assert.InRange(kept.Count, EnoughPages, Pages - 1);
        Assert.Equal(kept, await PagesWithAsync("fiskbod", home));
        Assert.Equal(Enumerable.Range(1, Pages).Except(kept), await PagesWithAsync("bystuga", home));
        Assert.False(File.Exists(journal), "what is safe in the archive needs no journal");
    }

    private static async Task<string> KillAfterSomePagesAsync(string file, string home)
    {
        using var ingest = Process.Start(TheProgram.Command("ingest", file, "--data", home))!;
        _ = ingest.StandardError.ReadToEndAsync();
        _ = ingest.StandardOutput.ReadToEndAsync();
        string? journal = null;
        await RunningService.EventuallyAsync(() => ingest.HasExited || ((journal ??= Journal(home)) is { } kept && CountLines(kept) > EnoughPages), "some pages are read");
        ingest.Kill(entireProcessTree: true);
        await ingest.WaitForExitAsync();
        return journal ?? throw new InvalidOperationException("ingest ended before it had kept a page.");
    }

    private static string? Journal(string home) =>
        Directory.Exists(home) ? Directory.EnumerateFiles(home, "pages.jsonl", SearchOption.AllDirectories).FirstOrDefault() : null;

    private static int CountLines(string journal)
    {
        using var reader = new StreamReader(new FileStream(journal, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd().Count(letter => letter == '\n');
    }

    private static async Task<IEnumerable<int>> PagesWithAsync(string word, string home)
    {
        var search = await TheProgram.RunAsync("search", word, "--size", "100", "--data", home, "--json");
        return JsonNode.Parse(search.Output)!["hits"]!.AsArray().Select(hit => (int)hit!["page"]!).Distinct().Order();
    }
}
