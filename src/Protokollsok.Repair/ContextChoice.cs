using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>
/// What the surroundings of a place say about the words that may stand there and look alike without å ä ö (<i>har</i>, <i>här</i>), beyond how common each is.
/// The neighbours are taken for what they most likely are.
/// </summary>
internal sealed class ContextChoice(SwedishModel model)
{
    /// <summary>Pairs and triples of words have told a part of it.</summary>
    private const double Trust = 0.7;

    /// <summary>By place and candidate: what is added to the logarithm of its likelihood, and how far the surroundings speak for it beside those that look like it.</summary>
    public (double[][] Logs, double[][] Odds) Of(IReadOnlyList<Token> tokens, List<IReadOnlyList<Candidate>> rows, double[][] posteriors)
    {
        var padded = new Surroundings.Neighbour[tokens.Count + (2 * Surroundings.Reach)];
        Array.Fill(padded, Surroundings.Boundary);
        for (var i = 0; i < tokens.Count; i++) padded[i + Surroundings.Reach] = NeighbourOf(rows[i][Array.IndexOf(posteriors[i], posteriors[i].Max())]);
        var features = new ulong[Surroundings.Count];
        var (logs, odds) = (new double[tokens.Count][], new double[tokens.Count][]);
        for (var i = 0; i < logs.Length; i++)
        {
            (logs[i], odds[i]) = (new double[rows[i].Count], new double[rows[i].Count]);
            if (rows[i].Count < 2) continue;
            Surroundings.Features(padded, i + Surroundings.Reach, features);
            foreach (var alike in rows[i].Index().Where(candidate => candidate.Item.IsKnown && candidate.Item.Word < model.WordCount).GroupBy(candidate => ConfusionKeys.Fold(candidate.Item.Text)).Where(group => group.Count() > 1))
                Weigh([.. alike], features, logs[i], odds[i]);
        }

        return (logs, odds);
    }

    private void Weigh((int Index, Candidate Item)[] alike, ulong[] features, double[] logs, double[] odds)
    {
        var support = Array.ConvertAll(alike, candidate => model.Support(features, candidate.Item.Text));
        var common = Array.ConvertAll(alike, candidate => model.LogProbability(candidate.Item.Word));
        var (total, totalCommon) = (LogSum(support), LogSum(common));
        for (var i = 0; i < alike.Length; i++)
        {
            logs[alike[i].Index] = Trust * (support[i] - total - common[i] + totalCommon);
            odds[alike[i].Index] = ChoiceEvidence.LogOdds(Math.Exp(support[i] - total));
        }
    }

    private static double LogSum(double[] logs) => logs.Max() + Math.Log(logs.Sum(log => Math.Exp(log - logs.Max())));

    private Surroundings.Neighbour NeighbourOf(Candidate candidate)
    {
        if (candidate.Word == model.Number) return Surroundings.Number;
        if (candidate.Word == model.Year) return Surroundings.Year;
        if (candidate.Word == model.Boundary) return Surroundings.Boundary;
        return Surroundings.Of(candidate.Text, candidate.Word < model.WordCount);
    }
}
