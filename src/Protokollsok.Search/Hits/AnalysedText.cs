using Protokollsok.Language.Words;
using Protokollsok.Search.Entries;
using Protokollsok.Search.Words;

namespace Protokollsok.Search.Hits;

/// <summary>A stored text, analysed as it was when it was indexed.</summary>
internal sealed class AnalysedText(string text, IReadOnlyList<ReadVariant> variants, SwedishTerms terms)
{
    private readonly List<(Token Token, WordTerms Terms)> _words = terms.Of(text);
    private Dictionary<int, List<string>>? _beside;
    private bool _besideKnown;

    public string Text { get; } = text;

    public int Count => _words.Count;

    public Token TokenAt(int word) => _words[word].Token;

    /// <summary>The word's terms; one object for all occurrences of a word, as long as it is in use.</summary>
    public WordTerms TermsAt(int word) => _words[word].Terms;

    /// <summary>The surest kind by which any of the word's terms begins as asked; null if none does.</summary>
    public MatchKind? PrefixKindAt(int word, IReadOnlyList<QueryTerm> starts)
    {
        var beside = BesideOf(word);
        foreach (var start in starts)
        {
            foreach (var term in _words[word].Terms.Terms)
                if (term.StartsWith(start.Term, StringComparison.Ordinal)) return start.Kind;
            if (beside?.Exists(term => term.StartsWith(start.Term, StringComparison.Ordinal)) is true) return start.Kind;
        }

        return null;
    }

    /// <summary>The surest kind by which any of the word's terms is asked for; null if none is.</summary>
    public MatchKind? KindAt(int word, AskedPlace asked)
    {
        var best = asked.KindOf(_words[word].Terms);
        return BesideOf(word) is { } beside ? asked.Surest(beside, best) : best;
    }

    /// <summary>The terms of what stands beside the word; null for most.</summary>
    private List<string>? BesideOf(int word)
    {
        if (!_besideKnown)
        {
            _beside = VariantTerms.Of(_words, variants, terms);
            _besideKnown = true;
        }

        return _beside?.GetValueOrDefault(word);
    }
}
