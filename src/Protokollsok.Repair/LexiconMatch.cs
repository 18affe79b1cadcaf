namespace Protokollsok.Repair;

/// <summary>An entry of the lexicon that a stretch of a word as read may have been.</summary>
/// <param name="End">Where the stretch ends in the word as read.</param>
/// <param name="Text">The entry.</param>
/// <param name="Entry">Its number.</param>
/// <param name="Confusions">By number.</param>
/// <param name="LogShare">The confusions' likelihood before anything is known of the document.</param>
internal sealed record LexiconMatch(int End, string Text, int Entry, byte[] Confusions, double LogShare);
