using System.CommandLine;
using System.Text;
using Protokollsok.Documents;
using Protokollsok.Language;
using Protokollsok.Processing;
using Protokollsok.Repair;

namespace Protokollsok.Cli;

/// <summary><c>repair</c>: UTF-8 text in, repaired text out, line for line. A document ends at U+000C or at the end.</summary>
internal static class RepairCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "a text file, or - for standard input", DefaultValueFactory = _ => "-" };
        var changes = new Option<string?>("--changes") { Description = "write each change, applied or suggested, to this file as JSON Lines", HelpName = "FILE.jsonl" };
        var data = new Option<string?>("--data") { Description = "the home whose settings, learnt words and list of names to use (default: none)", HelpName = "DIR" };
        var command = new Command("repair", "repair Swedish text that scanning damaged") { file, changes, data };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(file)!, parsed.GetValue(changes), parsed.GetValue(data), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string path, string? changesPath, string? data, CancellationToken cancel)
    {
        if (path != "-" && !File.Exists(path)) throw new WrongUseException(Directory.Exists(path) ? $"{path} is a folder; repair takes one file." : $"There is no file {path}.");
        if (changesPath is not null) CheckChanges(path, changesPath);
        using var model = SwedishModel.OpenDefault();
        var settings = CommonOptions.SettingsOf(data);
        var repairer = new Repairer(model, settings.Repair, Learning.Known(settings, data is null ? null : CommonOptions.ExistingHome(data)), Dictionaries.Open(settings).Words);
        await using var input = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
        using var text = new StreamReader(input, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));

        try
        {
            if (changesPath is null) await RepairAsync(text, repairer, changes: null, cancel);
            else await WithChangesAsync(changesPath, changes => RepairAsync(text, repairer, changes, cancel));
            return ExitCode.Done;
        }
        catch (DecoderFallbackException)
        {
            throw new WrongUseException($"{(path == "-" ? "Standard input" : path)} is not UTF-8; convert it first, with iconv -f WINDOWS-1252 -t UTF-8 for example.");
        }
    }

    /// <exception cref="WrongUseException">The changes cannot be kept there, or would take the place of the text itself.</exception>
    private static void CheckChanges(string path, string changesPath)
    {
        if (Directory.Exists(changesPath)) throw new WrongUseException($"--changes {changesPath}: that is a folder; name a file.");
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(changesPath)))) throw new WrongUseException($"--changes {changesPath}: there is no such folder; make it first.");
        if (path != "-" && RealPath(path) == RealPath(changesPath)) throw new WrongUseException($"--changes {changesPath} is the text itself; name another file.");
    }

    /// <summary>Through links, of the file and of the folders that it lies in.</summary>
    private static string RealPath(string path)
    {
        var full = Path.GetFullPath(path);
        if (Path.GetDirectoryName(full) is not { } folder) return full;
        full = Path.Combine(RealPath(folder), Path.GetFileName(full));
        FileSystemInfo there = Directory.Exists(full) ? new DirectoryInfo(full) : new FileInfo(full);
        return there.Exists && there.ResolveLinkTarget(returnFinalTarget: true) is { } target ? target.FullName : full;
    }

    /// <summary>Written beside and moved when it is whole: a text that is refused leaves the changes of the one before.</summary>
    private static async Task WithChangesAsync(string path, Func<TextWriter, Task> write)
    {
        // What is no plain file (/dev/stdout, a pipe) cannot be replaced; a link stays one.
        var target = RealPath(path);
        var isPlain = !target.StartsWith("/dev/", StringComparison.Ordinal) && !target.StartsWith("/proc/", StringComparison.Ordinal);
        var written = isPlain ? target + ".new" : path;
        try
        {
            await using (var changes = new StreamWriter(written, append: false, new UTF8Encoding(false)) { NewLine = "\n" }) await write(changes);
            if (isPlain) File.Move(written, target, overwrite: true);
        }
        catch when (isPlain)
        {
            File.Delete(written);
            throw;
        }
    }

    private static async Task RepairAsync(TextReader text, Repairer repairer, TextWriter? changes, CancellationToken cancel)
    {
        var firstLine = 1;
        await foreach (var document in DocumentsOf(text, cancel)) firstLine += Repair(document, firstLine, repairer, changes);
    }

    /// <summary>Repairs and prints one document. Returns how many line breaks it has.</summary>
    private static int Repair(string document, int firstLine, Repairer repairer, TextWriter? changes)
    {
        var asTyped = document.TrimEnd('\f');
        var page = Nfc.Of(asTyped);
        var repaired = repairer.Repair([page])[0];
        Output.Results.Write(repaired.Text);
        if (document.EndsWith('\f')) Output.Results.Write('\f');
        if (changes is not null)
        {
            var typed = page == asTyped ? null : asTyped.Split('\n');
            foreach (var change in TextChange.Of(page, repaired.Corrections, firstLine))
                changes.WriteLine(DocumentsJson.ToText(typed is null ? change : change.InDecomposed(typed[change.Line - firstLine])));
        }

        return page.AsSpan().Count('\n');
    }

    /// <summary>The documents of the input, each with the form feed that ended it.</summary>
    private static async IAsyncEnumerable<string> DocumentsOf(TextReader text, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var document = new StringBuilder();
        var buffer = new char[1 << 16];
        for (int read; (read = await text.ReadAsync(buffer, cancel)) > 0;)
        {
            var rest = new ReadOnlyMemory<char>(buffer, 0, read);
            for (int end; (end = rest.Span.IndexOf('\f')) >= 0; rest = rest[(end + 1)..])
            {
                document.Append(rest.Span[..(end + 1)]);
                yield return document.ToString();
                document.Clear();
            }

            document.Append(rest);
        }

        if (document.Length > 0) yield return document.ToString();
    }
}
