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

    /// <summary>What all forms show together; whole numbers, so that taking one away leaves exactly the others.</summary>
    private readonly double[] _all = new double[ConfusionTable.All.Length];

    private readonly Dictionary<string, ConfusionWeights> _weights = new(StringComparer.Ordinal);
    private readonly Dictionary<char, int> _sound = [];

    /// <param name="pages">All pages.</param>
    /// <param name="rows">Those with words in doubt, which are open there.</param>
    /// <param name="posteriors">How likely these are at first sight.</param>
    public StrayEvidence(List<Token[]> pages, List<RowOfWords?> rows, List<double[]?> posteriors)
    {
        for (var page = 0; page < pages.Count; page++)
        {
            var row = rows[page];
            var tokens = row is null ? pages[page] : row.Tokens;
            for (var i = 0; i < tokens.Length; i++)
            {
                if (row is not null && !tokens[i].IsSettled) _byForm[tokens[i].Lower] = Expected(row.Candidates[i], row.At(i, posteriors[page]!));
                else CountSound(tokens[i].Lower);
            }
        }

        foreach (var expected in _byForm.Values)
        {
            for (var i = 0; i < expected.Length; i++) _all[i] += expected[i];
        }
    }

    /// <summary>What the document's other words say of the damage.</summary>
    public ConfusionWeights WeightsFor(Token token)
    {
        if (token.IsSettled) return ConfusionWeights.Light;
        if (_weights.TryGetValue(token.Lower, out var known)) return known;
        double[] others = [.. _all.Zip(_byForm[token.Lower], (all, own) => all - own)];
        return _weights[token.Lower] = ConfusionWeights.Light.Learnt(others, _sound);
    }

    private static double[] Expected(Candidate[] candidates, ReadOnlySpan<double> posteriors)
    {
        var expected = new double[ConfusionTable.All.Length];
        for (var i = 0; i < candidates.Length; i++)
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
