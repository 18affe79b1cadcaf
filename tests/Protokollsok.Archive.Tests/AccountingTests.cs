namespace Protokollsok.Archive.Tests;

public sealed class AccountingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_accounting_holds_after_every_one_of_a_random_row_of_operations(int seed)
    {
        using var home = new TempHome();
        using var ledger = home.Ledger();
        int step = 0;
        int refused = RandomWalk.Take(ledger, new Random(seed), steps: 400, () =>
        {
            Assert.True(ledger.Count().Holds);
            if (++step % 20 == 0)
                Assert.Empty(ledger.Contradictions());
        });

        Assert.InRange(refused, 1, 399);
        var end = ledger.Count();
        Assert.True(end.Done > 0 && end.Duplicates > 0 && end.Deleted > 0, $"The walk went nowhere: {end}.");
        Assert.Equal(end.Done, ledger.SearchableIds().Count);
        Assert.Equal(end.Quarantined, ledger.Quarantined().Count);
        Assert.Equal(end.Waiting, ledger.Unfinished().Count);
    }

    [Theory]
    [InlineData("UPDATE documents SET state = 'searchable' WHERE state = 'received'", "shares the fate")]
    [InlineData("UPDATE arrivals SET outcome = 'done', finished_at = received_at WHERE outcome = 'waiting'", "shares the fate")]
    [InlineData("DROP TRIGGER arrivals_are_not_removed; PRAGMA foreign_keys = OFF; DELETE FROM arrivals WHERE seq = 2", "as many as the history")]
    [InlineData("UPDATE arrival_tallies SET arrivals = arrivals + 1 WHERE outcome = 'waiting'", "what one counts")]
    [InlineData("UPDATE document_tallies SET doubtful_pages = 7", "what one counts")]
    public void Tables_that_contradict_each_other_are_found(string tampering, string rule)
    {
        using var home = new TempHome();
        using var ledger = home.Ledger();
        ledger.Receive(TempHome.IdOf("ett"), "a.pdf", "/inbox/a.pdf", 3);
        ledger.Receive(TempHome.IdOf("ett"), "b.pdf", "/inbox/b.pdf", 3);
        ledger.Receive(TempHome.IdOf("två"), "c.pdf", "/inbox/c.pdf", 3);
        Assert.Empty(ledger.Contradictions());

        ledger.Database.Execute(tampering);

        Assert.Contains(ledger.Contradictions(), line => line.Contains(rule, StringComparison.Ordinal));
    }
}
