using System.Diagnostics;
using System.Text;
using Protokollsok.Language;

namespace Protokollsok.Bench;

/// <summary>What one could take instead of repair, word by word: the commonest word that looks so, and hunspell's first suggestion.</summary>
internal sealed class WordAlternatives
{
    private const string Program = "/usr/bin/hunspell";

    private readonly SwedishModel _model;
    private readonly Dictionary<string, string> _suggested = new(StringComparer.Ordinal);

    public WordAlternatives(SwedishModel model, IEnumerable<string> pages)
    {
        _model = model;
        if (File.Exists(Program)) AskHunspell([.. pages.SelectMany(RepairScore.Words).Select(Core).Where(word => word.Length > 0 && word.All(char.IsLetter)).Distinct(StringComparer.Ordinal)]);
    }

    public bool HasHunspell => _suggested.Count > 0;

    /// <summary>The share of words right, 0–1.</summary>
    public static double Right(List<string> read, List<string> printed, Func<string, string> choose)
    {
        var (words, right) = (0, 0);
        for (var page = 0; page < read.Count; page++)
        {
            var (readWords, printedWords) = (RepairScore.Words(read[page]), RepairScore.Words(printed[page]));
            foreach (var (at, truth) in RepairScore.Pairs(readWords, printedWords))
            {
                words++;
                var core = Core(readWords[at]);
                right += RepairScore.Same(core.Length == 0 ? readWords[at] : readWords[at].Replace(core, choose(core), StringComparison.Ordinal), printedWords[truth]);
            }
        }

        return (double)right / Math.Max(1, words);
    }

    /// <summary>The commonest word of the lexicon that differs in dots and rings only; the word itself, if there is none.</summary>
    public string Unigram(string word)
    {
        var (best, most) = (word, _model.Count(word.ToLowerInvariant()));
        foreach (var other in Lettered(word.ToLowerInvariant(), 0))
        {
            if (_model.Count(other) is var count && count > most) (best, most) = (other, count);
        }

        return best;
    }

    public string Hunspell(string word) => _suggested.GetValueOrDefault(word, word);

    private static string Core(string word) => word.Trim(".,;:!?()\"”’»«-–—•".ToCharArray());

    /// <summary>All ways to put å, ä and ö into the first ten places that could have lost them.</summary>
    private static IEnumerable<string> Lettered(string word, int from)
    {
        var at = word.AsSpan(from).IndexOfAny('a', 'o') is var next and >= 0 ? from + next : -1;
        if (at < 0 || word.Count(letter => letter is 'å' or 'ä' or 'ö') > 3) return [word];
        var choices = word[at] == 'a' ? "aåä" : "oö";
        return choices.SelectMany(letter => Lettered(string.Concat(word.AsSpan(0, at), letter.ToString(), word.AsSpan(at + 1)), at + 1));
    }

    private void AskHunspell(List<string> words)
    {
        var start = new ProcessStartInfo(Program) { RedirectStandardInput = true, RedirectStandardOutput = true, StandardInputEncoding = new UTF8Encoding(false), StandardOutputEncoding = Encoding.UTF8 };
        foreach (var argument in new[] { "-d", "sv_SE", "-i", "UTF-8", "-a" }) start.ArgumentList.Add(argument);
        using var hunspell = Process.Start(start)!;
        var asking = Task.Run(() =>
        {
            foreach (var word in words) hunspell.StandardInput.WriteLine($"^{word}");
            hunspell.StandardInput.Close();
        });
        hunspell.StandardOutput.ReadLine();
        foreach (var word in words)
        {
            while (hunspell.StandardOutput.ReadLine() is { Length: > 0 } answer)
                _suggested[word] = answer[0] == '&' ? answer.Split(": ", 2)[1].Split(", ")[0] : word;
        }

        asking.Wait();
        hunspell.WaitForExit();
    }
}
