using System.Runtime.InteropServices;

namespace Protokollsok.Language;

/// <summary>What stands beside what on the sound pages of one place: neighbouring words, of which one can be taken for another word. Lower case, NFC.</summary>
public sealed class LocalPairs
{
    /// <summary>Stands for any number but a year.</summary>
    public const string Number = "0";

    /// <summary>Stands for any year, beside which other words stand.</summary>
    public const string Year = "1900";

    /// <summary>Stands for the beginning and the end of a sentence.</summary>
    public const string Boundary = ".";

    /// <summary>What stands once beside a word may stand there by mistake, and is one document's own sentence.</summary>
    private const int LeastCount = 2;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, int> _counts = [];

    /// <param name="learnt">How often each pair was met, the two words with a blank between them.</param>
    internal LocalPairs(IEnumerable<KeyValuePair<string, int>> learnt)
    {
        foreach (var (pair, count) in learnt)
        {
            if (count < LeastCount) continue;
            var blank = pair.IndexOf(' ', StringComparison.Ordinal);
            _counts[Key(Numbered(pair[..blank]), Numbered(pair[(blank + 1)..]))] = count;
        }
    }

    /// <summary>Whether nothing is known.</summary>
    public bool IsEmpty => _counts.Count == 0;

    /// <summary>How often the second word was met right after the first; 0 for pairs met once.</summary>
    public int Count(string before, string word) =>
        _numbers.TryGetValue(before, out var first) && _numbers.TryGetValue(word, out var second) ? _counts.GetValueOrDefault(Key(first, second)) : 0;

    private int Numbered(string word)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, word, out var isThere);
        if (!isThere) number = _numbers.Count;
        return number;
    }

    private static ulong Key(int first, int second) => (ulong)(uint)first << 32 | (uint)second;
}
