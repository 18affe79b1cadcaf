namespace Protokollsok.Search.Words;

/// <summary>
/// The terms of words met before: texts repeat their words, and few are analysed twice. Each word has one place and takes it from whoever
/// stands there, so it never grows, is never emptied, and needs no lock: a dictionary of all words cost more than cutting the text. Thread-safe.
/// </summary>
internal sealed class KnownTerms
{
    private const int Places = 1 << 18;

    private readonly WordTerms?[] _places = new WordTerms?[Places];

    /// <summary>Null where it was never met, or another has its place.</summary>
    public WordTerms? Find(string word) =>
        Volatile.Read(ref _places[PlaceOf(word)]) is { } known && known.Exact == word ? known : null;

    public WordTerms Add(WordTerms terms)
    {
        Volatile.Write(ref _places[PlaceOf(terms.Exact)], terms);
        return terms;
    }

    private static int PlaceOf(string word)
    {
        var hash = 17u;
        foreach (var letter in word) hash = (hash * 31) + letter;
        hash ^= hash >> 15;
        hash *= 0x2C1B3C6D;
        return (int)((hash ^ (hash >> 13)) & (Places - 1));
    }
}
