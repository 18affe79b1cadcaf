using static Protokollsok.Archive.Tests.TempHome;

namespace Protokollsok.Archive.Tests;

public sealed class DurableFilesTests : IDisposable
{
    private readonly TempHome _home = new();
    private readonly DocumentArchive _archive;
    private readonly List<string> _steps = [];

    public DurableFilesTests()
    {
        _archive = _home.Archive();
        _archive.Files.BeforeStep = _steps.Add;
    }

    [Fact]
    public void A_file_that_appears_just_before_a_rename_keeps_its_place()
    {
        string path = _home.Drop("a.txt", "ett"), target = path + ".ny";
        _archive.Files.BeforeStep = step =>
        {
            if (step.StartsWith("rename", StringComparison.Ordinal))
                File.WriteAllText(target, "två");
        };

        Assert.Throws<IOException>(() => _archive.Files.Rename(path, target));

        Assert.Equal(("ett", "två"), (File.ReadAllText(path), File.ReadAllText(target)));
    }

    [Fact]
    public void A_file_that_is_not_there_cannot_be_renamed()
    {
        string path = _home.Drop("a.txt", "ett");
        Assert.Throws<FileNotFoundException>(() => _archive.Files.Rename(path + ".borta", path + ".ny"));
        Assert.ThrowsAny<IOException>(() => _archive.Files.Rename(path, Path.Combine(path + ".ingen mapp", "a.txt")));
    }

    [Fact]
    public void What_is_done_outside_the_archive_is_on_the_disk_when_it_is_said()
    {
        string inbox = Path.GetDirectoryName(_home.Drop("a.txt", "ett"))!, done = Directory.CreateDirectory(Path.Combine(inbox, "klart")).FullName;

        _archive.Files.WriteOutside(Path.Combine(done, "å.html"), Path.Combine(inbox, ".1.part"), draft => draft.Write("x"u8));
        Assert.Equal(["flush folder " + done, "flush folder " + inbox], _steps[^2..]);
        _archive.Files.Remove(Path.Combine(done, "å.html"));
        Assert.Equal("flush folder " + done, _steps[^1]);
        Assert.Empty(Directory.EnumerateFiles(done));
    }

    [Fact]
    public async Task A_healed_original_is_read_from_the_beginning()
    {
        string path = _home.Drop("a.txt", "ett");
        var id = await _archive.StoreOriginalAsync(path);
        File.WriteAllText(_archive.PagesReadPath(id), "{}");
        await _archive.StoreOriginalAsync(path);
        Assert.True(File.Exists(_archive.PagesReadPath(id)));

        DocumentArchiveTests.Tamper(_archive.OriginalPath(id), "tva");
        Assert.Equal(IdOf("ett"), await _archive.StoreOriginalAsync(path));

        Assert.False(File.Exists(_archive.PagesReadPath(id)));
    }

    public void Dispose() => _home.Dispose();
}
