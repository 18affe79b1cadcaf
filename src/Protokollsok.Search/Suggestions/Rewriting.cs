namespace Protokollsok.Search.Suggestions;

/// <summary>A stretch of a query and what may have been meant instead.</summary>
/// <param name="Start">0-based, UTF-16 units of the query.</param>
/// <param name="Length">In UTF-16 units.</param>
/// <param name="Cost">How unlikely; 0 would be what was typed.</param>
internal sealed record Rewriting(int Start, int Length, string Meant, double Cost)
{
    public string In(string query) => string.Concat(query.AsSpan(0, Start), Meant, query.AsSpan(Start + Length));
}
