using Protokollsok.Archive;
using Protokollsok.Language;
using Protokollsok.Search;
using Protokollsok.Search.Tests;
using Protokollsok.Web;

namespace Protokollsok.Tests.Web;

/// <summary>What a search answers when the help beside it fails.</summary>
public sealed class SearchServiceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TroubledNode _node = new();

    [Fact]
    public async Task What_was_found_is_told_though_what_was_meant_takes_too_long()
    {
        using var model = SwedishModel.OpenDefault();
        Directory.CreateDirectory(_folder.File("home"));
        using var ledger = new Ledger(_folder.File("home"), TimeProvider.System);
        var options = new SearchOptions { ArchiveClasses = false, Java = _node.Java };
        await using var index = await SearchIndex.OpenAsync(_folder.File("index"), readOnly: false, new WordAnalyzer(model), options);
        await index.ReplaceAsync(OwedRemovalTests.Letter);
        await index.CommitAsync();
        _node.Exhaust(TroubledNode.Count);
        await Assert.ThrowsAsync<QueryTooLongException>(() => index.DidYouMeanAsync(new SearchRequest { Query = "hemligt" }));

        var page = await new SearchService(() => index, ledger).SearchAsync(new SearchParameters("hemligt"), CancellationToken.None);

        Assert.Equal(1, page.Total);
        Assert.Null(page.DidYouMean);
    }

    public void Dispose()
    {
        _node.Dispose();
        _folder.Dispose();
    }
}
