namespace Protokollsok.Repair;

/// <summary>A word that is likelier another one than what was read.</summary>
/// <param name="Token">As read.</param>
/// <param name="AsRead">The word as read, as a candidate.</param>
/// <param name="Best">What it is taken for.</param>
/// <param name="Second">The runner-up.</param>
/// <param name="Posterior">Of the best, 0–1.</param>
/// <param name="IsInside">Whether a capital makes a name where it stands.</param>
/// <param name="BeginsSentence">Whether a sentence begins with it.</param>
internal sealed record Choice(Token Token, Candidate AsRead, Candidate Best, Candidate Second, double Posterior, bool IsInside, bool BeginsSentence)
{
    /// <summary>Whether it is taken for a name that no lexicon, place or list knows.</summary>
    public bool IsUnknownName => !Best.IsWord && IsInside && char.IsUpper(Token.Seen[0]);

    /// <summary>How far the surroundings speak for the best among those that look like it, logarithm of odds; 0 where there is none.</summary>
    public double ContextOdds { get; init; }

    /// <summary>How much more the place's own pairs of words say for the best than for the runner-up, logarithm.</summary>
    public double LocalOdds { get; init; }

    /// <summary>Of the best at first sight, 0–1: before the document's own damage and the wider surroundings were asked.</summary>
    public double FirstPosterior { get; init; }

    /// <summary>Of the runner-up, 0–1.</summary>
    public double SecondPosterior { get; init; }

    /// <summary>How many candidates there are, the best and the word as read among them.</summary>
    public int Rivals { get; init; }
}
