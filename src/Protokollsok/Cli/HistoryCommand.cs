using System.CommandLine;
using System.Globalization;
using System.Text;
using Protokollsok.Archive;
using Protokollsok.Documents;

namespace Protokollsok.Cli;

/// <summary><c>history ID</c>: all that happened to a document, which versions made what is there now, and its text as it was. Only reads.</summary>
internal static class HistoryCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "the document, or the beginning of its id" };
        var generation = new Option<int?>("--record") { Description = "the record as it was kept in that generation, as JSON", HelpName = "N" };
        var text = new Option<int?>("--text") { Description = "the text as it was in that generation, U+000C between two pages", HelpName = "N" };
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        var command = new Command("history", "what happened to a document, which versions made it, and its text as it was") { id, generation, text, data, json };
        command.SetAction(parsed => Run(parsed.GetValue(id)!, parsed.GetValue(generation), parsed.GetValue(text), parsed.GetValue(data)!, parsed.GetValue(json)));
        return command;
    }

    private static int Run(string start, int? generation, int? text, string data, bool json)
    {
        var home = CommonOptions.ExistingHome(data);
        var id = HomeRequest.Find(home, [start])[0];
        var archive = new DocumentArchive(home.Data);
        using var ledger = CommonOptions.ExistingLedger(home);
        var history = DocumentHistory.Of(ledger, archive, ledger.Find(id)!);
        if ((generation ?? text) is { } number) return Show(history, archive, number, text is not null);
        if (json) Output.WriteJson(history);
        else Write(history);
        return ExitCode.Done;
    }

    private static int Show(DocumentHistory history, DocumentArchive archive, int generation, bool isText)
    {
        if (history.Deletion is not null) throw new WrongUseException($"The document was deleted on {Day(history.Deletion.At)}, and all its texts with it; history {history.Id.Hex[..12]} tells what is known.");
        var record = archive.RecordBytes(history.Id, generation) ?? throw new WrongUseException($"Generation {generation} has no record of this document; there are: {string.Join(", ", history.Records)}.");
        Output.Results.WriteLine(isText ? string.Join('\f', DocumentsJson.Parse<DocumentRecord>(record).Pages.Select(page => page.Text)) : Encoding.UTF8.GetString(record));
        return ExitCode.Done;
    }

    private static string Day(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Write(DocumentHistory history)
    {
        Output.Results.WriteLine($"file           {history.FileName}");
        if (history.Deletion is { } gone)
            Output.Results.WriteLine(string.Create(CultureInfo.InvariantCulture, $"deleted        {gone.At:yyyy-MM-dd HH:mm}Z by {gone.Who}: {gone.Why}\n               original, texts, records and corrections are gone; what follows is all that is kept"));
        var had = history.Deletion is null ? "" : "was ";
        Output.Results.WriteLine($"{had + "read by",-15}{history.ReadBy ?? "-"}\n{had + "understood by",-15}{(had.Length > 0 ? " " : "")}{history.UnderstoodBy ?? "-"}");
        if (history.Deletion is null) Output.Results.WriteLine($"records        generation {string.Join(", ", history.Records)}; in force: {history.Generation}");
        foreach (var correction in history.Corrections)
            Output.Results.WriteLine(string.Create(CultureInfo.InvariantCulture, $"corrected      {correction.Field}: \"{correction.Was}\" is \"{correction.Value}\" ({correction.Who}, {correction.At:yyyy-MM-dd HH:mm}Z)"));
        foreach (var line in history.Events)
        {
            string?[] about = [line.Outcome == "done" ? null : line.Outcome, line.Versions, line.Who, line.Detail];
            Output.Results.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{line.At:yyyy-MM-dd HH:mm:ss}Z  {line.Step,-10}  {string.Join(" · ", about.Where(part => !string.IsNullOrEmpty(part)))}").TrimEnd());
        }
    }
}
