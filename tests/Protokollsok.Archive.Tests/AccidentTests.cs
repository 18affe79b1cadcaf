using System.Diagnostics;
using System.Globalization;

namespace Protokollsok.Archive.Tests;

public sealed class AccidentTests : IDisposable
{
    private const int Documents = 8, Duplicates = 2;

    private readonly TempHome _home = new();

    [Fact]
    public async Task Whatever_step_fails_the_next_start_completes_the_work()
    {
        int failures = 0;
        for (int failing = 1; ; failing++)
        {
            using var home = new TempHome();
            DropThree(home);
            if (!await FailsAtAsync(home, failing))
                break;
            failures++;
            await FailsAtAsync(home, int.MaxValue);
            await AssertCompleteAsync(home.Home, documents: 2, duplicates: 1);
        }
        // Three drops: file steps and commits, each failed once. Far fewer would mean that the rehearsal has lost its hooks.
        Assert.InRange(failures, 80, 400);
    }

    [Fact]
    public async Task A_program_killed_at_random_steps_loses_nothing_and_does_nothing_twice()
    {
        for (int n = 0; n < Documents; n++)
            _home.Drop($"Protokoll {n:D2}.txt", $"§ {n} Beslut om gatubelysning på Tallstigen {n}");
        for (int n = 0; n < Duplicates; n++)
            _home.Drop($"Kopia {n:D2}.txt", $"§ {n} Beslut om gatubelysning på Tallstigen {n}");
        var random = new Random(20260309);
        int kills = 0;
        while (await RunAsync(random.Next(1, 90)) != 0)
        {
            Assert.True(++kills < 100, "It never comes to its end.");
            using var ledger = Ledger.OpenReadOnly(_home.Home)!;
            Assert.Empty(ledger.Contradictions());
        }
        Assert.InRange(kills, 3, 100);
        await AssertCompleteAsync(_home.Home, Documents, Duplicates);
    }

    [Fact]
    public async Task What_a_dead_program_was_writing_is_cleared_away_at_the_next_start()
    {
        var archive = _home.Archive();
        var id = await archive.StoreOriginalAsync(_home.Drop("a.txt", "ett"));
        File.WriteAllText(Path.Combine(_home.Home, "archive", "tmp", "halvskriven"), "hal");
        Directory.CreateDirectory(Path.Combine(_home.Home, "archive", "tmp", "halvborta", "x"));
        using var held = HomeLock.TryTake(_home.Home)!;

        Assert.Equal(2, archive.RemoveLeftovers(held));

        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_home.Home, "archive", "tmp")));
        Assert.True(await archive.VerifyOriginalAsync(id));
    }

    [Fact]
    public void Only_one_holds_a_home_and_it_is_free_again_afterwards()
    {
        using (HomeLock.TryTake(_home.Home)!)
            Assert.Null(HomeLock.TryTake(_home.Home));
        using var next = HomeLock.TryTake(_home.Home);
        Assert.NotNull(next);
    }

    [Fact]
    public async Task Another_process_cannot_hold_a_home_that_is_held()
    {
        using var held = HomeLock.TryTake(_home.Home);
        Assert.Equal(3, await RunAsync(stepsToLive: 1));
    }

    public void Dispose() => _home.Dispose();

    private static void DropThree(TempHome home)
    {
        home.Drop("1.txt", "ett");
        home.Drop("2.txt", "ett");
        home.Drop("3.txt", "");
    }

    /// <returns>Whether the accident came: the step of that number was reached.</returns>
    private static async Task<bool> FailsAtAsync(TempHome home, int failing)
    {
        int steps = 0;
        void Step(string step)
        {
            // Commits are enough here; `rehearse failures` fails each statement too.
            if (!(step.StartsWith("sql", StringComparison.Ordinal) && !step.StartsWith("sql commit", StringComparison.Ordinal)) && ++steps == failing)
                throw new IOException($"Rehearsed: {step}");
        }
        try
        {
            var archive = home.Archive();
            using (var held = HomeLock.TryTake(home.Home)!)
                archive.RemoveLeftovers(held);
            archive.Files.BeforeStep = Step;
            using var ledger = home.Ledger();
            ledger.Database.BeforeStep = Step;
            await new Rehearsal(home.Inbox, home.Home, archive, ledger).RunAsync();
            return false;
        }
        catch (IOException e) when (e.Message.StartsWith("Rehearsed", StringComparison.Ordinal))
        {
            return true;
        }
    }

    private static async Task AssertCompleteAsync(string home, int documents, int duplicates)
    {
        using var ledger = Ledger.OpenReadOnly(home)!;
        Assert.Equal(new Accounting(documents + duplicates, documents, 0, 0, duplicates, 0), ledger.Count());
        Assert.Equal(ledger.SearchableIds().Select(id => id.Hex).Order(StringComparer.Ordinal), Rehearsal.Index(home));
        Assert.Equal(documents + duplicates, Rehearsal.Receipts(home).Count());
        Assert.Empty(ledger.ReceiptsDue());
        var faults = new List<Fault>();
        await foreach (var fault in new Verification(new DocumentArchive(home), ledger).VerifyAsync())
            faults.Add(fault);
        Assert.Empty(faults);
    }

    /// <summary>The child's exit code: 0 when it came to its end.</summary>
    private async Task<int> RunAsync(int stepsToLive)
    {
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!)
        {
            ArgumentList = { "exec", typeof(Rehearsal).Assembly.Location, _home.Inbox, _home.Home, stepsToLive.ToString(CultureInfo.InvariantCulture) },
        })!;
        await child.WaitForExitAsync();
        return child.ExitCode;
    }
}
