using System.Threading.Channels;
using Protokollsok.Documents;

namespace Protokollsok.Processing;

/// <summary>
/// Deleted documents that could not be taken out of the index, while the search node was away or for whatever else. They are tried again until
/// they are out; what a program that ends still owes, its next start sees by comparing index and ledger.
/// </summary>
internal sealed class OwedRemovals
{
    /// <summary>What fails again and again is tried, and told, ever more rarely.</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1), LongestPause = TimeSpan.FromMinutes(1);

    private readonly Channel<DocumentId> _owed = Channel.CreateUnbounded<DocumentId>();

    public void Add(IEnumerable<DocumentId> ids)
    {
        foreach (var id in ids) _owed.Writer.TryWrite(id);
    }

    /// <summary>Runs until it is cancelled.</summary>
    /// <param name="remove">Adds the document again when it fails.</param>
    /// <param name="trouble">Told what waits, and why.</param>
    public async Task SettleAsync(Func<DocumentId, Task> remove, Action<string, string> trouble, CancellationToken cancel)
    {
        var pause = FirstPause;
        try
        {
            await foreach (var id in _owed.Reader.ReadAllAsync(cancel))
            {
                try
                {
                    await remove(id);
                    pause = FirstPause;
                }
                catch (Exception e) when (!cancel.IsCancellationRequested)
                {
                    // Whatever it is: a deleted document must not be found, and nobody else takes it out.
                    trouble($"taking the deleted document {id.Hex} out of the index", e.Message);
                    await Task.Delay(pause, TimeProvider.System, cancel);
                    pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }
}
