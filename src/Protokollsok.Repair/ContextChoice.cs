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

    /// <summary>Which candidates of a place are the same without å ä ö.</summary>
    private readonly List<int> _alike = new(CandidateFinder.Most);

    /// <param name="model">Knows the words.</param>
    /// <param name="row">A page.</param>
    /// <param name="posteriors">How likely its candidates are at first sight.</param>
    /// <param name="pairs">What stands beside what at the place.</param>
    public ContextChoice(SwedishModel model, RowOfWords row, double[] posteriors, LocalPairs pairs)
    {
        _model = model;
        var likeliest = new (int Word, string Text)[row.Candidates.Length];
        for (var i = 0; i < likeliest.Length; i++) likeliest[i] = Likeliest(row.Candidates[i], row.At(i, posteriors));
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
        for (var i = 0; i < candidates.Length - 1; i++)
        {
            if (!IsOfLexicon(candidates[i]) || IsLike(candidates[i], candidates.AsSpan(0, i))) continue;
            _alike.Clear();
            for (var other = i; other < candidates.Length; other++)
            {
                if (IsOfLexicon(candidates[other]) && candidates[other].Folded == candidates[i].Folded) _alike.Add(other);
            }

            if (_alike.Count > 1) WeighAlike(place, first, candidates);
        }
    }

    private bool IsOfLexicon(Candidate candidate) => candidate.IsKnown && candidate.Word < _model.WordCount;

    private bool IsLike(Candidate candidate, ReadOnlySpan<Candidate> others)
    {
        foreach (var other in others)
        {
            if (IsOfLexicon(other) && other.Folded == candidate.Folded) return true;
        }

        return false;
    }

    private void WeighAlike(int place, int first, Candidate[] candidates)
    {
        var shares = _surroundings.LogShares(place, _alike.ConvertAll(candidate => candidates[candidate].Text));
        Span<double> common = stackalloc double[_alike.Count];
        double all = 0;
        for (var i = 0; i < common.Length; i++) all += common[i] = Math.Exp(_model.LogProbability(candidates[_alike[i]].Word));
        var logAll = Math.Log(all);
        for (var i = 0; i < common.Length; i++)
        {
            Logs[first + _alike[i]] = Trust * (shares[i] - Math.Log(common[i]) + logAll);
            Odds[first + _alike[i]] = ChoiceEvidence.LogOdds(Math.Exp(shares[i]));
        }
    }
}
