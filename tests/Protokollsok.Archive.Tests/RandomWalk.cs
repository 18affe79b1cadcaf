using Protokollsok.Documents;

namespace Protokollsok.Archive.Tests;

/// <summary>Operations in an order that nobody planned, legal and illegal ones.</summary>
internal static class RandomWalk
{
    private const int Contents = 12;

    /// <returns>How many operations were refused.</returns>
    public static int Take(Ledger ledger, Random random, int steps, Action afterStep)
    {
        int refused = 0;
        for (int step = 0; step < steps; step++)
        {
            try
            {
                Step(ledger, random, step);
            }
            catch (InvalidOperationException)
            {
                refused++;
            }
            afterStep();
        }
        return refused;
    }

    private static void Step(Ledger ledger, Random random, int step)
    {
        var id = TempHome.IdOf($"innehåll {random.Next(Contents)}");
        switch (random.Next(13))
        {
            case 0 or 1: ledger.Receive(id, $"{step}.pdf", $"/inbox/{random.Next(4)}.pdf", 3); break;
            case 2 or 3: ledger.MarkRead(id, $"reader {random.Next(2)}", "application/pdf", 4); break;
            case 4 or 5: ledger.MarkUnderstood(id, "rules 1"); break;
            case 6: ledger.MarkSearchable([id]); break;
            case 7: ledger.MarkSearchable(Understood(ledger)); break;
            case 8: ledger.Quarantine(id, ProblemCode.Damaged, $"Filen är skadad, {random.Next(2)}."); break;
            case 9: ledger.Requeue(id); break;
            case 10: ledger.BeginAttempt(id); break;
            case 11: ledger.MarkTaken(1 + random.Next(60)); break;
            default: Seldom(ledger, random, id); break;
        }
    }

    private static IEnumerable<DocumentId> Understood(Ledger ledger) =>
        ledger.Unfinished().Where(entry => entry.State == DocumentState.Understood).Take(3).Select(entry => entry.Id);

    private static void Seldom(Ledger ledger, Random random, DocumentId id)
    {
        if (random.Next(3) == 0)
            ledger.Delete(id, "registrator", "Fel handling.");
        else if (ledger.ReceiptsToWithdraw() is [var back, ..])
            ledger.ReceiptWithdrawn(back.Seq);
        else if (ledger.ReceiptsDue() is [var due, ..])
        {
            ledger.PlanReceipt(due.Seq, $"klart/{due.Seq}");
            if (random.Next(3) > 0)
                ledger.ReceiptWritten(due.Seq, $"klart/{due.Seq}");
        }
    }
}
