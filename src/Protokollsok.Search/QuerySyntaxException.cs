namespace Protokollsok.Search;

/// <summary>A query that cannot be understood. The message is English.</summary>
/// <param name="position">Where: 0-based, in UTF-16 units of the query.</param>
/// <param name="message">English.</param>
/// <param name="swedish">The same in plain Swedish, for the person who typed it.</param>
public class QuerySyntaxException(int position, string message, string swedish) : Exception(message)
{
    /// <summary>0-based, in UTF-16 units of the query.</summary>
    public int Position { get; } = position;

    /// <summary>The message in plain Swedish.</summary>
    public string SwedishMessage { get; } = swedish;
}
