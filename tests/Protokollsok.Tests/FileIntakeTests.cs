using Protokollsok.Archive;
using Protokollsok.Configuration;
using Protokollsok.Intake;

namespace Protokollsok.Tests;

public sealed class FileIntakeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Home _home;
    private readonly Ledger _ledger;
    private readonly FileIntake _intake;

    public FileIntakeTests()
    {
        _home = Home.At(_folder.File("home"), inbox: null);
        _home.Create();
        _ledger = new Ledger(_home.Data, TimeProvider.System);
        _intake = new FileIntake(new DocumentArchive(_home.Data), _ledger);
    }

    [Fact]
    public async Task A_file_with_the_longest_name_of_odd_characters_in_nfd_is_taken()
    {
        // 255 bytes, with a decomposed å, quotes, a blank at both ends and what shells read.
        var name = " a\u030A\"'`$(x)&;*?\\ " + new string('x', 255 - 21) + ".txt";
        Assert.Equal(255, System.Text.Encoding.UTF8.GetByteCount(name));
        var arrival = await TakeAsync(Drop(Path.Combine("Barn- och ungdomsna\u0308mnden 2019", name), "ett"));

        Assert.StartsWith(" å\"", arrival!.FileName, StringComparison.Ordinal);
        Assert.Equal("Barn- och ungdomsnämnden", arrival.BoardHint);
        Assert.Empty(Directory.GetFiles(_home.Inbox, "*", SearchOption.AllDirectories));
        Assert.Empty(_ledger.Untaken());
    }

    [Fact]
    public async Task While_a_large_file_is_copied_nobody_waits()
    {
        var copied = new TaskCompletionSource();
        var archive = new DocumentArchive(_home.Data);
        archive.Files.BeforeStep = step => copied.TrySetResult();
        using var intake = new FileIntake(archive, _ledger);
        Task<Arrival> taking;
        using (await intake.PauseAsync(CancellationToken.None))
        {
            taking = intake.TakeCopyAsync(_folder.Write("a.txt", "ett"), CancellationToken.None);
            await copied.Task.WaitAsync(TimeSpan.FromMinutes(1));
            Assert.Equal(0, _ledger.Count().Received);
        }

        Assert.True(archive.HasOriginal((await taking).Id));
        Assert.Empty(Directory.GetFiles(Path.Combine(_home.Data, "archive", "tmp")));
    }

    [Fact]
    public async Task A_file_that_was_replaced_since_it_was_listed_waits_for_its_next_turn()
    {
        var path = Drop("a.txt", "ett");
        var seen = InboxFile.Look(path)!;
        Drop("a.txt", "ett och två");
        Assert.Null(await _intake.TakeFromInboxAsync(seen, _home, CancellationToken.None));
        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task A_file_that_was_replaced_before_it_was_removed_is_put_back()
    {
        // As a kill between the two renames leaves it: the arrival is entered, and under the work name lies another content.
        var arrival = await EnterAsync("sub/a.txt", "ett");
        var work = Drop($"sub/.protokollsok-{arrival.Seq}", "två");

        _intake.RecallDrops(_home);
        await _intake.EndDropsAsync(_home, CancellationToken.None);

        Assert.False(File.Exists(work));
        Assert.Equal("två", File.ReadAllText(Path.Combine(_home.Inbox, "sub", "a.txt")));
        Assert.Empty(_ledger.Untaken());
    }

    [Fact]
    public async Task What_is_put_back_takes_no_other_files_place()
    {
        var arrival = await EnterAsync("a.txt", "ett");
        Drop($".protokollsok-{arrival.Seq}", "två");
        Drop("a.txt", "tre");

        _intake.RecallDrops(_home);
        await _intake.EndDropsAsync(_home, CancellationToken.None);

        Assert.Equal(["tre", "två"], new[] { "a.txt", "a (2).txt" }.Select(name => File.ReadAllText(Path.Combine(_home.Inbox, name))));
    }

    [Fact]
    public async Task What_was_as_good_as_removed_is_removed_and_the_same_file_dropped_since_stays()
    {
        var arrival = await EnterAsync("a.txt", "ett");
        var work = Drop($".protokollsok-{arrival.Seq}", "ett");
        var again = Drop("a.txt", "ett");

        _intake.RecallDrops(_home);
        await _intake.EndDropsAsync(_home, CancellationToken.None);

        Assert.Equal((false, true), (File.Exists(work), File.Exists(again)));
        Assert.Equal(ArrivalOutcome.Duplicate, (await TakeAsync(again))!.Outcome);
    }

    [Theory]
    [InlineData("Socialnämnden/a.pdf", "Socialnämnden")]
    [InlineData("Protokoll 2016/socialnämnden_2016/§ 12/a.pdf", "Socialnämnden")]
    [InlineData("Kommunstyrelsen/arbetsutskottet/a.pdf", "Arbetsutskottet")] // the innermost
    [InlineData("Miljö- och byggnadsnämnden/a.pdf", "Miljö- och byggnadsnämnden")]
    [InlineData("2016/a.pdf", null)]
    [InlineData("socialnämnden.pdf", null)] // a file's name is not a folder's
    [InlineData("a.pdf", null)]
    public void A_folder_named_after_a_board_tells_it(string path, string? board) => Assert.Equal(board, FolderBoard.Of(path));

    [Fact]
    public void Only_files_that_are_whole_and_still_are_ready_and_a_slow_writer_gets_more_time_each_time()
    {
        var clock = new SteppingClock();
        var inbox = new Inbox(_home, new Settings(), clock, (_, _) => { });
        var pdf = File.ReadAllBytes(Repository.Testdata("scans", "ON utdrag § 52.pdf"));
        foreach (var name in new[] { "a.pdf.part", "~$a.pdf", ".a.pdf", "a.tmp" }) Drop(name, "x");
        var path = Drop("a.pdf", "");
        File.WriteAllBytes(path, pdf);
        Drop("b.txt", "text");

        Assert.Empty(inbox.ReadyFiles()); // seen once
        clock.Step(1);
        Assert.Equal(["a.pdf"], Names(inbox.ReadyFiles()));
        clock.Step(9);
        Assert.Equal(["a.pdf", "b.txt"], Names(inbox.ReadyFiles()));

        // The same room, and what is not written yet is zeros: neither size nor time tells.
        var (reserved, time) = (pdf.ToArray(), File.GetLastWriteTimeUtc(path));
        reserved.AsSpan(pdf.Length / 2).Clear();
        WriteAs(reserved);
        Assert.Equal(["b.txt"], Names(inbox.ReadyFiles()));
        clock.Step(60);
        pdf.AsSpan(0, pdf.Length * 3 / 4).CopyTo(reserved);
        WriteAs(reserved);
        Assert.Equal(["b.txt"], Names(inbox.ReadyFiles()));
        clock.Step(60);
        Assert.Equal(["b.txt"], Names(inbox.ReadyFiles())); // more patience than the first time
        clock.Step(600);
        Assert.Equal(["a.pdf", "b.txt"], Names(inbox.ReadyFiles())); // and not for ever

        void WriteAs(byte[] bytes)
        {
            File.WriteAllBytes(path, bytes);
            File.SetLastWriteTimeUtc(path, time);
        }
    }

    [Fact]
    public void A_file_that_somebody_holds_open_for_writing_is_not_taken_however_still_it_lies()
    {
        if (!OperatingSystem.IsLinux()) return;
        var (clock, told) = (new SteppingClock(), new List<string>());
        var inbox = new Inbox(_home, new Settings(), clock, (path, _) => told.Add(Path.GetFileName(path)));
        var path = Drop("a.txt", "Den första");
        using (var writer = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read))
        {
            Assert.Empty(inbox.ReadyFiles());
            clock.Step(30);
            Assert.Empty(inbox.ReadyFiles());
            Assert.Empty(told);
            clock.Step(600);
            Assert.Empty(inbox.ReadyFiles());
            Assert.Equal(["a.txt"], told); // a person can see to it
        }

        Assert.Equal(["a.txt"], Names(inbox.ReadyFiles()));
    }

    [Fact]
    public async Task A_file_that_went_out_of_sight_with_its_work_name_is_ended_when_the_share_comes_back()
    {
        var path = Drop("a.txt", "ett");
        var away = _folder.File("away");
        var archive = new DocumentArchive(_home.Data);
        using var intake = new FileIntake(archive, _ledger);
        archive.Files.BeforeStep = step =>
        {
            if (step == "remove " + Path.Combine(_home.Inbox, ".protokollsok-1") && !Directory.Exists(away)) Directory.Move(_home.Inbox, away);
        };
        await Assert.ThrowsAnyAsync<IOException>(() => intake.TakeFromInboxAsync(InboxFile.Look(path)!, _home, CancellationToken.None));
        await Assert.ThrowsAnyAsync<IOException>(() => intake.EndDropsAsync(_home, CancellationToken.None));
        Assert.Single(_ledger.Untaken());

        Directory.Move(away, _home.Inbox);
        Directory.CreateDirectory(away);
        await intake.EndDropsAsync(_home, CancellationToken.None);

        Assert.Empty(_ledger.Untaken());
        Assert.Empty(Directory.GetFiles(_home.Inbox, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task One_leftover_that_cannot_be_removed_stops_no_other()
    {
        var archive = new DocumentArchive(_home.Data);
        using var intake = new FileIntake(archive, _ledger);
        await EnterAsync("a.txt", "ett");
        await EnterAsync("b.txt", "två");
        var (stuck, other) = (Drop("a.txt", "ett"), Drop("b.txt", "två"));
        archive.Files.BeforeStep = step =>
        {
            if (step.EndsWith(".protokollsok-1", StringComparison.Ordinal)) throw new UnauthorizedAccessException("read-only");
        };
        intake.RecallDrops(_home);

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => intake.EndDropsAsync(_home, CancellationToken.None));

        Assert.Equal((true, false), (File.Exists(stuck), File.Exists(other)));
        Assert.Equal("a.txt", Assert.Single(_ledger.Untaken()).DroppedPath);
    }

    [Fact]
    public async Task A_file_is_not_removed_under_its_writer()
    {
        if (!OperatingSystem.IsLinux()) return;
        var path = Drop("a.txt", "ett");
        await using (var writer = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            await Assert.ThrowsAsync<IOException>(() => TakeAsync(path));
            await writer.WriteAsync(" och två"u8.ToArray());
        }

        await _intake.EndDropsAsync(_home, CancellationToken.None);

        Assert.Equal("ett och två", File.ReadAllText(path));
        Assert.Empty(_ledger.Untaken());
    }

    public void Dispose()
    {
        _intake.Dispose();
        _ledger.Dispose();
        _folder.Dispose();
    }

    private static IEnumerable<string> Names(IEnumerable<InboxFile> files) => files.Select(file => Path.GetFileName(file.Path)).Order(StringComparer.Ordinal);

    private string Drop(string name, string content) => _folder.Write(Path.Combine("home", "inbox", name), content);

    private Task<Arrival?> TakeAsync(string path) => _intake.TakeFromInboxAsync(InboxFile.Look(path)!, _home, CancellationToken.None);

    /// <summary>As far as it comes when the program is killed before the file is removed.</summary>
    private async Task<Arrival> EnterAsync(string name, string content)
    {
        var elsewhere = _folder.Write("elsewhere", content);
        var id = await new DocumentArchive(_home.Data).StoreOriginalAsync(elsewhere);
        return _ledger.Receive(id, Path.GetFileName(name), name, content.Length);
    }

    private sealed class SteppingClock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 3, 9, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now;

        public void Step(int seconds) => _now += TimeSpan.FromSeconds(seconds);
    }
}
