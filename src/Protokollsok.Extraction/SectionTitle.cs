namespace Protokollsok.Extraction;

/// <summary>A section's head with its title, read over its lines.</summary>
/// <param name="Head">Its number.</param>
/// <param name="Title">Joined; null if there is none.</param>
/// <param name="LastLine">Index of the last line of the head.</param>
/// <param name="BodyAt">Where on the head's own line the text begins, if it is no title but a sentence; else -1.</param>
internal sealed record SectionTitle(SectionHead Head, string? Title, int LastLine, int BodyAt = -1);
