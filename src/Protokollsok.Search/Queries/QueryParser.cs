using Protokollsok.Documents;
using Protokollsok.Language.Words;
using Protokollsok.Search.Entries;

namespace Protokollsok.Search.Queries;

/// <summary>
/// Understands the contract's query language: all words must match; <c>OR</c> joins its two neighbours, so that
/// <c>a b OR c</c> is a, and b or c.
/// </summary>
internal sealed class QueryParser
{
    private readonly List<QueryLexeme> _lexemes;
    private int _at;

    private QueryParser(List<QueryLexeme> lexemes) => _lexemes = lexemes;

    /// <exception cref="QuerySyntaxException">The query is malformed.</exception>
    public static AllNode Parse(string? query)
    {
        var parser = new QueryParser(QueryLexer.Read(Nfc.Of(query ?? "")));
        var parts = new List<QueryNode>();
        while (parser._at < parser._lexemes.Count) parts.Add(parser.ReadAlternatives());
        return new AllNode(parts);
    }

    private QueryNode ReadAlternatives()
    {
        SkipAnd();
        var alternatives = new List<QueryNode> { ReadOperand() };
        while (_at < _lexemes.Count && _lexemes[_at].IsOr)
        {
            var or = _lexemes[_at++];
            if (_at == _lexemes.Count) throw Lone(or);
            alternatives.Add(ReadOperand());
        }

        return alternatives.Count == 1 ? alternatives[0] : new AnyNode(alternatives);
    }

    /// <summary>AND says nothing that two words beside each other do not, but many type it.</summary>
    private void SkipAnd()
    {
        var and = _lexemes[_at];
        if (!and.IsAnd) return;
        _at++;
        if (_at == 1 || _at == _lexemes.Count || _lexemes[_at].IsAnd || _lexemes[_at].IsOr) throw Lone(and);
    }

    private QueryNode ReadOperand()
    {
        var lexeme = _lexemes[_at];
        if (lexeme.IsOr || lexeme.IsAnd) throw Lone(lexeme);
        _at++;
        var node = lexeme.Field switch
        {
            QueryLexer.Dnr => OfDnrField(lexeme),
            QueryLexer.Board => new BoardNode(lexeme.Text),
            QueryLexer.Section => new SectionNode(EntryWriter.SectionKey(lexeme.Text)),
            _ => OfWords(lexeme),
        };
        return lexeme.Negated ? new NotNode(node) : node;
    }

    /// <summary>A unit and a number that were typed with a blank between are one case number.</summary>
    private DnrNode OfDnrField(QueryLexeme lexeme)
    {
        var text = lexeme.Text;
        if (!lexeme.Quoted && text.All(char.IsLetter) && NextPlain() is { } next && char.IsAsciiDigit(next[0]))
        {
            text = $"{text} {next}";
            _at++;
        }

        return new DnrNode(DnrKeys.TryParse(text) ?? new DnrKeys([text.Trim().ToLowerInvariant()], HasUnit: true));
    }

    private QueryNode OfWords(QueryLexeme lexeme)
    {
        if (lexeme.Quoted) return OrDnr(lexeme.Text);
        if (lexeme.Text.Contains('*', StringComparison.Ordinal) && OfStar(lexeme.Text) is { } node) return node;
        if (QueryLexer.UnknownField(lexeme.Text) is { } field) throw NoField(lexeme, field);
        if (!lexeme.Negated && PastedForms.IsLead(lexeme.Text) && NumberFollows()) return ReadOperand();
        if (lexeme.Text[0] == '§' && OfSectionSign(lexeme.Text.TrimStart('§')) is { } section) return section;
        if (!lexeme.Negated && NextPlain() is { } group && PastedForms.AreOneNumber(lexeme.Text, group)) return OfPartedNumber(lexeme.Text, group);
        var words = OfNumber(WithRestOfNumber(lexeme.Text));
        if (lexeme.Negated || NextPlain() is not { } next || DnrKeys.TryParse($"{lexeme.Text} {next}") is not { HasUnit: true } keys) return words;
        _at++;
        return new DnrOrWordsNode(new DnrNode(keys), new AllNode([words, OrDnr(WithRestOfNumber(next))]));
    }

    /// <summary>Whether a case number comes next, in one piece or two.</summary>
    private bool NumberFollows()
    {
        if (NextPlain() is not { } next) return false;
        if (DnrKeys.TryParse(next) is not null) return true;
        return _at + 1 < _lexemes.Count && _lexemes[_at + 1].IsPlain && DnrKeys.TryParse($"{next} {_lexemes[_at + 1].Text}") is { HasUnit: true };
    }

