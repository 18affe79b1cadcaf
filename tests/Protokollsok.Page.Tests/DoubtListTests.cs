using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Tests;

namespace Protokollsok.Page.Tests;

public sealed class DoubtListTests : IDisposable
{
    private static readonly DateTimeOffset Then = new(2020, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_came_last_is_first_and_then_as_one_reads()
    {
        using var list = Filled();
        List<string> seen = [];
        Doubt? at = null;
        while (list.After(new DoubtFilter(), at, withIt: false, 1) is [var next]) seen.Add((at = next).Mark);
        Assert.Equal(["2.1.5.word", "2.1.9.dnr", "2.3.0.word", "1.1.7.word"], seen);
        Assert.Equal("2.1.9.dnr", list.After(new DoubtFilter(), at is not null && Doubt.TryParse("2.1.9.dnr", out var mark) ? mark : null, withIt: true, 1)[0].Mark);
    }

    [Fact]
    public void Filters_narrow_and_counts_follow_what_is_put_and_taken()
    {
        using var list = Filled();
        Assert.Equal((4, 3, 1), (list.Count(new()), list.Count(new(Words: true)), list.Count(new(Words: false))));
        Assert.Equal((1, 3), (list.Count(new(Type: "bilaga")), list.Count(new(Document: Id(2)))));
        Assert.Equal([("protokoll", 3L), ("bilaga", 1L)], list.ByType());
        list.Put(Id(2), 2, Then, []);
        Assert.Equal((1, 0), (list.Count(new()), list.Count(new(Document: Id(2)))));
        Assert.Null(list.ChangedAt(Id(2)));
    }

    [Fact]
    public void It_is_kept_and_made_anew_where_the_rules_are_others_or_the_file_is_damaged()
    {
        using (var list = Filled()) list.Seen = (Then, Id(2));
        using (var again = DoubtList.Open(_folder.Path, 1)) Assert.Equal((4, (Then, (DocumentId?)Id(2))), (again.Count(new()), again.Seen));
        using (var other = DoubtList.Open(_folder.Path, 2)) Assert.Equal((0, (DocumentId?)null), (other.Count(new()), other.Seen.After));
        File.WriteAllText(_folder.File("doubts.db"), "no database at all, but long enough to be taken for one by who only looks at its size");
        using var healed = DoubtList.Open(_folder.Path, 2);
        Assert.Equal(0, healed.Count(new()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.2.3")]
    [InlineData("1.2.x.word")]
    [InlineData("1.2.99999999999.word")]
    public void What_is_no_place_is_refused(string mark) => Assert.False(Doubt.TryParse(mark, out _));

    private DoubtList Filled()
    {
        var list = DoubtList.Open(_folder.Path, 1);
        Doubt Of(byte document, string type, string kind, int page, int at) => new(Id(document), document, type, kind, page, at);
        list.Put(Id(1), 1, Then, [Of(1, "bilaga", "word", 1, 7)]);
        list.Put(Id(2), 2, Then, [Of(2, "protokoll", "word", 3, 0), Of(2, "protokoll", "dnr", 1, 9), Of(2, "protokoll", "word", 1, 5)]);
        return list;
    }

    private static DocumentId Id(byte number) => DocumentId.Of([number]);
}
