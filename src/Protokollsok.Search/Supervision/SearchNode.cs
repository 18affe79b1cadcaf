using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace Protokollsok.Search.Supervision;

/// <summary>One running node: sends requests, and hands each answer to who asked. Once it is gone, every call fails.</summary>
internal sealed class SearchNode : IAsyncDisposable
{
    private const int Hello = 0;
    private const int Head = 5;
    private const int LargestFrame = 256 << 20;

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly ClassArchive? _archive;
    private readonly SearchOptions _options;
    private readonly Action<string>? _log;
    private readonly ConcurrentDictionary<int, Call> _waiting = new();

    /// <summary>Never disposed: who waits for it when the node dies must still be woken, to be told.</summary>
    private readonly SemaphoreSlim _sending = new(1, 1);
    private volatile bool _gone;
    private int _lastRequest;

    /// <summary>When a question was last answered, and when upkeep was: either may hang by itself.</summary>
    private readonly long[] _lastAnswers = new long[2];

    private SearchNode(Process process, ClassArchive? archive, SearchOptions options)
    {
        _process = process;
        _archive = archive;
        _options = options;
        _log = options.Log;
        Array.Fill(_lastAnswers, options.Clock.GetTimestamp());
    }

    /// <summary>Ends when the node has ended, and every waiting call has been told.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    public int ProcessId => _process.Id;

    /// <summary>By which analysis the entries were made that it found: empty if there were none, <c>?</c> if they did not say.</summary>
    public string Analysis { get; private set; } = "";

    /// <exception cref="SearchSilentException">It has not opened the index in time.</exception>
    /// <exception cref="SearchUnavailableException">It cannot be started, or cannot open the index.</exception>
    /// <exception cref="IndexLockedException">Another node writes the index.</exception>
    public static async Task<SearchNode> StartAsync(NodeCommand command, CancellationToken cancellationToken)
    {
        var archive = command.Archive();
        var node = new SearchNode(Run(command, archive), archive, command.Options);
        var hello = node.Expect(Hello, isUpkeep: true);
        node.Ended = Task.WhenAll(node.ReadAnswersAsync(), node.ReadMessagesAsync());
        try
        {
            node.Analysis = (await node.InTimeAsync(hello, isUpkeep: true, command.Options.StartLimit, cancellationToken)).Text();
            return node;
        }
        catch (NodeLockedException e)
        {
            await node.DisposeAsync();
            throw new IndexLockedException(command.Folder, e);
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Asks, and waits for the answer, but not for ever: a node from which nothing comes any more is killed. A call that is cancelled may still
    /// be carried out. The body is used up.
    /// </summary>
    /// <exception cref="SearchUnavailableException">The node is gone, failed at it, or does not answer.</exception>
    public Task<FrameReader> CallAsync(NodeOperation operation, FrameWriter body, CancellationToken cancellationToken)
    {
        // What the node does without looking at the clock.
        var isUpkeep = operation is NodeOperation.Replace or NodeOperation.Commit or NodeOperation.Snapshot or NodeOperation.Sizes or NodeOperation.Values;
        var limit = isUpkeep ? _options.WriteLimit : _options.AnswerLimit;
        return InTimeAsync(AskAsync(operation, isUpkeep, body, cancellationToken), isUpkeep, limit, cancellationToken);
    }

    private async Task<FrameReader> AskAsync(NodeOperation operation, bool isUpkeep, FrameWriter body, CancellationToken cancellationToken)
    {
        var request = Interlocked.Increment(ref _lastRequest);
        var answer = Expect(request, isUpkeep);
        try
        {
            await SendAsync(body.Frame(request, (byte)operation), cancellationToken);
        }
        catch (Exception e)
        {
            _waiting.TryRemove(request, out _);
            if (e is not (IOException or ObjectDisposedException or InvalidOperationException)) throw;
            throw new SearchUnavailableException("The search node does not listen any more.", e);
        }
        finally
        {
            body.Release();
        }

        // An answer that nobody waits for any more still tells that the node gives some.
        return await answer.WaitAsync(cancellationToken);
    }

    private async Task<FrameReader> InTimeAsync(Task<FrameReader> call, bool isUpkeep, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            return await call.WaitAsync(limit, _options.Clock, cancellationToken);
        }
        catch (TimeoutException e)
        {
            // A busy one answers others of the kind meanwhile.
            if (_options.Clock.GetElapsedTime(Interlocked.Read(ref LastAnswer(isUpkeep))) >= limit) Kill(limit);
            // Nobody waits for it any more.
            _ = call.ContinueWith(late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            throw new SearchSilentException($"The search node has not answered for {limit.TotalSeconds} seconds.", e);
        }
    }

    private void Kill(TimeSpan limit)
    {
        _log?.Invoke($"search node: it has not answered for {limit.TotalSeconds} seconds, and is killed");
        _process.Kill();
    }

    /// <summary>Closes its input, upon which it ends by itself; what was not committed is lost.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync().WaitAsync(Farewell);
        }
        catch (Exception e) when (e is IOException or TimeoutException)
        {
            _process.Kill();
        }

        await Ended;
        _archive?.Keep(_process);
        _process.Dispose();
    }

