using System.CommandLine;
using Protokollsok.Processing;

namespace Protokollsok.Cli;

/// <summary>
/// <c>delete ID --reason TEXT</c>: a document that should never have come is removed everywhere. The ledger keeps that it was, who had it
/// deleted, when and why. Also while <c>serve</c> runs.
/// </summary>
internal static class DeleteCommand
{
    /// <summary>What is deleted cannot be had back: a slip of the keyboard names no document.</summary>
    private const int LeastOfId = 8;

    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = $"the document, or at least the first {LeastOfId} characters of its id" };
        var reason = new Option<string>("--reason") { Description = "why, for those who ask in ten years", Required = true, HelpName = "TEXT" };
        var data = CommonOptions.Data();
        var command = new Command("delete", "remove a document everywhere; the ledger keeps that it was") { id, reason, data };
        command.Validators.Add(result =>
        {
            if (result.GetValue(id) is { Length: < LeastOfId }) result.AddError($"Write at least the first {LeastOfId} characters of the id: what is deleted cannot be had back.");
            if (result.GetResult(reason) is not null && string.IsNullOrWhiteSpace(result.GetValue(reason))) result.AddError("--reason: say why.");
        });
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(id)!, parsed.GetValue(reason)!, parsed.GetValue(data)!, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string id, string reason, string data, CancellationToken cancel)
    {
        var home = CommonOptions.ExistingHome(data);
        var request = new UpkeepRequest(HomeRequest.Who, HomeRequest.Find(home, [id]), IsAll: false, reason);
        var (answers, _) = await HomeRequest.AskAsync(home, CommonOptions.SettingsOf(data), request, cancel);
        foreach (var answer in answers) Output.Results.WriteLine($"{answer.Id!.Hex[..12]} {answer.FileName}: {answer.Detail ?? "deleted"}");
        return answers.All(answer => answer.Outcome == UpkeepOutcome.Deleted) ? ExitCode.Done : ExitCode.SomeFailed;
    }
}
