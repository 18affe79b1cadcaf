using System.Globalization;
using Protokollsok.Documents;

namespace Protokollsok.Reading;

/// <summary>
/// Lets so many pages be read at once as there are children, each within its time. This is the one place where a page's
/// failure becomes a problem.
/// </summary>
internal sealed class PageTurns(ReadingOptions options) : IDisposable
{
    private readonly SemaphoreSlim _turns = new(options.Children);

    /// <summary>Asks something about the whole file within its time.</summary>
    /// <exception cref="PageFailedException">It took too long.</exception>
    public async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> question, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(options.FileTimeout);
        try
        {
            return await question(limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new PageFailedException(ProblemCode.Damaged,
                $"The file was not understood within {Seconds(options.FileTimeout)}; it is damaged or made to stop us: scan or export it again.");
        }
        catch (InvalidDataException)
        {
            throw new PageFailedException(ProblemCode.Damaged,
                "The file describes itself without end: damaged; scan or export it again.");
        }
    }

    /// <summary>All pages of a file, in order; those that the journal has are not read again.</summary>
    public async Task<DocumentReading> ReadAsync(string mediaType, int count,
        Func<int, CancellationToken, Task<PageReading>> read, PageWatch watch, CancellationToken ct)
    {
        var pages = new PageEntry[count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Children, CancellationToken = ct };
        await Parallel.ForEachAsync(Enumerable.Range(1, count), parallel, async (number, stop) =>
        {
            pages[number - 1] = watch.Journal?.Find(number) ?? await NewPageAsync(number, stop);
            watch.Progress?.Report(pages[number - 1].Page);
        });
        return new DocumentReading(mediaType, count, [.. pages.Select(page => page.Page)], [.. pages.Select(page => page.Problem).OfType<Problem>()]);

        async Task<PageEntry> NewPageAsync(int number, CancellationToken stop)
        {
            var page = await PageAsync(number, read, stop);
            // A page that was lost may have been lost by chance: it is tried again.
            if (page.Problem is null) watch.Journal?.Add(page);
            return page;
        }
    }

    public void Dispose() => _turns.Dispose();

    private async Task<PageEntry> PageAsync(int number, Func<int, CancellationToken, Task<PageReading>> read, CancellationToken ct)
    {
        await _turns.WaitAsync(ct);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(options.PageTimeout);
        try
        {
            return new PageEntry(await read(number, limit.Token), null);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Lost(number, ProblemCode.PageTimeout,
                $"Page {number} of the file was not read within {Seconds(options.PageTimeout)}; scan the page again, or raise the limit.");
        }
        catch (PageFailedException fault)
        {
            return Lost(number, fault.Code, fault.Message);
        }
        catch (InvalidDataException fault)
        {
            return Lost(number, ProblemCode.PageUnreadable,
                $"Page {number} of the file was not understood ({fault.Message}); scan or export the page again.");
        }
        finally
        {
            _turns.Release();
        }
    }

    private static PageEntry Lost(int number, string code, string message) =>
        new(new PageReading(number, PageOrigin.Ocr, 0, null, null, null, "none", []), new Problem(code, number, message));

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} seconds");
}
