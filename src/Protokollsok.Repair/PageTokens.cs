namespace Protokollsok.Repair;

/// <summary>A page as its tokens.</summary>
/// <param name="Lines">How many lines it has.</param>
internal sealed record PageTokens(int Lines, Token[] Tokens)
{
    /// <summary>Whether any of its words is to be read anew.</summary>
    public bool HasOpenWords => Array.Exists(Tokens, token => !token.IsSettled);

    /// <summary>Settles the words of sound lines; on lines that lost only some letters also those that can stand.</summary>
    public void Settle(ReadOnlySpan<Condition> lines, DamageJudge judge)
    {
        foreach (ref var token in Tokens.AsSpan())
        {
            var isSettled = IsSettled(token, lines, judge);
            if (isSettled != token.IsSettled) token = token with { IsSettled = isSettled };
        }
    }

    private static bool IsSettled(in Token token, ReadOnlySpan<Condition> lines, DamageJudge judge) => !token.Word.HasLostLetter && lines[token.First.Line] switch
    {
        Condition.Damaged => false,
        Condition.Mixed => token.Kind != TokenKind.Word || judge.CanStand(token),
        _ => true,
    };
}
