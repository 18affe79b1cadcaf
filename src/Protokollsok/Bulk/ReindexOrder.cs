namespace Protokollsok.Bulk;

/// <summary>What is to be made again.</summary>
/// <param name="Source">Where to begin.</param>
/// <param name="Only">What is meant, as <see cref="Selection"/> reads it; empty: everything.</param>
/// <param name="LostBudget">The largest share (0–1) of decisions or of values that may be lost; beyond it nothing is switched. <see langword="null"/>: any.</param>
/// <param name="IsRollback">Back to the generation before, instead.</param>
/// <param name="IsAbandon">What is being made is to be given up, instead.</param>
internal sealed record ReindexOrder(ReindexSource Source, IReadOnlyList<string> Only, double? LostBudget = null, bool IsRollback = false, bool IsAbandon = false);
