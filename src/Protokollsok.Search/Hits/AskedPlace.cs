using Protokollsok.Search.Words;

namespace Protokollsok.Search.Hits;

/// <summary>A word of a query by all its terms. Remembers what it said of each word of the texts: few are asked twice.</summary>
internal sealed class AskedPlace
{
    private readonly Dictionary<string, MatchKind> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<WordTerms, MatchKind?> _known = new(ReferenceEqualityComparer.Instance);

    public AskedPlace(IReadOnlyList<QueryTerm> terms)
    {
        foreach (var term in terms) _terms.TryAdd(term.Term, term.Kind);
    }

    /// <summary>The surest kind by which the word is asked for; null if it is not.</summary>
    public MatchKind? KindOf(WordTerms word)
    {
        if (_known.TryGetValue(word, out var kind)) return kind;
        return _known[word] = Surest(word.Terms, null);
    }

    /// <summary>The surest of <paramref name="best"/> and the kinds by which any of the terms is asked for.</summary>
    public MatchKind? Surest(IReadOnlyList<string> terms, MatchKind? best)
    {
        for (var i = 0; i < terms.Count; i++)
            if (_terms.TryGetValue(terms[i], out var kind) && !(best <= kind)) best = kind;
        return best;
    }
}
