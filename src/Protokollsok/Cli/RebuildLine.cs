using Protokollsok.Bulk;

namespace Protokollsok.Cli;

/// <summary>What was made again last, or is being made: how far, and what went wrong.</summary>
/// <param name="State"><c>building</c>, <c>telling</c>, <c>done</c>, <c>refused</c>, <c>stopped</c>, <c>failed</c> or <c>abandoned</c>.</param>
/// <param name="Generation"><see langword="null"/> until it has one.</param>
/// <param name="UpdatedAt">UTC; long ago for what is not at its end: the program that made it has ended.</param>
/// <param name="Documents">That belong to it.</param>
/// <param name="Waiting">That are still to be made.</param>
/// <param name="Failed">That could not be made again; what there was of them is in force.</param>
/// <param name="Trouble">What is waited out just now; <see langword="null"/> if nothing is.</param>
/// <param name="Message">English: why it ended as it did.</param>
/// <param name="Failures">The first of the failed, and why.</param>
internal sealed record RebuildLine(
    string State, int? Generation, string? Source, string? Selection, DateTimeOffset? BegunAt, DateTimeOffset UpdatedAt, long Documents, long Waiting, long Failed,
    double? SecondsLeft, string? Trouble, string? Message, IReadOnlyList<ReindexFailure> Failures)
{
    private const int MostFailures = 10;

    public static RebuildLine? Of(ReindexReport? report) => report is null ? null : new RebuildLine(
        report.State, report.Generation, report.Source, report.Selection, report.BegunAt, report.UpdatedAt, report.Totals?.Documents ?? 0, report.Totals?.Waiting ?? 0,
        report.Totals?.Failed ?? 0, report.SecondsLeft, report.Trouble, report.Message, [.. report.Failures.Take(MostFailures)]);
}
