using System.CommandLine;
using Protokollsok.Archive;
using Protokollsok.Documents;

namespace Protokollsok.Cli;

/// <summary><c>status</c>: the accounting, and what is in quarantine and why. Only reads, so it works while another program processes.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        var command = new Command("status", "the accounting, and what is in quarantine and why") { data, json };
        command.SetAction(parsed => Run(parsed.GetValue(data)!, parsed.GetValue(json)));
        return command;
    }

    private static int Run(string data, bool json)
    {
        using var ledger = CommonOptions.ExistingLedger(CommonOptions.ExistingHome(data));
        var status = StatusReport.Of(ledger);
        if (json) Output.WriteJson(status);
        else Write(status);
        return ExitCode.Done;
    }

    private static void Write(StatusReport status)
    {
        Output.Results.WriteLine($"received     {status.Received,7}");
        Output.Results.WriteLine($"done         {status.Done,7}");
        Output.Results.WriteLine($"waiting      {status.Waiting,7}");
        Output.Results.WriteLine($"quarantined  {status.Quarantined,7}");
        Output.Results.WriteLine($"duplicates   {status.Duplicates,7}");
        Output.Results.WriteLine($"deleted      {status.Deleted,7}");
        foreach (var entry in status.Quarantine) Output.Results.WriteLine($"\n{entry.FileName} ({entry.Id.Hex[..12]})\n  {entry.Reason}");
    }
}

/// <summary>The accounting, and what waits for a person: the same for <c>status</c> and the API.</summary>
internal sealed record StatusReport(
    long Received, long Done, long Waiting, long Quarantined, long Duplicates, long Deleted, IReadOnlyList<QuarantineLine> Quarantine)
{
    public static StatusReport Of(LedgerReader ledger)
    {
        var count = ledger.Count();
        return new StatusReport(
            count.Received, count.Done, count.Waiting, count.Quarantined, count.Duplicates, count.Deleted,
            [.. ledger.Quarantined().Select(entry => new QuarantineLine(entry.Id, entry.FileName, entry.Reason ?? ""))]);
    }
}

/// <summary>A document in quarantine.</summary>
internal sealed record QuarantineLine(DocumentId Id, string FileName, string Reason);
