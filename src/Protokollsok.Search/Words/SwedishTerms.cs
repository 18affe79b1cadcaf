using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Protokollsok.Language;
using Protokollsok.Language.Words;

namespace Protokollsok.Search.Words;

/// <summary>
/// The one analysis of words, written as terms: what a word of a text stands in the index with, and by which terms a word
/// of a query looks for it. A form that equals a surer one is not written twice; the query asks for both layers instead.
/// </summary>
internal sealed class SwedishTerms(WordAnalyzer analyzer)
{
    /// <summary>A longer run of letters is no word, and its form no key.</summary>
    private const int LongestWord = 80;

    /// <summary>Up to this length a folded word is mostly another word (<i>råd, rad; får, far</i>): who types the dots means them.</summary>
    private const int LongestAmbiguous = 4;

    /// <summary>Changes whenever entries made before would not be found as ones made now: layers, fields, the cutting of texts, whose case numbers they take.</summary>
    private const int Rules = 4;

    /// <summary>Words whose forms tell one lexicon, or one set of rules for words, from another.</summary>
    private const string Probe =
        "nämndens nämnderna beslutades förslagen föräldrastödet omsorgsförvaltningen familjecentralerna kommunstyrelsens ärendena handlingarna " +
        "öppnades gymnasieskolornas detaljplanerna upphandlingen bygglovsavgift äldreboendet färdtjänsttillstånd vattenskyddsområdet lärarna barnen " +
        "reviderad godkänna snöröjning skolskjutsar verksamhetsberättelsen ekonomiska hyresgästerna kvinnojourens fritidsgårdar remissyttrande";

    private string? _version;

    private readonly KnownTerms _known = new();

    /// <summary>Which analysis this is: <c>4-3f9a…</c>, the rules and the words.</summary>
    public string Version => _version ??= string.Create(CultureInfo.InvariantCulture, $"{Rules}-{Fingerprint()}");

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

    /// <summary>The terms of a word of the archive that stands for a word of a query only by its looks.</summary>
    public IEnumerable<QueryTerm> ForLook(string word)
    {
        var normal = Analyze(word).Normal;
        return [new(word, MatchKind.OcrVariant), new(normal, MatchKind.OcrVariant), new(LayeredTerm.Normal(normal), MatchKind.OcrVariant)];
    }

    /// <summary>What the terms begin with that a prefix (lower case, one token) is looked for with.</summary>
    public static IEnumerable<QueryTerm> ForPrefix(string start)
    {
        yield return new(start, MatchKind.Exact);
        if (IsFolded(start) && start.Length > LongestAmbiguous) yield return new(LayeredTerm.Folded(start), MatchKind.Folded);
        yield return new(LayeredTerm.Variant(start), MatchKind.OcrVariant);
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
        if (_known.Find(token.Value) is { } known) return known;
        return _known.Add(new WordTerms(token.Kind == TokenKind.Word ? [.. ForDocument(Analyze(token.Value)).Distinct(StringComparer.Ordinal)] : [token.Value]));
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

    private string Fingerprint()
    {
        var terms = string.Join('\n', Probe.Split(' ').SelectMany(word => ForDocument(Analyze(word))));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(terms))[..6]);
    }

    private static bool IsFolded(string word) => Folding.Fold(word) == word;

    private WordForms Analyze(string word) => analyzer.Analyze(word.Length <= LongestWord ? word : word[..LongestWord]);
}
