using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Protokollsok.Tests;

/// <summary>What happens to disks, folders and neighbours in ten years.</summary>
public sealed class AccidentTests
{
    [Fact]
    public async Task Ingest_of_the_folder_that_holds_the_home_takes_the_scans_alone()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt", InventedMinutes.Clean);
        for (var round = 0; round < 2; round++)
        {
            var ingest = await TheProgram.RunAsync("ingest", folder.Path, "--data", folder.File("data"), "--json");
            Assert.Equal(0, ingest.ExitCode);
            Assert.Single(ingest.Lines);
        }
    }

    [Fact]
    public async Task What_is_no_file_in_the_inbox_is_left_alone_and_stops_no_other()
    {
        using var folder = new TemporaryFolder();
        var inbox = Path.Combine(folder.File("home"), "inbox");
        Directory.CreateDirectory(inbox);
        using (Process.Start("mkfifo", [Path.Combine(inbox, "a.pdf")])) await Task.Delay(200);
        File.CreateSymbolicLink(Path.Combine(inbox, "b.pdf"), "/etc/hostname");
        File.CreateSymbolicLink(Path.Combine(inbox, "c.pdf"), "/nowhere");
        await File.WriteAllTextAsync(Path.Combine(inbox, "d.txt"), InventedMinutes.Clean);

        await using var service = await RunningService.StartAsync(folder.File("home"));

        await RunningService.EventuallyAsync(() => File.Exists(Path.Combine(inbox, "klart", "d.txt.kvittens.html")), "the text's receipt");
        Assert.True(File.Exists("/etc/hostname"));
        Assert.Equal(1, (int)JsonNode.Parse(await service.Client.GetStringAsync("/api/v1/status"))!["received"]!);
    }

    [Fact]
    public async Task A_damaged_index_and_a_damaged_record_are_made_again()
    {
        using var folder = new TemporaryFolder();
        var home = folder.File("home");
        await TheProgram.RunAsync("ingest", folder.Write("a.txt", InventedMinutes.Clean), "--data", home);
        foreach (var file in Directory.GetFiles(Path.Combine(home, "index"), "segments_*")) await File.WriteAllTextAsync(file, "x");
        await File.WriteAllTextAsync(Assert.Single(Directory.GetFiles(home, "record.json.gz", SearchOption.AllDirectories)), "x");

        Assert.Equal(0, (await TheProgram.RunAsync("verify", "--repair", "--data", home)).ExitCode);

        var search = JsonNode.Parse((await TheProgram.RunAsync("search", "familjecentral", "--data", home, "--json")).Output)!;
        Assert.True((int)search["total"]! > 0);
    }

    [Fact]
    public async Task What_is_lost_beside_an_original_and_a_lost_ledger_are_made_again()
    {
        using var folder = new TemporaryFolder();
        var home = folder.File("home");
        folder.Write("a.txt", InventedMinutes.Clean);
        folder.Write("b.txt", InventedMinutes.Numbered(2));
        await TheProgram.RunAsync("ingest", folder.File("a.txt"), folder.File("b.txt"), "--data", home);
        File.Delete(Directory.GetFiles(home, "record.json.gz", SearchOption.AllDirectories)[0]);
        await File.WriteAllTextAsync(Directory.GetFiles(home, "reading.json.gz", SearchOption.AllDirectories)[1], "x");
        Assert.Equal(1, (await TheProgram.RunAsync("verify", "--data", home)).ExitCode);
        Assert.Equal(0, (await TheProgram.RunAsync("verify", "--repair", "--data", home)).ExitCode);

        foreach (var file in Directory.GetFiles(home, "ledger.db*")) File.Delete(file);
        Assert.Equal(0, (await TheProgram.RunAsync("verify", "--repair", "--data", home)).ExitCode);

        var search = JsonNode.Parse((await TheProgram.RunAsync("search", "familjecentral", "--data", home, "--json")).Output)!;
        Assert.Equal(2, (int)search["coverage"]!["searchable"]!);
    }

    [Fact]
    public async Task An_original_that_a_disk_changed_gives_way_to_the_same_file_dropped_again()
    {
        using var folder = new TemporaryFolder();
        var home = folder.File("home");
        var file = folder.Write("a.txt", InventedMinutes.Clean);
        await TheProgram.RunAsync("ingest", file, "--data", home);
        var original = Assert.Single(Directory.GetFiles(home, "original", SearchOption.AllDirectories));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(original, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await using (var damage = File.OpenWrite(original)) damage.WriteByte((byte)'#');
        Assert.Equal(1, (await TheProgram.RunAsync("verify", "--data", home)).ExitCode);

        await TheProgram.RunAsync("ingest", file, "--data", home);

        Assert.Equal(0, (await TheProgram.RunAsync("verify", "--data", home)).ExitCode);
    }

    [Fact]
    public async Task A_second_service_on_the_same_home_says_so_and_ends()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder.File("home"));

        var second = await TheProgram.RunAsync("serve", "--data", folder.File("home"), "--urls", "http://127.0.0.1:0");

        Assert.Equal(3, second.ExitCode);
        Assert.Contains("Another protokollsok", second.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_service_tells_systemd_when_it_is_ready_logs_as_it_is_set_and_ends_in_good_order()
    {
        using var folder = new TemporaryFolder();
        folder.Write("home/inbox/a.txt", InventedMinutes.Clean);
        using var manager = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        manager.Bind(new UnixDomainSocketEndPoint(folder.File("notify")));
        var command = TheProgram.Command("serve", "--data", folder.File("home"), "--urls", "http://127.0.0.1:0");
        command.Environment["NOTIFY_SOCKET"] = folder.File("notify");
        command.Environment["PROTOKOLLSOK_LOG_FORMAT"] = "json";
        using var service = Process.Start(command)!;
        var messages = service.StandardError.ReadToEndAsync();
        try
        {
            var told = new byte[100];
            Assert.Equal("READY=1", Encoding.UTF8.GetString(told, 0, await manager.ReceiveAsync(told).WaitAsync(TimeSpan.FromMinutes(1))));
            await RunningService.EventuallyAsync(() => File.Exists(Path.Combine(folder.File("home"), "inbox", "klart", "a.txt.kvittens.html")), "the receipt");
            using (Process.Start("sh", ["-c", $"kill -TERM {service.Id}"])) await service.WaitForExitAsync();
            Assert.Equal(0, service.ExitCode);
        }
        finally
        {
            if (!service.HasExited) service.Kill(entireProcessTree: true);
        }

        var events = (await messages).Split('\n').Where(line => line.StartsWith('{')).Select(line => (int)JsonNode.Parse(line)!["EventId"]!);
        Assert.Equal([101, 201], events);
    }

    [Fact]
    public async Task A_page_of_another_name_cannot_read_the_archive()
    {
        using var folder = new TemporaryFolder();
        await using var service = await RunningService.StartAsync(folder.File("home"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/search");
        request.Headers.Host = "elsewhere.example";

        using var answer = await service.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Text_that_is_not_utf8_is_refused_and_not_ruined()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File("old.txt"), [(byte)'h', (byte)'a', (byte)'l', 0xE5]);

        var repair = await TheProgram.RunAsync("repair", folder.File("old.txt"));

        Assert.Equal((2, ""), (repair.ExitCode, repair.Output));
    }
}
