using Protokollsok.Search.Entries;
using Protokollsok.Search.Queries;
using Protokollsok.Search.Words;

namespace Protokollsok.Search.Hits;

/// <summary>
/// Says why an entry was found, by analysing what is stored of it with the same analysis that indexed it: so whole words
/// are marked, also where only a part of a compound or what had been read matched.
/// </summary>
internal sealed class HitExplainer
{
    private readonly SwedishTerms _terms;
    private readonly List<AskedRow> _rows = [];
    private readonly List<AskedRow> _boards = [];
    private readonly List<DnrKeys> _dnr = [];

    private readonly QueryTerms _asked;

    public HitExplainer(QueryNode query, SwedishTerms terms, QueryTerms asked)
    {
        _terms = terms;
        _asked = asked;
        Gather(query);
    }

    public SearchHit Explain(StoredEntry entry, double score)
    {
        var matches = Matches(_rows, entry.FoundText, entry.Variants);
        var kinds = matches
            .Concat(Matches(_rows, entry.Heading ?? "", []))
            .Concat(Matches(_rows, entry.Title ?? "", []))
            .Concat(Matches(_boards, entry.Document.Board ?? "", []))
            .Select(match => match.Kind).ToHashSet();
        if (_dnr.Exists(keys => entry.Document.Dnr.Any(keys.Contains))) kinds.Add(MatchKind.Exact);
        return new SearchHit(entry.Decision, entry.Document, entry.Page, entry.ShownHeading, Snippet.Of(entry.FoundText, matches), score, [.. kinds.Order()]);
    }

    /// <summary>The words of a text that were asked for, in its order.</summary>
    public IReadOnlyList<WordMatch> MatchesIn(string text, IReadOnlyList<ReadVariant> variants) => Matches(_rows, text, variants);

    /// <summary>In the text's order; a word that matches in several ways stands once, by the surest.</summary>
    private List<WordMatch> Matches(List<AskedRow> rows, string text, IReadOnlyList<ReadVariant> variants)
    {
        var matches = new List<WordMatch>();
        if (rows.Count == 0 || text.Length == 0) return matches;
        var analysed = new AnalysedText(text, variants, _terms);
        for (var i = 0; i < rows.Count; i++) rows[i].FindIn(analysed, i, matches);
        return [.. matches.OrderBy(match => match.Start).ThenBy(match => match.Kind).DistinctBy(match => match.Start)];
    }

    /// <summary>What is excluded explains nothing.</summary>
    private void Gather(QueryNode node)
    {
        switch (node)
        {
            case AllNode all: foreach (var part in all.Parts) Gather(part); break;
            case AnyNode any: foreach (var part in any.Parts) Gather(part); break;
            case WordsNode words: _rows.AddRange(RowsOf(words.Text)); break;
            case BoardNode board: _boards.AddRange(RowsOf(board.Name)); break;
            case PrefixNode prefix: _rows.Add(new AskedRow(prefix.Start)); break;
            case InsideNode inside: _rows.Add(new AskedRow(inside)); break;
            case DnrNode dnr: _dnr.Add(dnr.Keys); break;
            case DnrOrWordsNode either:
                Gather(either.Dnr);
                Gather(either.Typed);
                break;
        }
    }

    private IEnumerable<AskedRow> RowsOf(string text) => Phrase.Of(text, _asked).Select(phrase => new AskedRow(phrase));
}
