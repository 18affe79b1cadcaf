using Protokollsok.Search.Queries;

namespace Protokollsok.Search;

/// <summary>
/// A case number as somebody typed it, and which keys of records it may mean: year and serial may stand in either order, and without a unit
/// every unit's case of that number is meant.
/// </summary>
public sealed class TypedCaseNumber
{
    private readonly DnrKeys _keys;

    /// <param name="text">Any spelling; one that nobody knows is taken for a key.</param>
    public TypedCaseNumber(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _keys = DnrKeys.TryParse(text) ?? new DnrKeys([text.Trim().ToLowerInvariant()], HasUnit: true);
    }

    /// <summary>Whether a record's key (<c>on-2014-225</c>) may be the case that was meant.</summary>
    public bool Means(string key) => _keys.Contains(key);
}
