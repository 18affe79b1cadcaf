using Protokollsok.Language.Words;

namespace Protokollsok.Language;

/// <summary>The one analysis of Swedish words, for index and query alike. Thread-safe; remembers what it was asked.</summary>
public sealed class WordAnalyzer
{
    private const int Remembered = 200_000;

    private readonly Inflections _inflections;
    private readonly Compounds _compounds;
    private readonly BoundedCache<WordForms> _cache = new(Remembered);

    /// <summary>Analyses with a model's lexicon.</summary>
    public WordAnalyzer(SwedishModel model)
        : this(model.Count)
    {
    }

    /// <summary>Analyses with any lexicon.</summary>
    public WordAnalyzer(LexiconCount count)
    {
        _inflections = new Inflections(count);
        _compounds = new Compounds(_inflections);
    }

    /// <summary>
    /// The forms of one word, NFC, in any case. A word with hyphens is analysed piece by piece; what holds digits or signs (<c>6ppen</c>)
    /// stays as it is. Never throws.
    /// </summary>
    public WordForms Analyze(string word)
    {
        if (_cache.TryGet(word, out var forms)) return forms;
        forms = new FormsOf(word.ToLowerInvariant(), this, _inflections, _compounds).Forms();
        _cache.Add(word, forms);
        return forms;
    }
}
