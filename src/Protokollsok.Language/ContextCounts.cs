namespace Protokollsok.Language;

/// <summary>
/// What stands beside what: pairs and triples of neighbouring words, with absolute discounting, pruned to those that decide most between
/// words that can be confused, and backing-off weights that fit what was kept.
/// </summary>
internal sealed class ContextCounts
{
    private const double Discount = 0.7;
    private const int LeastCount = 2;
    private const int Bits = 21;
    private const ulong Mask = (1ul << Bits) - 1;

    private readonly int[] _text;
    private readonly double[] _counts;
    private readonly double _total;
    private readonly bool[] _confusable;
    private readonly double[] _weights;
    private readonly Dictionary<ulong, double> _pairs = [];
    private readonly Dictionary<ulong, double> _pairWeights = [];

    /// <param name="text">The corpus as numbers of words.</param>
    /// <param name="counts">By number.</param>
    /// <param name="confusable">By number: whether a sequence that holds the word is worth keeping.</param>
    public ContextCounts(int[] text, double[] counts, bool[] confusable)
    {
        (_text, _counts, _confusable) = (text, counts, confusable);
        _total = counts.Sum();
        _weights = new double[counts.Length];
    }

    /// <summary>Counts, prunes, and lays out both tables and the words' backing-off weights.</summary>
    public (uint[] Pairs, uint[] Triples, byte[] Weights) Tables(int mostPairs, int mostTriples)
    {
        KeepPairs(mostPairs);
        var triples = KeepTriples(mostTriples);
        var pairs = _pairs.OrderBy(pair => pair.Key).Select(pair => (
            NgramTable.Key(First(pair.Key), Last(pair.Key)),
            LogScale.OfLogProbability(pair.Value),
            LogScale.OfLogWeight(_pairWeights.GetValueOrDefault(pair.Key))));
        return (NgramTable.Build([.. pairs]), NgramTable.Build(triples), [.. _weights.Select(LogScale.OfLogWeight)]);
    }

    private void KeepPairs(int most)
    {
        var candidates = new List<Candidate>();
        foreach (var (context, followers) in Groups(width: 2))
        {
            double total = followers.Sum(follower => follower.Count), spread = Discount * followers.Count / total;
            foreach (var (word, count) in followers)
            {
                if (count < LeastCount || !(_confusable[(int)context] || _confusable[word])) continue;
                var shorter = spread * Unigram(word);
                candidates.Add(new Candidate(context << Bits | (uint)word, count, ((count - Discount) / total) + shorter, shorter));
            }
        }

        foreach (var kept in Best(candidates, most)) _pairs[kept.Key] = Math.Log(kept.Probability);
        foreach (var group in _pairs.GroupBy(pair => pair.Key >> Bits))
            _weights[(int)group.Key] = Weight(group.Sum(pair => Math.Exp(pair.Value)), group.Sum(pair => Unigram(Last(pair.Key))));
    }

    private (ulong, byte, byte)[] KeepTriples(int most)
    {
        var candidates = new List<Candidate>();
        foreach (var (context, followers) in Groups(width: 3))
        {
            if (!_pairs.ContainsKey(context)) continue;
            double total = followers.Sum(follower => follower.Count), spread = Discount * followers.Count / total;
            foreach (var (word, count) in followers)
            {
                if (count < LeastCount || !(_confusable[First(context)] || _confusable[Last(context)] || _confusable[word])) continue;
                var shorter = spread * AfterOne(Last(context), word);
                candidates.Add(new Candidate(context << Bits | (uint)word, count, ((count - Discount) / total) + shorter, shorter));
            }
        }

        var kept = Best(candidates, most).ToArray();
        foreach (var group in kept.GroupBy(triple => triple.Key >> Bits))
            _pairWeights[group.Key] = Weight(group.Sum(triple => triple.Probability), group.Sum(triple => AfterOne(Last(group.Key), Last(triple.Key))));
        return [.. kept.Select(triple => (
            NgramTable.Key(First(triple.Key >> Bits), Last(triple.Key >> Bits), Last(triple.Key)),
            LogScale.OfLogProbability(Math.Log(triple.Probability)),
            (byte)0))];
    }

    /// <summary>For each context that stands in the text, what follows it: the last word of sequences of a width.</summary>
    private IEnumerable<(ulong Context, List<(int Word, int Count)> Followers)> Groups(int width)
    {
        var sequences = Sequences(width);
        for (var i = 0; i < sequences.Length;)
        {
            var context = sequences[i] >> Bits;
            var followers = new List<(int, int)>();
            while (i < sequences.Length && sequences[i] >> Bits == context)
            {
                var start = i;
                while (i < sequences.Length && sequences[i] == sequences[start]) i++;
                followers.Add((Last(sequences[start]), i - start));
            }

            yield return (context, followers);
        }
    }

    private ulong[] Sequences(int width)
    {
        var sequences = new ulong[Math.Max(0, _text.Length - width + 1)];
        for (var i = 0; i < sequences.Length; i++)
        {
            for (var k = 0; k < width; k++) sequences[i] = sequences[i] << Bits | (uint)_text[i + k];
        }

        Array.Sort(sequences);
        return sequences;
    }

    private double Unigram(int word) => Math.Max(_counts[word], 0.5) / _total;

    private double AfterOne(int before, int word) =>
        _pairs.TryGetValue((ulong)before << Bits | (uint)word, out var log) ? Math.Exp(log) : Math.Exp(_weights[before]) * Unigram(word);

    private static double Weight(double kept, double keptShorter) => Math.Log(Math.Max(1 - kept, 1e-4) / Math.Max(1 - keptShorter, 1e-4));

    private static IEnumerable<Candidate> Best(List<Candidate> candidates, int most) =>
        candidates.OrderByDescending(candidate => candidate.Gain).ThenBy(candidate => candidate.Key).Take(most).OrderBy(candidate => candidate.Key);

    private static int First(ulong pair) => (int)(pair >> Bits & Mask);

    private static int Last(ulong sequence) => (int)(sequence & Mask);

    private readonly record struct Candidate(ulong Key, int Count, double Probability, double Shorter)
    {
        /// <summary>How much likelier the text becomes by keeping it.</summary>
        public double Gain { get; } = Count * Math.Abs(Math.Log(Probability / Shorter));
    }
}
