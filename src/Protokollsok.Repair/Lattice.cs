using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>
/// A place in a row of words: the words that may stand there, and how likely each is by itself (logarithm, spelling and misreading).
/// </summary>
/// <param name="Words">Numbers of the model.</param>
internal sealed record LatticePlace(int[] Words, double[] LogOwn);

/// <summary>
/// Weighs the words of a row against one another by what stands before and after them: forward–backward over pairs of neighbours
/// with the model's triples.
/// </summary>
internal sealed class Lattice(SwedishModel model, IReadOnlyList<LatticePlace> row)
{
    /// <summary>For each place, how likely each of its words is, 0–1; they sum to 1.</summary>
    public double[][] Posteriors()
    {
        var forward = Forward();
        var backward = Backward();
        var posteriors = new double[row.Count][];
        for (var i = 0; i < row.Count; i++) posteriors[i] = Posterior(forward[i], backward[i], row[i].Words.Length);
        return posteriors;
    }

    /// <summary>By place, then by the word before × words + the word: all ways that lead there.</summary>
    private double[][] Forward()
    {
        var forward = new double[row.Count][];
        for (var i = 0; i < row.Count; i++)
        {
            var (here, before, beforeThat) = (row[i], WordsAt(i - 1), WordsAt(i - 2));
            var sums = forward[i] = new double[before.Length * here.Words.Length];
            var ways = new double[beforeThat.Length];
            for (var b = 0; b < before.Length; b++)
            {
                for (var c = 0; c < here.Words.Length; c++)
                {
                    for (var a = 0; a < beforeThat.Length; a++)
                        ways[a] = (i > 0 ? forward[i - 1][(a * before.Length) + b] : 0) + LogNext(beforeThat, a, before, b, here.Words, c);
                    sums[(b * here.Words.Length) + c] = LogSum(ways) + here.LogOwn[c];
                }
            }
        }

        return forward;
    }

    /// <summary>Indexed like the forward sums: all ways that lead on.</summary>
    private double[][] Backward()
    {
        var backward = new double[row.Count][];
        for (var i = row.Count - 1; i >= 0; i--)
        {
            var (here, before) = (row[i].Words, WordsAt(i - 1));
            var sums = backward[i] = new double[before.Length * here.Length];
            if (i == row.Count - 1) continue;
            var next = row[i + 1];
            var ways = new double[next.Words.Length];
            for (var b = 0; b < before.Length; b++)
            {
                for (var c = 0; c < here.Length; c++)
                {
                    for (var d = 0; d < next.Words.Length; d++)
                        ways[d] = backward[i + 1][(c * next.Words.Length) + d] + next.LogOwn[d] + LogNext(before, b, here, c, next.Words, d);
                    sums[(b * here.Length) + c] = LogSum(ways);
                }
            }
        }

        return backward;
    }

    /// <summary>Where nothing is to be chosen, likelihood changes nothing and is not asked for.</summary>
    private double LogNext(int[] beforeThat, int a, int[] before, int b, int[] here, int c) =>
        beforeThat.Length == 1 && before.Length == 1 && here.Length == 1 ? 0 : model.LogProbability(beforeThat[a], before[b], here[c]);

    private int[] WordsAt(int place) => place >= 0 ? row[place].Words : [model.Boundary];

    private static double[] Posterior(double[] forward, double[] backward, int words)
    {
        var logs = new double[forward.Length];
        for (var i = 0; i < logs.Length; i++) logs[i] = forward[i] + backward[i];
        var total = LogSum(logs);
        var posterior = new double[words];
        for (var i = 0; i < logs.Length; i++) posterior[i % words] += Math.Exp(logs[i] - total);
        return posterior;
    }

    private static double LogSum(ReadOnlySpan<double> logs)
    {
        if (logs.Length == 1) return logs[0];
        var most = double.NegativeInfinity;
        foreach (var log in logs) most = Math.Max(most, log);
        double sum = 0;
        foreach (var log in logs) sum += Math.Exp(log - most);
        return most + Math.Log(sum);
    }
}
