namespace Protokollsok.Language;

/// <summary>
/// Weights of features in one byte each, found by the feature's hash. Two features may share a place: the weights were learnt with that, and what is rare
/// has none of its own.
/// </summary>
internal static class FeatureWeights
{
    /// <summary>Steps to a unit of natural logarithm: weights from -4 to 4.</summary>
    private const float StepsPerUnit = 32;

    /// <summary>A feature made of two.</summary>
    public static ulong Join(ulong one, ulong other) => Mix((one * 0x9E3779B97F4A7C15UL) + other + 0x632BE59BD9B4E019UL);

    /// <summary>The feature that some letters are.</summary>
    public static ulong Of(ReadOnlySpan<char> letters)
    {
        ulong hash = 14695981039346656037;
        foreach (var letter in letters) hash = (hash ^ letter) * 1099511628211;
        return Mix(hash);
    }

    public static int Place(ulong feature, int size) => (int)Math.BigMul(feature, (ulong)size, out _);

    /// <summary>How far the features of a place speak for a choice.</summary>
    public static float Sum(ReadOnlySpan<sbyte> weights, ReadOnlySpan<ulong> features, ulong choice)
    {
        var sum = 0;
        foreach (var feature in features) sum += weights[Place(Join(feature, choice), weights.Length)];
        return sum / StepsPerUnit;
    }

    public static sbyte Stored(float weight) => (sbyte)Math.Clamp(MathF.Round(weight * StepsPerUnit), sbyte.MinValue, sbyte.MaxValue);

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 32)) * 0xD6E8FEB86659FD93UL;
        value = (value ^ (value >> 32)) * 0xD6E8FEB86659FD93UL;
        return value ^ (value >> 32);
    }
}