    private static Process Run(NodeCommand command, ClassArchive? archive)
    {
        try
        {
            return Process.Start(command.ToStartInfo(archive))!;
        }
        catch (Win32Exception e)
        {
            throw new SearchUnavailableException($"'{command.Options.Java}' cannot be started: install openjdk-17-jre-headless.", e);
        }
    }

    private Task<FrameReader> Expect(int request, bool isUpkeep)
    {
        var answer = new TaskCompletionSource<FrameReader>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[request] = new Call(answer, isUpkeep);
        if (_gone) answer.TrySetException(Gone());
        return answer.Task;
    }

    private ref long LastAnswer(bool isUpkeep) => ref _lastAnswers[isUpkeep ? 1 : 0];

    /// <summary>A frame is sent whole or not at all: half a frame would garble all that follow.</summary>
    private async Task SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            var input = _process.StandardInput.BaseStream;
            await input.WriteAsync(frame, CancellationToken.None);
            await input.FlushAsync(CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ReadAnswersAsync()
    {
        try
        {
            using var output = new BufferedStream(_process.StandardOutput.BaseStream, 1 << 16);
            var length = new byte[4];
            while (await output.ReadAtLeastAsync(length, length.Length, throwOnEndOfStream: false) == length.Length)
            {
                var frame = new byte[Length(length)];
                await output.ReadExactlyAsync(frame);
                Take(frame);
            }
        }
        catch (IOException e)
        {
            _log?.Invoke($"search node: {e.Message}");
            _process.Kill();
        }
        finally
        {
            await _process.WaitForExitAsync();
            _gone = true;
            foreach (var call in _waiting.Values) call.Answer.TrySetException(Gone());
        }
    }

    /// <summary>Anything but a frame, such as a message of Java's, must not be taken for one of a gigabyte.</summary>
    private static int Length(byte[] head) =>
        BinaryPrimitives.ReadInt32BigEndian(head) is var length and >= Head and <= LargestFrame
            ? length
            : throw new IOException("The node's output is no frame.");

    private void Take(byte[] frame)
    {
        var reader = new FrameReader(frame.AsMemory(Head));
        if (!_waiting.TryRemove(BinaryPrimitives.ReadInt32BigEndian(frame), out var call)) return;
        var answer = call.Answer;
        Interlocked.Exchange(ref LastAnswer(call.IsUpkeep), _options.Clock.GetTimestamp());
        switch ((NodeStatus)frame[4])
        {
            case NodeStatus.Done: answer.TrySetResult(reader); break;
            case NodeStatus.Locked: answer.TrySetException(new NodeLockedException(reader.Text())); break;
            case NodeStatus.TooLong: answer.TrySetException(new QueryTooLongException()); break;
            default: answer.TrySetException(new SearchUnavailableException($"The search node failed: {reader.Text()}")); break;
        }
    }

    private async Task ReadMessagesAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line) _log?.Invoke($"search node: {line}");
    }

    private static SearchUnavailableException Gone() => new("The search node has ended.");

    /// <summary>An answer that is waited for.</summary>
    private sealed record Call(TaskCompletionSource<FrameReader> Answer, bool IsUpkeep);

    private sealed class NodeLockedException(string message) : Exception(message);
}
