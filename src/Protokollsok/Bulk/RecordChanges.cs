namespace Protokollsok.Bulk;

/// <summary>How two records of one document differ.</summary>
/// <param name="Differences">In the record's order of fields.</param>
/// <param name="DecisionsBefore">How many decisions and proposals there were.</param>
/// <param name="ValuesBefore">How many values of all other fields there were.</param>
internal sealed record RecordChanges(IReadOnlyList<FieldDifference> Differences, int DecisionsBefore, int ValuesBefore)
{
    public const string Lost = "lost", Gained = "gained", Changed = "changed";

    public const string Decisions = "decisions", Text = "text";

    public int DecisionsLost => Count(Lost, isDecision: true);

    public int DecisionsGained => Count(Gained, isDecision: true);

    public int ValuesLost => Count(Lost, isDecision: false);

    public int ValuesGained => Count(Gained, isDecision: false);

    private int Count(string kind, bool isDecision) => Differences.Count(one => one.Kind == kind && one.Field == Decisions == isDecision);
}
