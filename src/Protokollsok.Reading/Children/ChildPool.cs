using System.Collections.Concurrent;
using Protokollsok.Documents;

namespace Protokollsok.Reading.Children;

/// <summary>Keeps children warm, gives each request one, and replaces those that end.</summary>
internal sealed class ChildPool(ReadingOptions options) : IDisposable
{
    /// <summary>A child may have been killed from outside through no fault of the page.</summary>
    private const int Attempts = 2;

    /// <summary>Where somebody kills with signal 9 (a system short of memory, an operator), it is no fault of the page at all: it is waited out.</summary>
    private static readonly TimeSpan[] Pauses = [.. new[] { 0.25, .5, 1, 2, 4, 8, 15 }.Select(TimeSpan.FromSeconds)];

    private readonly ConcurrentDictionary<ChildProcess, bool> _all = new();
    private readonly ConcurrentBag<ChildProcess> _idle = [];
    private readonly SemaphoreSlim _turns = new(options.Children);
    private volatile bool _disposed;

    /// <summary>The processes that run now.</summary>
    public IReadOnlyList<int> ProcessIds => [.. _all.Keys.Select(child => child.Id)];

    /// <exception cref="PageFailedException">The child refused the page, or two children ended over it.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the child that was busy is gone.</exception>
    public async Task<(ChildReply Reply, byte[] Png)> AskAsync(ChildRequest request, ReadOnlyMemory<byte> image, CancellationToken ct)
    {
        string lastWords = "";
        for (int ends = 0, kills = 0; ends < Attempts;)
        {
            var attempt = await AttemptAsync(request, image, ct);
            if (attempt.Answer is { } answer) return answer;
            lastWords = attempt.LastWords;
            if (attempt.WasKilled && kills < Pauses.Length) await Task.Delay(Pauses[kills++], ct);
            else ends++;
        }

        throw Processes.SpeakOfMemory(lastWords)
            ? new PageFailedException(ProblemCode.PageTooLarge,
                $"Page {request.Page} of the file needs more than the {options.MemoryLimit >> 20} MiB that are allowed; raise the limit.")
            : new PageFailedException(ProblemCode.ReaderDied,
                $"Page {request.Page} of the file ended the program that reads ({lastWords}), twice; scan or export the page again.");
    }

    public void Dispose()
    {
        _disposed = true;
        foreach (var child in _all.Keys) Drop(child);
    }

    /// <summary>Asks one child, in a turn that ends before any pause begins.</summary>
    private async Task<Attempt> AttemptAsync(ChildRequest request, ReadOnlyMemory<byte> image, CancellationToken ct)
    {
        await _turns.WaitAsync(ct);
        try
        {
            return await AnswerAsync(Take(), request, image, ct);
        }
        finally
        {
            _turns.Release();
        }
    }

    private async Task<Attempt> AnswerAsync(ChildProcess child, ChildRequest request, ReadOnlyMemory<byte> image, CancellationToken ct)
    {
        bool well = false;
        try
        {
            var answer = await child.AskAsync(request, image, ct);
            well = true;
            return answer.Reply.Problem is { } problem ? throw new PageFailedException(problem.Code, problem.Message) : new Attempt(answer);
        }
        catch (IOException) when (!well && !_disposed)
        {
            var (words, wasKilled) = await child.LastWordsAsync();
            return new Attempt(null, words, wasKilled);
        }
        finally
        {
            GiveBack(child, well);
        }
    }

    private ChildProcess Take()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        while (_idle.TryTake(out var idle))
        {
            if (idle.IsAlive) return idle;
            Drop(idle);
        }

        var child = new ChildProcess(options);
        _all[child] = true;
        return child;
    }

    private void GiveBack(ChildProcess child, bool well)
    {
        if (well && !_disposed) _idle.Add(child);
        else Drop(child);
    }

    private void Drop(ChildProcess child)
    {
        _all.TryRemove(child, out _);
        child.Dispose();
    }

    /// <summary>An answer, or how the child ended over the question.</summary>
    private readonly record struct Attempt((ChildReply Reply, byte[] Png)? Answer, string LastWords = "", bool WasKilled = false);
}
