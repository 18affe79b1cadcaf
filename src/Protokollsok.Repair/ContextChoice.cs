using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>
/// What the surroundings of each place say about the words that may stand there and look alike without å ä ö (<i>har</i>, <i>här</i>), beyond how common each is.
/// The neighbours are taken for what they most likely are.
/// </summary>
internal sealed class ContextChoice
{
    /// <summary>Pairs and triples of words have told a part of it.</summary>
    private const double Trust = 0.7;

    private readonly SwedishModel _model;
    private readonly Surroundings _surroundings;
    private readonly LocalNeighbours? _neighbours;

    /// <param name="model">Knows the words.</param>
    /// <param name="row">A page.</param>
    /// <param name="posteriors">How likely its candidates are at first sight.</param>
    /// <param name="pairs">What stands beside what at the place.</param>
    public ContextChoice(SwedishModel model, RowOfWords row, double[] posteriors, LocalPairs pairs)
    {
        _model = model;
        var likeliest = row.Candidates.Select((candidates, i) => Likeliest(candidates, row.At(i, posteriors))).ToArray();
        _surroundings = new Surroundings(model, likeliest, Array.ConvertAll(row.Tokens, token => PlaceLook.Of(token.Seen) with { Sign = token.Look.Sign }));
        if (!pairs.IsEmpty) _neighbours = new LocalNeighbours(model, pairs, likeliest);
        (Logs, Odds, LocalLogs) = (new double[posteriors.Length], new double[posteriors.Length], new double[posteriors.Length]);
        for (int i = 0, first = 0; i < row.Candidates.Length; first += row.Candidates[i].Length, i++)
        {
            if (row.Candidates[i].Length < 2) continue;
            Weigh(i, first, row.Candidates[i]);
            if (_neighbours is not null) AddLocal(i, first, row.Candidates[i]);
        }
    }

    /// <summary>What is added to the logarithm of a candidate's likelihood; by token, then by candidate.</summary>
    public double[] Logs { get; }

    /// <summary>How far the surroundings speak for a candidate beside those that look like it, logarithm of odds; 0 where there is none.</summary>
    public double[] Odds { get; }

    /// <summary>The part of <see cref="Logs"/> that the place's own pairs of words say.</summary>
    public double[] LocalLogs { get; }

    private void AddLocal(int place, int first, Candidate[] candidates)
    {
        for (var i = 0; i < candidates.Length; i++)
        {
            LocalLogs[first + i] = _neighbours!.Log(place, candidates[i]);
            Logs[first + i] += LocalLogs[first + i];
        }
    }

    private static (int Word, string Text) Likeliest(Candidate[] candidates, ReadOnlySpan<double> posteriors)
    {
        var best = 0;
        for (var i = 1; i < posteriors.Length; i++)
        {
            if (posteriors[i] > posteriors[best]) best = i;
        }

        return (candidates[best].Word, candidates[best].Text);
    }

    private void Weigh(int place, int first, Candidate[] candidates)
    {
        var known = candidates.Index().Where(candidate => candidate.Item.IsKnown && candidate.Item.Word < _model.WordCount);
        foreach (var group in known.GroupBy(candidate => ConfusionKeys.Fold(candidate.Item.Text), StringComparer.Ordinal))
        {
            var alike = group.ToList();
            if (alike.Count < 2) continue;
            var shares = _surroundings.LogShares(place, alike.ConvertAll(candidate => candidate.Item.Text));
            var common = alike.ConvertAll(candidate => Math.Exp(_model.LogProbability(candidate.Item.Word)));
            var logAll = Math.Log(common.Sum());
            for (var i = 0; i < alike.Count; i++)
            {
                Logs[first + alike[i].Index] = Trust * (shares[i] - Math.Log(common[i]) + logAll);
                Odds[first + alike[i].Index] = ChoiceEvidence.LogOdds(Math.Exp(shares[i]));
            }
        }
    }
}
