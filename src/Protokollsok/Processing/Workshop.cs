using Protokollsok.Archive;
using Protokollsok.Bulk;
using Protokollsok.Configuration;
using Protokollsok.Intake;
using Protokollsok.Search;

namespace Protokollsok.Processing;

/// <summary>
/// A home opened for work: lock, archive, ledger, index and tools, wired in one place. Whatever an earlier run left half done
/// is made whole before it is handed out.
/// </summary>
internal sealed class Workshop : IAsyncDisposable
{
    /// <summary>A record takes some milliseconds to learn, so that a start is not held up by more than a second.</summary>
    private const int MostLearntAtStart = 100;

    private const int LockTries = 11;

    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(100);

    private readonly HomeLock _lock;
    private readonly Lock _teaching = new();

    private Workshop(HomeLock homeLock, Home home, Settings settings, Ledger ledger, DocumentArchive archive, SearchIndex index, Tools tools)
    {
        _lock = homeLock;
        Home = home;
        Settings = settings;
        Ledger = ledger;
        Archive = archive;
        Tools = tools;
        IndexWriter = new IndexWriter(index, ledger);
        Pipeline = new DocumentPipeline(archive, ledger, tools, IndexWriter);
        Intake = new FileIntake(archive, ledger);
        Reindexing = new Reindexing(this);
        Upkeep = new Upkeep(home, ledger, archive, IndexWriter, Intake, TellArrived, Pipeline, tools.Understanding.DnrOf, Reindexing.Begin, Relearn);
        Requests = new RequestFolder(home.Data, archive.Files);
    }

    public Home Home { get; }

    public Settings Settings { get; }

    public Ledger Ledger { get; }

    public DocumentArchive Archive { get; }

    /// <summary>The index in force: asked for anew for each search, since another may take its place.</summary>
    public SearchIndex Index => IndexWriter.Index;

    public Tools Tools { get; }

    public IndexWriter IndexWriter { get; }

    public DocumentPipeline Pipeline { get; }

    public FileIntake Intake { get; }

    public Upkeep Upkeep { get; }

    /// <summary>What makes everything again, beside the rest.</summary>
    public Reindexing Reindexing { get; }

    /// <summary>How busy those who search keep this machine.</summary>
    public ApiLoad Load { get; } = new();

    /// <summary>What commands ask while this program holds the home.</summary>
    public RequestFolder Requests { get; }

    /// <summary>Released when documents have work before them.</summary>
    public SemaphoreSlim Arrived { get; } = new(0);

    /// <summary>Wakes the work. It asks the ledger what there is, so that a few wakings do for any number.</summary>
    public void TellArrived()
    {
        if (Arrived.CurrentCount < Settings.SideBySide) Arrived.Release();
    }

    /// <summary>Repairs from now on by what people have decided about words.</summary>
    public void Teach() => Relearn(hasNews: false);

    /// <summary>Repairs from now on by what was learnt and forgotten, too.</summary>
    public void TakeUpLearnt() => Relearn(hasNews: true);

    /// <param name="hasNews">Whether there is something else to take up, too.</param>
    private void Relearn(bool hasNews)
    {
        lock (_teaching)
        {
            if (ReviewedWords.Keep(Home, Ledger, Tools.Knows) || hasNews) Tools.Relearn(fromPages: hasNews);
        }
    }

    /// <summary>How many documents had to be added to the index, or removed from it, when it was opened.</summary>
    public int Mended { get; private set; }

    /// <summary>How many could not be added then; <c>verify</c> names them.</summary>
    public int NotMended { get; private set; }

    /// <summary>Opens a home, making what is not there and ending what was cut short.</summary>
    /// <param name="watches">Whether the inbox is the one that this home's drops come from; other commands do not know which <c>serve</c> watches.</param>
    /// <param name="beforeStep">Called before each step on disk and in the ledger; who rehearses accidents throws here, or ends the process.</param>
    /// <param name="learns">Whether what earlier runs brought in is learnt first.</param>
    /// <exception cref="HomeInUseException">Another program works with this home.</exception>
    /// <exception cref="IOException">The inbox has been used before and is away now.</exception>
    /// <exception cref="SearchUnavailableException">Java or Lucene is missing.</exception>
    public static async Task<Workshop> OpenAsync(
        Home home, Settings settings, bool watches, TimeProvider clock, CancellationToken cancel, Action<string>? beforeStep = null, bool learns = true)
    {
        if (watches) home.Create();
        else home.CreateData();
        var homeLock = await TakeLockAsync(home, watches, cancel)
            ?? throw new HomeInUseException($"Another protokollsok works with {home.Data}. Stop it first, drop new files into the folder that it watches ({new KnownInboxes(home.Data).Last ?? home.Inbox}), or choose another --data.");
        Tools? tools = null;
        Ledger? ledger = null;
        SearchIndex? index = null;
        try
        {
            ledger = new Ledger(home.Data, clock, beforeStep);
            var archive = new DocumentArchive(home.Data);
            await LearnAsync(home, ledger, archive, learns, cancel);
            tools = new Tools(settings, home);
            archive.Files.BeforeStep = beforeStep ?? archive.Files.BeforeStep;
            IndexFolders.RemoveStale(home.Data, archive.Generations, ledger.UnfinishedReindex());
            index = await OpenIndexAsync(home, tools, cancel);
            var workshop = new Workshop(homeLock, home, settings, ledger, archive, index, tools);
            await workshop.EndWhatWasCutShortAsync(watches, cancel);
            return workshop;
        }
        catch
        {
            // A node without its program would keep the index locked.
            if (index is not null) await index.DisposeAsync();
            if (tools is not null) await tools.DisposeAsync();
            ledger?.Dispose();
            homeLock.Dispose();
            throw;
        }
    }

