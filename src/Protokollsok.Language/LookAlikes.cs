namespace Protokollsok.Language;

/// <summary>Which words can be taken for another word of the lexicon when their å, ä and ö are lost (<i>har</i>, <i>här</i>). For one thread.</summary>
/// <param name="model">What words there are.</param>
public sealed class LookAlikes(SwedishModel model)
{
    /// <summary>So many are remembered; then all are forgotten.</summary>
    private const int MostRemembered = 100_000;

    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>Whether the lexicon holds another word that is the same without å ä ö.</summary>
    /// <param name="word">Lower case; the lexicon need not hold it.</param>
    public bool Has(string word)
    {
        if (_known.TryGetValue(word, out var known)) return known;
        if (_known.Count == MostRemembered) _known.Clear();
        return _known[word] = HasOther(word, 0, model.Root, isOther: false);
    }

    private bool HasOther(string word, int at, WordPrefix reached, bool isOther)
    {
        if (at == word.Length) return isOther && reached.IsEntry && model.CountOf(reached.Number) > 0;
        foreach (var letter in LettersLike(word[at]))
        {
            if (model.TryStep(reached, letter, out var next) && HasOther(word, at + 1, next, isOther || letter != word[at])) return true;
        }

        return model.TryStep(reached, word[at], out var same) && HasOther(word, at + 1, same, isOther);
    }

    private static string LettersLike(char letter) => letter switch
    {
        'a' => "åä",
        'å' => "aä",
        'ä' => "aå",
        'o' => "ö",
        'ö' => "o",
        _ => "",
    };
}
