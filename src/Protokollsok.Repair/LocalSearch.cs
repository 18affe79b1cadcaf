using System.Buffers;
using System.Text;
using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>Finds the words of the place that a word as read may have been.</summary>
internal sealed class LocalSearch
{
    /// <summary>So many words are thought of beside those met.</summary>
    private const double UnseenWords = 5_000;

    /// <summary>Letters that carry marks, and what is read for them.</summary>
    private static readonly SearchValues<char> s_changing = SearchValues.Create("åäöaodéáóôi14#&60AOG");

    private readonly LocalWords _words;
    private readonly ILookup<string, string> _byFrame;

    public LocalSearch(LocalWords words) => (_words, _byFrame) = (words, words.Counts.Keys.ToLookup(FrameOf, StringComparer.Ordinal));

    /// <summary>Each with the likeliest confusions that explain it, and how often the place has it.</summary>
    public IEnumerable<(string Text, byte[] Confusions, int Count)> Find(string seen)
    {
        if (_words.Counts.Count == 0) yield break;
        foreach (var word in _byFrame[FrameOf(seen)])
        {
            if (ConfusionTable.Explanation(seen, word) is { } confusions) yield return (word, confusions, _words.Count(word));
        }
    }

    public int Count(string word) => _words.Count(word);

    /// <summary>How likely the place's unknown words are this one, logarithm: beside those met there are others.</summary>
    public double LogShare(int count) => Math.Log((count + 0.5) / (UnseenWords + _words.Total));

    /// <summary>What no loss of marks changes: the word without the letters that come and go.</summary>
    private static string FrameOf(string word)
    {
        var frame = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            if (!s_changing.Contains(letter)) frame.Append(letter);
        }

        return frame.ToString();
    }
}
