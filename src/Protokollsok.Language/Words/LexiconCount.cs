namespace Protokollsok.Language.Words;

/// <summary>How often a lower-case word stands in the corpus; 0 for one that the lexicon does not hold. Must be thread-safe and quick: the
/// analysis of one unseen word asks it a hundred times.</summary>
public delegate int LexiconCount(ReadOnlySpan<char> word);
