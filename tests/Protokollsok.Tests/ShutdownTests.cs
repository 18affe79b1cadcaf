using System.Net.Sockets;
using System.Text;
using Protokollsok.Configuration;

namespace Protokollsok.Tests;

/// <summary>A service that is told to stop ends soon, whoever is still at it.</summary>
public sealed class ShutdownTests
{
    private const string Secret = "en-mycket-lang-hemlighet-123";

    /// <summary>Before answers had an end of their own it was half a minute, in which the work went on.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

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
