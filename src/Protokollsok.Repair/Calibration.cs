namespace Protokollsok.Repair;

/// <summary>
/// How far a posterior is believed, so that of changes told as .99, 99 in 100 are right. Learnt (by likelihood, on logarithms of odds) from
/// 3,900 changes on 68 typeset pages of two municipalities, read by Tesseract's English model, with a model that had seen neither.
/// </summary>
internal static class Calibration
{
    /// <summary>What the logarithm of the odds is multiplied by, and what is added.</summary>
    private const double WordPower = 0.7, WordShift = -0.2, CompoundPower = 0.55, CompoundShift = 0.5, SpelledPower = 0.55, SpelledShift = -1.4;

    /// <summary>Letters alone never settle a word that nobody knows: most of these are names, and names are spelled in many ways.</summary>
    private const double MostForLetters = 0.9;

    /// <param name="posterior">0–1.</param>
    /// <param name="isBorneOut">Whether the document shows the word otherwise.</param>
    public static double Of(Candidate best, double posterior, bool isBorneOut)
    {
        if (best.IsKnown) return Mapped(posterior, WordPower, WordShift);
        if (best.IsCompound) return Mapped(posterior, CompoundPower, CompoundShift);
        var confidence = Mapped(posterior, SpelledPower, SpelledShift);
        return isBorneOut ? confidence : Math.Min(confidence, MostForLetters);
    }

    private static double Mapped(double posterior, double power, double shift)
    {
        var odds = Math.Exp(shift) * Math.Pow(posterior / Math.Max(1 - posterior, 1e-12), power);
        return odds / (1 + odds);
    }
}
