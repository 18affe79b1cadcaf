namespace Protokollsok.Language.Words;

/// <summary>A word of the lexicon with its inflection.</summary>
/// <param name="Normal">Its normal form.</param>
/// <param name="Class"><see langword="null"/> for a word without inflection, or attested in this one form only.</param>
/// <param name="Mass">How often all its forms together stand in the corpus.</param>
/// <param name="Score">The evidence for it: higher is better, comparable between readings of one word.</param>
/// <param name="Attested">How many slots of its paradigm are attested; 1 is no proof of inflection.</param>
/// <param name="Paradigm">How it inflects; <see langword="null"/> for an irregular or uninflected word.</param>
internal sealed record Lexeme(string Normal, WordClass? Class, long Mass, double Score, int Attested, Paradigm? Paradigm)
{
    /// <summary>Stands for "no such word" in the cache.</summary>
    public static readonly Lexeme None = new("", null, 0, 0, 0, null);
}
