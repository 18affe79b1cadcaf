using System.Buffers;
using Protokollsok.Language.Words;

namespace Protokollsok.Search.Queries;

/// <summary>Parts a typed query into its pieces.</summary>
internal sealed class QueryLexer
{
    public const string Dnr = "dnr";
    public const string Board = "board";
    public const string Section = "section";

    private const string Quotes = "\"”“„";
    private const int LongestQuery = 2000;
    private const int MostLexemes = 64;
    private const int LongestFieldName = 20;

    private static readonly string[] Fields = [Dnr, Board, Section];

    /// <summary>People ask for fields in Swedish, too.</summary>
    private static readonly SearchValues<char> s_fieldLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzåäö");

    private readonly string _query;
    private int _at;

    private QueryLexer(string query) => _query = query;

    /// <exception cref="QuerySyntaxException">A quote is not closed, a field is empty, or the query is too long.</exception>
    public static List<QueryLexeme> Read(string query)
    {
        if (query.Length > LongestQuery) throw TooLong(LongestQuery);
        var lexer = new QueryLexer(query);
        var lexemes = new List<QueryLexeme>();
        while (lexer.Next() is { } lexeme)
        {
            if (lexemes.Count == MostLexemes) throw TooLong(lexeme.Position);
            lexemes.Add(lexeme);
        }

        return lexemes;
    }

    /// <summary>The fields that there are, for people.</summary>
    public static string FieldNames => string.Join(", ", Fields.Select(name => name + ":"));

    /// <summary>The name of what looks like a field but is none; null for other texts, such as an ending after a colon (<i>SFI:s</i>).</summary>
    public static string? UnknownField(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 2 || colon > LongestFieldName || colon == text.Length - 1 || !char.IsLetter(text[colon + 1])) return null;
        return text.AsSpan(0, colon).ContainsAnyExcept(s_fieldLetters) || Tokenizer.Tokenize(text).Count == 1 ? null : text[..colon];
    }

    private QueryLexeme? Next()
    {
        while (_at < _query.Length && char.IsWhiteSpace(_query[_at])) _at++;
        if (_at == _query.Length) return null;
        var start = _at;
        var negated = _query[_at] == '-' && _at + 1 < _query.Length && !char.IsWhiteSpace(_query[_at + 1]) && _query[_at + 1] != '-';
        if (negated) _at++;
        var field = ReadField();
        if (field == Dnr) SkipBlanksBeforeNumber();
        if (field is not null && (_at == _query.Length || char.IsWhiteSpace(_query[_at])))
            throw new QuerySyntaxException(start, $"The field '{field}:' has no value.", $"Fältet ”{field}:” saknar värde.");
        return IsQuote(_at)
            ? new QueryLexeme(start, ReadQuoted(), field, negated, Quoted: true)
            : new QueryLexeme(start, ReadChunk(), field, negated);
    }

    /// <summary>Documents print a blank after the colon: <c>Dnr: KS 2020-248</c>.</summary>
    private void SkipBlanksBeforeNumber()
    {
        var chunks = _query[_at..].Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
        if (chunks.Length == 0 || !char.IsWhiteSpace(_query[_at])) return;
        if (DnrKeys.TryParse(chunks[0]) is null && (chunks.Length == 1 || DnrKeys.TryParse($"{chunks[0]} {chunks[1]}") is null)) return;
        while (char.IsWhiteSpace(_query[_at])) _at++;
    }

    private string? ReadField()
    {
        foreach (var field in Fields)
        {
            if (string.Compare(_query, _at, field, 0, field.Length, StringComparison.OrdinalIgnoreCase) != 0) continue;
            var colon = _at + field.Length;
            if (colon >= _query.Length || _query[colon] != ':') continue;
            _at = colon + 1;
            return field;
        }

        return null;
    }

    private string ReadQuoted()
    {
        var open = _at++;
        var start = _at;
        while (_at < _query.Length && !IsQuote(_at)) _at++;
        if (_at == _query.Length) throw new QuerySyntaxException(open, "This quotation mark is never closed.", "Citattecknet avslutas aldrig.");
        return _query[start.._at++];
    }

    private string ReadChunk()
    {
        var start = _at;
        while (_at < _query.Length && !char.IsWhiteSpace(_query[_at]) && !IsQuote(_at)) _at++;
        return _query[start.._at];
    }

    private bool IsQuote(int at) => at < _query.Length && Quotes.Contains(_query[at], StringComparison.Ordinal);

    private static QuerySyntaxException TooLong(int position) =>
        new(position, $"The query is too long: {LongestQuery} characters and {MostLexemes} words are the most.",
            $"Sökfrågan är för lång: högst {LongestQuery} tecken och {MostLexemes} ord.");
}
