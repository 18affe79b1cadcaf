namespace Protokollsok.Repair;

/// <summary>What a token's place says about its capital.</summary>
internal static class Sentence
{
    /// <summary>Whether a capital makes a name here: after a word. After a number or an abbreviation titles and rows of lists begin as well.</summary>
    public static bool ShowsNames(ReadOnlySpan<Token> tokens, int at) => at > 0 && tokens[at - 1].Kind == TokenKind.Word;

    /// <summary>Whether a sentence begins here, or a line's title after its number.</summary>
    public static bool Begins(ReadOnlySpan<Token> tokens, int at) =>
        IsBorder(tokens, at - 1) || (tokens[at - 1].Kind == TokenKind.Number && IsBorder(tokens, at - 2));

    private static bool IsBorder(ReadOnlySpan<Token> tokens, int at) => at < 0 || tokens[at].Kind == TokenKind.Boundary;
}
