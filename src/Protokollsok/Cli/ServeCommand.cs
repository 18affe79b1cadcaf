using System.CommandLine;
using Protokollsok.Configuration;
using Protokollsok.Processing;
using Protokollsok.Web;

namespace Protokollsok.Cli;

/// <summary><c>serve</c>: watched folder, processing, API and page, until told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var inbox = CommonOptions.Inbox();
        var urls = CommonOptions.Urls();
        var command = new Command("serve", "watched folder, processing, API and web page") { data, inbox, urls };
        command.SetAction((parsed, cancel) =>
        {
            var source = CommonOptions.Load(parsed.GetValue(data)!, parsed.GetValue(inbox), parsed.GetValue(urls));
            foreach (var warning in source.Warnings) Output.Messages.WriteLine($"protokollsok: {warning}");
            return RunAsync(Home.At(parsed.GetValue(data)!, source.Settings.Inbox), source.Settings, cancel);
        });
        return command;
    }

    private static async Task<int> RunAsync(Home home, Settings settings, CancellationToken cancel)
    {
        await using var workshop = await Workshop.OpenAsync(home, settings, watches: true, TimeProvider.System, cancel);
        if (workshop.NotMended > 0) Output.Messages.WriteLine($"protokollsok: {workshop.NotMended} documents could not be added to the index; verify names them");
        await using var site = Site.Build(workshop);
        await site.StartAsync(cancel);
        Output.Messages.WriteLine($"protokollsok: drop scans into {home.Inbox}");
        Output.Messages.WriteLine($"protokollsok: search at {string.Join(" ", site.Urls)}");
        ServiceManager.Tell("READY=1");
        await Site.RunUntilStoppedAsync(site, cancel);
        return ExitCode.Done;
    }
}
