using System.Text.Json.Nodes;

namespace Protokollsok.Tests;

public sealed class ReadAndRepairTests
{
    [Fact]
    public async Task Read_json_has_every_field_of_the_contract()
    {
        using var folder = new TemporaryFolder();
        var read = await TheProgram.RunAsync("read", folder.Write("a.txt", InventedMinutes.Clean), "--json");
        var record = JsonNode.Parse(read.Output)!.AsObject();

        Assert.Equal(0, read.ExitCode);
        string[] fields =
        [
            "id", "source", "status", "problems", "documentType", "title", "municipality", "board", "meetingDate", "documentDate", "caseNumbers", "sections", "decisions", "dates",
            "amounts", "lawReferences", "decisionReferences", "votes", "reservations", "recipients", "signatories", "attachments", "findings", "pages",
        ];
        Assert.Empty(fields.Except(record.Select(field => field.Key)));
        Assert.Equal("Omsorgsnämnden", (string?)record["board"]!["value"]);
        Assert.Equal([1, 2], record["decisions"]!.AsArray().Select(decision => (int)decision!["number"]!));
        Assert.Equal([240000m, 125000m], record["amounts"]!.AsArray().Select(amount => (decimal)amount!["value"]!));
    }

    [Fact]
    public async Task A_scan_is_read_with_its_Swedish_letters_and_its_section_signs()
    {
        var read = await TheProgram.RunAsync("read", Repository.Testdata("scans", "ON utdrag § 52.pdf"), "--text");

        Assert.Equal(0, read.ExitCode);
        Assert.Contains("§ 52", read.Output, StringComparison.Ordinal);
        Assert.Matches("(?i)omsorgsnämnden", read.Output);
        Assert.Equal(1, read.Output.Count(letter => letter == '\f'));
    }

    [Theory]
    [InlineData("encrypted.pdf", "encrypted")]
    [InlineData("truncated.pdf", "damaged")]
    [InlineData("empty.pdf", "empty")]
    [InlineData("not-a-pdf.pdf", "unknown-kind")]
    [InlineData("zero-pages.pdf", "no-pages")]
    [InlineData("own-parent.pdf", "damaged")]
    [InlineData("pixel-flood.png", "page-too-large")]
    [InlineData("lost-end.png", "damaged")]
    [InlineData("letter.docx", "unknown-kind")]
    [InlineData("web-page.pdf", "unknown-kind")]
    [InlineData("zeros.pdf", "unknown-kind")]
    public async Task A_broken_file_is_told_as_what_it_is(string file, string code)
    {
        var read = await TheProgram.RunAsync("read", Repository.Testdata("broken", file), "--json");

        Assert.Equal(1, read.ExitCode);
        var record = JsonNode.Parse(read.Output)!;
        Assert.Equal(("failed", code), ((string?)record["status"], (string?)record["problems"]![0]!["code"]));
    }

    [Fact]
    public async Task Repair_keeps_lines_and_numbers_and_restores_common_words()
    {
        const string damaged = "Omsorgsnamnden\n\nStallningstagande till stod for fordldrar, dnr ON 2014-225, 875 000 kr\n\fSida 2 (2)\n";
        using var folder = new TemporaryFolder();
        var repair = await TheProgram.RunAsync(damaged, ["repair", "--changes", folder.File("changes.jsonl")]);

        Assert.Equal("Omsorgsnämnden\n\nStällningstagande till stöd för föräldrar, dnr ON 2014-225, 875 000 kr\n\fSida 2 (2)\n", repair.Output);
        var first = JsonNode.Parse(File.ReadLines(folder.File("changes.jsonl")).First())!;
        Assert.Equal((1, 1, "Omsorgsnamnden", "Omsorgsnämnden"), ((int)first["line"]!, (int)first["column"]!, (string?)first["was"], (string?)first["now"]));
    }

    [Fact]
    public async Task Changes_are_placed_in_a_text_whose_marks_stand_apart()
    {
        using var folder = new TemporaryFolder();
        await TheProgram.RunAsync("A\u030Aterremiss till Omsorgsnamnden\nStallningstagande till stod for foraldrar\n", ["repair", "--changes", folder.File("changes.jsonl")]);

        var first = JsonNode.Parse(File.ReadLines(folder.File("changes.jsonl")).First())!;
        Assert.Equal((1, 18, "Omsorgsnamnden"), ((int)first["line"]!, (int)first["column"]!, (string?)first["was"]));
    }

    [Theory]
    [InlineData("text.txt", "text.txt")]
    [InlineData("text.txt", "link.txt")]
    [InlineData("link.txt", "text.txt")]
    [InlineData("text.txt", "no-such-folder/changes.jsonl")]
    [InlineData("text.txt", ".")]
    public async Task Changes_never_take_the_place_of_the_text(string file, string changes)
    {
        using var folder = new TemporaryFolder();
        folder.Write("text.txt", "Fullmaktige beslutar\n");
        File.CreateSymbolicLink(folder.File("link.txt"), folder.File("text.txt"));
        var repair = await TheProgram.RunAsync("repair", folder.File(file), "--changes", folder.File(changes));
        Assert.Equal((2, ""), (repair.ExitCode, repair.Output));
        Assert.Equal("Fullmaktige beslutar\n", File.ReadAllText(folder.File("text.txt")));
    }

    [Fact]
    public async Task A_text_that_is_refused_leaves_the_changes_of_the_one_before()
    {
        using var folder = new TemporaryFolder();
        folder.Write("changes.jsonl", "{}\n");
        File.WriteAllBytes(folder.File("latin.txt"), [0x46, 0xE4, 0x0A]);
        Assert.Equal(2, (await TheProgram.RunAsync("repair", folder.File("latin.txt"), "--changes", folder.File("changes.jsonl"))).ExitCode);
        Assert.Equal("{}\n", File.ReadAllText(folder.File("changes.jsonl")));
        Assert.Empty(Directory.GetFiles(folder.File("."), "*.new"));
    }

    [Theory]
    [InlineData("read", "no-such-file.pdf")]
    [InlineData("search", "x", "--data", "no-such-home")]
    [InlineData("search", "x", "--size", "many", "--data", "no-such-home")]
    [InlineData("serve", "--nonsense")]
    [InlineData("serve", "--urls", "nowhere", "--data", "no-such-home")]
    [InlineData("learn")] // taken, not there yet
    public async Task Wrong_use_ends_with_2_and_one_clear_line(params string[] arguments)
    {
        var run = await TheProgram.RunAsync(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("protokollsok: ", run.Messages, StringComparison.Ordinal);
    }
}
