using Protokollsok.Archive;
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
    private readonly HomeLock _lock;

    private Workshop(HomeLock homeLock, Home home, Settings settings, Ledger ledger, DocumentArchive archive, SearchIndex index, Tools tools)
    {
        _lock = homeLock;
        Home = home;
        Settings = settings;
        Ledger = ledger;
        Archive = archive;
        Index = index;
        Tools = tools;
        IndexWriter = new IndexWriter(index, ledger);
        Pipeline = new DocumentPipeline(archive, ledger, tools, IndexWriter);
        Intake = new FileIntake(archive, ledger);
        Upkeep = new Upkeep(ledger, archive, IndexWriter, Intake, TellArrived);
        Requests = new RequestFolder(home.Data);
    }

    public Home Home { get; }

    public Settings Settings { get; }

    public Ledger Ledger { get; }

    public DocumentArchive Archive { get; }

    public SearchIndex Index { get; }

    public Tools Tools { get; }

    public IndexWriter IndexWriter { get; }

    public DocumentPipeline Pipeline { get; }

    public FileIntake Intake { get; }

    public Upkeep Upkeep { get; }

    /// <summary>What commands ask while this program holds the home.</summary>
    public RequestFolder Requests { get; }

    /// <summary>Released when documents have work before them.</summary>
    public SemaphoreSlim Arrived { get; } = new(0);

    /// <summary>Wakes the work. It asks the ledger what there is, so that a few wakings do for any number.</summary>
    public void TellArrived()
    {
        if (Arrived.CurrentCount < Settings.SideBySide) Arrived.Release();
    }

    /// <summary>How many documents had to be added to the index, or removed from it, when it was opened.</summary>
    public int Mended { get; private set; }

    /// <summary>Opens a home, making what is not there and ending what was cut short.</summary>
    /// <exception cref="HomeInUseException">Another program works with this home.</exception>
    /// <exception cref="WrongUseException">The inbox has been used before and is away now.</exception>
    /// <exception cref="SearchUnavailableException">Java or Lucene is missing.</exception>
    /// <param name="watches">Whether the inbox is the one that this home's drops come from; other commands do not know which <c>serve</c> watches.</param>
    public static async Task<Workshop> OpenAsync(Home home, Settings settings, bool watches, TimeProvider clock, CancellationToken cancel)
    {
        if (watches) home.Create();
        else home.CreateData();
        var homeLock = HomeLock.TryTake(home.Data)
            ?? throw new HomeInUseException($"Another protokollsok works with {home.Data}. Drop the files into {home.Inbox}, or choose another --data.");
        var tools = new Tools(settings);
        var ledger = new Ledger(home.Data, clock);
        var archive = new DocumentArchive(home.Data);
        var index = await OpenIndexAsync(home, tools, cancel);
        var workshop = new Workshop(homeLock, home, settings, ledger, archive, index, tools);
        await workshop.EndWhatWasCutShortAsync(watches, cancel);
        return workshop;
    }

    /// <summary>An index that cannot be opened is put aside, never thrown away, and made again: it is disposable, and the service is not.</summary>
    private static async Task<SearchIndex> OpenIndexAsync(Home home, Tools tools, CancellationToken cancel)
    {
        Task<SearchIndex> OpenAsync() => SearchIndex.OpenAsync(home.Index, readOnly: false, tools.Words, cancellationToken: cancel);
        try
        {
            return await OpenAsync();
        }
        catch (SearchUnavailableException) when (Directory.Exists(home.Index) && Directory.EnumerateFiles(home.Index, "segments_*").Any())
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
        foreach (var path in Directory.Exists(Home.Uploads) ? Directory.GetFiles(Home.Uploads) : []) File.Delete(path);
        if (watches) Intake.RemoveDroppedLeftovers(Home);
        Mended = await IndexWriter.MakeEqualToLedgerAsync(Pipeline.RecordAsync, cancel);
        IndexWriter.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await IndexWriter.DisposeAsync();
        await Index.DisposeAsync();
        await Tools.DisposeAsync();
        Arrived.Dispose();
        Intake.Dispose();
        Pipeline.Dispose();
        Ledger.Dispose();
        _lock.Dispose();
    }
}
