namespace Protokollsok.Repair;

/// <summary>Divides a page into tokens and decides which of them repair may look at.</summary>
internal static class Tokenizer
{
    /// <summary>What a number is often joined to (<c>6st</c>, <c>4an</c>): never a word that begins with a misread letter.</summary>
    private static readonly HashSet<string> s_units = new(StringComparer.Ordinal)
    {
        "a", "b", "c", "d", "e", "f", "g", "h", "k", "m", "p", "s", "t", "v", "x", "an", "ans", "or", "orna", "de", "te", "nde", "ra",
        "st", "kr", "kg", "km", "cm", "mm", "dl", "cl", "ml", "mg", "ha", "kv", "kvm", "tim", "min", "sek", "mån", "man", "år", "ar", "dag",
        "dagar", "tkr", "mkr", "mnkr", "mdkr", "tsek", "msek", "pers", "ggr", "gr", "kw", "kwh", "mw", "mwh", "gwh", "hp", "tr", "ton", "kap",
        "hk", "db", "hz", "rum", "rok",
    };

    /// <summary>An ö at a word's end is read as 6 (<c>milj6</c>); after fewer letters it is a number (<c>nr6</c>).</summary>
    private const int ShortestBeforeSix = 3;

    public static List<Token> Tokens(IReadOnlyList<string> lines)
    {
        var tokens = new List<Token>();
        for (var line = 0; line < lines.Count; line++)
        {
            var text = lines[line].AsSpan().Trim();
            if (text.IsEmpty || !(char.IsLower(text[0]) || ConfusionTable.IsSeenForLetter(text[0]))) AddBoundary(tokens, line);
            AddLine(tokens, lines[line], line);
        }

        return JoinBrokenWords(tokens, lines);
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

    private static bool IsOfPiece(char c) => char.IsLetterOrDigit(c) || c is '&' or '#';

    private static void AddLine(List<Token> tokens, string text, int line)
    {
        var pieces = Pieces(text, line);
        var next = 0;
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && !char.IsWhiteSpace(text[i])) i++;
            var first = next;
            while (next < pieces.Count && pieces[next].Start < i) next++;
            AddChunk(tokens, text, start, i, pieces[first..next]);
            if (IsSentenceEnd(text.AsSpan(start, i - start))) AddBoundary(tokens, line);
        }
    }

    private static void AddChunk(List<Token> tokens, string text, int start, int end, List<Piece> pieces)
    {
        var chunk = text.AsSpan(start, end - start);
        if (pieces.Count == 0) return;
        if (Protection.Covers(chunk))
        {
            tokens.Add(new Token(chunk.ContainsAnyInRange('0', '9') ? TokenKind.Number : TokenKind.Other, chunk.ToString(), pieces[0]));
            return;
        }

        foreach (var piece in pieces)
        {
            var seen = text.Substring(piece.Start, piece.Length);
            var after = piece.Start + piece.Length;
            var isOpen = after < text.Length && text[after] == '-';
            tokens.Add(new Token(KindOf(seen, chunk, pieces.Count), seen, piece, IsOpen: isOpen));
        }
    }

    private static TokenKind KindOf(string seen, ReadOnlySpan<char> chunk, int pieces)
    {
        var letters = seen.Count(char.IsLetter);
        if (seen == "1") return chunk is "1" ? TokenKind.LoneOne : TokenKind.Number;
        if (letters == 0) return seen.Any(char.IsDigit) ? TokenKind.Number : TokenKind.Other;
        if (letters == seen.Length) return letters > 1 && HasPlainCase(seen) ? TokenKind.Word : TokenKind.Other;
        if (IsMisreadWord(seen, letters) && (pieces == 1 || !chunk.ContainsAnyInRange('0', '9'))) return TokenKind.Word;
        return seen.Any(char.IsDigit) ? TokenKind.Number : TokenKind.Other;
    }

    /// <summary>
    /// Letters with one or two signs that stand for letters: <c>f6ljande</c>, <c>&amp;r</c>, <c>#ga</c>; never a number and its unit.
    /// </summary>
    private static bool IsMisreadWord(string seen, int letters)
    {
        var signs = seen.Length - letters;
        var isSmall = seen.Skip(1).All(c => !char.IsUpper(c));
        var onlySigns = seen.All(c => char.IsLetter(c) || ConfusionTable.IsSeenForLetter(c));
        var isUnit = char.IsDigit(seen[0]) && s_units.Contains(seen.TrimStart('0', '1', '4', '6', '8').ToLowerInvariant());
        var endsInNumber = char.IsDigit(seen[^1]) && !(seen is [.., not ('1' or '4' or '6'), '6'] && letters >= ShortestBeforeSix) && seen is not "i1";
        return isSmall && onlySigns && !isUnit && !endsInNumber && signs <= letters && signs <= 3;
    }

    /// <summary>
    /// Small, capitalised, or all capitals; other mixtures are names of systems and firms, but for an å, ä or ö read as a capital (<c>pA</c>, <c>fOr</c>).
    /// </summary>
    private static bool HasPlainCase(string seen) =>
        seen.Skip(1).All(c => !char.IsUpper(c)) || seen.All(char.IsUpper) || ConfusionTable.HasOddCapital(seen);

    private static bool IsSentenceEnd(ReadOnlySpan<char> chunk)
    {
        chunk = chunk.TrimEnd("\"”’)»");
        return !chunk.IsEmpty && chunk[^1] is '.' or '!' or '?' or ':';
    }

    private static void AddBoundary(List<Token> tokens, int line)
    {
        if (tokens.Count == 0 || tokens[^1].Kind != TokenKind.Boundary) tokens.Add(new Token(TokenKind.Boundary, "", new Piece(line, 0, 0, 0)));
    }

    /// <summary>A word whose hyphen ends the line is judged whole, when the next line goes on in small letters.</summary>
    private static List<Token> JoinBrokenWords(List<Token> tokens, IReadOnlyList<string> lines)
    {
        var joined = new List<Token>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            var next = i + 1 < tokens.Count ? tokens[i + 1] : null;
            var isBroken = next is { Kind: TokenKind.Word, First.Ordinal: 0 } && next.First.Line == token.First.Line + 1
                && EndsLine(token, lines[token.First.Line]) && !IsConjunction(next.Lower);
            if (isBroken && next is not null)
            {
                joined.Add(new Token(TokenKind.Word, token.Seen + next.Seen, token.First, next.First, next.IsOpen));
                i++;
            }
            else
            {
                joined.Add(token);
            }
        }

        return joined;
    }

    private static bool EndsLine(Token token, string line) => token is { Kind: TokenKind.Word, IsOpen: true }
        && line.AsSpan(token.First.Start + token.First.Length).Trim() is "-"
        && !token.Seen.AsSpan(Math.Min(1, token.Seen.Length)).ContainsAnyInRange('A', 'Z');

    private static bool IsConjunction(string word) => word is "och" or "eller" or "samt" or "respektive" or "till";
}
