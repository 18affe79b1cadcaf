using Protokollsok.Search.Entries;
using Protokollsok.Search.Supervision;
using Protokollsok.Search.Words;

namespace Protokollsok.Search.Queries;

/// <summary>Writes a query as the node runs it. All weights of ranking stand here.</summary>
internal sealed class QueryEncoder(FrameWriter frame, QueryTerms terms)
{
    private const byte Must = 0, Should = 1, MustNot = 2;

    /// <summary>A layer weighs at most half of the one above: with the node's scores (half to full weight) tiers never overlap.</summary>
    private static readonly float[] LayerWeights = [1, .5f, .25f, .12f, .06f];

    private static readonly (string Name, float Weight)[] WordFields =
        [(IndexFields.Text, 1), (IndexFields.Heading, 1.5f), (IndexFields.Title, .6f)];

    private static readonly (string Name, float Weight)[] NameFields = [(IndexFields.Heading, 1), (IndexFields.Title, 1)];

    private (string Name, float Weight)[] _fields = WordFields;

    /// <summary>Shares of the query's highest score; small enough that no folded decision passes an exact page.</summary>
    private static readonly (string Kind, float Share)[] Lifts = [(EntryKind.Decision, .2f), (EntryKind.Proposal, .1f)];

    /// <summary>A phrase by any layer against one word for word.</summary>
    private const float LooserPhrase = .5f;

    /// <summary>Words typed one after the other count for more where they stand so.</summary>
    private const float Together = .5f;

    /// <summary>More words than these nobody remembers in their order.</summary>
    private const int MostTogether = 20;

    public void Write(AllNode query)
    {
        if (RowOf(query) is not { } row)
        {
            WriteLifted(() => WriteAll(query));
            return;
        }

        Op('b');
        frame.Varint(2);
        frame.Byte(Must);
        WriteLifted(() => WriteAll(query));
        frame.Byte(Should);
        WriteBest([.. _fields.Take(2).Select(field => (Action)(() => WriteRow(field.Name, field.Weight * Together, row)))]);
    }

    /// <summary>For when nothing has all the words: what has so many of them.</summary>
    public void WriteMost(AllNode query, int least) => WriteLifted(() =>
    {
        Op('h');
        frame.Varint(least);
        frame.Varint(query.Parts.Count);
        foreach (var part in query.Parts) WriteNode(part);
    });

    private void WriteLifted(Action query)
    {
        Op('l');
        query();
        frame.Text(IndexFields.Kind);
        frame.Varint(Lifts.Length);
        foreach (var (kind, share) in Lifts)
        {
            frame.Text(kind);
            frame.Single(share);
        }
    }

    /// <summary>Two or more plain words as one row, word for word; null where something else was typed.</summary>
    private List<IReadOnlyList<QueryTerm>>? RowOf(AllNode query)
    {
        if (query.Parts.Count is < 2 or > MostTogether || !query.Parts.All(part => part is WordsNode)) return null;
        var phrases = query.Parts.Select(part => Phrase.Of(((WordsNode)part).Text, terms)).ToList();
        return phrases.Exists(ways => ways.Count == 0) ? null : [.. phrases.SelectMany(ways => ways[0].Places).Select(place => place.Take(1).ToList())];
    }

    /// <summary>Only what stands in headings and titles.</summary>
    public void WriteInNames(QueryNode query)
    {
        _fields = NameFields;
        WriteNode(query);
    }

    private void WriteNode(QueryNode node)
    {
        switch (node)
        {
            case AllNode all: WriteAll(all); break;
            case AnyNode any: WriteAny(any); break;
            case NotNode: WriteAll(new AllNode([node])); break;
            case WordsNode words: WriteWords(words); break;
            case PrefixNode prefix: WritePrefix(prefix); break;
            case InsideNode inside: WriteInside(inside); break;
            case DnrNode dnr: WriteDnr(dnr); break;
            case DnrOrWordsNode either: WriteBest([() => WriteDnr(either.Dnr), () => WriteNode(either.Typed)]); break;
            case BoardNode board: WriteBoard(board); break;
            case SectionNode section: WriteWord([(IndexFields.Section, section.Number, 1)]); break;
            default: throw new InvalidOperationException($"{node.GetType().Name} cannot be written.");
        }
    }

