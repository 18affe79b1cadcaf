namespace Protokollsok.Repair;

/// <summary>
/// How far a posterior is believed, so that of changes told as .99, 99 in 100 are right. Learnt (by likelihood, on logarithms of odds) from
/// 7,700 changes on 136 typeset pages of two municipalities, read by Tesseract's English model, with a model that had seen neither.
/// </summary>
internal static class Calibration
{
    /// <summary>What the logarithm of the odds is multiplied by, and what is added.</summary>
    private readonly record struct Curve(double Power, double Shift);

    /// <summary>A word of the lexicon beside another that it might be: context decides, and says how sure it is.</summary>
    private static readonly Curve s_amongWords = new(1, -0.3);

    /// <summary>A word of the lexicon where an unknown one was read: the page may hold a word that the lexicon lacks.</summary>
    private static readonly Curve s_overUnknown = new(0.6, -0.2);

    private static readonly Curve s_compound = new(0.65, -0.1), s_spelled = new(0.55, -1.4);

    /// <summary>
    /// A single word of a sound line: .97 is odds of e^8. Of three million held-out sound words one lay above that (a street); on typewritten
    /// pages swapped marks lie above e^10.
    /// </summary>
    private static readonly Curve s_stray = new(0.5, -0.5);

    /// <summary>One in seven hundred is misread in a way that no candidate explains.</summary>
    private const double Most = 0.9985;

    /// <summary>Letters alone never settle a word that nobody knows: most of these are names, and names are spelled in many ways.</summary>
    private const double MostForLetters = 0.9;

    /// <param name="best">What the word is taken for.</param>
    /// <param name="second">The runner-up.</param>
    /// <param name="posterior">Of the best, 0–1.</param>
    /// <param name="isBorneOut">Whether the document shows the word otherwise.</param>
    public static double Of(Candidate best, Candidate second, double posterior, bool isBorneOut)
    {
        var curve = best.IsKnown ? second.IsKnown ? s_amongWords : s_overUnknown : best.IsCompound ? s_compound : s_spelled;
        return Believed(curve, posterior, best.IsKnown || best.IsCompound || isBorneOut ? Most : MostForLetters);
    }

    /// <summary>How far a change of a single mark is believed.</summary>
    /// <param name="posterior">0–1.</param>
    public static double OfStray(double posterior) => Believed(s_stray, posterior, Most);

    private static double Believed(Curve curve, double posterior, double most)
    {
        var odds = Math.Exp(curve.Shift) * Math.Pow(posterior / Math.Max(1 - posterior, 1e-12), curve.Power);
        return Math.Min(odds / (1 + odds), most);
    }
}
