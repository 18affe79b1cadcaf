using System.Collections.Concurrent;
using Protokollsok.Language;
using Protokollsok.Language.Words;

namespace Protokollsok.Search.Words;

/// <summary>
/// The one analysis of words, written as terms: what a word of a text stands in the index with, and by which terms a word
/// of a query looks for it. A form that equals a surer one is not written twice; the query asks for both layers instead.
/// </summary>
internal sealed class SwedishTerms(WordAnalyzer analyzer)
{
    /// <summary>Texts repeat their words: few are analysed twice. Cleared when full, which is simple and rare.</summary>
    private const int CacheSize = 200_000;

    /// <summary>A longer run of letters is no word, and its form no key.</summary>
    private const int LongestWord = 80;

    /// <summary>Up to this length a folded word is mostly another word (<i>råd, rad; får, far</i>): who types the dots means them.</summary>
    private const int LongestAmbiguous = 4;

    private readonly ConcurrentDictionary<string, WordTerms> _cache = new(StringComparer.Ordinal);

    /// <summary>The tokens of a text with their terms, in the text's order.</summary>
    public List<(Token Token, WordTerms Terms)> Of(string text)
    {
        var tokens = Tokenizer.Tokenize(text);
        var terms = new List<(Token, WordTerms)>(tokens.Count);
        foreach (var token in tokens) terms.Add((token, Of(token)));
        return terms;
    }

    /// <summary>The form without inflection among a word's terms.</summary>
    public static string NormalOf(WordTerms terms) =>
        terms.Terms.FirstOrDefault(term => term[0] == LayeredTerm.Normal("")[0]) is { } normal ? normal[1..] : terms.Exact;

    /// <summary>The terms that a token of a query is looked for with, the surest first, none twice.</summary>
    public IReadOnlyList<QueryTerm> ForQuery(Token token)
    {
        if (token.Kind != TokenKind.Word) return [new(token.Value, MatchKind.Exact)];
        var forms = Analyze(token.Value);
        List<QueryTerm> terms = [new(forms.Exact, MatchKind.Exact), new(forms.Normal, MatchKind.Inflection), new(LayeredTerm.Normal(forms.Normal), MatchKind.Inflection)];
        terms.Add(new(LayeredTerm.Part(forms.Normal), MatchKind.Compound));
        var folded = Folding.Fold(forms.Exact);
        if (IsFolded(forms.Exact) || folded.Length > LongestAmbiguous)
        {
            foreach (var form in new[] { folded, forms.Folded })
                terms.AddRange([new(LayeredTerm.Folded(form), MatchKind.Folded), new(form, MatchKind.Folded), new(LayeredTerm.Normal(form), MatchKind.Folded)]);
        }

        terms.AddRange([new(LayeredTerm.Variant(forms.Exact), MatchKind.OcrVariant), new(LayeredTerm.Variant(forms.Normal), MatchKind.OcrVariant)]);
        return [.. terms.DistinctBy(term => term.Term)];
    }

    /// <summary>What the terms begin with that a prefix (lower case, one token) is looked for with.</summary>
    public static IEnumerable<QueryTerm> ForPrefix(string start)
    {
        yield return new(start, MatchKind.Exact);
        if (IsFolded(start) && start.Length > LongestAmbiguous) yield return new(LayeredTerm.Folded(start), MatchKind.Folded);
    }

    /// <summary>The terms of what stands beside the text: as read where it was repaired, or what repair suggests.</summary>
    public IEnumerable<string> ForVariant(string chunk)
    {
        yield return LayeredTerm.Variant(Chunk.Key(chunk));
        foreach (var token in Tokenizer.Tokenize(chunk))
        {
            if (token.Kind != TokenKind.Word)
            {
                yield return LayeredTerm.Variant(token.Value);
                continue;
            }

            var forms = Analyze(token.Value);
            yield return LayeredTerm.Variant(forms.Exact);
            yield return LayeredTerm.Variant(forms.Normal);
        }
    }

    private WordTerms Of(Token token)
    {
        if (_cache.TryGetValue(token.Value, out var known)) return known;
        if (_cache.Count >= CacheSize) _cache.Clear();
        return _cache[token.Value] = new WordTerms(token.Kind == TokenKind.Word ? [.. ForDocument(Analyze(token.Value)).Distinct(StringComparer.Ordinal)] : [token.Value]);
    }

    private static IEnumerable<string> ForDocument(WordForms forms)
    {
        yield return forms.Exact;
        if (forms.Normal != forms.Exact) yield return LayeredTerm.Normal(forms.Normal);
        if (forms.Folded != forms.Normal) yield return LayeredTerm.Folded(forms.Folded);
        var folded = Folding.Fold(forms.Exact);
        if (folded != forms.Exact) yield return LayeredTerm.Folded(folded);
        foreach (var part in forms.Parts) yield return LayeredTerm.Part(part);
    }

    private static bool IsFolded(string word) => Folding.Fold(word) == word;

    private WordForms Analyze(string word) => analyzer.Analyze(word.Length <= LongestWord ? word : word[..LongestWord]);
}
