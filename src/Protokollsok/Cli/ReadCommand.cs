using System.CommandLine;
using Protokollsok.Documents;
using Protokollsok.Processing;

namespace Protokollsok.Cli;

/// <summary><c>read FILE</c>: the whole pipeline on one file, without archive and index.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "a PDF, TIFF, JPEG, PNG or text file" };
        var json = new Option<bool>("--json") { Description = "print the record as JSON" };
        var text = new Option<bool>("--text") { Description = "print the running text, pages separated by U+000C" };
        var command = new Command("read", "read one file and print what is in it") { file, json, text };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(text)) result.AddError("Choose one of --json and --text.");
        });
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(file)!, parsed.GetValue(json), parsed.GetValue(text), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string path, bool json, bool text, CancellationToken cancel)
    {
        if (!File.Exists(path)) throw new WrongUseException($"There is no file {path}.");
        var record = await ReadAsync(path, cancel);
        foreach (var problem in record.Problems) Output.Messages.WriteLine($"{path}: {problem.Message}");
        if (json) Output.WriteJson(record);
        else if (text) Output.Results.Write(TextOf(record));
        else Overview.Write(record);
        return record.Status == DocumentStatus.Complete ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private static string TextOf(DocumentRecord record)
    {
        var text = RunningText.Of(record.Pages);
        return string.Join('\f', record.Pages.Select(page => text.PageText(page.Number)));
    }

    /// <summary>Reads, repairs and extracts one file.</summary>
    internal static async Task<DocumentRecord> ReadAsync(string path, CancellationToken cancel)
    {
        await using var tools = new Tools(CommonOptions.SettingsOf(data: null));
        await using var original = File.OpenRead(path);
        var id = await DocumentId.OfAsync(original, cancel);
        var reading = await tools.Reader.ReadAsync(path, ct: cancel);
        return tools.Understanding.Understand(id, Path.GetFileName(path), original.Length, reading);
    }
}
