using Protokollsok.Intake;

namespace Protokollsok.Tests;

public sealed class FileEndTests
{
    [Theory]
    [InlineData("Scan_19980608_BUN.pdf")]
    [InlineData("ks_1974_04_22.tif")]
    [InlineData("Taxa PBL.jpg")]
    [InlineData("Bilaga 1 överenskommelse.png")]
    public void A_whole_scan_has_its_end_and_any_part_of_it_has_none(string name)
    {
        using var folder = new TemporaryFolder();
        var whole = File.ReadAllBytes(Repository.Testdata("scans", name));
        var path = folder.File(name);
        File.WriteAllBytes(path, whole);
        Assert.Equal(FileEnd.Sight.There, FileEnd.Of(path));

        foreach (var part in new[] { 2000, whole.Length / 4, whole.Length / 2, whole.Length - 5000 })
        {
            File.WriteAllBytes(path, whole[..part]);
            Assert.Equal(FileEnd.Sight.Missing, FileEnd.Of(path));
        }
    }

    [Fact]
    public void A_text_has_no_end_mark_to_look_for()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(FileEnd.Sight.CannotTell, FileEnd.Of(folder.Write("a.txt", InventedMinutes.Clean)));
    }

    [Fact]
    public void A_file_without_bytes_has_not_arrived_yet()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(FileEnd.Sight.Missing, FileEnd.Of(folder.Write("a.txt", "")));
    }

    [Fact]
    public void A_tiff_of_random_bytes_is_told_without_a_crash()
    {
        using var folder = new TemporaryFolder();
        var random = new Random(1);
        for (var round = 0; round < 200; round++)
        {
            var bytes = new byte[random.Next(4, 4000)];
            random.NextBytes(bytes);
            "II*\0"u8.CopyTo(bytes);
            File.WriteAllBytes(folder.File("x.tif"), bytes);
            Assert.NotEqual(FileEnd.Sight.CannotTell, FileEnd.Of(folder.File("x.tif")));
        }
    }
}
