using Protokollsok.Language.Words;

namespace Protokollsok.Search.Queries;

/// <summary>A query as understood, before it is known how the index is asked.</summary>
internal abstract record QueryNode
{
    /// <summary>The words that are looked for in texts, lower case; repeats included.</summary>
    public IEnumerable<string> Words() => this switch
    {
        AllNode all => all.Parts.SelectMany(part => part.Words()),
        AnyNode any => any.Parts.SelectMany(part => part.Words()),
        NotNode not => not.Inner.Words(),
        DnrOrWordsNode either => either.Typed.Words(),
        WordsNode words => Tokenizer.Tokenize(words.Text).Where(token => token.Kind == TokenKind.Word).Select(token => token.Value),
        BoardNode board => new WordsNode(board.Name).Words(),
        _ => [],
    };
}

/// <summary>All parts must match; those that are a <see cref="NotNode"/> must not. Without parts: everything.</summary>
internal sealed record AllNode(IReadOnlyList<QueryNode> Parts) : QueryNode
{
    /// <summary>Of fewer words each counts.</summary>
    private const int FewestToMiss = 5;

    /// <summary>How many of the parts a hit is to have where nothing has all; null for a query of few words, or of more than words.</summary>
    public int? Most => Parts.Count >= FewestToMiss && Parts.All(part => part is WordsNode or DnrOrWordsNode) ? Parts.Count - (Parts.Count / FewestToMiss) : null;
}

/// <summary>At least one of the parts must match.</summary>
internal sealed record AnyNode(IReadOnlyList<QueryNode> Parts) : QueryNode;

internal sealed record NotNode(QueryNode Inner) : QueryNode;

/// <summary>Words that stand one after the other; a single one, too. <paramref name="Text"/> is as typed.</summary>
internal sealed record WordsNode(string Text) : QueryNode;

/// <summary>Words that begin so; lower case, one token.</summary>
internal sealed record PrefixNode(string Start) : QueryNode;

/// <summary>Words that end so, or have these letters anywhere; lower case, one token.</summary>
internal sealed record InsideNode(string Letters, bool AtEnd) : QueryNode;

/// <summary>What is probably a case number, and otherwise the words that it is written with.</summary>
internal sealed record DnrOrWordsNode(DnrNode Dnr, QueryNode Typed) : QueryNode;

internal sealed record DnrNode(DnrKeys Keys) : QueryNode;

internal sealed record BoardNode(string Name) : QueryNode;

internal sealed record SectionNode(string Number) : QueryNode;
