using Protokollsok.Archive;
using Protokollsok.Corrections;
using Protokollsok.Documents;
using Protokollsok.Processing;

namespace Protokollsok.Pages.Review;

/// <summary>
/// Keeps what people decide: at once in the ledger, with who and when; and soon after, once for many decisions, in record and index. A kill
/// in between is completed by the next start.
/// </summary>
internal sealed class ReviewDesk(Workshop workshop, ReviewQueue queue, IHostApplicationLifetime life, ILogger<ReviewDesk> logger) : IAsyncDisposable
{
    /// <summary>A person goes through a page word by word: the document is made again when she pauses, not after each.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly BackgroundWork _work = new(life);
    private long _decidedAt;
    private int _applying;
    private int _hasWords;

    /// <param name="mark">Of the doubt, as the page had it.</param>
    /// <param name="proposed">What the page showed: who answers a question that is no longer the question is not heard.</param>
    /// <param name="second">The runner-up, as the page showed it: nobody says yes to a word that she has not seen.</param>
    /// <param name="written">What it is, where the answer is <see cref="ReviewAnswer.Change"/>.</param>
    /// <returns>
    /// The number of the correction, of the one that stands where the same person has said the same already; <see langword="null"/> where the
    /// thing is not there any more, or another has answered.
    /// </returns>
    /// <exception cref="WrongUseException">What was written is no value of this kind.</exception>
    public async Task<long?> DecideAsync(DocumentId id, Doubt mark, string? proposed, string? second, ReviewAnswer answer, string? written, string who, CancellationToken cancel)
    {
        var number = await workshop.Upkeep.NoteAsync(id, record => Choose(record, mark, proposed, second, answer, written), who, cancel);
        if (number is null) return null;
        ApplySoon(mark.Kind == DoubtList.Word);
        try
        {
            await queue.RetakeAsync(id, cancel);
        }
        catch (Exception e) when (PassingTrouble.Is(e))
        {
            // It is kept, and the queue looks at its document again when it is applied.
            logger.LogWarning(e, "What was decided of {Document} is kept; the list of what is to be reviewed could not be written", id.Hex);
        }

        return number;
    }

    /// <summary>Takes a decision back, if it was this person's; when it returns the thing is in the queue again.</summary>
    public async Task<bool> UndoAsync(long number, string who, CancellationToken cancel)
    {
        if (workshop.Ledger.CorrectionOf(number) is not { } correction || correction.Who != who) return false;
        if (!workshop.Ledger.WithdrawCorrection(number, who)) return false;
        try
        {
            // Before the document is made again, which would else still know the word.
            if (correction.Field == CorrectionField.Repair) workshop.Teach();
            await workshop.Upkeep.ApplyAsync(correction.Id, cancel);
            await queue.RetakeAsync(correction.Id, cancel);
        }
        catch (Exception e) when (PassingTrouble.Is(e))
        {
            logger.LogWarning(e, "What was decided of {Document} is taken back, and not shown everywhere yet", correction.Id.Hex);
            ApplySoon(correction.Field == CorrectionField.Repair);
        }

        return true;
    }

    public ValueTask DisposeAsync() => _work.DisposeAsync();

    private (string Field, string Value, bool IsDecided)? Choose(DocumentRecord record, Doubt mark, string? proposed, string? second, ReviewAnswer answer, string? written)
    {
        bool IsMeant(ReviewItem one) => (one.Doubt.Kind, one.Doubt.Page, one.Doubt.At) == (mark.Kind, mark.Page, mark.At);
        var item = ReviewFinder.Find(record, mark.Arrival, []).FirstOrDefault(IsMeant);
        if (item is null || item.Proposed != proposed || (answer == ReviewAnswer.Reject && !item.CanBeRejected)) return null;
        if (answer == ReviewAnswer.Second && (item.Second is null || item.Second != second)) return null;
        var isDecided = !ReviewFinder.Find(record, mark.Arrival, workshop.Ledger.CorrectionsOf(record.Id)).Any(IsMeant);
        var value = answer switch { ReviewAnswer.Change => (written ?? "").Trim(), ReviewAnswer.Second => item.Second!, _ => item.Proposed };
        var (field, said) = Said(item, value, answer == ReviewAnswer.Reject);
        return (field, said, isDecided);
    }

    /// <summary>As <c>correct</c> would be told.</summary>
    private static (string Field, string Value) Said(ReviewItem item, string value, bool isRejected) =>
        item.Doubt.Kind switch
        {
            DoubtList.Word => (CorrectionField.Repair, FormattableString.Invariant($"{item.Place.Page}/{item.Place.Start}={(isRejected ? item.Read : value)}")),
            CorrectionField.Dnr => (CorrectionField.Dnr, $"{item.Proposed}{CorrectionField.Becomes}{(isRejected ? "" : value)}"),
            CorrectionField.Amount => (CorrectionField.Amount, $"{item.Read}{CorrectionField.Becomes}{(isRejected ? "" : value)}"),
            CorrectionField.Section => (CorrectionField.Section, FormattableString.Invariant($"{item.Place.Page}/{item.Place.Start}{CorrectionField.Becomes}{(isRejected ? "" : value)}")),
            var field => (field, value),
        };

    /// <param name="hasWords">Whether there is something to be taught.</param>
    private void ApplySoon(bool hasWords)
    {
        if (hasWords) Volatile.Write(ref _hasWords, 1);
        Volatile.Write(ref _decidedAt, TimeProvider.System.GetTimestamp());
        Begin();
    }

    private void Begin()
    {
        if (Interlocked.Exchange(ref _applying, 1) == 0) _work.Run(ApplyAsync);
    }

    private async Task ApplyAsync(CancellationToken cancel)
    {
        var decidedAt = Volatile.Read(ref _decidedAt);
        try
        {
            for (var left = Pause; left > TimeSpan.Zero; left = Pause - TimeProvider.System.GetElapsedTime(decidedAt = Volatile.Read(ref _decidedAt))) await Task.Delay(left, cancel);
            if (Interlocked.Exchange(ref _hasWords, 0) != 0) Teach();
            foreach (var id in workshop.Ledger.Unapplied()) await ApplyAsync(id, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogWarning(e, "What was decided is kept, and not shown everywhere yet; it is with the next decision, or the next start");
        }
        finally
        {
            Volatile.Write(ref _applying, 0);
        }

        // Said while the last document was made: nobody else begins with it.
        if (!cancel.IsCancellationRequested && Volatile.Read(ref _decidedAt) != decidedAt) Begin();
    }

    private void Teach()
    {
        try
        {
            workshop.Teach();
        }
        catch (Exception e) when (PassingTrouble.Is(e))
        {
            Volatile.Write(ref _hasWords, 1);
            logger.LogWarning(e, "The words that were decided are kept, and not taught yet; they are with the next decision, or the next start");
        }
    }

    /// <summary>A document that cannot be made again does not keep the others waiting.</summary>
    private async Task ApplyAsync(DocumentId id, CancellationToken cancel)
    {
        try
        {
            await workshop.Upkeep.ApplyAsync(id, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogWarning(e, "What was decided of {Document} is kept, and not shown everywhere yet; it is with the next decision, or the next start", id.Hex);
        }
    }
}
