using Protokollsok.Archive;
using Protokollsok.Documents;

namespace Protokollsok.Processing;

/// <summary>Works through what the ledger says is unfinished, oldest first, a few documents side by side.</summary>
internal sealed class Worker(Ledger ledger, DocumentPipeline pipeline, ILogger logger)
{
    /// <summary>Two: while one document is understood and indexed, the pages of another are read.</summary>
    private const int SideBySide = 2;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);

    /// <summary>Told each page when it has been read, with the document it belongs to.</summary>
    public event Action<LedgerEntry, PageReading>? PageRead;

    /// <summary>Told each document when it has come to its end, searchable or in quarantine.</summary>
    public event Action<LedgerEntry, ProcessingResult>? Finished;

    /// <summary>Processes all that waits, including what arrives meanwhile. Documents that a passing trouble stopped are left waiting.</summary>
    /// <returns>Whether something had to be left waiting.</returns>
    public async Task<bool> DrainAsync(CancellationToken cancel)
    {
        var stopped = false;
        HashSet<DocumentId> tried = [];
        while (ledger.Unfinished().Where(entry => tried.Add(entry.Id)).ToList() is { Count: > 0 } waiting)
        {
            await Parallel.ForEachAsync(waiting, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancel }, async (entry, token) =>
            {
                if (!await ProcessAsync(entry, token)) stopped = true;
            });
        }

        return stopped;
    }

    /// <summary>Goes on until told to stop: works when there is work, and rests when something outside has to mend first.</summary>
    /// <param name="arrived">Completes a wait when something has arrived.</param>
    public async Task RunAsync(SemaphoreSlim arrived, TimeProvider clock, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            if (await TryDrainAsync(cancel)) await arrived.WaitAsync(cancel);
            else await Task.Delay(Rest, clock, cancel);
        }
    }

    private async Task<bool> TryDrainAsync(CancellationToken cancel)
    {
        try
        {
            return !await DrainAsync(cancel);
        }
        catch (Exception e) when (PassingTrouble.Is(e))
        {
            logger.LogWarning("The work waits and will be tried again: {Reason}", e.Message);
            return false;
        }
    }

    private async Task<bool> ProcessAsync(LedgerEntry entry, CancellationToken cancel)
    {
        try
        {
            var result = await pipeline.ProcessAsync(entry, new PageProgress(page => PageRead?.Invoke(entry, page)), cancel);
            Finished?.Invoke(entry, result);
            return true;
        }
        catch (Exception e) when (PassingTrouble.Is(e))
        {
            logger.LogWarning("{File} waits and will be tried again: {Reason}", entry.FileName, e.Message);
            return false;
        }
    }

    /// <summary>Tells at once and in order; <see cref="Progress{T}"/> would tell from the thread pool, later.</summary>
    private sealed class PageProgress(Action<PageReading> tell) : IProgress<PageReading>
    {
        public void Report(PageReading value) => tell(value);
    }
}
