using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>
/// How far a choice is believed, so that of changes told as .99, 99 in 100 are right: logistic curves over what is known of the choice, one for each kind. Learnt on
/// 68,000 changes of two municipalities' documents and of the newest national ones (56 documents typeset and read by Tesseract's English model, 500 stripped of their letters),
/// with models that had seen neither the municipality nor the years; tested on other documents of theirs (<c>testdata/make/noise.py --half 1</c>).
/// </summary>
internal sealed class Calibration(SwedishModel model)
{
    /// <summary>Between its first odds and the better ones a posterior gains belief at another pace; beyond e^14 it gains none.</summary>
    private const double LeastOdds = -4, Bend = 4, MostOdds = 14;

    private const int LongestWord = 16, MostConfusions = 4;

    /// <summary>One in a thousand is misread in a way that no candidate explains.</summary>
    private const double Most = 0.9995;

    /// <summary>From this likelihood on a confusion is none of those that the document is full of.</summary>
    private const double LogRare = -3, LeastRare = -8;

    /// <summary>Letters alone never settle a word that nobody knows: it may be misread in other ways as well.</summary>
    private const double MostForLetters = 0.95;

    /// <summary>What each kind of choice has in common: one, odds up to the bend and beyond it, a name, a capital elsewhere, all capitals, letters, confusions, the rarest one's rareness.</summary>
    private static readonly double[] s_amongWords = [-1.888, 0.427, 0.525, 0.938, 0.081, 0.376, 0.087, 0.628, 4.407];
    private static readonly double[] s_overUnknown = [-4.524, 1.16, 0.404, 1.933, 0.03, 0.812, 0.463, -0.276, 2.02];
    private static readonly double[] s_compound = [4.236, 0.656, 0.211, 0.442, 0.552, -3.05, 0.113, -1.55, 1.922];
    private static readonly double[] s_spelled = [-0.379, 0.386, 0.728, -1.287, 0.9, -1.098, 0.1, -0.585, 1.814];

    /// <summary>A lone 1 that is the word i: context decides alone.</summary>
    private const double LoneOnePower = 0.8, LoneOneShift = -0.2;

    /// <summary>
    /// A single word of a sound line: .97 is odds of e^8. Of three million held-out sound words one lay above that (a street); on typewritten
    /// pages swapped marks lie above e^10.
    /// </summary>
    private const double StrayPower = 0.5, StrayShift = -0.5;

    /// <summary>How far a choice is believed, 0–1.</summary>
    /// <param name="weights">What the document showed of the damage.</param>
    /// <param name="isBorneOut">Whether the document shows the word otherwise.</param>
    public double Of(Choice choice, ConfusionWeights weights, bool isBorneOut)
    {
        if (choice.Token.Kind == TokenKind.LoneOne) return Share((LoneOnePower * LogOdds(choice.Posterior)) + LoneOneShift);
        var (best, read, length) = (choice.Best, choice.AsRead, choice.Token.Seen.Length);
        var (isCompoundAsRead, borneOut, wasSecond) = (One(read.IsCompound), One(isBorneOut), One(choice.Second.Text == read.Text));
        if (best.IsKnown && read.IsKnown)
            return Share(Sum(s_amongWords, choice, weights) + (0.366 * LogCount(best)) - (0.129 * LogCount(read)) - (0.311 * wasSecond));
        if (best.IsWord)
            return Share(Sum(s_overUnknown, choice, weights) + (0.201 * LogCount(best)) + (0.319 * isCompoundAsRead) + (1.565 * borneOut) + (0.686 * One(choice.Second.IsKnown)));
        var letters = model.LogSpelling(read.Text) / (length + 1);
        if (best.IsCompound)
            return Share(Sum(s_compound, choice, weights) + (0.027 * letters) - (0.585 * isCompoundAsRead) + (2.529 * borneOut) + (1.286 * best.LogSpelling / length) - (1.04 * wasSecond));
        var spelled = Share(Sum(s_spelled, choice, weights) - (0.289 * letters) - (0.518 * isCompoundAsRead) + (0.51 * borneOut) + (0.529 * model.LogSpelling(best.Text) / (length + 1)) - (0.408 * wasSecond));
        return isBorneOut ? spelled : Math.Min(spelled, MostForLetters);
    }

    /// <summary>How far a change of a single mark is believed.</summary>
    /// <param name="posterior">0–1.</param>
    public static double OfStray(double posterior) => Share((StrayPower * LogOdds(posterior)) + StrayShift);

    private static double Sum(double[] weight, Choice choice, ConfusionWeights weights)
    {
        var seen = choice.Token.Seen;
        var odds = Math.Clamp(LogOdds(choice.Posterior), LeastOdds, MostOdds);
        var (isCapital, isCapitals) = (char.IsUpper(seen[0]), seen.All(char.IsUpper));
        double rarest = 0;
        foreach (var confusion in choice.Best.Confusions) rarest = Math.Min(rarest, Math.Max(weights[confusion], LeastRare) - LogRare);
        return weight[0] + (weight[1] * Math.Min(odds, Bend)) + (weight[2] * Math.Max(odds - Bend, 0))
            + (weight[3] * One(choice.IsInside && isCapital && !isCapitals)) + (weight[4] * One(!choice.IsInside && isCapital)) + (weight[5] * One(isCapitals))
            + (weight[6] * Math.Min(seen.Length, LongestWord)) + (weight[7] * Math.Min(choice.Best.Confusions.Length, MostConfusions)) + (weight[8] * rarest);
    }

    private static double Share(double log) => Math.Min(1 / (1 + Math.Exp(-log)), Most);

    private double LogCount(Candidate candidate) => Math.Log(1 + candidate.LocalCount + (candidate.Word < model.WordCount ? model.CountOf(candidate.Word) : 0));

    private static double LogOdds(double posterior) => Math.Log(Math.Max(posterior, 1e-12)) - Math.Log(Math.Max(1 - posterior, 1e-12));

    private static double One(bool isSo) => isSo ? 1 : 0;
}
