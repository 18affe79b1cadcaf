namespace Protokollsok.Search.Tests;

public class SizeTests(TemporaryIndex archive) : IClassFixture<TemporaryIndex>
{
    [Fact]
    public async Task Tells_what_each_layer_takes_and_no_more_than_there_is()
    {
        for (var i = 0; i < 300; i++)
        {
            var text = $"Föräldrastödet nummer {i} godkändes av nämndens ledamöter.";
            await archive.Index.ReplaceAsync(Invented.Letter($"size {i}", text, Invented.Repaired(text, "namndens", "nämndens")));
        }

        await archive.Index.CommitAsync();

        var sizes = await archive.Index.SizesAsync();
        Assert.Equal(["compound parts", "exact", "filters", "folded", "normal form", "variants"], sizes.Select(size => size.Layer).Order());
        Assert.All(sizes, size => Assert.True(size is { Terms: > 0, Letters: > 0, Entries: > 0 }, $"{size}"));
        Assert.All(sizes, size => Assert.Equal(size.Layer == "filters", size.Positions == 0));
        var files = new DirectoryInfo(archive.Folder).EnumerateFiles().ToLookup(file => file.Extension, file => file.Length);
        Assert.InRange(sizes.Sum(size => size.Entries), files[".doc"].Sum() / 2, files[".doc"].Sum());
        Assert.InRange(sizes.Sum(size => size.Positions), files[".pos"].Sum() / 2, files[".pos"].Sum());
    }
}
