using Protokollsok.Archive;
using Protokollsok.Corrections;
using Protokollsok.Documents;

namespace Protokollsok.Pages.Review;

/// <summary>A word or a value that a person should look at.</summary>
/// <param name="Doubt">What it is and where, as the list has it.</param>
/// <param name="Place">Where it stands in the page's text now.</param>
/// <param name="Read">As printed, before repair.</param>
/// <param name="Proposed">What the rules take it for, as <c>correct</c> writes it.</param>
/// <param name="Shown">The same as people write it.</param>
/// <param name="Confidence">0–1.</param>
/// <param name="IsApplied">Whether the text or the record has it; else it is only suggested.</param>
/// <param name="Second">What else it may be.</param>
internal sealed record ReviewItem(Doubt Doubt, Place Place, string Read, string Proposed, string Shown, double Confidence, bool IsApplied, string? Second = null)
{
    public bool IsWord => Doubt.Kind == DoubtList.Word;

    /// <summary>Whether it can be said that it is nothing, or stands as it was read: a document without a board is no answer.</summary>
    public bool CanBeRejected => IsWord || Doubt.Kind is CorrectionField.Dnr or CorrectionField.Amount or CorrectionField.Section;
}
