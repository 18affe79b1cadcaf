using Protokollsok.Intake;

namespace Protokollsok.Tests;

public sealed class FreeNameTests
{
    [Theory]
    [InlineData("KS.pdf", "KS.pdf")]
    [InlineData("taken.pdf", "taken (2).pdf")] // the number before the extension: the file still opens
    [InlineData("without", "without")]
    public void A_name_is_kept_where_it_is_free_and_numbered_where_it_is_not(string name, string expected)
    {
        using var folder = new TemporaryFolder();
        folder.Write("taken.pdf.orsak.txt", "another's");

        Assert.Equal(folder.File(expected), FreeName.In(folder.Path, name, ("", _ => false), (".orsak.txt", _ => false)));
    }

    [Fact]
    public void An_answer_that_was_cut_in_two_is_completed_under_its_name()
    {
        using var folder = new TemporaryFolder();
        folder.Write("KS.pdf.kvittens.json", "mine");

        Assert.Equal(folder.File("KS.pdf"), FreeName.In(folder.Path, "KS.pdf", (".kvittens.json", path => File.ReadAllText(path) == "mine"), (".kvittens.html", _ => false)));
    }

    [Fact]
    public void A_name_of_255_bytes_leaves_room_for_what_is_put_after_it()
    {
        using var folder = new TemporaryFolder();
        var name = new string('ä', 125) + "x.pdf"; // 255 bytes

        var path = FreeName.In(folder.Path, name, (".kvittens.html", _ => false));

        File.WriteAllText(path + ".kvittens.html", "");
        Assert.EndsWith(".pdf", path, StringComparison.Ordinal);
    }
}
