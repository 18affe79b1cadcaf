namespace Protokollsok.Bulk;

/// <summary>How busy those who search keep the machine, so that work in the background can make room. Thread-safe.</summary>
internal sealed class ApiLoad
{
    /// <summary>Who has just searched will look at the hits and search again.</summary>
    private static readonly TimeSpan Afterglow = TimeSpan.FromMilliseconds(300);

    private int _running;
    private long _last = long.MinValue;

    /// <summary>Searches that are being answered now.</summary>
    public int Running => Volatile.Read(ref _running);

    /// <summary>Whether somebody searches now, or did a moment ago.</summary>
    public bool IsBusy => Running > 0 || (Volatile.Read(ref _last) is > long.MinValue and var last && TimeProvider.System.GetElapsedTime(last) < Afterglow);

    /// <summary>A search begins; it ends when this is disposed.</summary>
    public IDisposable Begin()
    {
        Interlocked.Increment(ref _running);
        return new Search(this);
    }

    private sealed class Search(ApiLoad load) : IDisposable
    {
        public void Dispose()
        {
            Volatile.Write(ref load._last, TimeProvider.System.GetTimestamp());
            Interlocked.Decrement(ref load._running);
        }
    }
}
