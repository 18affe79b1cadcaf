namespace Protokollsok.Language;

/// <summary>Which of a corpus's words enter the lexicon.</summary>
internal static class LexiconSelection
{
    /// <summary>A name must stand in this many documents: no private person is in the model.</summary>
    private const int DocumentsOfName = 20;

    /// <summary>A word without å ä ö is taken for a damaged one when the same with them is this many times as common.</summary>
    private const int DamagedRatio = 300;

    private const int LongestWord = 40;

    /// <summary>Bodies, not persons, are named so.</summary>
    private static readonly string[] s_bodies =
    [
        "nämnden", "nämndens", "nämnd", "nämnder", "nämnderna", "utskottet", "utskottets", "styrelsen", "styrelsens", "fullmäktige",
        "fullmäktiges", "förvaltningen", "förvaltningens", "kontoret", "kontorets", "kommun", "kommuns", "kommunen", "kommunens",
        "förbundet", "förbundets", "rådet", "rådets", "beredningen", "beredningens", "revisionen", "verket", "verkets", "myndigheten",
        "myndighetens", "centralen", "centralens", "kommittén", "bolaget", "bolagets",
    ];

    /// <summary>The numbers of the words that enter.</summary>
    public static List<int> Choose(CorpusCounts corpus, int leastCount)
    {
        var words = corpus.Words;
        var best = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i++)
        {
            var folded = ConfusionKeys.Fold(corpus.Spellings[i]);
            if (words[i].Count > best.GetValueOrDefault(folded)) best[folded] = words[i].Count;
        }

        var chosen = new List<int>();
        for (var i = 0; i < words.Length; i++)
        {
            var spelling = corpus.Spellings[i];
            var isDamaged = (long)words[i].Count * DamagedRatio < best[ConfusionKeys.Fold(spelling)];
            var isCommon = words[i].Count >= leastCount && !IsRareName(words[i], spelling);
            if (isCommon && !isDamaged && spelling.Length <= LongestWord && Alphabet.Spells(spelling)) chosen.Add(i);
        }

        return chosen;
    }

    private static bool IsRareName(WordCount word, string spelling) =>
        word.CapitalShare > 0.5 && word.Documents < DocumentsOfName && !s_bodies.Any(body => spelling.EndsWith(body, StringComparison.Ordinal));
}
