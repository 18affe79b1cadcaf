namespace Protokollsok.Tests;

public sealed class HomeTests
{
    [Theory]
    [InlineData("scans", "scans/data")]
    [InlineData("scans/", "scans/data")] // as tab completion writes it
    [InlineData("scans/../scans", "scans/data/")]
    [InlineData("home/archive", "home")]
    [InlineData("home/index/new", "home")]
    [InlineData("link", "scans/data")] // a link to scans
    public void An_inbox_and_an_archive_inside_one_another_are_refused(string inbox, string data)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("scans"));
        Directory.CreateSymbolicLink(folder.File("link"), folder.File("scans"));

        Assert.Throws<WrongUseException>(() => Home.At(folder.File(data), folder.File(inbox)));
    }

    [Fact]
    public void The_inbox_may_lie_in_the_home_and_nothing_else_of_the_home_is_a_scan()
    {
        using var folder = new TemporaryFolder();
        var home = Home.At(folder.File("home"), inbox: null);

        Assert.True(home.Owns(Path.Combine(home.Data, "ledger.db")));
        Assert.False(home.Owns(Path.Combine(home.Inbox, "KS.pdf")));
        Assert.False(home.Owns(folder.File("KS.pdf")));
    }

    [Fact]
    public void An_inbox_that_was_in_use_and_is_away_is_waited_for_and_not_taken_for_a_new_one()
    {
        using var folder = new TemporaryFolder();
        Home.At(folder.File("home"), folder.File("share")).Create();
        Directory.Delete(folder.File("share"), recursive: true);
        Directory.CreateDirectory(folder.File("share")); // the empty mount point

        // No wrong use: the service manager starts the program again until the share is mounted.
        Assert.Throws<IOException>(() => Home.At(folder.File("home"), folder.File("share")).Create());
    }
}
