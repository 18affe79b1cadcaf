using Microsoft.Data.Sqlite;
using static Protokollsok.Archive.Tests.TempHome;

namespace Protokollsok.Archive.Tests;

public sealed class TwoReadersTests : IDisposable
{
    private readonly TempHome _home = new();

    [Fact]
    public void A_home_without_a_ledger_stays_without_one()
    {
        Assert.Null(Ledger.OpenReadOnly(_home.Home));
        Assert.Null(Ledger.OpenReadOnly(Path.Combine(_home.Home, "finns inte")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_home.Home));
    }

    [Fact]
    public void A_ledger_that_is_just_being_made_is_none_yet()
    {
        File.WriteAllBytes(Path.Combine(_home.Home, "ledger.db"), []);

        Assert.Null(Ledger.OpenReadOnly(_home.Home));
    }

    [Fact]
    public void A_reader_sees_what_is_committed_while_a_writer_writes()
    {
        using var writer = _home.Ledger();
        using var reader = Ledger.OpenReadOnly(_home.Home)!;
        writer.Receive(IdOf("ett"), "a.pdf", "/inbox/a.pdf", 3);
        Assert.Equal(1, reader.Count().Waiting);

        writer.Database.BeforeStep = step =>
        {
            if (step == "commit")
                Assert.Equal(DocumentState.Received, reader.Find(IdOf("ett"))!.State);
        };
        writer.MarkRead(IdOf("ett"), "v");
        Assert.Equal(DocumentState.Read, reader.Find(IdOf("ett"))!.State);
    }

    [Fact]
    public void The_accounting_that_a_reader_sees_holds_at_every_moment()
    {
        using var writer = _home.Ledger();
        using var reader = Ledger.OpenReadOnly(_home.Home)!;
        var writing = Task.Run(() => RandomWalk.Take(writer, new Random(7), steps: 300, afterStep: () => { }));
        while (!writing.IsCompleted)
            Assert.True(reader.Count().Holds);
        Assert.True(writing.IsCompletedSuccessfully);
    }

    [Fact]
    public void Looking_at_a_ledger_that_nobody_writes_changes_nothing()
    {
        using (var writer = _home.Ledger())
            writer.Receive(IdOf("ett"), "a.pdf", "/inbox/a.pdf", 3);
        var before = Files();
        using (var reader = Ledger.OpenReadOnly(_home.Home)!)
            Assert.Equal(1, reader.Count().Received);
        Assert.Equal(before, Files());
    }

    [Fact]
    public void A_reader_of_a_quiet_ledger_follows_when_somebody_begins_to_write_and_when_nobody_does_any_more()
    {
        _home.Ledger().Dispose();
        using var reader = Ledger.OpenReadOnly(_home.Home)!;
        Assert.Equal(0, reader.Count().Received);
        for (int n = 1; n <= 3; n++)
        {
            using (var writer = _home.Ledger())
            {
                writer.Receive(IdOf($"{n}"), "a.pdf", $"/inbox/{n}.pdf", 3);
                Assert.Equal(n, reader.Count().Received);
            }
            Assert.Equal(n, reader.Count().Received);
        }
    }

    [Fact]
    public void A_home_may_have_an_odd_name()
    {
        string home = Path.Combine(_home.Home, "Å? 100 % #1;x=y");
        new Ledger(home, _home.Clock).Dispose();
        using var reader = Ledger.OpenReadOnly(home)!;
        Assert.Equal(0, reader.Count().Received);
    }

    [Fact]
    public void Two_writing_connections_wait_for_each_other()
    {
        using var one = _home.Ledger();
        using var two = _home.Ledger();
        Parallel.For(0, 30, n => (n % 2 == 0 ? one : two).Receive(IdOf($"{n / 2}"), "a.pdf", $"/inbox/{n}.pdf", 3));
        Assert.Equal(new Accounting(30, 0, 15, 0, 15, 0), one.Count());
        Assert.Equal(one.Count(), two.Count());
    }

    [Fact]
    public void A_ledger_of_a_newer_program_is_left_alone()
    {
        _home.Ledger().Dispose();
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(_home.Home, "ledger.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }
        Assert.Contains("newer program", Assert.Throws<InvalidOperationException>(() => _home.Ledger()).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Ledger.OpenReadOnly(_home.Home));
    }

    [Fact]
    public void Writes_are_synced_fully_and_history_cannot_be_rewritten()
    {
        using var ledger = _home.Ledger();
        ledger.Receive(IdOf("ett"), "a.pdf", "/inbox/a.pdf", 3);
        Assert.Equal(2, ledger.Database.Number("PRAGMA synchronous"));
        Assert.Equal(1, ledger.Database.Number("PRAGMA foreign_keys"));
        Assert.Equal("wal", ledger.Database.Query("PRAGMA journal_mode", row => row.GetString(0)).Single());
        Assert.Throws<SqliteException>(() => ledger.Database.Execute("UPDATE events SET outcome = 'x'"));
        Assert.Throws<SqliteException>(() => ledger.Database.Execute("DELETE FROM events"));
        Assert.Throws<SqliteException>(() => ledger.Database.Execute("DELETE FROM arrivals"));
    }

    public void Dispose() => _home.Dispose();

    private List<(string Name, long Bytes, DateTime WrittenAt)> Files() =>
        [.. new DirectoryInfo(_home.Home).EnumerateFiles().Select(file => (file.Name, file.Length, file.LastWriteTimeUtc)).Order()];
}
