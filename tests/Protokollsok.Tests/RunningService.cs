using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Protokollsok.Tests;

/// <summary>A <c>serve</c> on a port of its own, as a municipality runs it.</summary>
internal sealed partial class RunningService : IAsyncDisposable
{
    private readonly Process _process;

    private RunningService(Process process, Uri address)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = address };
    }

    public HttpClient Client { get; }

    public static async Task<RunningService> StartAsync(string data)
    {
        var process = Process.Start(TheProgram.Command("serve", "--data", data, "--urls", "http://127.0.0.1:0"))!;
        var said = new List<string>();
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (Address().Match(line) is not { Success: true } match) continue;
            // What it logs from here on must not fill the pipe and stop it.
            _ = process.StandardError.ReadToEndAsync();
            _ = process.StandardOutput.ReadToEndAsync();
            return new RunningService(process, new Uri(match.Value));
        }

        throw new InvalidOperationException($"serve ended before it was up: {string.Join('\n', said)}");
    }

    /// <summary>As the power cut does it.</summary>
    public void KillHard() => _process.Kill(entireProcessTree: true);

    /// <summary>As the service manager does it, and how it ended.</summary>
    public async Task<int> StopGentlyAsync()
    {
        using (Process.Start("sh", ["-c", $"kill -TERM {_process.Id}"])) await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Waits for something that has to come about by itself.</summary>
    public static async Task EventuallyAsync(Func<bool> holds, string what)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (holds()) return;
            await Task.Delay(100);
        }

        Assert.Fail($"Waited a minute in vain: {what}");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