    private void WriteAll(AllNode all)
    {
        if (all.Parts.Count == 0)
        {
            Op('a');
            return;
        }

        var onlyNegative = all.Parts.All(part => part is NotNode);
        Op('b');
        frame.Varint(all.Parts.Count + (onlyNegative ? 1 : 0));
        if (onlyNegative)
        {
            frame.Byte(Must);
            Op('a');
        }

        foreach (var part in all.Parts)
        {
            frame.Byte(part is NotNode ? MustNot : Must);
            WriteNode(part is NotNode not ? not.Inner : part);
        }
    }

    private void WriteAny(AnyNode any)
    {
        Op('b');
        frame.Varint(any.Parts.Count);
        foreach (var part in any.Parts)
        {
            frame.Byte(Should);
            WriteNode(part);
        }
    }

    private void WriteWords(WordsNode words)
    {
        var phrases = Phrase.Of(words.Text, terms);
        if (phrases.Count == 0) Op('z');
        else WriteBest([.. phrases.Select(phrase => (Action)(() => WritePhrase(phrase, _fields)))]);
    }

    private void WriteBoard(BoardNode board)
    {
        var phrases = Phrase.Of(board.Name, terms);
        if (phrases.Count == 0) Op('z');
        else WriteBest([.. phrases.Select(phrase => (Action)(() => WritePhrase(phrase, [(IndexFields.BoardWords, 1)])))]);
    }

    private void WritePhrase(Phrase phrase, (string Name, float Weight)[] fields)
    {
        if (phrase.Places is [var word])
        {
            WriteWord([.. from field in fields from term in word select (field.Name, term.Term, field.Weight * LayerWeights[(int)term.Kind])]);
            return;
        }

        var ways = fields.Select(field => (Action)(() => WriteRow(field.Name, field.Weight * LooserPhrase, phrase.Places)))
            .Prepend(() => WriteRow(fields[0].Name, fields[0].Weight, [.. phrase.Places.Select(place => place.Take(1).ToList())]));
        WriteBest([.. ways]);
    }

    private void WriteRow(string field, float weight, IReadOnlyList<IReadOnlyList<QueryTerm>> places)
    {
        Op('q');
        frame.Text(field);
        frame.Single(weight);
        frame.Varint(places.Count);
        foreach (var place in places)
        {
            // A phrase is meant closely: the word in any of its forms, not a compound that it is a part of.
            var close = place.Where(term => term.Kind != MatchKind.Compound).ToList();
            frame.Varint(close.Count);
            foreach (var term in close) frame.Text(term.Term);
        }
    }

    private void WritePrefix(PrefixNode prefix)
    {
        QueryTerm[] starts = [.. SwedishTerms.ForPrefix(prefix.Start)];
        WriteBest([.. from field in _fields from start in starts select (Action)(() =>
        {
            Op('x');
            frame.Text(field.Name);
            frame.Text(start.Term);
            frame.Single(field.Weight * LayerWeights[(int)start.Kind]);
        })]);
    }

    private void WriteInside(InsideNode inside) => WriteBest([.. _fields.Select(field => (Action)(() =>
    {
        Op('y');
        frame.Text(field.Name);
        frame.Single(field.Weight);
        Op(inside.AtEnd ? 'e' : 'c');
        TermShape.WritePlaces(frame, [[inside.Letters]]);
    }))]);

    private void WriteDnr(DnrNode dnr)
    {
        var field = dnr.Keys.HasUnit ? IndexFields.Dnr : IndexFields.DnrWithoutUnit;
        WriteWord([.. dnr.Keys.Keys.Select(key => (field, key, 1f))]);
    }

    private void WriteWord(IReadOnlyList<(string Field, string Term, float Weight)> ways)
    {
        Op('w');
        frame.Varint(ways.Count);
        foreach (var (field, term, weight) in ways)
        {
            frame.Text(field);
            frame.Text(term);
            frame.Single(weight);
        }
    }

    private void WriteBest(Action[] ways)
    {
        if (ways.Length > 1)
        {
            Op('d');
            frame.Varint(ways.Length);
        }

        foreach (var way in ways) way();
    }

    private void Op(char kind) => frame.Byte((byte)kind);
}
