using Protokollsok.Language;
using Protokollsok.Language.Dictionaries;

namespace Protokollsok.Repair;

/// <summary>What is known of a choice when it is asked how far it can be believed: its kind and thirty-three numbers, each of which may speak for or against it.</summary>
internal sealed class ChoiceEvidence(SwedishModel model, ListedWords dictionary)
{
    /// <summary>Between its first odds and the better ones a posterior gains belief at another pace; beyond e^14 it gains none.</summary>
    private const double LeastOdds = -4, Bend = 4, MostOdds = 14;

    private const double LeastContext = -4, MostContext = 8, LeastMarks = -6;
    /// <summary>Below it the marks were stripped by a program rather than misread.</summary>
    private const double MostNoiseOfStripped = 0.01;

    private const double MostStrange = 0.3;
    private const int LongestWord = 16, MostConfusions = 4;

    /// <summary>From this likelihood on a confusion is none of those that the document is full of.</summary>
    private const double LogRare = -3, LeastRare = -8;

    /// <summary>Where the numbers tell how likely an unknown name has its marks where it has them, logarithm; 0 for others.</summary>
    public const int NameMarks = 26;

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
    public double[] Of(Choice choice, ConfusionWeights weights, double strangeness, bool isBorneOut)
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
            One(best.IsListed), One(read.IsListed), Held(best), Held(read),
            LogLocal(best) - LogLocal(choice.Second), Math.Clamp(choice.LocalOdds, -MostContext, MostContext),
            choice.IsUnknownName ? Math.Max(model.LogMarks(best.Text, isName: true), LeastMarks) : 0,
        ];
    }

    /// <summary>Whether the dictionary holds it, the lexicon's words as well: 1 or -1, 0 without a dictionary.</summary>
    private double Held(Candidate candidate) => dictionary.Words == 0 ? 0 : dictionary.Holds(candidate.Text) ? 1 : -1;

    public static double LogOdds(double posterior) => Math.Log(Math.Max(posterior, 1e-12)) - Math.Log(Math.Max(1 - posterior, 1e-12));

    private double CapitalShare(Candidate candidate) => candidate.Word < model.WordCount ? model.CapitalShare(candidate.Word) : 0;

    private double LogCount(Candidate candidate) => Math.Log(1 + candidate.LocalCount + (candidate.Word < model.WordCount ? model.CountOf(candidate.Word) : 0));

    private static double LogLocal(Candidate candidate) => Math.Log(1 + candidate.LocalCount);

    private static double One(bool isSo) => isSo ? 1 : 0;
}
