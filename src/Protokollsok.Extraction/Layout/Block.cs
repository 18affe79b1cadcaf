namespace Protokollsok.Extraction;

/// <summary>The lines between two headings of one section.</summary>
/// <param name="Section">The number of the section; null before the first and in a document without any.</param>
/// <param name="Heading">What they stand under; null after a section's head, before any heading.</param>
/// <param name="Lines">Without the heading; where text goes on after a heading's colon, that rest is the first of them.</param>
internal sealed record Block(string? Section, Heading? Heading, IReadOnlyList<Line> Lines);
