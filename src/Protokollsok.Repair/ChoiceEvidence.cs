using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>What is known of a choice when it is asked how far it can be believed: its kind and twenty-six numbers, each of which may speak for or against it.</summary>
internal sealed class ChoiceEvidence(SwedishModel model)
{
    /// <summary>Between its first odds and the better ones a posterior gains belief at another pace; beyond e^14 it gains none.</summary>
    private const double LeastOdds = -4, Bend = 4;

    public const double MostOdds = 14;

    private const double LeastContext = -4, MostContext = 8, LeastMarks = -6;
    /// <summary>Below it the marks were stripped by a program rather than misread.</summary>
    private const double MostNoiseOfStripped = 0.01;

    private const double MostStrange = 0.3;
    private const int LongestWord = 16, MostConfusions = 4;

    /// <summary>From this likelihood on a confusion is none of those that the document is full of.</summary>
    private const double LogRare = -3, LeastRare = -8;

    /// <summary>A word of the lexicon over another, over an unknown one, the same with another word as runner-up, a compound, a word by its letters.</summary>
    public static int KindOf(Choice choice)
    {
        if (choice.Best.IsKnown && choice.AsRead.IsKnown) return 0;
        if (choice.Best.IsWord) return choice.Second.IsKnown ? 2 : 1;
        return choice.Best.IsCompound ? 3 : 4;
    }

    /// <summary>The numbers, the same ones for each kind.</summary>
    /// <param name="weights">What the document showed of the damage.</param>
    /// <param name="strangeness">How many of the document's words nothing known explains, 0–1: what else an engine misread.</param>
    /// <param name="isBorneOut">Whether the document or the place shows the word; between two words that both exist it says nothing.</param>
    public double[] Of(Choice choice, ConfusionWeights weights, double strangeness, bool isBorneOut, AlikeChoices alike)
    {
        var (seen, best, read) = (choice.Token.Seen, choice.Best, choice.AsRead);
        var odds = Math.Clamp(LogOdds(choice.Posterior), LeastOdds, MostOdds);
        var (isCapital, isCapitals) = (char.IsUpper(seen[0]), seen.All(char.IsUpper));
        var (stripped, strange, long1) = (One(weights.Noise < MostNoiseOfStripped), Math.Min(strangeness, MostStrange), seen.Length + 1.0);
        double rarest = 0;
        foreach (var confusion in best.Confusions) rarest = Math.Min(rarest, Math.Max(weights[confusion], LeastRare) - LogRare);
        return
        [
            1, Math.Min(odds, Bend), Math.Max(odds - Bend, 0),
            One(choice.IsInside && isCapital && !isCapitals), One(!choice.IsInside && isCapital), One(isCapitals),
            Math.Min(seen.Length, LongestWord), Math.Min(best.Confusions.Length, MostConfusions), rarest,
            LogCount(best), LogCount(read), One(choice.Second.Text == read.Text), One(choice.Second.IsKnown), One(read.IsCompound), One(isBorneOut && KindOf(choice) is (1 or 3 or 4)),
            model.LogSpelling(read.Text) / long1, model.LogSpelling(best.Text) / long1, best.LogSpelling / seen.Length,
            Math.Clamp(choice.ContextOdds, LeastContext, MostContext), Math.Max(model.LogMarks(best.Text), LeastMarks),
            stripped, stripped * Math.Min(odds, MostContext), strange, strange * Math.Min(odds, MostContext), CapitalShare(read), CapitalShare(best),
            .. Rivalry(choice), .. Spelling(choice), .. Beside(choice, alike), choice.UnknownAround, One(choice.BeginsSentence), choice.Token.Confidence,
            Math.Log(weights.Noise + 1e-4), LogCount(choice.Second), CapitalShare(choice.Second),
        ];
    }

    /// <summary>How far the others are off, and how many there are.</summary>
    private static double[] Rivalry(Choice choice) =>
    [
        Math.Clamp(LogOdds(choice.FirstPosterior), LeastOdds, MostOdds), Math.Min(Math.Log(choice.Posterior / Math.Max(choice.SecondPosterior, 1e-12)), MostOdds),
        Math.Min(-Math.Log(Math.Max(choice.AsReadPosterior, 1e-12)), MostOdds), choice.Rivals,
    ];

    private double[] Spelling(Choice choice)
    {
        var (best, second, read) = (choice.Best.Text, choice.Second.Text, choice.AsRead.Text);
        var last = best.AsSpan().LastIndexOfAny("åäö");
        return
        [
            Math.Clamp(model.LogMarks(best) - model.LogMarks(second), LeastMarks, -LeastMarks), Math.Clamp(model.LogMarks(best) - model.LogMarks(read), LeastMarks, -LeastMarks),
            Math.Clamp(model.LogSpelling(best) - model.LogSpelling(second), -MostOdds, MostOdds), Math.Clamp(model.LogSpelling(best) - model.LogSpelling(read), -MostOdds, MostOdds),
            One(last >= best.Length - 2), One(last == 0), One(choice.Second.IsCompound),
        ];
    }

    private static double[] Beside(Choice choice, AlikeChoices alike)
    {
        var (others, otherwise, mean) = alike.Beside(choice);
        return [Math.Log(1 + others), (double)otherwise / Math.Max(1, others), mean];
    }

    public static double LogOdds(double posterior) => Math.Log(Math.Max(posterior, 1e-12)) - Math.Log(Math.Max(1 - posterior, 1e-12));

    private double CapitalShare(Candidate candidate) => candidate.Word < model.WordCount ? model.CapitalShare(candidate.Word) : 0;

    private double LogCount(Candidate candidate) => Math.Log(1 + candidate.LocalCount + (candidate.Word < model.WordCount ? model.CountOf(candidate.Word) : 0));

    private static double One(bool isSo) => isSo ? 1 : 0;
}
