namespace Protokollsok.Search;

/// <summary>The order of hits.</summary>
public enum SearchSort
{
    /// <summary>The best first; among equals the newest. A query without words has no best and is sorted by date.</summary>
    Relevance,

    /// <summary>The newest first, within a document in reading order; what has no date comes last.</summary>
    Date,
}
