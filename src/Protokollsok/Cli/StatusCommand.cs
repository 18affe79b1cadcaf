using System.CommandLine;

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
