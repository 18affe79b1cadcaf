namespace Protokollsok.Search;

/// <summary>The search node runs, but has not answered in time. That says nothing of the index: it may be whole, and the machine slow.</summary>
public sealed class SearchSilentException(string message, Exception? inner = null) : SearchUnavailableException(message, inner);
