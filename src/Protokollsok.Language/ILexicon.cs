namespace Protokollsok.Language;

/// <summary>Numbered words that can be walked letter by letter.</summary>
public interface ILexicon
{
    /// <summary>The words, to be walked from <see cref="Root"/>.</summary>
    LexiconWalk Walk { get; }

    /// <summary>The empty prefix, from which all words are spelled.</summary>
    WordPrefix Root { get; }

    /// <summary>Whether compounds begin, or go on, with the entry of that number.</summary>
    bool CanBeginCompound(int number);
}
