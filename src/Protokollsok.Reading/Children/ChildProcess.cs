using System.Diagnostics;

namespace Protokollsok.Reading.Children;

/// <summary>The parent's side of one child.</summary>
internal sealed class ChildProcess : IDisposable
{
    /// <summary>The exit code of what was ended by signal 9.</summary>
    private const int Killed = 137;

    /// <summary>How long one that closed its pipe may take to end by itself: the runtime prints and aborts only after that.</summary>
    private static readonly TimeSpan OwnEnd = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan KillTime = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly Task<string> _errors;

    public ChildProcess(ReadingOptions options)
    {
        _process = Processes.Start(options, 0, "dotnet", options.ChildPath, options.TessdataPath);
        _errors = Processes.DrainErrorsAsync(_process);
    }

    public int Id => _process.Id;

    /// <summary>Whether it still runs, as far as the system has told.</summary>
    public bool IsAlive => !_process.HasExited;

    /// <summary>Asks, and waits for the answer. After any exception the child has to be disposed of.</summary>
    /// <exception cref="IOException">The child ended; <see cref="EndOfStreamException"/> is one.</exception>
    public async Task<(ChildReply Reply, byte[] Png)> AskAsync(ChildRequest request, ReadOnlyMemory<byte> image, CancellationToken ct)
    {
        var input = _process.StandardInput.BaseStream;
        var output = _process.StandardOutput.BaseStream;
        await Frames.WriteJsonAsync(input, request, ct);
        if (request.HasImage) await Frames.WriteAsync(input, image, ct);
        var reply = await Frames.ReadJsonAsync<ChildReply>(output, ct);
        var png = request.AsksForImage && reply.Problem is null ? await Frames.ReadAsync(output, ct) : [];
        return (reply, png);
    }

    /// <summary>How it ended and what it said, once it has; one that does not end is killed.</summary>
    /// <returns>And whether somebody else killed it with signal 9: a system short of memory, an operator.</returns>
    public async Task<(string Words, bool WasKilled)> LastWordsAsync()
    {
        bool endedItself = await EndsItselfAsync();
        if (!endedItself) Processes.Kill(_process);
        await _process.WaitForExitAsync();
        string errors = (await _errors).Trim();
        return ($"exit code {_process.ExitCode}{(errors.Length > 0 ? ", " + errors.Split('\n')[^1] : "")}",
            endedItself && _process.ExitCode == Killed);
    }

    public void Dispose()
    {
        Processes.Kill(_process);
        // So that its memory is free before another takes its place. What is killed is gone in milliseconds, or stuck in the kernel.
        _process.WaitForExit(KillTime);
        _process.Dispose();
    }

    private async Task<bool> EndsItselfAsync()
    {
        using var limit = new CancellationTokenSource(OwnEnd);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
