using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>One way in which the first letters of a word as read lead into the lexicon.</summary>
/// <param name="Position">How many letters as read it takes.</param>
/// <param name="At">Where in the lexicon it ends.</param>
/// <param name="Length">How many letters that is.</param>
/// <param name="Changes">How many confusions it takes.</param>
/// <param name="LogShare">Their likelihood, before anything is known of the document.</param>
internal readonly record struct LexiconReach(int Position, WordPrefix At, int Length, int Changes, double LogShare);
