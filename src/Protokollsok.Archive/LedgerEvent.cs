using Protokollsok.Documents;

namespace Protokollsok.Archive;

/// <summary>One line of the ledger's history, which is only ever added to.</summary>
/// <param name="Seq">Its number, from 1.</param>
/// <param name="Step">
/// <c>receive</c>, <c>take</c>, <c>begin</c>, <c>read</c>, <c>understand</c>, <c>index</c>, <c>quarantine</c>, <c>requeue</c>,
/// <c>receipt</c>, <c>withdraw</c>, <c>delete</c>, <c>wait</c>, <c>correct</c>, <c>apply</c>, <c>reindex</c>, <c>rollback</c>.
/// </param>
/// <param name="At">UTC.</param>
/// <param name="Outcome">Of <c>receive</c>: <c>new</c> or <c>duplicate</c>; of <c>quarantine</c>: the problem's code; of <c>wait</c>: <c>passing</c> or <c>stopped</c>;
/// of <c>correct</c>: the field; of <c>reindex</c>: <c>changed</c> or <c>same</c>; else <c>done</c>.</param>
/// <param name="Versions">Of what did it, where that matters.</param>
/// <param name="Who">The person or token that asked for it, where one did.</param>
/// <param name="Detail">The path, the reason, the number of the attempt.</param>
public sealed record LedgerEvent(
    long Seq, DocumentId Id, string Step, DateTimeOffset At, string Outcome, string? Versions, string? Who, string? Detail);
