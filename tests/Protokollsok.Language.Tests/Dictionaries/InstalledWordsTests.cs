using Protokollsok.Language.Dictionaries;

namespace Protokollsok.Language.Tests.Dictionaries;

/// <summary>An installed dictionary is compiled once, and again whenever what is kept of it is not to be trusted.</summary>
public sealed class InstalledWordsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dictionary");

    public InstalledWordsTests() => Install("2\nkrispärm/GYX\nSjövik\n");

    private string Installed => Path.Combine(_folder.FullName, "sv_XX");

    private string Cache => Path.Combine(_folder.FullName, "cache", "protokollsok");

    private string Kept => Path.Combine(Cache, "sv_XX.words");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_was_compiled_comes_back_as_it_was()
    {
        var first = InstalledWords.Open(Installed, Cache);
        var second = InstalledWords.Open(Installed, Cache);

        Assert.Equal((0, null), (first.Skipped, second.Skipped));
        Assert.Equal(first.Version, second.Version);
        Assert.Matches("^[0-9a-f]{8}$", second.Version);
        Assert.Equal([Kept], Directory.GetFiles(Cache));
        foreach (var words in new[] { first.Words, second.Words })
        {
            Assert.Equal(3, words.Words);
            Assert.Equal(WordUses.Word | WordUses.Begins | WordUses.Ends, words.UsesOf("krispärm"));
            Assert.Equal(WordUses.Word | WordUses.Ends, words.UsesOf("krispärmar"));
            Assert.Equal(WordUses.Name, words.UsesOf("sjövik"));
            Assert.Equal([false, false, false, true], new[] { "krisparm", "krisp", "", "sjövik" }.Select(word => words.Holds(word)));
        }
    }

    [Fact]
    public void Where_none_is_installed_there_is_none()
    {
        var absent = InstalledWords.Open(Path.Combine(_folder.FullName, "sv_YY"), Cache);

        Assert.Equal((0, "", null), (absent.Words.Words, absent.Version, absent.Trouble));
        Assert.False(absent.Words.Holds("krispärm"));
        Assert.False(Directory.Exists(Cache));
    }

    [Theory]
    [InlineData("cut short")]
    [InlineData("altered")]
    [InlineData("emptied")]
    [InlineData("another file")]
    public void What_is_damaged_is_compiled_again(string damage)
    {
        InstalledWords.Open(Installed, Cache);
        var bytes = File.ReadAllBytes(Kept);
        File.WriteAllBytes(Kept, damage switch
        {
            "cut short" => bytes[..^5],
            "altered" => [.. bytes[..^5], (byte)(bytes[^5] ^ 4), .. bytes[^4..]],
            "emptied" => [],
            _ => "no dictionary, but long enough to be taken for one at a first glance, as a text file may be"u8.ToArray(),
        });

        var opened = InstalledWords.Open(Installed, Cache);

        Assert.Equal(0, opened.Skipped);
        Assert.True(opened.Words.Holds("krispärmar"));
        Assert.Equal(bytes, File.ReadAllBytes(Kept));
    }

    [Fact]
    public void Another_edition_is_compiled_in_its_place()
    {
        var old = InstalledWords.Open(Installed, Cache);
        Install("1\nlåsvred\n");

        var edition = InstalledWords.Open(Installed, Cache);

        Assert.NotEqual(old.Version, edition.Version);
        Assert.Equal((true, false), (edition.Words.Holds("låsvred"), edition.Words.Holds("krispärm")));
        Assert.Equal([Kept], Directory.GetFiles(Cache));
    }

    [Fact]
    public void Where_nothing_can_be_kept_it_serves_all_the_same()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "cache"), "a file where the folder should be");

        var opened = InstalledWords.Open(Installed, Cache);
        var homeless = InstalledWords.Open(Installed, cache: null);

        Assert.True(opened.Words.Holds("krispärmar"));
        Assert.Contains("compiled at every start", opened.Trouble, StringComparison.Ordinal);
        Assert.True(homeless.Words.Holds("krispärmar"));
        Assert.Contains("compiled at every start", homeless.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_cannot_be_read_is_told_and_left_out()
    {
        File.WriteAllText(Installed + ".aff", "SET Runes\n");

        var opened = InstalledWords.Open(Installed, Cache);

        Assert.Equal((0, ""), (opened.Words.Words, opened.Version));
        Assert.Contains("Runes", opened.Trouble, StringComparison.Ordinal);
    }

    private void Install(string words)
    {
        File.WriteAllText(Installed + ".aff", "SET UTF-8\nCOMPOUNDBEGIN X\nCOMPOUNDEND Y\nSFX G Y 1\nSFX G 0 ar .\n");
        File.WriteAllText(Installed + ".dic", words);
    }
}
