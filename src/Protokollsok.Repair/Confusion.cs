namespace Protokollsok.Repair;

/// <summary>One way in which a letter is misread.</summary>
/// <param name="Letter">What was printed, lower case.</param>
/// <param name="Seen">What was read for it, lower case: one character or two.</param>
/// <param name="Share">How often, 0–1, before anything is known of the document.</param>
internal sealed record Confusion(char Letter, string Seen, double Share)
{
    /// <summary>Whether the letter came through.</summary>
    public bool IsSound => Seen.Length == 1 && Seen[0] == Letter;

    /// <summary>Whether the letter only lost its mark, or came through, so that the rest of the word is told by it.</summary>
    public bool IsPlainLoss => Letter is 'å' or 'ä' or 'ö' && (IsSound || Seen is "a" or "o" or "6");

    /// <summary>Whether only a word's first letter is read so, as a capital.</summary>
    public bool BeginsWord { get; init; }

    /// <summary>Whether a word's first letter is never read so: as a capital it has another shape.</summary>
    public bool IsInside { get; init; }

    /// <summary>How often on a page that is otherwise sound, read by an engine that knows Swedish.</summary>
    public double LightShare { get; init; }
}
