using Protokollsok.Language.Words;

namespace Protokollsok.Search.Words;

/// <summary>By which terms the words of one query are looked for: the one analysis, and what of the archive only looks like them.</summary>
internal sealed class QueryTerms(SwedishTerms terms, LooksLike looks)
{
    private readonly Dictionary<string, IReadOnlyList<QueryTerm>> _known = new(StringComparer.Ordinal);

    /// <summary>The surest first, none twice.</summary>
    public IReadOnlyList<QueryTerm> For(Token token)
    {
        if (_known.TryGetValue(token.Value, out var known)) return known;
        var own = terms.ForQuery(token);
        var alike = token.Kind == TokenKind.Word && looks.Words.TryGetValue(token.Value, out var words) ? words : [];
        return _known[token.Value] = alike.Length == 0
            ? own
            : [.. own.Concat(alike.SelectMany(terms.ForLook)).DistinctBy(term => term.Term)];
    }
}
