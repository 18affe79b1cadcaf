using System.CommandLine;
using System.Globalization;
using Protokollsok.Archive;
using Protokollsok.Processing;

namespace Protokollsok.Cli;

/// <summary><c>learn</c>: the words of the archive's own sound pages help to repair its damaged ones. A service that runs takes them up when it starts the next time.</summary>
internal static class LearnCommand
{
    /// <summary>A deletion meanwhile waits for one step, some seconds; each step reads and writes the whole sum, so that small ones would take long.</summary>
    private const int AtOnce = 2000;

    public static Command Create()
    {
        var data = CommonOptions.Data();
        var command = new Command("learn", "let the words of the archive's own sound pages help to repair its damaged ones") { data };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(data)!, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string data, CancellationToken cancel)
    {
        var home = CommonOptions.ExistingHome(data);
        using var ledger = CommonOptions.ExistingLedger(home);
        var archive = new DocumentArchive(home.Data);
        var (added, pages) = (0, 0);
        Learning.Outcome outcome;
        do
        {
            outcome = await Learning.LearnAsync(home, ledger, archive, AtOnce, cancel);
            (added, pages) = (added + outcome.New, pages + outcome.Pages);
        }
        while (outcome.New == AtOnce);
        Output.Results.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{outcome.Words} words learnt from {outcome.Documents} documents; new were {added}, with {pages} sound pages"));
        return ExitCode.Done;
    }
}
