using System.Collections;

namespace Protokollsok.Search;

/// <summary>How a query that is being typed may go on, the likeliest first.</summary>
/// <param name="complete">
/// Whether all words of the archive that begin so were looked at; of very many only the first in the alphabet are, and what takes too long is left out.
/// </param>
public sealed class SuggestionList(IReadOnlyList<Suggestion> suggestions, bool complete) : IReadOnlyList<Suggestion>
{
    public bool Complete { get; } = complete;

    public int Count => suggestions.Count;

    public Suggestion this[int index] => suggestions[index];

    public IEnumerator<Suggestion> GetEnumerator() => suggestions.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
