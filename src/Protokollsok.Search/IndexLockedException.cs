namespace Protokollsok.Search;

/// <summary>Another process writes this index.</summary>
public sealed class IndexLockedException(string folder, Exception? inner = null)
    : Exception($"The index in '{folder}' is being written by another process; only one may. Stop the other one, or open it read-only.", inner);
