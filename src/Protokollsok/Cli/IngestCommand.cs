using System.CommandLine;
using Protokollsok.Bulk;
using Protokollsok.Configuration;
using Protokollsok.Processing;

namespace Protokollsok.Cli;

/// <summary><c>ingest PATH...</c>: files and folders, once; ends when all are done. The files stay where they are. A running service is handed them, and does it.</summary>
internal static class IngestCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "files and folders", Arity = ArgumentArity.OneOrMore };
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        var manifest = new Option<string?>("--manifest") { Description = "a CSV that says what is known of the files: path, and board, date, documentDate, dnr, title, type or municipality", HelpName = "FILE" };
        var command = new Command("ingest", "take files and folders in, once; ends when all are done, and goes on where it was cut short") { paths, data, manifest, json };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(paths)!, parsed.GetValue(data)!, parsed.GetValue(manifest), parsed.GetValue(json), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, string data, string? register, bool json, CancellationToken cancel)
    {
        foreach (var path in paths.Where(path => !Path.Exists(path))) throw new WrongUseException($"There is no file or folder {path}.");
        if (register is not null && !File.Exists(register)) throw new WrongUseException($"There is no manifest {register}.");
        var settings = CommonOptions.SettingsOf(data);
        var home = Home.At(data, settings.Inbox);
        // Looked through once to know how many there are, and again as they are taken: a list of all may be long.
        List<(string Path, string Why)> troubles = [];
        var count = paths.SelectMany(path => IngestTree.FilesOf(path, home, (file, why) => troubles.Add((file, why)))).Count();
        using var progress = IngestProgress.Start(count + troubles.Count);
        var telling = new IngestTelling(progress, json);
        var order = IngestOrder.For(paths, register, HomeRequest.Who);
        while (true)
        {
            if (await TryOwnAsync(home, settings, order, telling, troubles, cancel) is { } own) return own;
            if (await new IngestHanding(home, order, telling).FollowAsync(cancel) is { } handed) return handed;
        }
    }

    /// <returns>The exit code; <see langword="null"/> if another program holds the home.</returns>
    private static async Task<int?> TryOwnAsync(
        Home home, Settings settings, IngestOrder order, IngestTelling telling, IReadOnlyList<(string Path, string Why)> troubles, CancellationToken cancel)
    {
        Workshop workshop;
        try
        {
            workshop = await Workshop.OpenAsync(home, settings, watches: false, TimeProvider.System, cancel);
        }
        catch (HomeInUseException)
        {
            return null;
        }

        await using (workshop)
        {
            var manifest = order.Manifest is null ? null : Manifest.Read(order.Manifest, workshop.Tools.Understanding.DnrOf);
            var run = new IngestRun(workshop, telling, manifest);
            foreach (var (path, why) in troubles) run.AddUnreadable(path, why);
            var exit = await run.TakeAllAsync(order.Paths.SelectMany(path => IngestTree.FilesOf(path, home, (_, _) => { })), cancel, order.What);
            IngestHanding.TellDone(home, order, run.NotDone);
            return exit;
        }
    }
}
