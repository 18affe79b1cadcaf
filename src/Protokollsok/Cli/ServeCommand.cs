using System.CommandLine;
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
        command.SetAction((parsed, cancel) => RunAsync(Home.At(parsed.GetValue(data)!, parsed.GetValue(inbox)), parsed.GetValue(urls)!, cancel));
        return command;
    }

    private static async Task<int> RunAsync(Home home, string urls, CancellationToken cancel)
    {
        await using var workshop = await Workshop.OpenAsync(home, TimeProvider.System, cancel);
        await using var site = Site.Build(workshop, urls);
        await site.StartAsync(cancel);
        Output.Messages.WriteLine($"protokollsok: drop scans into {home.Inbox}");
        Output.Messages.WriteLine($"protokollsok: search at {string.Join(" ", site.Urls)}");
        await Site.RunUntilStoppedAsync(site, cancel);
        return ExitCode.Done;
    }
}
