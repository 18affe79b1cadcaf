using Protokollsok.Archive;
using Protokollsok.Documents;

namespace Protokollsok.Cli;

/// <summary>All that is known of a document's way: the same for <c>history</c> and the API.</summary>
/// <param name="FileName">As it came; of a deleted document it is told to those with a token only, since it may name what was to be gone.</param>
/// <param name="State">How far it has come.</param>
/// <param name="ReceivedAt">UTC; when its content came last.</param>
/// <param name="ReadBy">What read what is there now, with versions; of a deleted document: what had read it.</param>
/// <param name="UnderstoodBy">What understood what is there now, with the checksum of its rules.</param>
/// <param name="Generation">The one in force.</param>
/// <param name="Records">The generations of which its record is kept, as it was.</param>
/// <param name="Deletion">Why it is gone; <see langword="null"/> if it is not.</param>
/// <param name="Corrections">Those that hold.</param>
internal sealed record DocumentHistory(
    DocumentId Id, string? FileName, DocumentState State, DateTimeOffset ReceivedAt, string? ReadBy, string? UnderstoodBy, int Generation, IReadOnlyList<int> Records,
    DocumentDeletion? Deletion, IReadOnlyList<StandingCorrection> Corrections, IReadOnlyList<LedgerEvent> Events)
{
    public static DocumentHistory Of(LedgerReader ledger, DocumentArchive archive, LedgerEntry entry)
    {
        var events = ledger.History(entry.Id);
        var deletion = entry.State == DocumentState.Deleted && events.LastOrDefault(line => line.Step == "delete") is { } line
            ? new DocumentDeletion(line.At, line.Who, line.Detail)
            : null;
        return new DocumentHistory(
            entry.Id, entry.FileName, entry.State, entry.ReceivedAt, entry.ReadBy, entry.UnderstoodBy, archive.Generations.Current, archive.RecordsOf(entry.Id),
            deletion, ledger.CorrectionsOf(entry.Id), events);
    }

    /// <summary>What everybody may know: not who did it, nor what was written about it, nor where the file lay, nor what a deleted one was called.</summary>
    public DocumentHistory WithoutPeople() => this with
    {
        FileName = Deletion is null && State != DocumentState.Deleted ? FileName : null,
        Deletion = Deletion is null ? null : Deletion with { Who = null, Why = null },
        Corrections = [.. Corrections.Select(correction => correction with { Who = "" })],
        Events = [.. Events.Select(line => line with { Who = null, Detail = null })],
    };
}
