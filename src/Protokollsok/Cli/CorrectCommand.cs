using System.CommandLine;
using Protokollsok.Corrections;
using Protokollsok.Processing;

namespace Protokollsok.Cli;

/// <summary><c>correct ID FIELD VALUE</c>: what a person knows better, kept with who and when, and put over the rules after every reprocessing. Also while <c>serve</c> runs.</summary>
internal static class CorrectCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "the document, or the beginning of its id" };
        var field = new Argument<string>("FIELD") { Description = $"{string.Join(", ", CorrectionField.All)}, or date; repair is about one word" };
        var value = new Argument<string?>("VALUE") { Description = "what it is; of dnr also WRONG=RIGHT, WRONG= or =RIGHT; of section WRONG=RIGHT (838=38), PAGE:WRONG=RIGHT, PAGE/START=RIGHT as the record tells page and start, or WRONG=; of amount PRINTED=KRONOR; of repair PAGE/START=WORD as the record tells page and start, or to reject what repair made WORD or PAGE:WORD", Arity = ArgumentArity.ZeroOrOne };
        var undo = new Option<bool>("--undo") { Description = "take back what was corrected in this field: the rules say again what it is" };
        var data = CommonOptions.Data();
        var command = new Command("correct", "record a person's correction, which survives reprocessing") { id, field, value, undo, data };
        command.Validators.Add(result =>
        {
            if (result.GetValue(undo) == (result.GetResult(value) is { Tokens.Count: > 0 })) result.AddError("Write a VALUE, or say --undo.");
        });
        command.SetAction((parsed, cancel) => RunAsync(
            parsed.GetValue(id)!, new CorrectionOrder(parsed.GetValue(field)!, parsed.GetValue(undo) ? null : parsed.GetValue(value)), parsed.GetValue(data)!, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string id, CorrectionOrder order, string data, CancellationToken cancel)
    {
        var home = CommonOptions.ExistingHome(data);
        var request = new UpkeepRequest(HomeRequest.Who, HomeRequest.Find(home, [id]), IsAll: false, DeleteReason: null) { Correction = order };
        var (answers, _) = await HomeRequest.AskAsync(home, CommonOptions.SettingsOf(data), request, cancel);
        foreach (var answer in answers)
        {
            if (answer.Outcome == UpkeepOutcome.Refused) throw new WrongUseException(answer.Detail!);
            Output.Results.WriteLine($"{answer.Id!.Hex[..12]} {answer.FileName}: {(answer.Outcome == UpkeepOutcome.Corrected ? answer.Detail : "there is no such document any more")}");
        }

        return answers.All(answer => answer.Outcome == UpkeepOutcome.Corrected) ? ExitCode.Done : ExitCode.SomeFailed;
    }
}
