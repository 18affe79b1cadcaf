namespace Protokollsok.Repair;

/// <summary>How bold repair is.</summary>
public sealed record RepairOptions
{
    /// <summary>
    /// A change is applied from this posterior on, 0–1. Default 0.97, where two or three changes in a thousand are wrong on damaged pages of a
    /// municipality that the model has not seen.
    /// </summary>
    public double ApplyFrom { get; init; } = 0.97;

    /// <summary>A change is suggested from this posterior on, 0–1. Default 0.5.</summary>
    public double SuggestFrom { get; init; } = 0.5;
}
