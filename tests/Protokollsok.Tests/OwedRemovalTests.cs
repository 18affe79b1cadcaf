using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Polly;
using Polly.Retry;
using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Language;
using Protokollsok.Processing;
using Protokollsok.Search;
using Protokollsok.Search.Tests;

namespace Protokollsok.Tests;

/// <summary>What is deleted while the search node is away.</summary>
public sealed class OwedRemovalTests : IAsyncLifetime, IDisposable
{
    internal static readonly DocumentRecord Letter = new()
    {
        Id = DocumentId.Of(Encoding.UTF8.GetBytes("hemligt")),
        Source = new Source("hemligt.txt", 7, "text/plain", 1),
        Pages = [new PageRecord(1, "Något hemligt.", PageOrigin.TextFile, 1, null, null, null, [], [])],
    };

    /// <summary>Only so that an end that never comes fails the test.</summary>
    private static readonly TimeSpan s_forever = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder _folder = new();
    private readonly TroubledNode _node = new();
    private Ledger _ledger = null!;
    private SearchIndex _index = null!;
    private IndexWriter _writer = null!;
    private volatile bool _isBroken;

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(_folder.File("home"));
        _ledger = new Ledger(_folder.File("home"), TimeProvider.System, _ =>
        {
            if (_isBroken) throw new InvalidOperationException("A fault that nobody thought of.");
        });
        var options = new SearchOptions { ArchiveClasses = false, Java = _node.Java };
        _index = await SearchIndex.OpenAsync(_folder.File("index"), readOnly: false, new WordAnalyzer(SwedishModel.OpenDefault()), options);
        await _index.ReplaceAsync(Letter);
        await _index.CommitAsync();
        _writer = new IndexWriter(_index, _ledger, ResiliencePipeline.Empty);
        _writer.Start();
    }

    public async Task DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _index.DisposeAsync();
        _ledger.Dispose();
    }

    /// <summary>After all else.</summary>
    public void Dispose()
    {
        _node.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_document_deleted_while_the_search_is_away_is_gone_when_it_is_back_and_nobody_has_to_ask_again()
    {
        _node.KeepAway();
        await KillNodeAsync();
        await Assert.ThrowsAsync<SearchUnavailableException>(() => _writer.RemoveAsync(Letter.Id, CancellationToken.None));
        _node.LetCome();

        await RunningService.EventuallyAsync(() => !Held().Contains(Letter.Id), "the deleted document gone from the index");
    }

    [Fact]
    public async Task A_fault_that_is_no_passing_trouble_ends_neither_the_trying_nor_the_writer()
    {
        var told = new ConcurrentQueue<string>();
        _writer.Troubled += (what, _) => told.Enqueue(what);
        _isBroken = true;
        await Assert.ThrowsAsync<InvalidOperationException>(() => _writer.RemoveAsync(Letter.Id, CancellationToken.None));
        await RunningService.EventuallyAsync(() => told.Any(what => what.Contains(Letter.Id.Hex, StringComparison.Ordinal)), "the trouble told");
        _isBroken = false;

        await RunningService.EventuallyAsync(() => !Held().Contains(Letter.Id), "the deleted document gone from the index");
    }

    [Fact]
    public async Task What_is_owed_when_the_program_ends_lets_it_end()
    {
        var writer = new IndexWriter(_index, _ledger, ResiliencePipeline.Empty);
        writer.Start();
        _isBroken = true;
        await Assert.ThrowsAsync<InvalidOperationException>(() => writer.RemoveAsync(Letter.Id, CancellationToken.None));

        await writer.DisposeAsync().AsTask().WaitAsync(s_forever);
        _isBroken = false;

        Assert.Contains(Letter.Id, Held());
    }

    [Fact]
    public async Task An_end_does_not_wait_for_a_search_that_is_away()
    {
        // With more patience than any end could wait for.
        var endless = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions { MaxRetryAttempts = int.MaxValue, Delay = TimeSpan.FromHours(1) }).Build();
        var writer = new IndexWriter(_index, _ledger, endless);
        writer.Start();
        _node.KeepAway();
        await KillNodeAsync();
        var removal = writer.RemoveAsync(Letter.Id, CancellationToken.None);

        await writer.DisposeAsync().AsTask().WaitAsync(s_forever);

        await Assert.ThrowsAnyAsync<Exception>(() => removal);
    }

    [Fact]
    public async Task A_document_that_came_again_before_it_could_be_taken_out_stays()
    {
        _ledger.Receive(Letter.Id, "hemligt.txt", "inbox/hemligt.txt", 7);
        _ledger.MarkRead(Letter.Id, "1");
        _ledger.MarkUnderstood(Letter.Id, "1");
        _ledger.MarkSearchable([Letter.Id]);

        await _writer.RemoveAsync(Letter.Id, CancellationToken.None);

        Assert.Contains(Letter.Id, Held());
    }

    [Fact]
    public async Task A_document_that_comes_again_in_one_batch_with_the_removal_that_was_owed_stays()
    {
        _ledger.Receive(Letter.Id, "hemligt.txt", "inbox/hemligt.txt", 7);
        _ledger.MarkRead(Letter.Id, "1");
        _ledger.MarkUnderstood(Letter.Id, "1");
        await using var writer = new IndexWriter(_index, _ledger, ResiliencePipeline.Empty);
        // Both wait when the loop begins.
        Task[] both = [writer.AddAsync(Letter, CancellationToken.None), writer.RemoveAsync(Letter.Id, CancellationToken.None)];

        writer.Start();
        await Task.WhenAll(both);

        Assert.Equal(DocumentState.Searchable, _ledger.Find(Letter.Id)!.State);
        Assert.Contains(Letter.Id, Held());
    }

    private IReadOnlySet<DocumentId> Held()
    {
        try
        {
            return _index.DocumentIdsAsync().GetAwaiter().GetResult();
        }
        catch (SearchUnavailableException)
        {
            return new HashSet<DocumentId> { Letter.Id };
        }
    }

    private async Task KillNodeAsync()
    {
        foreach (var node in Process.GetProcessesByName("java").Where(java => CommandOf(java).Contains(_folder.File("index"), StringComparison.Ordinal)))
        {
            node.Kill();
            await node.WaitForExitAsync();
        }
    }

    private static string CommandOf(Process process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }
}
