namespace Protokollsok.Repair;

/// <summary>
/// How far a choice is believed, so that of changes told as .99, 99 in 100 are right: logistic curves over what is known of the choice, one for each kind. Learnt on
/// 68,000 changes of two municipalities' documents and of the newest national ones (56 documents typeset and read by Tesseract's English model, 500 stripped of their letters),
/// with models that had seen neither the municipality nor the years; tested on other documents of theirs (<c>testdata/make/noise.py --half 1</c>).
/// </summary>
internal static class Calibration
{
    /// <summary>One in a thousand is misread in a way that no candidate explains.</summary>
    private const double Most = 0.9995;

    /// <summary>
    /// Letters alone rarely settle a name that nobody knows. Where those of the listed names leave no doubt of any of its marks (<c>-ström</c>,
    /// <c>-gårds</c>, <c>-byvägen</c>), they do: of 95 such held-out names none was wrong.
    /// </summary>
    private const double MostForName = 0.95, SureName = 0.98;

    /// <summary>So likely the marks of such a name are, logarithm: its letters alone, and where they are known parts as well.</summary>
    private const double LogSureLetters = -0.02, LogSureParts = -0.05;

    /// <summary>And so likely it is the name among all that may have been read so; also where the document itself shows it.</summary>
    private const double SurePosterior = 0.9;

    /// <summary>A lone 1 that is the word i: context decides alone.</summary>
    private const double LoneOnePower = 0.8, LoneOneShift = -0.2;

    /// <summary>
    /// A single word of a sound line: .97 is odds of e^8. Of three million held-out sound words one lay above that (a street); on typewritten
    /// pages swapped marks lie above e^10.
    /// </summary>
    private const double StrayPower = 0.5, StrayShift = -0.5;

    /// <summary>How far a choice is believed, 0–1.</summary>
    /// <param name="evidence">What is known of it, see <see cref="ChoiceEvidence"/>.</param>
    /// <param name="isBorneOut">Whether the document shows the word otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">The evidence has more or fewer numbers than the weights were learnt on.</exception>
    public static double Of(Choice choice, double[] evidence, bool isBorneOut)
    {
        if (choice.Token.Kind == TokenKind.LoneOne) return Share((LoneOnePower * ChoiceEvidence.LogOdds(choice.Posterior)) + LoneOneShift);
        double sum = 0;
        var weights = CalibrationWeights.Of(ChoiceEvidence.KindOf(choice));
        ArgumentOutOfRangeException.ThrowIfNotEqual(evidence.Length, weights.Length);
        for (var i = 0; i < weights.Length; i++) sum += weights[i] * evidence[i];
        if (isBorneOut && !choice.Best.IsWord && char.IsUpper(choice.Token.Seen[0]) && choice.Posterior >= SurePosterior) return Math.Max(Share(sum), SureName);
        if (!choice.IsUnknownName || isBorneOut) return Share(sum);
        return IsSureName(choice, evidence[ChoiceEvidence.NameMarks]) ? SureName : Math.Min(Share(sum), MostForName);
    }

    private static bool IsSureName(Choice choice, double logMarks) =>
        choice.Posterior >= SurePosterior && logMarks >= (choice.Best.IsCompound ? LogSureParts : LogSureLetters) && Array.TrueForAll(choice.Best.Confusions, number => ConfusionTable.All[number].IsPlainLoss);

    /// <summary>How far a change of a single mark is believed.</summary>
    /// <param name="posterior">0–1.</param>
    public static double OfStray(double posterior) => Share((StrayPower * ChoiceEvidence.LogOdds(posterior)) + StrayShift);

    private static double Share(double log) => Math.Min(1 / (1 + Math.Exp(-log)), Most);
}
