using Protokollsok.Search.Queries;
using Protokollsok.Search.Words;

namespace Protokollsok.Search.Hits;

/// <summary>A word, phrase or prefix of a query, to be found again in a hit's text.</summary>
internal sealed class AskedRow
{
    private readonly AskedPlace[] _places;
    private readonly IReadOnlyList<QueryTerm>? _starts;
    private readonly InsideNode? _inside;

    public AskedRow(Phrase phrase) => _places = [.. phrase.Places.Select(terms => new AskedPlace(terms))];

    public AskedRow(string prefix)
    {
        _places = [new AskedPlace([])];
        _starts = [.. SwedishTerms.ForPrefix(prefix)];
    }

    public AskedRow(InsideNode inside)
    {
        _places = [new AskedPlace([])];
        _inside = inside;
    }

    public void FindIn(AnalysedText text, int number, List<WordMatch> matches)
    {
        for (var first = 0; first + _places.Length <= text.Count; first++)
        {
            var matched = 0;
            while (matched < _places.Length && KindAt(text, first + matched, matched) is not null) matched++;
            if (matched < _places.Length) continue;
            for (var i = 0; i < matched; i++)
            {
                var token = text.TokenAt(first + i);
                matches.Add(new WordMatch(token.Start, token.Length, KindAt(text, first + i, i)!.Value, number));
            }
        }
    }

    private MatchKind? KindAt(AnalysedText text, int word, int place) =>
        _inside is not null ? (Holds(text.TermsAt(word).Exact, _inside) ? MatchKind.Exact : null)
        : _starts is null ? text.KindAt(word, _places[place])
        : text.PrefixKindAt(word, _starts);

    private static bool Holds(string word, InsideNode asked) =>
        word.Length > asked.Letters.Length
        && (asked.AtEnd ? word.EndsWith(asked.Letters, StringComparison.Ordinal) : word.IndexOf(asked.Letters, 1, StringComparison.Ordinal) > 0);
}
