namespace Protokollsok.Repair;

/// <summary>
/// How readily one document takes one mark for another, as its words show. A word is judged by the others only, and the same form counts
/// once: else one rare word that is like a common one would prove itself.
/// </summary>
internal sealed class StrayEvidence
{
    /// <summary>Doubtful words are no witnesses: on a sound page all that there is are doubtful ones.</summary>
    private const double LeastSure = 0.9;

    private readonly Dictionary<string, double[]> _byForm = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ConfusionWeights> _weights = new(StringComparer.Ordinal);
    private readonly Dictionary<char, int> _sound = [];

    /// <param name="pages">With the words in doubt open.</param>
    /// <param name="rows">Their candidates.</param>
    /// <param name="posteriors">How likely these are at first sight.</param>
    public StrayEvidence(List<Token[]> pages, List<List<IReadOnlyList<Candidate>>> rows, List<double[][]> posteriors)
    {
        for (var page = 0; page < pages.Count; page++)
        {
            for (var i = 0; i < pages[page].Length; i++)
            {
                var token = pages[page][i];
                if (token.IsSettled) CountSound(token.Lower);
                else _byForm[token.Lower] = Expected(rows[page][i], posteriors[page][i]);
            }
        }
    }

    /// <summary>What the document's other words say of the damage.</summary>
    public ConfusionWeights WeightsFor(Token token)
    {
        if (token.IsSettled) return ConfusionWeights.Light;
        if (_weights.TryGetValue(token.Lower, out var known)) return known;
        var sum = new double[ConfusionTable.All.Length];
        foreach (var (form, expected) in _byForm)
        {
            if (form == token.Lower) continue;
            for (var i = 0; i < sum.Length; i++) sum[i] += expected[i];
        }

        return _weights[token.Lower] = ConfusionWeights.Light.Learnt(sum, _sound);
    }

    private static double[] Expected(IReadOnlyList<Candidate> candidates, double[] posteriors)
    {
        var expected = new double[ConfusionTable.All.Length];
        for (var i = 0; i < candidates.Count; i++)
        {
            if (posteriors[i] < LeastSure) continue;
            foreach (var confusion in candidates[i].Confusions) expected[confusion]++;
        }

        return expected;
    }

    private void CountSound(string word)
    {
        foreach (var letter in word)
        {
            if (MarkVariants.IsMarked(letter)) _sound[letter] = _sound.GetValueOrDefault(letter) + 1;
        }
    }
}
