using System.Text;
using System.Text.Json.Nodes;
using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Language;
using Protokollsok.Search;

namespace Protokollsok.Tests;

/// <summary>Everything made again, tried first, taken back, and what people corrected: with the real program.</summary>
public sealed class ReindexTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Home => _folder.File("home");

    [Fact]
    public async Task Without_a_service_it_makes_all_again_switches_and_goes_back()
    {
        await IngestAsync(3);

        var reindex = Json(await TheProgram.RunAsync("reindex", "--data", Home, "--json"));

        Assert.Equal(("done", 2, "text"), ((string)reindex["state"]!, (int)reindex["generation"]!, (string)reindex["source"]!));
        Assert.Equal((3, 0, 0), ((int)reindex["totals"]!["documents"]!, (int)reindex["totals"]!["failed"]!, (int)reindex["totals"]!["waiting"]!));
        Assert.Equal("index-2", Generations.In(Home).Index);
        Assert.True(File.Exists(Path.Combine(Home, "logs", "reindex-2.json")));
        Assert.Equal(9, await HitsAsync());
        Assert.Equal(0, (await TheProgram.RunAsync("verify", "--data", Home)).ExitCode);

        // What came since is found after going back, too.
        await TheProgram.RunAsync("ingest", _folder.Write("ny.txt", InventedMinutes.Numbered(900)), "--data", Home);
        var back = await TheProgram.RunAsync("reindex", "--rollback", "--data", Home);

        Assert.True(back.ExitCode == 0, back.Messages + back.Output);
        Assert.Contains("Back from generation 2 (everything, from text", back.Output, StringComparison.Ordinal);
        Assert.Contains("to the documents as they were before anything was made again", back.Output, StringComparison.Ordinal);
        Assert.Equal(("index", 3), (Generations.In(Home).Index, Generations.In(Home).Current));
        Assert.Equal([2], Generations.In(Home).Withdrawn);
        Assert.Equal(12, await HitsAsync());
        Assert.Equal(0, (await TheProgram.RunAsync("verify", "--data", Home)).ExitCode);
        Assert.Equal(2, (await TheProgram.RunAsync("reindex", "--rollback", "--data", Home)).ExitCode);
    }

    [Fact]
    public async Task A_board_that_is_none_is_told_with_those_that_are()
    {
        await IngestAsync(1);
        foreach (var how in new[] { "--from=record", "--dry-run" })
        {
            var none = await TheProgram.RunAsync("reindex", how, "--only", "board:Rymdnämnden", "--data", Home);
            Assert.Equal(0, none.ExitCode);
            Assert.Contains("No document is meant by board:Rymdnämnden. There is no board Rymdnämnden; the archive has ", none.Output + none.Messages, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_running_service_does_it_and_what_is_dropped_meanwhile_is_in_the_new_index()
    {
        await IngestAsync(3);
        await using var service = await RunningService.StartAsync(Home);
        _folder.Write("home/inbox/ny.txt", InventedMinutes.Numbered(900));

        var reindex = await TheProgram.RunAsync("reindex", "--from", "record", "--data", Home, "--json");

        Assert.True(reindex.ExitCode == 0, reindex.Messages + reindex.Output);
        await RunningService.EventuallyAsync(() => Total(service).Result == 12, "the dropped document in the index in force");
        Assert.Equal("index-2", Generations.In(Home).Index);
    }

    [Fact]
    public async Task An_index_that_an_older_analysis_of_words_made_is_made_again_while_the_service_runs()
    {
        await IngestAsync(3);
        var archive = new DocumentArchive(Home);
        using (var ledger = Ledger.OpenReadOnly(Home)!)
        {
            Directory.Delete(_folder.File("home/index"), recursive: true);
            await using var older = await SearchIndex.OpenAsync(_folder.File("home/index"), readOnly: false, new WordAnalyzer(_ => 0));
            foreach (var id in ledger.SearchableIds()) await older.ReplaceAsync((await archive.LoadRecordAsync(id))!);
            await older.CommitAsync();
        }

        await using var service = await RunningService.StartAsync(Home);

        await RunningService.EventuallyAsync(() => Generations.In(Home).Index == "index-2", "an index of this analysis in force");
        Assert.Equal(9, await Total(service));
    }

    [Fact]
    public async Task A_part_is_made_again_in_a_copy_of_the_index()
    {
        await IngestAsync(3);

        var reindex = Json(await TheProgram.RunAsync("reindex", "--only", "query:\"ON 2019-101\"", "--only", "year:2019", "--data", Home, "--json"));

        Assert.Equal((1, "done"), ((int)reindex["totals"]!["documents"]!, (string)reindex["state"]!));
        Assert.Equal(9, await HitsAsync());
        var nothing = Json(await TheProgram.RunAsync("reindex", "--only", "board:Teaternämnden", "--data", Home, "--json"));
        Assert.StartsWith("No document is meant by board:Teaternämnden", (string)nothing["message"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--only", "nonsense")]
    [InlineData("--only", "year:19")]
    [InlineData("--only", "list:no-such-file")]
    [InlineData("--stop-if-lost", "much")]
    [InlineData("--from", "thin-air")]
    [InlineData("--dry-run", "--rollback")]
    [InlineData("--abandon")] // nothing is being made
    [InlineData("--rollback")] // nothing was made
    public async Task What_is_not_understood_begins_nothing(params string[] options)
    {
        new Ledger(Directory.CreateDirectory(Home).FullName, TimeProvider.System).Dispose();

        var run = await TheProgram.RunAsync(["reindex", .. options, "--data", Home]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal(1, Generations.In(Home).Current);
    }

    [Fact]
    public async Task A_trial_tells_what_would_change_and_a_budget_stops_the_switch()
    {
        await IngestAsync(2);
        var id = await AnyIdAsync();
        // As if the rules had found a decision more before.
        var archive = new DocumentArchive(Home);
        var record = (await archive.LoadRecordAsync(id))!;
        await archive.SaveRecordAsync(record with { Decisions = [.. record.Decisions, record.Decisions[0] with { Id = $"{id}-3", Number = 3, Text = "Kören i Råsjö får en ny flygel." }] });

        var trial = await TheProgram.RunAsync("reindex", "--dry-run", "--stop-if-lost", "0.1%", "--data", Home, "--report", _folder.File("reports"), "--json");
        var refused = await TheProgram.RunAsync("reindex", "--stop-if-lost", "0.1%", "--data", Home, "--json");

        Assert.Equal((1, 1), (trial.ExitCode, refused.ExitCode));
        var lost = Assert.Single(Json(trial)["fields"]!.AsArray())!;
        Assert.Equal(("decisions", 1, 0), ((string)lost["field"]!, (int)lost["lost"]!, (int)lost["gained"]!));
        Assert.Contains("flygel", await File.ReadAllTextAsync((string)Json(trial)["html"]!), StringComparison.Ordinal);
        Assert.Contains($"\"{id}\"", await File.ReadAllTextAsync((string)Json(trial)["csv"]!), StringComparison.Ordinal);
        Assert.Equal("refused", (string)Json(refused)["state"]!);
        Assert.Equal(1, Generations.In(Home).Current);
        Assert.Equal(3, (await new DocumentArchive(Home).LoadRecordAsync(id))!.Decisions.Count);
        Assert.Equal(0, (await TheProgram.RunAsync("reindex", "--data", Home)).ExitCode);
        Assert.Equal(2, (await new DocumentArchive(Home).LoadRecordAsync(id))!.Decisions.Count);
        Assert.Equal([1, 3], new DocumentArchive(Home).RecordsOf(id));
    }

    [Fact]
    public async Task What_a_person_corrected_is_found_survives_and_can_be_taken_back()
    {
        await IngestAsync(1);
        var id = (await AnyIdAsync()).Hex;

        var board = await TheProgram.RunAsync("correct", id[..10], "board", "Teaternämnden", "--data", Home);
        Assert.True(board.ExitCode == 0, board.Messages);
        Assert.Equal(0, (await TheProgram.RunAsync("correct", id, "dnr", "TE 2019-7", "--data", Home)).ExitCode);
        Assert.Equal(0, (await TheProgram.RunAsync("correct", id, "date", "2019-05-15", "--data", Home)).ExitCode);
        Assert.Equal(0, (await TheProgram.RunAsync("reindex", "--data", Home)).ExitCode);

        Assert.Equal(3, (int)Json(await TheProgram.RunAsync("search", "dnr:\"TE 2019-7\"", "--board", "teaternämnden", "--from", "2019-05-15", "--data", Home, "--json"))["total"]!);
        var record = (await new DocumentArchive(Home).LoadRecordAsync(DocumentId.Parse(id)))!;
        Assert.Equal(["te-2019-7"], Assert.Single(record.Sections).CaseNumbers);
        Assert.Equal(3, record.Findings.Count(finding => finding.Code == "corrected"));

        Assert.Equal(0, (await TheProgram.RunAsync("correct", id, "board", "--undo", "--data", Home)).ExitCode);
        Assert.Equal("Omsorgsnämnden", (await new DocumentArchive(Home).LoadRecordAsync(DocumentId.Parse(id)))!.Board!.Value);
        var history = Json(await TheProgram.RunAsync("history", id, "--data", Home, "--json"));
        Assert.Equal(4, history["events"]!.AsArray().Count(line => (string)line!["step"]! == "correct"));
        Assert.Contains("Omsorgsnämnden", (await TheProgram.RunAsync("history", id, "--text", "1", "--data", Home)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("colour", "red")]
    [InlineData("date", "i våras")]
    [InlineData("type", "roman")]
    [InlineData("dnr", "sjutton")]
    [InlineData("repair", "Älgskog")] // no repair made that
    public async Task A_correction_that_makes_no_sense_is_refused(string field, string value)
    {
        await IngestAsync(1);

        var run = await TheProgram.RunAsync("correct", (await AnyIdAsync()).Hex, field, value, "--data", Home);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("protokollsok: ", run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_register_tells_what_is_known_of_old_files()
    {
        var file = _folder.Write("arkiv/a.txt", InventedMinutes.Clean);
        var register = _folder.Write("arkiv/register.csv", "path;board;date;dnr;hylla\r\na.txt;\"Teater; och musiknämnden\";2019-05-20;TE 2019-8;12\r\n");

        Assert.Equal(0, (await TheProgram.RunAsync("ingest", file, "--manifest", register, "--data", Home)).ExitCode);

        var record = (await new DocumentArchive(Home).LoadRecordAsync(await AnyIdAsync()))!;
        Assert.Equal(("Teater; och musiknämnden", "2019-05-20"), (record.Board!.Value, record.MeetingDate!.Value.ToString()));
        Assert.Contains(record.CaseNumbers, found => found.Value.Key == "te-2019-8");
        Assert.Contains(record.Findings, finding => finding.Code == "correction-disagrees" && finding.Message.StartsWith("board ", StringComparison.Ordinal));

        // As Excel saves it in Sweden.
        var excel = _folder.File("arkiv/excel.csv");
        await File.WriteAllBytesAsync(excel, Encoding.Latin1.GetBytes("path;title\r\nå.txt;Återställd bäck\r\n"));
        await TheProgram.RunAsync("ingest", _folder.Write("arkiv/å.txt", InventedMinutes.Numbered(7)), "--manifest", excel, "--data", Home);
        Assert.NotEqual(0, (int)JsonNode.Parse((await TheProgram.RunAsync("search", "\"Återställd bäck\"", "--data", Home, "--json")).Output)!["total"]!);
        Assert.Equal(2, (await TheProgram.RunAsync("ingest", file, "--manifest", _folder.Write("b.csv", "fil;nämnd\nx;y\n"), "--data", Home)).ExitCode);
    }

    [Fact]
    public async Task A_scan_is_read_again_from_the_scan()
    {
        var scan = Repository.Testdata("scans", "ON utdrag § 52.pdf");
        Assert.Equal(0, (await TheProgram.RunAsync("ingest", scan, "--data", Home)).ExitCode);
        var archive = new DocumentArchive(Home);
        var id = Assert.Single(archive.Documents());
        var (before, reading) = ((await archive.LoadRecordAsync(id))!, (await archive.LoadReadingAsync(id))!);
        // As an older engine had read it.
        await archive.SaveReadingAsync(id, reading with { Pages = [.. reading.Pages.Select(page => page with { Engine = "tesseract 0.1", Lines = [page.Lines[0]] })] });

        var again = Json(await TheProgram.RunAsync("reindex", "--from", "scan", "--data", Home, "--json"));

        Assert.Equal(("done", "scan", 0), ((string)again["state"]!, (string)again["source"]!, (int)again["totals"]!["failed"]!));
        Assert.Equal((int)again["totals"]!["pages"]!, before.Pages.Count);
        archive = new DocumentArchive(Home);
        var now = (await archive.LoadReadingAsync(id))!;
        Assert.Equal(reading.Pages.Select(page => (page.Engine, page.Text)), now.Pages.Select(page => (page.Engine, page.Text)));
        Assert.Equal(before.Pages.Select(page => page.Text), (await archive.LoadRecordAsync(id))!.Pages.Select(page => page.Text));
        using var ledger = Ledger.OpenReadOnly(Home)!;
        Assert.Equal(string.Join("; ", reading.Pages.Select(page => page.Engine).Distinct()), ledger.Find(id)!.ReadBy);
        Assert.Single(ledger.History(id), line => line is { Step: "reindex", Detail: "generation 2 from scan" });
        Assert.Equal(0, (await TheProgram.RunAsync("verify", "--data", Home)).ExitCode);
    }

    [Fact]
    public async Task What_could_not_be_made_again_stands_in_the_status()
    {
        await IngestAsync(2);
        var id = await AnyIdAsync();
        File.Delete(Path.Combine(Path.GetDirectoryName(new DocumentArchive(Home).OriginalPath(id))!, "reading.json.gz"));

        var reindex = await TheProgram.RunAsync("reindex", "--data", Home);

        Assert.Equal(1, reindex.ExitCode);
        var status = Json(await TheProgram.RunAsync("status", "--data", Home, "--json"))["reindex"]!;
        Assert.Equal(("done", 2, 1), ((string)status["state"]!, (int)status["documents"]!, (int)status["failed"]!));
        Assert.Equal(id.Hex, (string)Assert.Single(status["failures"]!.AsArray())!["id"]!);
        var text = (await TheProgram.RunAsync("status", "--data", Home)).Output;
        Assert.Contains("reindex done", text, StringComparison.Ordinal);
        Assert.Contains($"failed: {id.Hex[..12]}: InvalidDataException: nothing is kept of what was read", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_of_a_deleted_document_says_what_it_was_and_why_it_is_gone()
    {
        await IngestAsync(1);
        var id = (await AnyIdAsync()).Hex;
        await TheProgram.RunAsync("delete", id, "--reason", "Fel handling.", "--data", Home);

        var history = await TheProgram.RunAsync("history", id[..12], "--data", Home);
        var text = await TheProgram.RunAsync("history", id, "--text", "1", "--data", Home);

        Assert.Equal(0, history.ExitCode);
        Assert.Matches($"file +0.txt\ndeleted +[0-9-]+ [0-9:]+Z by {Environment.UserName}: Fel handling.\n", history.Output);
        Assert.Matches("was understood by +protokollsok [0-9.]+, rules [0-9a-f]{8}\n", history.Output);
        Assert.Equal(2, text.ExitCode);
        Assert.Contains("was deleted on", text.Messages, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static JsonNode Json(TheProgram.Result run) => JsonNode.Parse(run.Output) ?? throw new InvalidOperationException(run.Messages);

    private static async Task<int> Total(RunningService service) => (int)JsonNode.Parse(await service.Client.GetStringAsync("/api/v1/search?q=familjecentral"))!["total"]!;

    private async Task IngestAsync(int documents)
    {
        for (var number = 0; number < documents; number++) _folder.Write($"in/{number}.txt", InventedMinutes.Numbered(100 + number));
        var run = await TheProgram.RunAsync("ingest", _folder.File("in"), "--data", Home);
        Assert.True(run.ExitCode == 0, run.Messages);
    }

    private async Task<int> HitsAsync() => (int)Json(await TheProgram.RunAsync("search", "familjecentral", "--data", Home, "--json"))["total"]!;

    private async Task<DocumentId> AnyIdAsync() =>
        DocumentId.Parse((string)Json(await TheProgram.RunAsync("search", "familjecentral", "--data", Home, "--json"))["hits"]![0]!["document"]!["id"]!);
}
