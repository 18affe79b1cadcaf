using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Protokollsok.Language.Words;

/// <summary>
/// Remembers about the last <paramref name="capacity"/> to twice as many values. Two generations: when the young one is full it becomes the
/// old one, and what is asked for again moves back. Thread-safe; no lock on the way of a hit.
/// </summary>
internal sealed class BoundedCache<TValue>(int capacity)
    where TValue : class
{
    private volatile ConcurrentDictionary<string, TValue> _young = new(StringComparer.Ordinal);
    private volatile ConcurrentDictionary<string, TValue> _old = new(StringComparer.Ordinal);
    private int _added;

    public bool TryGet(string key, [NotNullWhen(true)] out TValue? value)
    {
        if (_young.TryGetValue(key, out value)) return true;
        if (!_old.TryGetValue(key, out value)) return false;
        Add(key, value);
        return true;
    }

    public bool TryGet(ReadOnlySpan<char> key, [NotNullWhen(true)] out TValue? value) =>
        _young.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out value)
        || _old.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out value);

    public void Add(string key, TValue value)
    {
        if (!_young.TryAdd(key, value) || Interlocked.Increment(ref _added) < capacity) return;

        // Two threads that turn the generation at once only forget more than they need.
        Interlocked.Exchange(ref _added, 0);
        _old = _young;
        _young = new(StringComparer.Ordinal);
    }
}
