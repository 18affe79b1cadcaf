namespace Protokollsok.Search.Supervision;

/// <summary>Keeps one node running: a dead one is started again after a pause that grows while it keeps dying.</summary>
internal sealed class NodeSupervisor : IAsyncDisposable
{
    /// <summary>A node that lived this long died of something new.</summary>
    private static readonly TimeSpan LongLife = TimeSpan.FromSeconds(30);

    private readonly NodeCommand _command;
    private readonly CancellationTokenSource _stop = new();
    private volatile SearchNode? _node;
    private Task _keeping = Task.CompletedTask;

    private NodeSupervisor(NodeCommand command) => _command = command;

    /// <exception cref="SearchUnavailableException">There is none just now.</exception>
    public SearchNode Node => _node ?? throw new SearchUnavailableException("The search node is being started again.");

    /// <summary>The first start: its failure is the caller's, later ones are the supervisor's.</summary>
    public static async Task<NodeSupervisor> StartAsync(NodeCommand command, CancellationToken cancellationToken)
    {
        var supervisor = new NodeSupervisor(command) { _node = await SearchNode.StartAsync(command, cancellationToken) };
        supervisor._keeping = supervisor.KeepAsync();
        return supervisor;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _keeping;
        if (_node is { } node) await node.DisposeAsync();
        _stop.Dispose();
    }

    private async Task KeepAsync()
    {
        try
        {
            for (var pause = _command.Options.FirstPause; ;)
            {
                var started = _command.Options.Clock.GetTimestamp();
                await Node.Ended.WaitAsync(_stop.Token);
                if (_command.Options.Clock.GetElapsedTime(started) > LongLife) pause = _command.Options.FirstPause;
                await BuryAsync();
                pause = await RestartAsync(pause);
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed: the node, if there is one, is ended by who disposes.
        }
    }

    private async Task BuryAsync()
    {
        var dead = _node!;
        _node = null;
        _command.Options.Log?.Invoke("search node: it has ended and will be started again");
        await dead.DisposeAsync();
    }

    /// <summary>Tries until a node runs; returns the pause before the next start.</summary>
    private async Task<TimeSpan> RestartAsync(TimeSpan pause)
    {
        while (true)
        {
            await Task.Delay(pause, _command.Options.Clock, _stop.Token);
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, _command.Options.LongestPause.Ticks));
            try
            {
                _node = await SearchNode.StartAsync(_command, _stop.Token);
                return pause;
            }
            catch (Exception e) when (e is SearchUnavailableException or IndexLockedException)
            {
                _command.Options.Log?.Invoke($"search node: {e.Message}");
            }
        }
    }
}
