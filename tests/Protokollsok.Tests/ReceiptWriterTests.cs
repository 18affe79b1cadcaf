using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Intake;

namespace Protokollsok.Tests;

public sealed class ReceiptWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Home _home;
    private readonly DocumentArchive _archive;
    private readonly Ledger _ledger;
    private readonly List<string> _troubles = [];

    public ReceiptWriterTests()
    {
        _home = Home.At(_folder.File("home"), inbox: null);
        Directory.CreateDirectory(_home.Done);
        Directory.CreateDirectory(_home.NotDone);
        _archive = new DocumentArchive(_home.Data);
        _ledger = new Ledger(_home.Data, TimeProvider.System);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_that_a_deletion_or_a_retry_met_while_it_was_written_is_taken_back(bool isDeleted)
    {
        var id = await QuarantineAsync("a.pdf");
        _archive.Files.BeforeStep = step =>
        {
            // The file is there, its reason not yet.
            if (!step.StartsWith("rename", StringComparison.Ordinal) || !step.EndsWith(".orsak.txt", StringComparison.Ordinal)) return;
            if (isDeleted) _ledger.Delete(id, "registrator", "Fel handling.");
            else _ledger.Requeue(id);
        };
        await WriteDueAsync();
        Assert.NotEmpty(Answers());
        _archive.Files.BeforeStep = _ => { };

        await WriteDueAsync();

        Assert.Empty(Answers());
        Assert.Empty(_troubles);
    }

    [Fact]
    public async Task An_answer_that_was_cut_short_is_completed_under_its_name_which_nobody_else_takes()
    {
        await QuarantineAsync("a.pdf", "ett");
        await QuarantineAsync("a.pdf", "två");
        _archive.Files.BeforeStep = FailOnce("create");
        await WriteDueAsync();
        Assert.Equal(["a (2).pdf", "a (2).pdf.orsak.txt"], Answers());

        await WriteDueAsync();

        Assert.Equal(["a (2).pdf", "a (2).pdf.orsak.txt", "a.pdf", "a.pdf.orsak.txt"], Answers());
        Assert.Equal("ett", File.ReadAllText(Path.Combine(_home.NotDone, "a.pdf")));
    }

    [Theory]
    [InlineData(null)] // gone
    [InlineData("något annat")]
    public async Task A_changed_or_absent_original_leaves_the_reason_alone(string? content)
    {
        var original = _archive.OriginalPath(await QuarantineAsync("a.pdf"));
        File.Delete(original);
        if (content is not null) File.WriteAllText(original, content);

        await WriteDueAsync();

        Assert.Equal(["a.pdf.orsak.txt"], Answers());
        Assert.Empty(_troubles);
    }

    public void Dispose()
    {
        _ledger.Dispose();
        _folder.Dispose();
    }

    private static Action<string> FailOnce(string step)
    {
        var isOver = false;
        return each =>
        {
            if (isOver || !each.StartsWith(step, StringComparison.Ordinal)) return;
            isOver = true;
            throw new IOException("The disk is full.");
        };
    }

    private async Task<DocumentId> QuarantineAsync(string name, string content = "ett")
    {
        var path = _folder.Write(name, content);
        var id = await _archive.StoreOriginalAsync(path);
        _ledger.MarkTaken(_ledger.Receive(id, name, name, content.Length).Seq);
        _ledger.Quarantine(id, ProblemCode.Damaged, "Filen är skadad. Skanna den på nytt.");
        return id;
    }

    private Task WriteDueAsync() =>
        new ReceiptWriter(_home, _ledger, _archive, "http://localhost", (_, why) => _troubles.Add(why)).WriteDueAsync(CancellationToken.None);

    private IEnumerable<string> Answers() => Directory.GetFiles(_home.NotDone).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
}
