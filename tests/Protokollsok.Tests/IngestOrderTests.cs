using Protokollsok.Archive;
using Protokollsok.Bulk;
using Protokollsok.Cli;

namespace Protokollsok.Tests;

/// <summary>What lies between a command that hands files over and the service that takes them in.</summary>
public sealed class IngestOrderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Home _home;
    private readonly IngestOrders _orders;

    public IngestOrderTests()
    {
        _home = Home.At(_folder.File("home"), inbox: null);
        _home.Create();
        _orders = new IngestOrders(_home.Data, new DocumentArchive(_home.Data).Files);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Half_a_line_that_a_kill_left_takes_no_other_news_with_it()
    {
        var name = _orders.Add(Order(), TimeProvider.System.GetUtcNow());
        _orders.Tell(name, [IngestNews.Word("ett")]);
        File.AppendAllText(Path.Combine(_home.Data, "requests", "ingest", name + ".news.jsonl"), "{\"line\":nul");
        _orders.Tell(name, [IngestNews.Word("två")]);

        var (news, next) = _orders.NewsOf(name, 0);
        _orders.Tell(name, [IngestNews.Word("tre")]);

        Assert.Equal(["ett", "två"], news.Select(one => one.Note));
        Assert.Equal(["tre"], _orders.NewsOf(name, next).News.Select(one => one.Note));
    }

    [Fact]
    public async Task Two_who_follow_the_same_order_both_hear_its_end()
    {
        using var progress = IngestProgress.Start(1);
        using var held = HomeLock.TryTake(_home.Data);
        var order = Order();
        Task<int?>[] following = [Follow(), Follow()];

        var name = Assert.Single(_orders.Names());
        _orders.Tell(name, [new IngestNews(null, "", "") { NotDone = 1 }]);
        _orders.End(name);

        Assert.Equal([1, 1], await Task.WhenAll(following).WaitAsync(TimeSpan.FromMinutes(1)));

        Task<int?> Follow() => new IngestHanding(_home, order, new IngestTelling(progress, json: false)).FollowAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Who_follows_what_nobody_tells_of_any_more_is_not_kept_waiting()
    {
        using var progress = IngestProgress.Start(1);
        using var held = HomeLock.TryTake(_home.Data);
        var following = new IngestHanding(_home, Order(), new IngestTelling(progress, json: false)).FollowAsync(CancellationToken.None);

        _orders.End(Assert.Single(_orders.Names()));

        await Assert.ThrowsAsync<IOException>(() => following.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void A_folder_that_is_empty_now_and_was_not_is_away()
    {
        var order = Order();
        Assert.Null(order.Away());

        File.Delete(_folder.File("arkiv/a.txt"));
        Assert.Contains("is empty", order.Away(), StringComparison.Ordinal);

        Directory.Delete(_folder.File("arkiv"));
        Assert.Contains("is not there", order.Away(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_file_that_was_taken_away_is_not_waited_for_but_its_whole_folder_is()
    {
        _folder.Write("arkiv/b.txt", "två");
        var order = IngestOrder.For([_folder.Write("arkiv/a.txt", "ett")], null, "anna");

        File.Delete(_folder.File("arkiv/a.txt"));
        Assert.Null(order.Away());

        File.Delete(_folder.File("arkiv/b.txt"));
        Assert.Contains("nor anything beside it", order.Away(), StringComparison.Ordinal);
    }

    private IngestOrder Order()
    {
        _folder.Write("arkiv/a.txt", "ett");
        return IngestOrder.For([_folder.File("arkiv")], null, "anna");
    }
}
