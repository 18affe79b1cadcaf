using Protokollsok.Archive;
using Protokollsok.Configuration;
using Protokollsok.Intake;
using Protokollsok.Rehearsal;

namespace Protokollsok.Tests;

/// <summary>What the rehearsals of accidents found once, and must not find again.</summary>
public sealed class InterruptedIntakeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Home _home;

    public InterruptedIntakeTests()
    {
        _home = Home.At(_folder.File("home"), inbox: null);
        _home.Create();
    }

    [Fact]
    public async Task A_share_that_goes_between_the_ledger_and_the_removal_brings_no_duplicate_when_it_comes_back()
    {
        var path = Path.Combine(_home.Inbox, "a.txt");
        await File.WriteAllTextAsync(path, "Text.");
        var file = InboxFile.Look(path)!;
        var away = _folder.File("away");
        var goes = false;
        using var ledger = new Ledger(_home.Data, TimeProvider.System, step =>
        {
            if (!goes || step != "sql committed") return;
            goes = false;
            Directory.Move(_home.Inbox, away);
        });
        using var intake = new FileIntake(new DocumentArchive(_home.Data), ledger);

        goes = true;
        await Assert.ThrowsAsync<IOException>(() => intake.TakeFromInboxAsync(file, _home, CancellationToken.None));
        Directory.Move(away, _home.Inbox);
        await intake.TakeFromInboxAsync(file, _home, CancellationToken.None);

        Assert.False(File.Exists(path));
        Assert.Empty(ledger.Untaken());
        Assert.Equal(1, ledger.Count().Received);
    }

    [Fact]
    public void Drafts_of_a_dead_program_are_cleared_away_and_nobody_elses()
    {
        var ours = InboxDrafts.New(_home);
        var theirs = Path.Combine(_home.Inbox, ".scanner.part");
        File.WriteAllText(ours, "half");
        File.WriteAllText(theirs, "half");

        InboxDrafts.RemoveLeftovers(_home);

        Assert.Equal((false, true), (File.Exists(ours), File.Exists(theirs)));
    }

    [Fact]
    public void A_slow_listing_is_no_stillness()
    {
        // The link stands first in the list; the share takes its time over it, once.
        File.CreateSymbolicLink(Path.Combine(_home.Inbox, "a.pdf"), "/nowhere");
        File.WriteAllText(Path.Combine(_home.Inbox, "b.txt"), "The writer has just begun");
        var clock = new DrivenClock();
        var isSlow = true;
        var inbox = new Inbox(_home, new Settings(), clock, (_, _) => clock.Advance(TimeSpan.FromSeconds(isSlow ? 20 : 0)));

        Assert.Empty(inbox.ReadyFiles());
        isSlow = false;
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(inbox.ReadyFiles());
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("b.txt", Path.GetFileName(Assert.Single(inbox.ReadyFiles()).Path));
    }

    public void Dispose() => _folder.Dispose();
}
