namespace Protokollsok.Search.Entries;

/// <summary>What stands beside a span of an entry's text: as read where it was repaired, or what repair suggests.</summary>
/// <param name="Start">0-based, UTF-16 units of the entry's text.</param>
/// <param name="Length">In UTF-16 units.</param>
/// <param name="Text">The other text.</param>
internal readonly record struct ReadVariant(int Start, int Length, string Text);
