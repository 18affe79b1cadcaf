namespace Protokollsok.Repair;

/// <summary>A page as its tokens.</summary>
/// <param name="Lines">How many lines it has.</param>
internal sealed record PageTokens(int Lines, IReadOnlyList<Token> Tokens)
{
    /// <summary>Whether any of its words is to be read anew.</summary>
    public bool HasOpenWords => Tokens.Any(token => !token.IsSettled);

    /// <summary>The same, the words of sound lines settled; on lines that lost only some letters also those that can stand.</summary>
    public PageTokens Settled(Condition[] lines, DamageJudge judge) => this with
    {
        Tokens = [.. Tokens.Select(token => token with { IsSettled = IsSettled(token, lines, judge) })],
    };

    private static bool IsSettled(Token token, Condition[] lines, DamageJudge judge) => lines[token.First.Line] switch
    {
        Condition.Damaged => false,
        Condition.Mixed => token.Kind != TokenKind.Word || judge.CanStand(token),
        _ => true,
    };
}
