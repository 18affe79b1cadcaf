namespace Protokollsok.Search;

/// <summary>The search node is not there or has failed; it is being started again, and a later call may well work.</summary>
public class SearchUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
