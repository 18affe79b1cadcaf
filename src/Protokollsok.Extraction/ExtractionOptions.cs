namespace Protokollsok.Extraction;

/// <summary>What differs from one municipality to the next.</summary>
public sealed record ExtractionOptions
{
    /// <summary>How the municipality writes its case numbers; guessed where it does not say.</summary>
    public DnrProfile Dnr { get; init; } = DnrProfile.Default;
}
