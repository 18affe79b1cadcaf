using System.Text.Json.Nodes;
using Protokollsok.Bulk;

namespace Protokollsok.Tests;

/// <summary>A register handed in with an old archive: what in it counts for nothing is told.</summary>
public sealed class ManifestTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Unknown_columns_rows_without_a_path_and_files_that_stand_there_twice_are_told()
    {
        var manifest = Read("path,board,hylla\na.txt,Dansnämnden,1\n,Sångnämnden,2\na.txt,Teaternämnden,3\na.txt,Dansnämnden,4\n");

        Assert.Collection(
            manifest.Notes,
            note => Assert.Contains("the column hylla is unknown", note, StringComparison.Ordinal),
            note => Assert.Equal("r.csv, row 3: no path stands there; passed over", note),
            note => Assert.Equal("r.csv, row 4: a.txt stands in row 2 already, with other values; row 2 counts", note),
            note => Assert.Equal("r.csv, row 5: a.txt stands in row 2 already; row 2 counts", note));
        Assert.Equal([("board", "Dansnämnden")], manifest.Of(_folder.File("a.txt")));
    }

    [Fact]
    public void The_register_itself_is_no_document()
    {
        var manifest = Read("path,board\na.txt,Dansnämnden\n");

        Assert.True(manifest.Is(_folder.File("./r.csv")));
        Assert.False(manifest.Is(_folder.File("a.txt")));
    }

    [Theory]
    [InlineData("arkiv/å.txt")]
    [InlineData("arkiv/a\u030A.txt")] // as some disks spell it
    [InlineData("arkiv\\å.txt")] // as Windows writes it
    [InlineData("./arkiv/../arkiv/å.txt")]
    public void A_path_is_the_same_however_it_is_spelled(string path)
    {
        var manifest = Read($"path,title\n{path},Bäcken\nb.txt,Ån\n");

        Assert.Equal([("title", "Bäcken")], manifest.Of(_folder.File("arkiv/å.txt")));
        Assert.Equal(["r.csv, row 3: b.txt"], manifest.RowsBut(new HashSet<string> { Manifest.KeyOf(_folder.File("arkiv/a\u030A.txt")) }));
    }

    [Fact]
    public async Task Of_content_that_had_come_before_nothing_is_taken_silently()
    {
        _folder.Write("arkiv/a.txt", InventedMinutes.Clean);
        _folder.Write("arkiv/b.txt", InventedMinutes.Clean);
        var register = _folder.Write("arkiv/r.csv", "path;board;title\na.txt;Dansnämnden;\nb.txt;Teaternämnden;Om bäcken\n");
        var (first, second, home) = (_folder.File("arkiv/a.txt"), _folder.File("arkiv/b.txt"), _folder.File("home"));

        var ingest = await TheProgram.RunAsync("ingest", first, second, "--manifest", register, "--data", home, "--json");

        var duplicate = Assert.Single(ingest.Lines.Select(line => JsonNode.Parse(line)!), line => (string)line["outcome"]! == "duplicate");
        Assert.Equal(
            ["r.csv says board \"Teaternämnden\", which is not taken: the same content has \"Dansnämnden\" already (manifest r.csv).", "r.csv says title \"Om bäcken\", which is taken for the same content that came before as a.txt."],
            duplicate["problems"]!.AsArray().Select(problem => (string)problem!["message"]!));
        Assert.Contains("which is not taken", ingest.Messages, StringComparison.Ordinal);
        Assert.NotEqual(0, (int)JsonNode.Parse((await TheProgram.RunAsync("search", "\"Om bäcken\"", "--board", "Dansnämnden", "--data", home, "--json")).Output)!["total"]!);
    }

    private Manifest Read(string text) => Manifest.Read(_folder.Write("r.csv", text), _ => null);
}