    /// <summary>What stands under the section, or names it.</summary>
    private AnyNode? OfSectionSign(string typed)
    {
        var pasted = typed.Length > 0 ? typed : NextPlain() ?? "";
        var range = PastedForms.SectionRange(pasted);
        if (range.Count > 0)
        {
            if (typed.Length == 0) _at++;
            return new AnyNode([.. range.Select(one => new SectionNode(EntryWriter.SectionKey(one))), new WordsNode($"§ {pasted}")]);
        }

        if (PastedForms.SectionNumber(pasted) is not { } number) return null;
        if (typed.Length == 0) _at++;
        if (char.IsAsciiDigit(number[^1]) && NextPlain() is { } letter && PastedForms.IsSectionLetter(letter))
        {
            number = $"{number} {letter}";
            _at++;
        }

        return new AnyNode([new SectionNode(EntryWriter.SectionKey(number)), new WordsNode($"§ {number}")]);
    }

    /// <summary>One large number or two words, such as a year and a sum: nobody can tell, and either is found.</summary>
    private AnyNode OfPartedNumber(string first, string group)
    {
        _at++;
        return new AnyNode([new WordsNode(PastedForms.Digits(first + group)!), new AllNode([OrDnr(first), OrDnr(group)])]);
    }

    private static QueryNode OfNumber(string text)
    {
        var words = OrDnr(text);
        return PastedForms.Digits(text) is { } digits && PastedForms.WithOneBlank(digits) is { } parted
            ? new AnyNode([words, new WordsNode(digits), new WordsNode(parted)])
            : words;
    }

    /// <summary>A number typed with blanks between its thousands is one word, also behind a hyphen: so texts are cut, <c>0980-319 288</c> too.</summary>
    private string WithRestOfNumber(string text)
    {
        while (char.IsAsciiDigit(text[0]) && NextPlain() is { } next && char.IsAsciiDigit(next[0]) && GoesOn(text, next))
        {
            text = $"{text} {next}";
            _at++;
        }

        return text;
    }

    private static bool GoesOn(string text, string next) => Tokenizer.Tokenize($"{text} {next}").Count == Tokenizer.Tokenize(text).Count;

    /// <summary>A date is no case number, though it has the look of one.</summary>
    private static QueryNode OrDnr(string text)
    {
        var words = new WordsNode(text);
        if (DnrKeys.TryParse(text) is not { } keys || IsDate(text)) return words;
        var apart = DnrKeys.Apart(text);
        return new DnrOrWordsNode(new DnrNode(keys), apart == text ? words : new AnyNode([words, new WordsNode(apart)]));
    }

    private static bool IsDate(string text) => Tokenizer.Tokenize(text) is [{ Kind: TokenKind.Date }];

    /// <summary>A star alone is everything; one in front asks for endings, two for letters anywhere, one behind for a beginning.</summary>
    private static QueryNode? OfStar(string text)
    {
        if (text.All(letter => letter == '*')) return new AllNode([]);
        if (text[0] != '*') return text[^1] == '*' ? OfPrefix(text) : null;
        return Tokenizer.Tokenize(text.Trim('*')) is [var token] ? new InsideNode(token.Value, AtEnd: text[^1] != '*') : null;
    }

    /// <summary>The last token is the beginning; what stands before it in the same chunk are whole words.</summary>
    private static QueryNode? OfPrefix(string text)
    {
        var tokens = Tokenizer.Tokenize(text.TrimEnd('*'));
        if (tokens.Count == 0) return null;
        var prefix = new PrefixNode(tokens[^1].Value);
        return tokens.Count == 1 ? prefix : new AllNode([.. tokens.SkipLast(1).Select(token => new WordsNode(token.Value)), prefix]);
    }

    private string? NextPlain() => _at < _lexemes.Count && _lexemes[_at] is { IsPlain: true, IsOr: false, IsAnd: false } next ? next.Text : null;

    private static QuerySyntaxException Lone(QueryLexeme word) =>
        new(word.Position, $"{word.Text} stands between two words; one of them is missing.", $"{word.Text} ska stå mellan två ord; ett av dem saknas.");

    private static QuerySyntaxException NoField(QueryLexeme lexeme, string field) => new(
        lexeme.Position,
        $"There is no field '{field}:'; there are {QueryLexer.FieldNames}. To find the text itself, put it in quotes: \"{lexeme.Text}\".",
        $"Fältet ”{field}:” finns inte; de som finns är {QueryLexer.FieldNames}. Sätt texten inom citattecken om den ska hittas som den står.");
}
