namespace Protokollsok.Bulk;

/// <summary>What would change if documents were made again; nothing has.</summary>
/// <param name="Documents">How many were tried.</param>
/// <param name="Changed">How many would have another record.</param>
/// <param name="LostShare">The larger of the shares (0–1) of decisions and of values that would be lost.</param>
/// <param name="IsWithinBudget">Whether that is no more than may be.</param>
/// <param name="Csv">Every difference, a line each.</param>
/// <param name="Html">The same as this, with samples side by side.</param>
internal sealed record DryRunReport(
    string Source, string Selection, string Versions, long Documents, long Pages, long Changed, long Failed, long DecisionsBefore, long ValuesBefore,
    double LostShare, bool IsWithinBudget, double Seconds, IReadOnlyList<FieldTally> Fields, IReadOnlyList<ReindexFailure> Failures, string Csv, string Html);
