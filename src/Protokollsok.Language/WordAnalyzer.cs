namespace Protokollsok.Language;

/// <summary>The one analysis of Swedish words, for index and query alike. (Signature only: the room's owner fills it in.)</summary>
public sealed class WordAnalyzer(SwedishModel model)
{
    /// <summary>The forms of one word (letters only; numbers and signs are the tokenizer's matter). Thread-safe.</summary>
    public WordForms Analyze(string word)
    {
        _ = model;
        var exact = word.ToLowerInvariant();
        return new WordForms(exact, exact, [], exact);
    }
}
