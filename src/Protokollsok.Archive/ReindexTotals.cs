namespace Protokollsok.Archive;

/// <summary>What a generation comes to so far.</summary>
/// <param name="Documents">All that belong to it.</param>
/// <param name="Waiting">Those that are still to be made.</param>
/// <param name="Failed">Those that could not be made again.</param>
/// <param name="Changed">Those whose record is another one.</param>
/// <param name="Entries">Of those that are made, in the new index.</param>
/// <param name="EntriesBefore">Of those that are made, in the index in force.</param>
public sealed record ReindexTotals(
    long Documents, long Waiting, long Failed, long Changed, long Pages, long Entries, long EntriesBefore,
    long DecisionsBefore, long DecisionsLost, long DecisionsGained, long ValuesBefore, long ValuesLost, long ValuesGained)
{
    /// <summary>The larger of the shares (0–1) of decisions and of values that are lost.</summary>
    public double LostShare => Math.Max(Share(DecisionsLost, DecisionsBefore), Share(ValuesLost, ValuesBefore));

    private static double Share(long lost, long before) => before == 0 ? 0 : (double)lost / before;
}
