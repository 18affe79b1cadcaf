using System.Buffers;

namespace Protokollsok.Repair;

/// <summary>Divides pages into tokens and decides which of them repair may look at. For one thread.</summary>
/// <param name="words">The words met so far.</param>
internal sealed class Tokenizer(SeenWords words)
{
    /// <summary>What ends a word and nothing else: a chunk of letters and one of these is no number, address or abbreviation.</summary>
    private static readonly SearchValues<char> s_endings = SearchValues.Create(".,;:!?)");

    private readonly List<Token> _tokens = [];

    /// <summary>The tokens of a page.</summary>
    public Token[] Tokens(IReadOnlyList<string> lines)
    {
        _tokens.Clear();
        for (var line = 0; line < lines.Count; line++)
        {
            var text = lines[line].AsSpan().Trim();
            if (text.IsEmpty || !(char.IsLower(text[0]) || ConfusionTable.IsSeenForLetter(text[0]))) AddBoundary(line);
            AddLine(lines[line], line, line == 0 ? "" : lines[line - 1]);
        }

        return [.. _tokens];
    }

    /// <summary>The line's pieces, for placing what was decided on an earlier reading of it.</summary>
    public static List<Piece> Pieces(string text, int line)
    {
        var pieces = new List<Piece>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && IsOfPiece(text[i])) i++;
            if (i > start) pieces.Add(new Piece(line, pieces.Count, start, i - start));
            else i++;
        }

        return pieces;
    }

    private static bool IsOfPiece(char c) => char.IsLetterOrDigit(c) || c is '&' or '#' or ConfusionTable.Lost;

    private void AddLine(string text, int line, string lineBefore)
    {
        var (firstToken, ordinal) = (_tokens.Count, 0);
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && !char.IsWhiteSpace(text[i])) i++;
            var chunk = text.AsSpan(start, i - start);
            var before = _tokens.Count;
            ordinal = AddChunk(chunk, start, line, ordinal);
            AddSigns(chunk, before);
            if (IsSentenceEnd(chunk)) AddBoundary(line);
        }

        JoinBrokenWord(firstToken, lineBefore);
    }

    /// <summary>What stands between the chunk's words and their neighbours.</summary>
    /// <param name="before">How many tokens stand before the chunk.</param>
    private void AddSigns(ReadOnlySpan<char> chunk, int before)
    {
        if (before > 0 && !char.IsLetter(chunk[0])) _tokens[before - 1] = _tokens[before - 1] with { Look = _tokens[before - 1].Look.Before(chunk) };
        if (_tokens.Count > 0 && !char.IsLetter(chunk[^1])) _tokens[^1] = _tokens[^1] with { Look = _tokens[^1].Look.After(chunk) };
    }

    /// <summary>The pieces of a chunk between two blanks.</summary>
    /// <param name="start">Where the chunk begins in its line.</param>
    /// <param name="ordinal">Of its first piece.</param>
    /// <returns>The ordinal of the next chunk's first piece.</returns>
    private int AddChunk(ReadOnlySpan<char> chunk, int start, int line, int ordinal)
    {
        if (LettersOf(chunk) is var letters and > 0)
        {
            var word = words.Of(chunk[..letters]);
            _tokens.Add(new Token(word.Kind, word, new Piece(line, ordinal, start, letters)));
            return ordinal + 1;
        }

        var (pieces, first) = CountPieces(chunk);
        if (pieces == 0) return ordinal;
        var hasDigits = chunk.ContainsAnyInRange('0', '9');
        if (Protection.Covers(chunk))
        {
            if (hasDigits && Protection.IsNumberWithWord(chunk))
            {
                AddPiecesBesideNumbers(chunk, start, line, ordinal);
                return ordinal + pieces;
            }

            var piece = new Piece(line, ordinal, start + first.Start, first.Length);
            _tokens.Add(new Token(hasDigits ? TokenKind.Number : TokenKind.Other, words.Passing(chunk), piece));
        }
        else
        {
            AddPieces(chunk, start, line, ordinal, isJoinedToDigits: pieces > 1 && hasDigits);
        }

        return ordinal + pieces;
    }

    /// <summary>How many letters the chunk begins with, when it is nothing but a word and maybe a sign that ends it, as nearly all are; 0 for others.</summary>
    private static int LettersOf(ReadOnlySpan<char> chunk)
    {
        var letters = 0;
        while (letters < chunk.Length && char.IsLetter(chunk[letters])) letters++;
        return letters == chunk.Length || (letters == chunk.Length - 1 && s_endings.Contains(chunk[letters])) ? letters : 0;
    }

    private static (int Count, (int Start, int Length) First) CountPieces(ReadOnlySpan<char> chunk)
    {
        var (count, first) = (0, (0, 0));
        for (int from = 0; NextPiece(chunk, from) is { Length: > 0 } piece; from = piece.Start + piece.Length)
        {
            if (count++ == 0) first = piece;
        }

        return (count, first);
    }

    /// <summary>The first piece from a place on; of length 0 where there is none.</summary>
    public static (int Start, int Length) NextPiece(ReadOnlySpan<char> chunk, int from)
    {
        while (from < chunk.Length && !IsOfPiece(chunk[from])) from++;
        var end = from;
        while (end < chunk.Length && IsOfPiece(chunk[end])) end++;
        return (from, end - from);
    }

    private void AddPieces(ReadOnlySpan<char> chunk, int start, int line, int ordinal, bool isJoinedToDigits)
    {
        for (int from = 0; NextPiece(chunk, from) is { Length: > 0 } piece; from = piece.Start + piece.Length)
        {
            var seen = chunk.Slice(piece.Start, piece.Length);
            var word = seen.ContainsAnyExceptInRange('0', '9') ? words.Of(seen) : words.Passing(seen);
            var kind = chunk is "1" ? TokenKind.LoneOne : isJoinedToDigits ? word.KindBesideDigits : word.Kind;
            var after = piece.Start + piece.Length;
            _tokens.Add(new Token(kind, word, new Piece(line, ordinal++, start + piece.Start, piece.Length), IsOpen: IsHyphenAt(chunk, after)));
        }
    }

    /// <summary>Of a number that a sign joins to a word, only the word is one.</summary>
    private void AddPiecesBesideNumbers(ReadOnlySpan<char> chunk, int start, int line, int ordinal)
    {
        for (int from = 0; NextPiece(chunk, from) is { Length: > 0 } piece; from = piece.Start + piece.Length)
        {
            var seen = chunk.Slice(piece.Start, piece.Length);
            var isWord = Protection.IsWordBesideNumber(chunk, piece.Start, piece.Length);
            var kind = isWord ? TokenKind.Word : seen.ContainsAnyInRange('0', '9') ? TokenKind.Number : TokenKind.Other;
            var place = new Piece(line, ordinal++, start + piece.Start, piece.Length);
            _tokens.Add(new Token(kind, isWord ? words.Of(seen) : words.Passing(seen), place, IsOpen: IsHyphenAt(chunk, piece.Start + piece.Length)));
        }
    }

    /// <summary>A hyphen, or at the chunk's end what one is read as.</summary>
    private static bool IsHyphenAt(ReadOnlySpan<char> chunk, int at) => at < chunk.Length && (chunk[at] == '-' || (at == chunk.Length - 1 && IsHyphen(chunk[at])));

    private static bool IsHyphen(char sign) => sign is '-' or '\u2010' or '\u2011' or '\u00AD' or '¬' or '~' or '—';

    private static bool IsSentenceEnd(ReadOnlySpan<char> chunk)
    {
        if (char.IsLetterOrDigit(chunk[^1])) return false;
        chunk = chunk.TrimEnd("\"”’)»");
        return !chunk.IsEmpty && chunk[^1] is '.' or '!' or '?' or ':';
    }

    private void AddBoundary(int line)
    {
        if (_tokens.Count == 0 || _tokens[^1].Kind != TokenKind.Boundary) _tokens.Add(new Token(TokenKind.Boundary, SeenWord.None, new Piece(line, 0, 0, 0)));
    }

    /// <summary>A word whose hyphen ends the line is judged whole, when the next line goes on in small letters.</summary>
    /// <param name="at">The first token of the next line.</param>
    private void JoinBrokenWord(int at, string lineBefore)
    {
        if (at == 0 || at >= _tokens.Count) return;
        var (token, next) = (_tokens[at - 1], _tokens[at]);
        var isBroken = next is { Kind: TokenKind.Word, First.Ordinal: 0 } && next.First.Line == token.First.Line + 1
            && EndsLine(token, lineBefore) && !IsConjunction(next.Lower) && token.Seen.Length + next.Seen.Length <= WordShape.LongestWord;
        if (!isBroken) return;
        _tokens[at - 1] = new Token(TokenKind.Word, words.Of(token.Seen + next.Seen), token.First, next.First, next.IsOpen) { Look = next.Look };
        _tokens.RemoveAt(at);
    }

    private static bool EndsLine(Token token, string line) => token is { Kind: TokenKind.Word, IsOpen: true }
        && line.AsSpan(token.First.Start + token.First.Length).Trim() is [var sign] && IsHyphen(sign)
        && !token.Seen.AsSpan(Math.Min(1, token.Seen.Length)).ContainsAnyInRange('A', 'Z');

    private static bool IsConjunction(string word) => word is "och" or "eller" or "samt" or "respektive" or "till";
}
