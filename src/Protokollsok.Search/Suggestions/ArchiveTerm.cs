namespace Protokollsok.Search.Suggestions;

/// <summary>A term that the index holds.</summary>
/// <param name="Entries">How many entries have it; replaced ones may still be counted.</param>
internal readonly record struct ArchiveTerm(string Text, int Entries);