    /// <summary>A command that only looks whether a service runs holds the lock for a moment; the service must not fail for that.</summary>
    private static async Task<HomeLock?> TakeLockAsync(Home home, bool isService, CancellationToken cancel)
    {
        for (var tries = isService ? LockTries : 1; ; tries--)
        {
            if (HomeLock.TryTake(home.Data) is { } taken) return taken;
            if (tries == 1) return null;
            await Task.Delay(LockPause, TimeProvider.System, cancel);
        }
    }

    /// <summary>What an earlier run brought in helps this one; a backlog is left to the command.</summary>
    private static async Task LearnAsync(Home home, Ledger ledger, DocumentArchive archive, bool learns, CancellationToken cancel)
    {
        try
        {
            // What was begun to be made again is ended by the knowledge that it was begun with.
            await Learning.LearnAsync(home, ledger, archive, learns && ledger.UnfinishedReindex() is null ? MostLearntAtStart : 0, cancel);
        }
        catch (Exception e) when (PassingTrouble.Is(e))
        {
            // Repair goes on with what it knew; whatever ails the disk, the work itself will tell.
        }
    }

    /// <summary>An index that cannot be opened is put aside, never thrown away, and made again: it is disposable, and the service is not.</summary>
    private static async Task<SearchIndex> OpenIndexAsync(Home home, Tools tools, CancellationToken cancel)
    {
        Task<SearchIndex> OpenAsync() => SearchIndex.OpenAsync(home.Index, readOnly: false, tools.Words, cancellationToken: cancel);
        try
        {
            return await OpenAsync();
        }
        catch (SearchUnavailableException e) when (e is not SearchSilentException && Directory.Exists(home.Index) && Directory.EnumerateFiles(home.Index, "segments_*", SearchOption.AllDirectories).Any())
        {
            var aside = FreeFolder(home.Index + "-damaged");
            Directory.Move(home.Index, aside);
            try
            {
                return await OpenAsync();
            }
            catch
            {
                // It was not the index: Java or Lucene is missing.
                Directory.Delete(home.Index, recursive: true);
                Directory.Move(aside, home.Index);
                throw;
            }
        }
    }

    private static string FreeFolder(string wanted) =>
        Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? wanted : $"{wanted}-{number}").First(path => !Path.Exists(path));

    /// <summary>A kill may have left half-written files, deletions half done, taken files in the inbox, and an index that lags behind the ledger.</summary>
    private async Task EndWhatWasCutShortAsync(bool watches, CancellationToken cancel)
    {
        Archive.RemoveLeftovers(_lock);
        foreach (var id in Ledger.DeletedIds()) Archive.RemoveAll(id);
        foreach (var path in Directory.Exists(Home.Uploads) ? Directory.GetFiles(Home.Uploads) : []) Archive.Files.Remove(path);
        // The inbox may be read-only now, or on a share with trouble: whoever watches it ends these, as often as it takes.
        if (watches) Intake.RecallDrops(Home);
        (Mended, NotMended) = await IndexWriter.MakeEqualToLedgerAsync(Pipeline.RecordAsync, cancel);
        IndexWriter.Start();
        Teach();
        foreach (var id in Ledger.Unapplied()) await Pipeline.CorrectAsync(id, byRules: true, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await Reindexing.DisposeAsync();
        await IndexWriter.DisposeAsync();
        await Index.DisposeAsync();
        await Tools.DisposeAsync();
        Arrived.Dispose();
        Intake.Dispose();
        Pipeline.Dispose();
        Upkeep.Dispose();
        Ledger.Dispose();
        _lock.Dispose();
    }
}
