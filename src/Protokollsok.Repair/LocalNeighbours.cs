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

    /// <summary>How much likelier a candidate is by its neighbours than the model has it, logarithm; 0 where the place shows nothing.</summary>
    public double Log(int place, Candidate candidate)
    {
        var (before, after) = (At(place - 1), At(place + 1));
        var log = 0.0;
        if (NameOf(before) is { } first && pairs.Count(first, candidate.Text) is var afterFirst and > 0)
            log += LogRatio(afterFirst, model.LogProbability(before.Word, candidate.Word) + candidate.LogSpelling, 0);
        if (NameOf(after) is { } last && pairs.Count(candidate.Text, last) is var beforeLast and > 0)
            log += LogRatio(beforeLast, model.LogProbability(candidate.Word, after.Word), candidate.LocalCount);
        return Trust * log;
    }

    /// <summary>How much likelier a pair is than the model has it; what was met never speaks against a word, since pairs met once are not known.</summary>
    /// <param name="count">How often it was met.</param>
    /// <param name="log">How likely the model has it.</param>
    /// <param name="all">How often its first word was met; 0 where all candidates share it.</param>
    private static double LogRatio(int count, double log, int all) =>
        Math.Max(0, Math.Log(1 + (count / (Prior * Math.Exp(log)))) - Math.Log(1 + (all / Prior)));

    private (int Word, string Text) At(int place) => place < 0 || place >= likeliest.Length ? (model.Boundary, "") : likeliest[place];

    /// <summary>What the pairs know a neighbour by; <see langword="null"/> for what is no word.</summary>
    private string? NameOf((int Word, string Text) neighbour) =>
        neighbour.Word == model.Boundary ? LocalPairs.Boundary
        : neighbour.Word == model.Number ? LocalPairs.Number
        : neighbour.Word == model.Year ? LocalPairs.Year
        : neighbour.Text;
}
