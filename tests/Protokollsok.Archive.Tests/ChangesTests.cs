using Protokollsok.Documents;
using static Protokollsok.Archive.Tests.TempHome;

namespace Protokollsok.Archive.Tests;

/// <summary>What those are told who keep a copy, and how much can be searched.</summary>
public sealed class ChangesTests : IDisposable
{
    private static readonly DocumentId One = IdOf("ett"), Two = IdOf("två"), Three = IdOf("tre");

    private readonly TempHome _home = new();
    private readonly Ledger _ledger;

    public ChangesTests()
    {
        _ledger = _home.Ledger();
        foreach (var id in new[] { One, Two, Three }) _ledger.Receive(id, $"{id.Hex[..4]}.pdf", $"/inbox/{id.Hex[..4]}.pdf", 3);
    }

    [Fact]
    public void Documents_come_in_the_order_of_their_last_change()
    {
        _ledger.MarkRead(One, "x");

        Assert.Equal([Two, Three, One], Changed(DateTimeOffset.MinValue));
    }

    [Fact]
    public void Only_what_changed_since_is_told_the_moment_itself_included()
    {
        var moment = _ledger.Find(Two)!.UpdatedAt;

        Assert.Equal([Two, Three], Changed(moment));
        Assert.Equal([Three], Changed(moment.AddMilliseconds(1)));
    }

    [Fact]
    public void What_was_deleted_is_told_only_to_who_asks_for_it()
    {
        _ledger.Delete(Two, "någon", "Fel handling.");

        Assert.Equal([One, Three], Changed(DateTimeOffset.MinValue));
        Assert.Equal([One, Three, Two], _ledger.ChangedSince(DateTimeOffset.MinValue, null, withDeleted: true, 10).Select(entry => entry.Id));
    }

    [Fact]
    public void A_list_goes_on_after_its_last_one_also_where_several_changed_at_once()
    {
        using var home = new TempHome();
        using var ledger = new Ledger(home.Home, new StoppedClock());
        DocumentId[] ids = [.. Enumerable.Range(0, 9).Select(number => IdOf($"nr {number}"))];
        foreach (var id in ids) ledger.Receive(id, "a.pdf", $"/inbox/{id.Hex}.pdf", 3);
        var seen = new List<DocumentId>();
        for (var part = ledger.ChangedSince(DateTimeOffset.MinValue, null, false, 2); part.Count > 0; part = ledger.ChangedSince(part[^1].UpdatedAt, part[^1].Id, false, 2))
            seen.AddRange(part.Select(entry => entry.Id));

        Assert.Equal(ids.OrderBy(id => id.Hex, StringComparer.Ordinal), seen);
    }

    [Fact]
    public void How_much_can_be_searched_is_right_after_each_change_and_for_another_process()
    {
        using var reader = Ledger.OpenReadOnly(_home.Home)!;
        Assert.Equal(new LedgerCoverage(3, 0, 0, 0), _ledger.Cover());
        Assert.Equal(_ledger.Cover(), reader.Cover());

        _ledger.MarkRead(One, "x");
        _ledger.MarkUnderstood(One, "x", doubtfulPages: 2);
        _ledger.MarkSearchable([One]);
        Assert.Equal(new LedgerCoverage(3, 1, 0, 2), _ledger.Cover());
        Assert.Equal(_ledger.Cover(), reader.Cover());

        _ledger.Delete(One, "någon", "Fel handling.");
        Assert.Equal(new LedgerCoverage(2, 0, 0, 0), _ledger.Cover());
        Assert.Equal(_ledger.Cover(), reader.Cover());
    }

    public void Dispose()
    {
        _ledger.Dispose();
        _home.Dispose();
    }

    private IEnumerable<DocumentId> Changed(DateTimeOffset since) => _ledger.ChangedSince(since, null, withDeleted: false, 10).Select(entry => entry.Id);

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    }
}
