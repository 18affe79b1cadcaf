using Protokollsok.Documents;
using static Protokollsok.Archive.Tests.TempHome;

namespace Protokollsok.Archive.Tests;

public sealed class VerificationTests : IDisposable
{
    private readonly TempHome _home = new();
    private readonly DocumentArchive _archive;
    private readonly Ledger _ledger;

    public VerificationTests()
    {
        _archive = _home.Archive();
        _ledger = _home.Ledger();
    }

    [Fact]
    public async Task A_sound_home_has_no_faults_in_any_state()
    {
        await FinishAsync("ett");
        await ReceiveAsync("två");
        _ledger.Quarantine(await ReceiveAsync("tre"), ProblemCode.Damaged, "Filen är skadad.");
        var gone = await FinishAsync("fyra");
        _ledger.Delete(gone, "registrator", "Fel handling.");
        _archive.RemoveAll(gone);

        var verification = new Verification(_archive, _ledger);
        await foreach (var fault in verification.VerifyAsync())
            Assert.Fail(fault.ToString());
        Assert.Equal(4, verification.Checked);
    }

    [Fact]
    public async Task One_changed_letter_in_an_original_is_found()
    {
        await FinishAsync("ett");
        var id = await FinishAsync("Bidraget är 450 tkr");
        DocumentArchiveTests.Tamper(_archive.OriginalPath(id), "Bidraget är 950 tkr");
        var fault = Assert.Single(await FaultsAsync());
        Assert.Equal((id, FaultCode.ChecksumMismatch), (fault.Id, fault.Code));
        Assert.Contains(_archive.OriginalPath(id), fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("original", FaultCode.OriginalMissing)]
    [InlineData("reading.json.gz", FaultCode.ReadingMissing)]
    [InlineData("record.json.gz", FaultCode.RecordMissing)]
    public async Task What_the_ledger_says_and_the_archive_has_not_is_missing(string file, string code)
    {
        var id = await FinishAsync("ett");
        File.Delete(Beside(id, file));
        Assert.Equal([(id, code)], (await FaultsAsync()).Select(fault => (fault.Id!, fault.Code)));
    }

    [Theory]
    [InlineData("reading.json.gz", FaultCode.ReadingUnreadable)]
    [InlineData("record.json.gz", FaultCode.RecordUnreadable)]
    public async Task A_damaged_half_is_found(string file, string code)
    {
        var id = await FinishAsync("ett");
        File.WriteAllText(Beside(id, file), "skräp");
        Assert.Equal([(id, code)], (await FaultsAsync()).Select(fault => (fault.Id!, fault.Code)));
    }

    [Fact]
    public async Task A_record_that_belongs_to_another_document_is_found()
    {
        var id = await FinishAsync("ett");
        var other = await FinishAsync("två");
        File.Copy(Beside(other, "record.json.gz"), Beside(id, "record.json.gz"), overwrite: true);
        Assert.Equal([(id, FaultCode.RecordUnreadable)], (await FaultsAsync()).Select(fault => (fault.Id!, fault.Code)));
    }

    [Fact]
    public async Task An_original_that_the_ledger_does_not_know_is_found()
    {
        var id = await _archive.StoreOriginalAsync(_home.Drop("a.txt", "ett"));
        Assert.Equal([(id, FaultCode.NotInLedger)], (await FaultsAsync()).Select(fault => (fault.Id!, fault.Code)));
    }

    [Theory]
    [InlineData("original")]
    [InlineData("reading.json.gz")]
    [InlineData("record.json.gz")]
    [InlineData("meta.json")]
    [InlineData("pages.jsonl")] // of a document that was being read
    public async Task Whatever_a_deletion_left_behind_is_found(string file)
    {
        var id = await FinishAsync("ett");
        File.WriteAllText(_archive.PagesReadPath(id), "{}");
        _ledger.Delete(id, "registrator", "Fel handling.");
        foreach (string other in _archive.FilesOf(id).Where(path => Path.GetFileName(path) != file))
            File.Delete(other);
        var fault = Assert.Single(await FaultsAsync());
        Assert.Equal((id, FaultCode.DeletedRemains), (fault.Id, fault.Code));
        Assert.Contains(Beside(id, file), fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_was_not_taken_back_and_a_folder_that_is_only_out_of_sight_are_found()
    {
        var id = await FinishAsync("ett");
        string answer = _home.Drop("a.kvittens.html", "<html></html>");
        _ledger.PlanReceipt(1, answer);
        _ledger.Delete(id, "registrator", "Fel handling.");
        _archive.RemoveAll(id);
        string condemned = Directory.CreateDirectory(Path.Combine(_home.Home, "archive", "tmp", "x")).FullName;

        var faults = await FaultsAsync();

        Assert.All(faults, fault => Assert.Equal(FaultCode.DeletedRemains, fault.Code));
        Assert.Equal([true, true], new[] { answer, condemned }.Select(path => faults.Exists(fault => fault.Message.Contains(path, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task An_accounting_that_does_not_add_up_is_found()
    {
        await ReceiveAsync("ett");
        _ledger.Database.Execute("UPDATE arrivals SET outcome = 'done', finished_at = received_at");
        var fault = Assert.Single(await FaultsAsync());
        Assert.Equal((null, FaultCode.Accounting), (fault.Id, fault.Code));
    }

    public void Dispose()
    {
        _ledger.Dispose();
        _home.Dispose();
    }

    private string Beside(DocumentId id, string file) => Path.Combine(Path.GetDirectoryName(_archive.OriginalPath(id))!, file);

    private async Task<DocumentId> ReceiveAsync(string content)
    {
        string path = _home.Drop("fil.txt", content);
        var id = await _archive.StoreOriginalAsync(path);
        _ledger.MarkTaken(_ledger.Receive(id, "fil.txt", path, new FileInfo(path).Length).Seq);
        return id;
    }

    private async Task<DocumentId> FinishAsync(string content)
    {
        var id = await ReceiveAsync(content);
        await _archive.SaveReadingAsync(id, Reading());
        _ledger.MarkRead(id, "v");
        await _archive.SaveRecordAsync(Record(id));
        _ledger.MarkUnderstood(id, "v");
        _ledger.MarkSearchable([id]);
        return id;
    }

    private async Task<List<Fault>> FaultsAsync()
    {
        var faults = new List<Fault>();
        await foreach (var fault in new Verification(_archive, _ledger).VerifyAsync())
            faults.Add(fault);
        return faults;
    }
}
