namespace Protokollsok.Repair;

/// <summary>How bold repair is.</summary>
public sealed record RepairOptions
{
    /// <summary>
    /// A change is applied from this posterior on, 0–1. Default 0.97, where about one word in a thousand is changed wrongly on damaged
    /// pages of a municipality that the model has not seen.
    /// </summary>
    public double ApplyFrom { get; init; } = 0.97;

    /// <summary>A change is suggested from this posterior on, 0–1. Default 0.5.</summary>
    public double SuggestFrom { get; init; } = 0.5;

    /// <summary>
    /// A page with at least this share of å, ä and ö among its letters is sound and is left as it is. Default 0.02; sound Swedish has
    /// 0.029–0.05.
    /// </summary>
    public double SoundRate { get; init; } = 0.02;
}
