namespace Protokollsok.Bench;

/// <summary>How long a series of requests took.</summary>
internal sealed class Latencies
{
    private readonly List<double> _milliseconds = [];

    public int Count => _milliseconds.Count;

    public int Failed { get; private set; }

    public void Add(TimeSpan took) => _milliseconds.Add(took.TotalMilliseconds);

    public void Fail() => Failed++;

    /// <summary>Milliseconds that this share (0–1) of them stayed within.</summary>
    public double At(double share)
    {
        _milliseconds.Sort();
        return _milliseconds.Count == 0 ? 0 : _milliseconds[Math.Min(_milliseconds.Count - 1, (int)Math.Ceiling(share * _milliseconds.Count) - 1)];
    }
}
