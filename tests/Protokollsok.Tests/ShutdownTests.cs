using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Protokollsok.Configuration;
using Protokollsok.Web;

namespace Protokollsok.Tests;

/// <summary>A service that is told to stop ends soon, whoever is still at it.</summary>
public sealed class ShutdownTests
{
    private const string Secret = "en-mycket-lang-hemlighet-123";

    /// <summary>Only so that a service that never ends fails the test: how long answers may take is the host's own limit, below.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Answers_that_are_under_way_get_a_few_seconds_and_the_services_stop_beside_each_other()
    {
        await using var home = await OpenHome.OpenAsync();
        await using var site = Site.Build(home.Workshop);
        var host = site.Services.GetRequiredService<IOptions<HostOptions>>().Value;
        Assert.InRange(host.ShutdownTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
        Assert.True(host.ServicesStopConcurrently);
    }

    [Fact]
    public async Task A_client_that_sends_its_file_slowly_does_not_hold_it_up()
    {
        using var folder = new TemporaryFolder();
        folder.Write($"home/{SettingsSource.FileName}", $"[tokens]\nprovet = {Secret}");
        await using var service = await RunningService.StartAsync(folder.File("home"));
        using var client = new TcpClient();
        await client.ConnectAsync(service.Client.BaseAddress!.Host, service.Client.BaseAddress.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/v1/documents?fileName=a.txt HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {Secret}\r\nContent-Type: text/plain\r\nContent-Length: 1000000\r\n\r\nBara början"));
        await RunningService.EventuallyAsync(() => Directory.GetFiles(folder.File("home"), "*", SearchOption.AllDirectories).Any(path => path.Contains("uploads", StringComparison.Ordinal)), "the upload begun");

        Assert.Equal(0, await service.StopGentlyAsync().WaitAsync(Patience));
    }

    [Fact]
    public async Task A_page_that_is_being_read_does_not_hold_it_up_and_is_read_by_the_next_program()
    {
        using var folder = new TemporaryFolder();
        var inbox = Directory.CreateDirectory(folder.File("home/inbox")).FullName;
        File.Copy(Repository.Testdata("scans", "ON utdrag § 52.pdf"), Path.Combine(inbox, "a.pdf"));
        await using (var service = await RunningService.StartAsync(folder.File("home")))
        {
            await RunningService.EventuallyAsync(() => !File.Exists(Path.Combine(inbox, "a.pdf")), "the scan taken in");
            Assert.Equal(0, await service.StopGentlyAsync().WaitAsync(Patience));
        }

        await using var next = await RunningService.StartAsync(folder.File("home"));
        await RunningService.EventuallyAsync(() => File.Exists(Path.Combine(inbox, "klart", "a.pdf.kvittens.json")), "a receipt");
        Assert.Equal(0, await next.StopGentlyAsync().WaitAsync(Patience));
    }
}
