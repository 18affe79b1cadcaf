using Protokollsok.Rehearsal;

namespace Protokollsok.Bench;

/// <summary>Looks now and then how much memory (resident) this process and its children hold together.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(500);

    private readonly Timer _timer;
    private long _peak;

    public MemoryWatch() => _timer = new Timer(_ => Look(), null, Glance, Glance);

    public double PeakMegabytes => Volatile.Read(ref _peak) / 1e6;

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var bytes = ProcessGroup.Descendants(Environment.ProcessId).Select(child => child.Id).Append(Environment.ProcessId).Sum(ProcessGroup.ResidentBytes);
        if (bytes > Volatile.Read(ref _peak)) Volatile.Write(ref _peak, bytes);
    }
}
