namespace Protokollsok.Repair;

/// <summary>
/// How far a choice is believed, so that of changes told as .99, 99 in 100 are right: the sum of small trees that ask three questions each of what is known of the choice.
/// Learnt on changes of two municipalities' documents and of the newest national ones (typeset and read by Tesseract's English model, and stripped of their letters),
/// with models that had seen neither the municipality nor the years; tested on other documents of theirs (<c>testdata/make/belief.py</c>).
/// </summary>
internal static class Calibration
{
    /// <summary>One in a thousand is misread in a way that no candidate explains.</summary>
    private const double Most = 0.9995;

    /// <summary>
    /// Letters alone rarely settle a name that nobody knows and that is no compound of known parts. Where those of the listed names leave no doubt of any of
    /// its marks (<c>-ström</c>, <c>-gårds</c>, <c>-byvägen</c>), they may.
    /// </summary>
    private const double MostForName = 0.95;

    /// <summary>So likely the marks of such a name are, logarithm.</summary>
    private const double LogSureMarks = -0.01;

    /// <summary>And so likely it is the name among all that may have been read so; also where the document itself shows it.</summary>
    private const double SurePosterior = 0.9, SureName = 0.98;

    /// <summary>A listed name, which no other word or name that is known looks like: shorter ones often are names that nobody listed (<c>Arby</c>).</summary>
    private const int ShortestListed = 6;
    private const double ListedPosterior = 0.97;

    /// <summary>Of a tree: three deep.</summary>
    private const int Questions = 7;

    /// <summary>A lone 1 that is the word i: context decides alone.</summary>
    private const double LoneOnePower = 0.8, LoneOneShift = -0.2;

    /// <summary>
    /// A single word of a sound line: .97 is odds of e^8. Of three million held-out sound words one lay above that (a street); on typewritten
    /// pages swapped marks lie above e^10.
    /// </summary>
    private const double StrayPower = 0.5, StrayShift = -0.5;

    /// <summary>Set by hand: there are a few dozen such changes to learn from.</summary>
    private const double WitnessPower = 0.5, WitnessShift = 0, MostForWitness = 0.99;

    /// <summary>How far a choice is believed, 0–1.</summary>
    /// <param name="evidence">What is known of it, see <see cref="ChoiceEvidence"/>.</param>
    /// <param name="isBorneOut">Whether the document shows the word otherwise.</param>
    public static double Of(Choice choice, double[] evidence, bool isBorneOut)
    {
        if (choice.Token.Kind == TokenKind.LoneOne) return Share((LoneOnePower * ChoiceEvidence.LogOdds(choice.Posterior)) + LoneOneShift);
        var share = Share(Sum(evidence));
        if (!char.IsUpper(choice.Token.Seen[0])) return share;
        if (IsSureName(choice, evidence, isBorneOut)) return Math.Max(share, SureName);
        return choice.IsUnknownName && !choice.Best.IsCompound && !isBorneOut ? Math.Min(share, MostForName) : share;
    }

    /// <summary>A name that the document shows, one that is listed and long enough to be no other, or one whose marks are beyond doubt.</summary>
    private static bool IsSureName(Choice choice, double[] evidence, bool isBorneOut)
    {
        if (choice.Posterior < SurePosterior || !(isBorneOut || Array.TrueForAll(choice.Best.Confusions, number => ConfusionTable.All[number].IsPlainLoss))) return false;
        if (choice.Best.IsWord) return choice.IsInside && ChoiceEvidence.KindOf(choice) == ChoiceEvidence.WordForNone && choice.Token.Seen.Length >= ShortestListed && choice.Posterior >= ListedPosterior;
        return isBorneOut || (choice.IsUnknownName && evidence[ChoiceEvidence.NameMarks] >= LogSureMarks);
    }

    /// <summary>A tree's questions lie in the order root, left, right, then those below: below question n stand 2n + 1 and 2n + 2.</summary>
    private static double Sum(ReadOnlySpan<double> evidence)
    {
        var numbers = CalibrationWeights.Numbers;
        var limits = CalibrationWeights.Limits;
        var leaves = CalibrationWeights.Leaves;
        var sum = CalibrationWeights.Start;
        for (; !leaves.IsEmpty; numbers = numbers[Questions..], limits = limits[Questions..], leaves = leaves[(Questions + 1)..])
        {
            var second = 2 - IsUpTo(evidence[numbers[0]], limits[0]);
            var third = (2 * second) + 2 - IsUpTo(evidence[numbers[second]], limits[second]);
            sum += leaves[(2 * third) + 2 - IsUpTo(evidence[numbers[third]], limits[third]) - Questions];
        }

        return sum;
    }

    /// <summary>1 where it is; computed rather than branched on, since no processor foresees the answers.</summary>
    private static int IsUpTo(double evidence, float limit) => evidence <= limit ? 1 : 0;

    /// <summary>How far a change of a single mark is believed.</summary>
    /// <param name="posterior">0–1.</param>
    public static double OfStray(double posterior) => Share((StrayPower * ChoiceEvidence.LogOdds(posterior)) + StrayShift);

    /// <summary>How far a change is believed that two readings of the page speak for together.</summary>
    /// <param name="posterior">0–1.</param>
    public static double OfWitness(double posterior) => Math.Min(Share((WitnessPower * ChoiceEvidence.LogOdds(posterior)) + WitnessShift), MostForWitness);

    private static double Share(double log) => Math.Min(1 / (1 + Math.Exp(-log)), Most);
}
