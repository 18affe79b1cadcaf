namespace Protokollsok.Language;

/// <summary>The words of one place: how often they stand on its own sound pages, beside which others, and those that somebody listed by hand. Lower case, NFC.</summary>
public sealed class LocalWords
{
    /// <summary>A listed word counts as if it had been met this often.</summary>
    private const int CountOfListed = 20;

    /// <summary>A word met once may be a misread one.</summary>
    private const int LeastCount = 2;

    private const int LongestWord = 40;

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    private LocalWords(IEnumerable<KeyValuePair<string, int>> learnt, IEnumerable<KeyValuePair<string, int>> pairs, IEnumerable<string> listed)
    {
        Pairs = new LocalPairs(pairs);
        foreach (var (word, count) in learnt)
        {
            Total += count;
            if (count >= LeastCount && word.Length <= LongestWord) _counts[word] = count;
        }

        foreach (var word in listed) _counts[word] = _counts.GetValueOrDefault(word) + CountOfListed;
    }

    private LocalWords(LocalWords learnt, IEnumerable<string> listed)
    {
        (Total, Pairs, _counts) = (learnt.Total, learnt.Pairs, new Dictionary<string, int>(learnt._counts, StringComparer.Ordinal));
        foreach (var word in listed) _counts[word] = _counts.GetValueOrDefault(word) + CountOfListed;
    }

    /// <summary>No place: nothing is known.</summary>
    public static LocalWords None { get; } = new([], [], []);

    /// <summary>How many words its sound pages hold, repeats included.</summary>
    public long Total { get; }

    /// <summary>What stands beside what on its sound pages.</summary>
    public LocalPairs Pairs { get; }

    /// <summary>Every word with its count.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <param name="learnt">How often each word stands on sound pages.</param>
    /// <param name="list">A list by hand: names and abbreviations, one or more words a line; what follows <c>#</c> is a remark.</param>
    public static LocalWords Of(LearntWords? learnt, IEnumerable<string> list) =>
        new(learnt?.Counts ?? [], learnt?.Pairs ?? [], list.SelectMany(WordsOf).Distinct(StringComparer.Ordinal));

    /// <summary>These and listed ones: cheap beside counting all anew.</summary>
    /// <param name="list">As for <see cref="Of"/>.</param>
    public LocalWords With(IEnumerable<string> list) => new(this, list.SelectMany(WordsOf).Distinct(StringComparer.Ordinal));

    /// <summary>How often the word (lower case) was met, listed ones as often as it takes; 0 for others.</summary>
    public int Count(string word) => _counts.GetValueOrDefault(word);

    private static IEnumerable<string> WordsOf(string line)
    {
        var text = Documents.Nfc.Of(line).Split('#')[0].ToLowerInvariant();
        for (int i = 0, start = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetter(text[i])) continue;
            if (i - start > 1) yield return text[start..i];
            start = i + 1;
        }
    }
}
