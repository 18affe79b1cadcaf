namespace Protokollsok.Pages.Review;

/// <summary>What a person says of a thing.</summary>
internal enum ReviewAnswer
{
    /// <summary>It is what the rules take it for.</summary>
    Accept,

    /// <summary>It is the runner-up.</summary>
    Second,

    /// <summary>It is something else, which the person writes.</summary>
    Change,

    /// <summary>The word stands as it was read; the number or the sum is none.</summary>
    Reject,
}
