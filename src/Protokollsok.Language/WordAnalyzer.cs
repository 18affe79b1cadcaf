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
        forms = Settled(new FormsOf(word.ToLowerInvariant(), this, _inflections, _compounds).Forms());
        _cache.Add(word, forms);
        return forms;
    }

    /// <summary>Whether the lexicon knows these letters (lower case) as a word in any form.</summary>
    public bool IsWord(ReadOnlySpan<char> letters) => letters.Length <= Inflections.LongestWord && _inflections.Find(letters) is { Attested: > 1 };

    /// <summary>
    /// Follows a normal form that is itself a form of another word (<i>öppnar</i>, <i>öppna</i>, <i>öppen</i>), so that whoever asks with the
    /// normal form finds the rest. Of words that point at each other the first in the alphabet is taken.
    /// </summary>
    private WordForms Settled(WordForms forms)
    {
        var seen = new List<string> { forms.Exact };
        var last = forms;
        while (last.Normal != last.Exact && !seen.Contains(last.Normal))
        {
            seen.Add(last.Normal);
            last = new FormsOf(last.Normal, this, _inflections, _compounds).Forms();
        }

        var normal = last.Normal == last.Exact ? last.Normal : seen[seen.IndexOf(last.Normal)..].Min(StringComparer.Ordinal)!;
        if (normal == forms.Normal) return forms;
        return forms with { Normal = normal, Folded = Folding.Fold(normal), Parts = [.. forms.Parts.Where(part => part != normal)] };
    }
}
