namespace Protokollsok.Search.Words;

internal static class TextTokenizer
{
    public static List<TextToken> Tokens(string text)
    {
        var tokens = new List<TextToken>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsLetter(text[i])) i = Add(text, i, End(text, i, c => char.IsLetterOrDigit(c)), true, tokens);
            else if (char.IsDigit(text[i])) i = Add(text, i, NumberEnd(text, i), false, tokens);
            else i++;
        }

        return tokens;
    }

    private static int Add(string text, int start, int end, bool word, List<TextToken> tokens)
    {
        var printed = text[start..end];
        tokens.Add(new TextToken(start, end - start, word, word ? printed : string.Concat(printed.Where(c => !char.IsWhiteSpace(c)))));
        return end;
    }

    private static int NumberEnd(string text, int start)
    {
        var end = End(text, start, char.IsDigit);
        if (end - start > 3) return end;
        while (end + 4 <= text.Length && char.IsWhiteSpace(text[end]) && text.AsSpan(end + 1, 3).IndexOfAnyExceptInRange('0', '9') < 0
            && (end + 4 == text.Length || !char.IsDigit(text[end + 4]))) end += 4;
        return end;
    }

    private static int End(string text, int start, Func<char, bool> inside)
    {
        while (start < text.Length && inside(text[start])) start++;
        return start;
    }
}
