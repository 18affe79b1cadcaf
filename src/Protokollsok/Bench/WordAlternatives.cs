using Protokollsok.Language;

namespace Protokollsok.Bench;

/// <summary>What one could take instead of repair, word by word: the commonest word that looks so, and hunspell's first suggestion.</summary>
internal sealed class WordAlternatives
{
    /// <summary>Hunspell takes 50 ms for a word that it does not know, so it is asked for so many different words of a text, spread over it.</summary>
    private const int MostAsked = 1_000, Step = 7_919;

    private readonly SwedishModel _model;
    private readonly List<(string Read, string Printed)> _words, _sample;
    private readonly Dictionary<string, string?> _suggested;

    public WordAlternatives(SwedishModel model, IEnumerable<(IReadOnlyList<string> Read, IReadOnlyList<string> Printed)> documents)
    {
        (_model, _words) = (model, [.. documents.SelectMany(document => document.Read.Zip(document.Printed)).SelectMany(Pairs)]);
        _sample = Sample();
        _suggested = Hunspell.Ask(_sample.Select(pair => RepairScore.Core(pair.Read)));
    }

    /// <summary>The share of words right, 0–1; of hunspell not a number where it is not installed.</summary>
    public (double Commonest, double Hunspell) Right()
    {
        var commonest = new Dictionary<string, string>(StringComparer.Ordinal);
        var right = 0;
        foreach (var (read, printed) in _words)
        {
            var word = RepairScore.Core(read);
            if (!commonest.TryGetValue(word, out var common)) common = commonest[word] = Commonest(word);
            if (RepairScore.Same(common, printed)) right++;
        }

        var rightOfHunspell = _sample.Count(pair => RepairScore.Same(_suggested.GetValueOrDefault(RepairScore.Core(pair.Read)) ?? pair.Read, pair.Printed));
        return ((double)right / Math.Max(1, _words.Count), _suggested.Count > 0 ? (double)rightOfHunspell / Math.Max(1, _sample.Count) : double.NaN);
    }

    /// <summary>Words from all over the text, until so many different ones are met.</summary>
    private List<(string Read, string Printed)> Sample()
    {
        var (sample, different) = (new List<(string, string)>(), new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < _words.Count && different.Count < MostAsked; i++)
        {
            var pair = _words[(int)((long)i * Step % _words.Count)];
            sample.Add(pair);
            different.Add(pair.Read);
        }

        return sample;
    }

    public static string Stripped(string page) => page
        .Replace('å', 'a').Replace('ä', 'a').Replace('ö', 'o').Replace('Å', 'A').Replace('Ä', 'A').Replace('Ö', 'O');

    /// <summary>Each printed word with what was read for it, if anything was.</summary>
    private static IEnumerable<(string Read, string Printed)> Pairs((string Read, string Printed) page)
    {
        var (read, printed) = (RepairScore.WordsOf(page.Read), RepairScore.WordsOf(page.Printed));
        return WordAlignment.Of(read, printed).Index().Where(pair => pair.Item >= 0).Select(pair => (read[pair.Index], printed[pair.Item]));
    }

    /// <summary>The commonest word of the lexicon that differs in dots and rings only; the word itself, if there is none.</summary>
    private string Commonest(string word)
    {
        var (best, most) = (word, _model.Count(word.ToLowerInvariant()));
        foreach (var other in Lettered(word.ToLowerInvariant(), 0))
        {
            if (_model.Count(other) is var count && count > most) (best, most) = (other, count);
        }

        return best;
    }

    /// <summary>All ways to put å, ä and ö into the first ten places that could have lost them.</summary>
    private static IEnumerable<string> Lettered(string word, int from)
    {
        var at = word.AsSpan(from).IndexOfAny('a', 'o') is var next and >= 0 ? from + next : -1;
        if (at < 0 || word.Count(letter => letter is 'å' or 'ä' or 'ö') > 3) return [word];
        var choices = word[at] == 'a' ? "aåä" : "oö";
        return choices.SelectMany(letter => Lettered(string.Concat(word.AsSpan(0, at), letter.ToString(), word.AsSpan(at + 1)), at + 1));
    }
}
