using System.Collections.Concurrent;

namespace Protokollsok.Pages;

/// <summary>Work that goes on beside the requests: it is told when the program ends, and has ended before what it uses is closed.</summary>
internal sealed class BackgroundWork(IHostApplicationLifetime life) : IAsyncDisposable
{
    private readonly CancellationTokenSource _ending = CancellationTokenSource.CreateLinkedTokenSource(life.ApplicationStopping);
    private readonly ConcurrentDictionary<Task, bool> _running = [];

    /// <summary>Begins a piece of work; nothing is begun any more once the end has begun.</summary>
    public Task Run(Func<CancellationToken, Task> work)
    {
        var cancel = _ending.Token;
        var run = Task.Run(() => work(cancel), cancel);
        _running[run] = true;
        _ = run.ContinueWith(ended => _running.TryRemove(ended, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return run;
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        // One piece may have begun another meanwhile.
        while (!_running.IsEmpty) await Task.WhenAll(_running.Keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // The source stays: who comes too late is told to stop by it.
    }
}
