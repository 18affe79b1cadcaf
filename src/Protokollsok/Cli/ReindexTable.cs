using System.Globalization;
using Protokollsok.Bulk;

namespace Protokollsok.Cli;

/// <summary>What came of <c>reindex</c>, or would come of it, for a person at a terminal.</summary>
internal static class ReindexTable
{
    public static void Write(ReindexReport report)
    {
        Output.Results.WriteLine($"{report.State}{(report.Generation is { } generation ? $": generation {generation}, {report.Selection}, from {report.Source}" : "")}");
        if (report.Totals is { } totals)
        {
            Line($"documents  {totals.Documents,9}   changed {totals.Changed}, failed {totals.Failed}, waiting {totals.Waiting}");
            Line($"pages      {totals.Pages,9}   {report.PagesPerSecond:0} a second, {report.Seconds:0.0} s in all, {report.SecondsThrottled:0.0} s of room made for searches");
            Line($"decisions  {totals.DecisionsBefore,9}   lost {totals.DecisionsLost}, gained {totals.DecisionsGained}");
            Line($"values     {totals.ValuesBefore,9}   lost {totals.ValuesLost}, gained {totals.ValuesGained}");
        }

        if (report.SwitchMilliseconds is { } took) Line($"switch     {took,9:0.0}   ms");
        foreach (var failure in report.Failures) Output.Results.WriteLine($"failed: {failure.Id.Hex[..12]}: {failure.Why}");
        if (report.Message is { } message) Output.Results.WriteLine(message);
    }

    public static void Write(DryRunReport report)
    {
        Line($"{report.Documents} documents, {report.Pages} pages tried in {report.Seconds:0.0} s: {report.Changed} would change, {report.Failed} failed");
        Line($"{"field",-20}{"lost",9}{"gained",9}{"changed",9}");
        foreach (var field in report.Fields) Line($"{field.Field,-20}{field.Lost,9}{field.Gained,9}{field.Changed,9}");
        foreach (var sample in report.Fields.SelectMany(field => field.Samples.Take(2)))
            Output.Results.WriteLine($"\n{sample.Difference.Field} {sample.Difference.Kind}: {sample.FileName}, page {sample.Difference.Page}\n  - {sample.Difference.Before}\n  + {sample.Difference.After}");
        foreach (var failure in report.Failures) Output.Results.WriteLine($"failed: {failure.Id.Hex[..12]}: {failure.Why}");
        Line($"\nlost: {report.LostShare * 100:0.###} % of {report.DecisionsBefore} decisions or {report.ValuesBefore} values{(report.IsWithinBudget ? "" : ", more than may be")}; nothing was changed");
        Output.Results.WriteLine($"{report.Html}\n{report.Csv}");
    }

    private static void Line(FormattableString line) => Output.Results.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
