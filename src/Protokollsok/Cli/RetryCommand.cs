using System.CommandLine;
using Protokollsok.Archive;
using Protokollsok.Processing;

namespace Protokollsok.Cli;

/// <summary><c>retry [ID... | --all]</c>: quarantined documents again, the cause being mended. Also while <c>serve</c> runs, which then does the work.</summary>
internal static class RetryCommand
{
    public static Command Create()
    {
        var ids = new Argument<string[]>("ID") { Description = "documents in quarantine, or the beginnings of their ids, as status tells them", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "all that are in quarantine" };
        var data = CommonOptions.Data();
        var command = new Command("retry", "process quarantined documents again") { ids, all, data };
        command.Validators.Add(result =>
        {
            if (result.GetValue(all) == (result.GetValue(ids) is { Length: > 0 })) result.AddError("Name documents, or say --all.");
        });
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(ids)!, parsed.GetValue(all), parsed.GetValue(data)!, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string[] ids, bool all, string data, CancellationToken cancel)
    {
        var home = CommonOptions.ExistingHome(data);
        var request = new UpkeepRequest(HomeRequest.Who, all ? [] : HomeRequest.Find(home, ids), all, DeleteReason: null);
        var (answers, isOwn) = await HomeRequest.AskAsync(home, CommonOptions.SettingsOf(data), request, cancel);
        using var ledger = CommonOptions.ExistingLedger(home);
        var failed = 0;
        foreach (var answer in answers)
        {
            var entry = ledger.Find(answer.Id!);
            var what = answer.Outcome switch
            {
                UpkeepOutcome.Unknown => "is deleted",
                UpkeepOutcome.NotInQuarantine => "is not in quarantine",
                _ when !isOwn => "is in work again",
                _ => entry?.State switch
                {
                    DocumentState.Searchable => "done",
                    DocumentState.Quarantined => $"in quarantine again: {entry.Reason}",
                    _ => "waits; run serve or ingest to go on",
                },
            };
            if (answer.Outcome != UpkeepOutcome.Retried || (isOwn && entry?.State != DocumentState.Searchable)) failed++;
            Output.Results.WriteLine($"{answer.Id!.Hex[..12]} {answer.FileName}: {what}");
        }

        if (answers.Count == 0) Output.Results.WriteLine("nothing is in quarantine");
        return failed == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }
}
