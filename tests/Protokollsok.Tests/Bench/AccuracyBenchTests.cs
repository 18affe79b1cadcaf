using System.Text.Json;

namespace Protokollsok.Tests.Bench;

public sealed class AccuracyBenchTests
{
    [Theory]
    [InlineData(1.0, 0.0, 0, "two dates are found of two")]
    [InlineData(1.01, 0.0, 1, "no figure reaches such a floor")]
    [InlineData(0.5, -1.0, 1, "no error rate stays below such a ceiling")]
    public async Task Fails_when_a_figure_is_worse_than_its_bound(double floor, double ceiling, int exitCode, string why)
    {
        using var folder = Letter();
        WriteFloors(folder, floor, ceiling);
        var result = await TheProgram.RunAsync("bench", "accuracy", folder.Path);
        Assert.True(result.ExitCode == exitCode, $"{why}: {result.Output}{result.Messages}");
    }

    [Fact]
    public async Task Sets_the_scan_against_the_right_text_of_the_same_document()
    {
        using var folder = Letter();
        folder.Write("scans/manifest.json", """{ "brev.txt": { "document": "brev", "damage": "fax" } }""");
        folder.Write("scans/brev.txt", "Åsmarka den 2 maj 1984\n\nVi tackar för brevet.\n");
        WriteFloors(folder, 0, 1);
        var result = await TheProgram.RunAsync("bench", "accuracy", folder.Path);
        Assert.Matches(@"(?m)^dates +2 +1 +1\.000 +0\.500 +0\.667 ", result.Output);
        Assert.Contains("fax 1", result.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^dates +-0\.333$", result.Output);
    }

    [Fact]
    public async Task A_figure_without_a_floor_is_a_wrong_use()
    {
        using var folder = Letter();
        folder.Write("floors.json", "{}");
        var result = await TheProgram.RunAsync("bench", "accuracy", folder.Path);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("floors.json has no dates", result.Messages, StringComparison.Ordinal);
    }

    private static TemporaryFolder Letter()
    {
        const string Text = "Åsmarka den 2 maj 1984\n\nVi tackar för brevet av den 9 april 1984.\n";
        var folder = new TemporaryFolder();
        folder.Write("documents/brev/page-1.txt", Text);
        folder.Write("documents/brev/truth.json", """{ "dates": [ { "value": "1984-05-02" }, { "value": "1984-04-09" } ] }""");
        folder.Write("more-scans/manifest.json", "{}");
        folder.Write("scans/brev.txt", Text);
        folder.Write("scans/manifest.json", """{ "brev.txt": { "document": "brev", "damage": "none" } }""");
        return folder;
    }

    private static void WriteFloors(TemporaryFolder folder, double floor, double ceiling) =>
        folder.Write("floors.json", JsonSerializer.Serialize(new Dictionary<string, double> { ["dates"] = floor, ["characterErrorRate"] = ceiling }));
}
