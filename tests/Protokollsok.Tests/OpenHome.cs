using Protokollsok.Bulk;
using Protokollsok.Configuration;
using Protokollsok.Documents;
using Protokollsok.Processing;

namespace Protokollsok.Tests;

/// <summary>A home that is open in this process, with documents that went the whole way, and steps on its disk that a test can strike.</summary>
internal sealed class OpenHome : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private OpenHome()
    {
    }

    public Workshop Workshop { get; private set; } = null!;

    /// <summary>Done before each step on the disk and in the ledger.</summary>
    public Action<string> BeforeStep { get; set; } = _ => { };

    public static async Task<OpenHome> OpenAsync(params string[] texts)
    {
        var home = new OpenHome();
        NodeClasses.PutInto(Home.At(home._folder.File("home"), inbox: null).Data);
        await home.ReopenAsync();
        for (var number = 0; number < texts.Length; number++) await home.TakeAsync(texts[number], $"{number}.txt");
        return home;
    }

    /// <summary>As the next start of the program finds it.</summary>
    public async Task ReopenAsync()
    {
        if (Workshop is not null) await Workshop.DisposeAsync();
        Workshop = await Workshop.OpenAsync(Home.At(_folder.File("home"), inbox: null), new Settings(), watches: false, TimeProvider.System, CancellationToken.None, step => BeforeStep(step));
    }

    public async Task<DocumentId> TakeAsync(string text, string name)
    {
        var arrival = await Workshop.Intake.TakeCopyAsync(_folder.Write(name, text), CancellationToken.None);
        await new Worker(Workshop.Ledger, Workshop.Pipeline, 1, Workshop.Settings.RetryPauses, TimeProvider.System, (what, why) => Assert.Fail($"{what}: {why}")).DrainAsync(CancellationToken.None);
        return arrival.Id;
    }

    /// <summary>The ids in the order of their arrival.</summary>
    public IReadOnlyList<DocumentId> Ids => Workshop.Ledger.SearchableIds();

    public DocumentRecord RecordOf(DocumentId id) => DocumentsJson.Parse<DocumentRecord>(Workshop.Archive.RecordBytes(id)!);

    public string TextOf(DocumentId id) => string.Join('\f', RecordOf(id).Pages.Select(page => page.Text));

    public Task CorrectAsync(DocumentId id, string field, string? value) => Workshop.Upkeep.CorrectAsync(id, field, value, "anna", CancellationToken.None);

    /// <summary>How many hits a search has in the index in force.</summary>
    public async Task<long> HitsAsync(string query) => (await Workshop.Index.SearchAsync(new Search.SearchRequest { Query = query, Size = 1 })).Total;

    public Task<ReindexReport> ReindexAsync(params string[] only) => RunAsync(new ReindexOrder(ReindexSource.Text, only));

    public Task<ReindexReport> RollBackAsync() => RunAsync(new ReindexOrder(ReindexSource.Text, [], IsRollback: true));

    public async Task<ReindexReport> RunAsync(ReindexOrder order)
    {
        ReindexReport? last = null;
        void Hear(ReindexReport report) => last = report;
        Workshop.Reindexing.Reported += Hear;
        var begun = Workshop.Reindexing.Begin(order, "anna");
        Assert.True(begun.Outcome == UpkeepOutcome.Begun, begun.Detail);
        await Workshop.Reindexing.Work;
        Workshop.Reindexing.Reported -= Hear;
        Assert.True(last is { State: ReindexReport.Done }, $"{last?.State}: {last?.Message}");
        return last!;
    }

    /// <summary>Does something once, before the first step whose name holds a text.</summary>
    public void Strike(string step, Func<Task> strike)
    {
        var isDone = 0;
        BeforeStep = name =>
        {
            if (name.Contains(step, StringComparison.Ordinal) && Interlocked.Exchange(ref isDone, 1) == 0) strike().GetAwaiter().GetResult();
        };
    }

    public async ValueTask DisposeAsync()
    {
        BeforeStep = _ => { };
        await Workshop.DisposeAsync();
        _folder.Dispose();
    }
}
