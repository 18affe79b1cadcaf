namespace Protokollsok.Language;

/// <summary>Counts and probabilities in one byte each, on logarithmic scales.</summary>
internal static class LogScale
{
    /// <summary>Steps to a doubling of a count: an error of at most 3 %, none up to 12 but for rounding.</summary>
    private const double StepsPerDoubling = 12;

    /// <summary>Steps to a unit of natural logarithm of a probability: down to e^-21.</summary>
    private const double StepsPerUnit = 12;

    private static readonly double[] s_counts = [.. Enumerable.Range(0, 256).Select(step => step == 0 ? 0 : Math.Pow(2, (step - 1) / StepsPerDoubling))];

    public static byte OfCount(long count) =>
        count <= 0 ? (byte)0 : (byte)Math.Min(255, 1 + Math.Round(StepsPerDoubling * Math.Log2(count)));

    public static double Count(byte step) => s_counts[step];

    public static byte OfLogProbability(double log) => (byte)Math.Clamp(Math.Round(-log * StepsPerUnit), 0, 255);

    public static double LogProbability(byte step) => -step / StepsPerUnit;

    /// <summary>A weight around 1, as backing off has it: e^-10 to e^10.</summary>
    public static byte OfLogWeight(double log) => (byte)Math.Clamp(Math.Round(128 + log * StepsPerUnit), 0, 255);

    public static double LogWeight(byte step) => (step - 128) / StepsPerUnit;
}
