using System.Diagnostics;
using System.Globalization;

namespace Protokollsok.Rehearsal;

/// <summary>The program in a process of its own, with its children in one group, to be killed.</summary>
internal sealed class Victim : IDisposable
{
    private readonly Process _process;

    private Victim(Process process) => _process = process;

    public int Id => _process.Id;

    public bool IsDead => _process.HasExited;

    /// <param name="arguments">Of <see cref="Act"/>.</param>
    public static Victim Start(params IEnumerable<string> arguments)
    {
        // Whether this runs as the program or in a test's host: the program is the library beside.
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Protokollsok.dll"), "rehearse", Act.Name, .. arguments]) start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        return new Victim(process);
    }

    /// <returns>Whether it ended within that time.</returns>
    public async Task<bool> EndsAsync(TimeSpan time, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(time);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Kills it with all its children, and waits until it is gone.</summary>
    public void Kill()
    {
        ProcessGroup.Kill(_process.Id);
        _process.WaitForExit();
    }

    /// <summary>Its children and theirs by what they are: <c>java</c> is the search node, <c>dotnet</c> reads pages.</summary>
    public IReadOnlyList<int> Children(string name) => [.. ProcessGroup.Descendants(_process.Id).Where(child => child.Name == name).Select(child => child.Id)];

    public string Fate => string.Create(CultureInfo.InvariantCulture, $"exit {_process.ExitCode}");

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }
}
