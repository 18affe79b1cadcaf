using Protokollsok.Bulk;
using Protokollsok.Corrections;
using Protokollsok.Documents;

namespace Protokollsok.Processing;

/// <summary>What a person at a terminal asks for.</summary>
/// <param name="Who">The user of the operating system.</param>
/// <param name="Ids">The documents; empty when <paramref name="IsAll"/>.</param>
/// <param name="IsAll">All that are in quarantine, to be tried again.</param>
/// <param name="DeleteReason">Why they are to be deleted; <see langword="null"/>: they are to be tried again.</param>
internal sealed record UpkeepRequest(string Who, IReadOnlyList<DocumentId> Ids, bool IsAll, string? DeleteReason)
{
    /// <summary>They are to be corrected.</summary>
    public CorrectionOrder? Correction { get; init; }

    /// <summary>Everything, or a part, is to be made again; told as begun, and goes on by itself.</summary>
    public ReindexOrder? Reindex { get; init; }
}
