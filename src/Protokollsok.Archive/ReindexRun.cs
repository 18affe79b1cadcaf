namespace Protokollsok.Archive;

/// <summary>One generation: what was asked for, by whom, and how far it has come.</summary>
/// <param name="Generation">From 2; never used twice.</param>
/// <param name="Source">Where it begins: <c>record</c>, <c>text</c> or <c>scan</c>.</param>
/// <param name="Selection">What was asked for, in words.</param>
/// <param name="IsWhole">Its index is made from nothing; else it is a copy of the one in force, in which the selected documents are replaced.</param>
/// <param name="LostBudget">The largest share (0–1) of decisions or values that may be lost; <see langword="null"/>: any.</param>
/// <param name="Versions">Of what makes it.</param>
/// <param name="Detail">Why it ended as it did, where there is something to say.</param>
/// <param name="SeenEvent">What the ledger noted up to here is in it.</param>
public sealed record ReindexRun(
    int Generation,
    ReindexState State,
    string Source,
    string Selection,
    bool IsWhole,
    double? LostBudget,
    string Who,
    string Versions,
    DateTimeOffset BegunAt,
    DateTimeOffset? SwitchedAt,
    DateTimeOffset? EndedAt,
    string? Detail,
    long SeenEvent);
