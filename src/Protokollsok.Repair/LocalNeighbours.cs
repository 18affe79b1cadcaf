using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>
/// What the place's own sound pages say about the words that may stand somewhere, by the words before and after it, beyond what the model of Swedish says by them.
/// They are taken for what they most likely are.
/// </summary>
/// <param name="model">Its likelihoods count as if the place had shown them on <see cref="Prior"/> places.</param>
/// <param name="pairs">What stands beside what at the place.</param>
/// <param name="likeliest">By token: what it most likely is, its number and in lower case.</param>
internal sealed class LocalNeighbours(SwedishModel model, LocalPairs pairs, (int Word, string Text)[] likeliest)
{
    private const double Prior = 500;

    /// <summary>The other words to each side have told a part of it.</summary>
    private const double Trust = 0.7;

    /// <summary>Adds to each candidate's likelihood, logarithm.</summary>
    public void Add(int place, Candidate[] candidates, Span<double> logs)
    {
        var (before, after) = (At(place - 1), At(place + 1));
        for (var i = 0; i < candidates.Length; i++)
        {
            var candidate = candidates[i];
            var ratio = 0.0;
            if (NameOf(before) is { } first)
                ratio += LogRatio(pairs.Count(first, candidate.Text), model.LogProbability(before.Word, candidate.Word) + candidate.LogSpelling, 0);
            if (NameOf(after) is { } last)
                ratio += LogRatio(pairs.Count(candidate.Text, last), model.LogProbability(candidate.Word, after.Word), candidate.LocalCount);
            logs[i] += Trust * ratio;
        }
    }

    /// <summary>How much likelier a pair is than the model has it.</summary>
    /// <param name="count">How often it was met.</param>
    /// <param name="log">How likely the model has it.</param>
    /// <param name="all">How often its first word was met; 0 where all candidates share it.</param>
    private static double LogRatio(int count, double log, int all) =>
        count == 0 ? 0 : Math.Max(0, Math.Log(1 + (count / (Prior * Math.Exp(log)))) - Math.Log(1 + (all / Prior)));

    private (int Word, string Text) At(int place) => place < 0 || place >= likeliest.Length ? (model.Boundary, "") : likeliest[place];

    /// <summary>What the pairs know a neighbour by; <see langword="null"/> for what is no word.</summary>
    private string? NameOf((int Word, string Text) neighbour) =>
        neighbour.Word == model.Boundary ? LocalPairs.Boundary
        : neighbour.Word == model.Number ? LocalPairs.Number
        : neighbour.Word == model.Year ? LocalPairs.Year
        : neighbour.Text;
}
