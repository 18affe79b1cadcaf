using Protokollsok.Archive;
using Protokollsok.Corrections;
using Protokollsok.Documents;
using Protokollsok.Processing;

namespace Protokollsok.Pages.Review;

/// <summary>
/// Keeps what people decide: at once in the ledger, with who and when; and soon after, once for many decisions, in record and index. A kill
/// in between is completed by the next start.
/// </summary>
internal sealed class ReviewDesk(Workshop workshop, ReviewQueue queue, IHostApplicationLifetime life, ILogger<ReviewDesk> logger)
{
    /// <summary>A person goes through a page word by word: the document is made again when she pauses, not after each.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private long _decidedAt;
    private int _applying;

    /// <param name="mark">Of the doubt, as the page had it.</param>
    /// <param name="proposed">What the page showed: who answers a question that is no longer the question is not heard.</param>
    /// <param name="written">What it is, where the answer is <see cref="ReviewAnswer.Change"/>.</param>
    /// <returns>The number of the correction; <see langword="null"/> where the thing is not there any more.</returns>
    /// <exception cref="WrongUseException">What was written is no value of this kind.</exception>
    public async Task<long?> DecideAsync(DocumentId id, Doubt mark, string? proposed, ReviewAnswer answer, string? written, string who, CancellationToken cancel)
    {
        var number = await workshop.Upkeep.NoteAsync(id, record => Choose(record, mark, proposed, answer, written), who, cancel);
        if (number is null) return null;
        if (mark.Kind == DoubtList.Word) workshop.Teach();
        await queue.RetakeAsync(id, cancel);
        ApplySoon();
        return number;
    }

    /// <summary>Takes a decision back, if it was this person's; when it returns the thing is in the queue again.</summary>
    public async Task<bool> UndoAsync(long number, string who, CancellationToken cancel)
    {
        if (workshop.Ledger.CorrectionOf(number) is not { } correction || correction.Who != who) return false;
        if (!workshop.Ledger.WithdrawCorrection(number, who)) return false;
        // Before the document is made again, which would else still know the word.
        if (correction.Field == CorrectionField.Repair) workshop.Teach();
        await workshop.Upkeep.ApplyAsync(correction.Id, cancel);
        await queue.RetakeAsync(correction.Id, cancel);
        return true;
    }

    private (string Field, string Value)? Choose(DocumentRecord record, Doubt mark, string? proposed, ReviewAnswer answer, string? written)
    {
        var item = ReviewFinder.Find(record, mark.Arrival, workshop.Ledger.CorrectionsOf(record.Id))
            .FirstOrDefault(one => (one.Doubt.Kind, one.Doubt.Page, one.Doubt.At) == (mark.Kind, mark.Page, mark.At));
        if (item is null || item.Proposed != proposed || (answer == ReviewAnswer.Reject && !item.CanBeRejected)) return null;
        var value = answer switch { ReviewAnswer.Change => (written ?? "").Trim(), ReviewAnswer.Second => item.Second ?? item.Proposed, _ => item.Proposed };
        return item.Doubt.Kind switch
        {
            DoubtList.Word => (CorrectionField.Repair, FormattableString.Invariant($"{item.Place.Page}/{item.Place.Start}={(answer == ReviewAnswer.Reject ? item.Read : value)}")),
            CorrectionField.Dnr => (CorrectionField.Dnr, $"{item.Proposed}{CorrectionField.Becomes}{(answer == ReviewAnswer.Reject ? "" : value)}"),
            CorrectionField.Amount => (CorrectionField.Amount, $"{item.Read}{CorrectionField.Becomes}{(answer == ReviewAnswer.Reject ? "" : value)}"),
            var field => (field, value),
        };
    }

    private void ApplySoon()
    {
        Volatile.Write(ref _decidedAt, TimeProvider.System.GetTimestamp());
        if (Interlocked.Exchange(ref _applying, 1) == 0) _ = Task.Run(() => ApplyAsync(life.ApplicationStopping));
    }

    private async Task ApplyAsync(CancellationToken cancel)
    {
        try
        {
            for (var left = Pause; left > TimeSpan.Zero; left = Pause - TimeProvider.System.GetElapsedTime(Volatile.Read(ref _decidedAt))) await Task.Delay(left, cancel);
            foreach (var id in workshop.Ledger.Unapplied()) await workshop.Upkeep.ApplyAsync(id, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogWarning(e, "What was decided is kept, and not shown everywhere yet; it is with the next decision, or the next start");
            return;
        }
        finally
        {
            Volatile.Write(ref _applying, 0);
        }

        if (!cancel.IsCancellationRequested && workshop.Ledger.Unapplied().Count > 0) ApplySoon();
    }
}
