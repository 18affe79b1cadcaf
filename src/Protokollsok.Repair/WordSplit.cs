namespace Protokollsok.Repair;

/// <summary>Where a word that nobody knows is likeliest to be two without their blank.</summary>
/// <param name="At">How many letters the first has.</param>
/// <param name="LogOdds">That it is two words.</param>
internal sealed record WordSplit(int At, double LogOdds)
{
    /// <summary>Nowhere.</summary>
    public static WordSplit None { get; } = new(0, double.NegativeInfinity);
}
