namespace Protokollsok.Language.Words;

/// <summary>
/// Cuts text into tokens, for index and query alike. Signs other than § give no token. What a scanner made of letters (<c>R&amp;d</c>,
/// <c>6ppen</c>, <c>#ga</c>) stays in its word; a word that is hyphenated over a line end is one token; a word that only ends in a hyphen
/// (<i>social- och omsorgsnämnden</i>) loses it.
/// </summary>
public static class Tokenizer
{
    /// <summary>The tokens of a text (NFC), in order, without overlaps. Never throws.</summary>
    public static IReadOnlyList<Token> Tokenize(string text)
    {
        var tokens = new List<Token>(text.Length / 6);
        for (var at = 0; at < text.Length;)
        {
            if (Read(text, at) is { } token)
            {
                tokens.Add(token);
                at = token.Start + token.Length;
            }
            else
            {
                at++;
            }
        }

        return tokens;
    }

    private static Token? Read(string text, int at)
    {
        if (text[at] == '§') return SectionMark(text, at);
        if (char.IsAsciiDigit(text[at]))
        {
            var run = WordReader.RunLength(text, at);
            var number = NumberReader.Read(text, at);
            return run == NumberReader.DigitsAt(text, at) && !WordReader.IsHyphenedNumber(text, at, run) || NumberReader.HasUnit(text, at, run)
                ? number
                : WordReader.Read(text, at);
        }

        return WordReader.StartsAt(text, at) ? WordReader.Read(text, at) : null;
    }

    private static Token SectionMark(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && text[end] == '§') end++;
        return new Token(at, end - at, "§", TokenKind.Section);
    }
}
