using System.CommandLine;
using System.Globalization;
using Protokollsok.Bulk;
using Protokollsok.Processing;

namespace Protokollsok.Cli;

/// <summary><c>status</c>: the accounting, and what is in quarantine and why. Only reads, so it works while another program processes.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        var command = new Command("status", "the accounting, the pace, and what is in quarantine and why") { data, json };
        command.SetAction(parsed => Run(parsed.GetValue(data)!, parsed.GetValue(json)));
        return command;
    }

    private static int Run(string data, bool json)
    {
        var home = CommonOptions.ExistingHome(data);
        using var ledger = CommonOptions.ExistingLedger(home);
        var now = TimeProvider.System.GetUtcNow();
        var status = StatusReport.Of(ledger, now, Troubles.Kept(home.Troubles, now), ReportFile.Read(home));
        if (json) Output.WriteJson(status);
        else Write(status);
        return ExitCode.Done;
    }

    private static void Write(StatusReport status)
    {
        Output.Results.WriteLine($"received     {status.Received,7}");
        Output.Results.WriteLine($"done         {status.Done,7}");
        Output.Results.WriteLine($"waiting      {status.Waiting,7}{Left(status)}");
        Output.Results.WriteLine($"quarantined  {status.Quarantined,7}");
        Output.Results.WriteLine($"duplicates   {status.Duplicates,7}");
        Output.Results.WriteLine($"deleted      {status.Deleted,7}");
        Output.Results.WriteLine($"last hour    {status.LastHour.Documents,7} documents, {status.LastHour.Pages} pages");
        Output.Results.WriteLine($"last 24 h    {status.LastDay.Documents,7} documents, {status.LastDay.Pages} pages");
        foreach (var step in status.Steps)
            Output.Results.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step.Step,-12} {step.MeanSeconds,7:F2} s on average, {step.LongestSeconds:F1} s at most"));
        if (status.Slowest is [var slowest, ..])
            Output.Results.WriteLine(string.Create(CultureInfo.InvariantCulture, $"slowest      {slowest.Seconds,7:F1} s: {slowest.FileName}"));
        foreach (var trouble in status.Troubles) Output.Results.WriteLine($"\ntrouble since {trouble.Since:yyyy-MM-dd HH:mm}Z: {trouble.What}: {trouble.Why}");
        if (status.Reindex is { } reindex) Write(reindex);
        foreach (var entry in status.Quarantine) Output.Results.WriteLine($"\n{entry.FileName} ({entry.Id.Hex[..12]})\n  {entry.Reason}");
    }

    private static void Write(RebuildLine reindex)
    {
        var left = reindex is { Waiting: > 0, SecondsLeft: { } seconds } ? $", about {TimeLeft.InWords(TimeSpan.FromSeconds(seconds))} left" : "";
        Output.Results.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\nreindex {reindex.State} ({reindex.UpdatedAt:yyyy-MM-dd HH:mm}Z): generation {reindex.Generation}, {reindex.Selection}, from {reindex.Source}\n  {reindex.Documents - reindex.Waiting} of {reindex.Documents} documents, {reindex.Failed} failed{left}"));
        foreach (var failure in reindex.Failures) Output.Results.WriteLine($"  failed: {failure.Id.Hex[..12]}: {failure.Why}");
        foreach (var why in new[] { reindex.Trouble, reindex.Message }.OfType<string>()) Output.Results.WriteLine($"  {why}");
    }

    private static string Left(StatusReport status) =>
        status.SecondsLeft is > 0 and { } seconds ? $" (about {TimeLeft.InWords(TimeSpan.FromSeconds(seconds))} left)" : "";
}
