using Protokollsok.Archive;
using Protokollsok.Corrections;
using Protokollsok.Documents;
using Protokollsok.Intake;
using Protokollsok.Processing;
using Protokollsok.Reading;

namespace Protokollsok.Bulk;

/// <summary>
/// Makes one document again, from where it is asked to: keeps nothing, so that it serves for a trial as well. What people corrected
/// stands; which papers are near-duplicates is the arrival's matter and stays as it was told. Thread-safe.
/// </summary>
/// <param name="understanding">One for all that is made, however much is learnt meanwhile.</param>
/// <param name="inForce">The generations whose record is the one before.</param>
/// <param name="correctedSince">When an older generation comes back: the event after which what people corrected is not in its records.</param>
internal sealed class Remaker(
    LedgerReader ledger, DocumentArchive archive, DocumentReader reader, Understanding understanding, ReindexSource source, Generations inForce, long? correctedSince = null)
{
    /// <remarks>A document that cannot be made again keeps what it has; trouble that may pass is thrown on.</remarks>
    public Remade Make(ReindexItem item, CancellationToken cancel)
    {
        byte[]? kept = null;
        DocumentRecord? before = null;
        try
        {
            kept = archive.RecordBytes(item.Id, inForce);
            before = kept is null ? null : DocumentsJson.Parse<DocumentRecord>(kept);
        }
        catch (Exception e) when (e is InvalidDataException or System.Text.Json.JsonException)
        {
            // Damaged: as good as none, and made again here.
        }

        try
        {
            return Make(item, before, kept, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException && !PassingTrouble.Is(e))
        {
            return Failed(item, before, $"{e.GetType().Name}: {e.Message}");
        }
    }

    private Remade Make(ReindexItem item, DocumentRecord? before, byte[]? kept, CancellationToken cancel)
    {
        var reading = source switch
        {
            ReindexSource.Scan => reader.ReadAsync(archive.OriginalPath(item.Id), ct: cancel).GetAwaiter().GetResult(),
            ReindexSource.Record when before is not null && !NeedsRules(item.Id) => null,
            _ => archive.LoadReading(item.Id) ?? throw new InvalidDataException("nothing is kept of what was read; read it again, --from scan."),
        };
        var record = reading is null ? Corrected(before!) : Understood(item, reading, before);
        if (record.Status == DocumentStatus.Failed) return Failed(item, before, string.Join(" ", record.Problems.Select(problem => problem.Message)));
        var json = ReferenceEquals(record, before) ? kept! : DocumentsJson.ToUtf8(record);
        var isSame = kept is not null && json.AsSpan().SequenceEqual(kept);
        var changes = RecordComparison.Of(before, isSame ? before! : record);
        return new Remade(record, isSame ? null : json, source == ReindexSource.Scan ? reading : null, changes, new ReindexResult(item.Id)
        {
            Pages = record.Pages.Count,
            Entries = BuildingIndex.EntriesOf(record),
            EntriesBefore = BuildingIndex.EntriesOf(before),
            DoubtfulPages = record.Pages.Count(page => page.IsDoubtful),
            DoubtfulBefore = item.DoubtfulPages,
            IsChanged = !isSame,
            DecisionsBefore = changes.DecisionsBefore,
            DecisionsLost = changes.DecisionsLost,
            DecisionsGained = changes.DecisionsGained,
            ValuesBefore = changes.ValuesBefore,
            ValuesLost = changes.ValuesLost,
            ValuesGained = changes.ValuesGained,
            ReadBy = source == ReindexSource.Scan ? string.Join("; ", reading!.Pages.Select(page => page.Engine).Distinct()) : null,
            ReadBefore = item.ReadBy,
            UnderstoodBy = reading is null ? null : understanding.Version,
            UnderstoodBefore = item.UnderstoodBy,
        });
    }

    private DocumentRecord Understood(ReindexItem item, DocumentReading reading, DocumentRecord? before)
    {
        if (reading.Pages.Count == 0) throw new InvalidDataException(string.Join(" ", reading.Problems.Select(problem => problem.Message)));
        var record = understanding.Understand(item.Id, item.FileName, item.Bytes, reading, item.BoardHint, ledger.CorrectionsOf(item.Id));
        var told = before?.Findings.Where(finding => finding.Code == Findings.NearDuplicate).ToList() ?? [];
        return told.Count == 0 ? record : record with { Findings = [.. record.Findings, .. told] };
    }

    /// <summary>What was corrected since in words, or taken back, cannot be put over an older record: the text itself is another one, or the old value is what the rules alone know.</summary>
    private bool NeedsRules(DocumentId id)
    {
        if (correctedSince is not { } since || ledger.FieldsCorrectedSince(id, since) is not { Count: > 0 } changed) return false;
        var standing = ledger.CorrectionsOf(id).Select(correction => correction.Field).ToHashSet();
        return changed.Any(field => !CorrectionField.IsSingle(field) || !standing.Contains(field));
    }

    /// <summary>An older generation's record lacks what was corrected since.</summary>
    private DocumentRecord Corrected(DocumentRecord record)
    {
        var corrections = inForce.Current == archive.Generations.Current ? [] : ledger.CorrectionsOf(record.Id);
        return corrections.Count == 0 ? record : Corrector.Over(record, corrections, understanding.DnrOf);
    }

    /// <summary>It keeps what it has, and what people corrected all the same.</summary>
    private Remade Failed(ReindexItem item, DocumentRecord? before, string why)
    {
        var record = before;
        try
        {
            record = before is null ? null : Corrected(before);
        }
        catch (Exception e) when (!PassingTrouble.Is(e))
        {
            // One record that takes no corrections must not end the making of all others, at each start anew.
            why = $"{why} What people corrected since could not be put over what it has: {e.Message}";
        }

        return new Remade(record, ReferenceEquals(record, before) ? null : DocumentsJson.ToUtf8(record!), null, new RecordChanges([], 0, 0), new ReindexResult(item.Id)
        {
            Failure = why,
            Pages = before?.Pages.Count ?? 0,
            Entries = BuildingIndex.EntriesOf(record),
            EntriesBefore = BuildingIndex.EntriesOf(before),
            DoubtfulPages = item.DoubtfulPages,
            DoubtfulBefore = item.DoubtfulPages,
        });
    }
}
