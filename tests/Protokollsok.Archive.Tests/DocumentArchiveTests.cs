using System.Text;
using Protokollsok.Documents;
using static Protokollsok.Archive.Tests.TempHome;

namespace Protokollsok.Archive.Tests;

public sealed class DocumentArchiveTests : IDisposable
{
    private const UnixFileMode AnyWrite = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private readonly TempHome _home = new();
    private readonly DocumentArchive _archive;

    public DocumentArchiveTests() => _archive = _home.Archive();

    [Fact]
    public async Task An_original_lies_byte_for_byte_under_its_checksum_and_cannot_be_written()
    {
        byte[] bytes = new byte[300_000];
        new Random(1).NextBytes(bytes);
        string path = Path.Combine(_home.Inbox, "KS 2021-03-09.pdf");
        File.WriteAllBytes(path, bytes);

        var id = await _archive.StoreOriginalAsync(path);

        Assert.Equal(DocumentId.Of(bytes), id);
        Assert.Equal(Path.Combine(_home.Home, "archive", id.Hex[..2], id.Hex, "original"), _archive.OriginalPath(id));
        Assert.Equal(bytes, File.ReadAllBytes(_archive.OriginalPath(id)));
        Assert.True(_archive.HasOriginal(id) && await _archive.VerifyOriginalAsync(id));
        Assert.True(File.Exists(path), "The file in the inbox is the worker's to remove.");
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(_archive.OriginalPath(id)) & AnyWrite);
    }

    [Fact]
    public async Task Storing_again_keeps_what_is_there_and_where_it_first_came_from()
    {
        var id = await _archive.StoreOriginalAsync(_home.Drop("Sammantra\u0308de.txt", "ett"));
        var first = File.GetLastWriteTimeUtc(_archive.OriginalPath(id));
        var again = await _archive.StoreOriginalAsync(_home.Drop("kopia.txt", "ett"));

        Assert.Equal(id, again);
        Assert.Equal(first, File.GetLastWriteTimeUtc(_archive.OriginalPath(id)));
        var provenance = await _archive.LoadProvenanceAsync(id);
        Assert.Equal((id, "Sammanträde.txt", 3L), (provenance!.Id, provenance.FileName, provenance.Bytes));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_home.Home, "archive", "tmp")));
    }

    [Fact]
    public async Task An_original_that_lost_its_end_gives_way_to_the_whole_one()
    {
        string path = _home.Drop("a.txt", "Sammanträde");
        var id = await _archive.StoreOriginalAsync(path);
        Tamper(_archive.OriginalPath(id), "Samman");
        Assert.False(await _archive.VerifyOriginalAsync(id));

        await _archive.StoreOriginalAsync(path);

        Assert.True(await _archive.VerifyOriginalAsync(id));
    }

    [Fact]
    public async Task A_file_that_grows_while_it_is_copied_is_not_kept()
    {
        string path = _home.Drop("växer.txt", "början");
        _archive.Files.BeforeStep = step =>
        {
            if (step.StartsWith("flush", StringComparison.Ordinal))
                File.AppendAllText(path, " och slutet");
        };
        await Assert.ThrowsAsync<FileChangedException>(() => _archive.StoreOriginalAsync(path));
        Assert.Empty(_archive.Documents());
    }

    [Fact]
    public async Task A_file_overwritten_in_place_while_it_is_copied_is_not_kept()
    {
        string path = _home.Drop("a.txt", "samma längd 1");
        File.SetLastWriteTimeUtc(path, new DateTime(2026, 3, 9, 8, 0, 0, DateTimeKind.Utc));
        _archive.Files.BeforeStep = step =>
        {
            if (step.StartsWith("flush", StringComparison.Ordinal))
                File.WriteAllText(path, "samma längd 2");
        };
        await Assert.ThrowsAsync<FileChangedException>(() => _archive.StoreOriginalAsync(path));
        Assert.Empty(_archive.Documents());
    }

    [Fact]
    public async Task Both_halves_come_back_as_they_were_saved()
    {
        var id = await _archive.StoreOriginalAsync(_home.Drop("a.txt", "ett"));
        Assert.Null(await _archive.LoadReadingAsync(id));
        Assert.Null(await _archive.LoadRecordAsync(id));

        await _archive.SaveReadingAsync(id, Reading("första"));
        await _archive.SaveReadingAsync(id, Reading("Åkerö § 5"));
        await _archive.SaveRecordAsync(Record(id));

        Assert.Equal("Åkerö § 5", (await _archive.LoadReadingAsync(id))!.Pages[0].Text);
        Assert.Equal(DocumentsJson.ToText(Record(id)), DocumentsJson.ToText(await _archive.LoadRecordAsync(id)));
        Assert.Equal([id], _archive.Documents());
    }

    [Fact]
    public async Task Nothing_is_kept_beside_an_original_that_is_not_there()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _archive.SaveReadingAsync(IdOf("borta"), Reading()));
        Assert.False(Directory.Exists(Path.Combine(_home.Home, "archive")));
    }

    [Fact]
    public async Task What_is_being_saved_while_its_document_is_removed_does_not_bring_it_back()
    {
        var id = await _archive.StoreOriginalAsync(_home.Drop("a.txt", "ett"));
        _archive.Files.BeforeStep = step =>
        {
            if (step.StartsWith("rename", StringComparison.Ordinal))
                new DocumentArchive(_home.Home).RemoveAll(id);
        };
        await Assert.ThrowsAsync<InvalidOperationException>(() => _archive.SaveReadingAsync(id, Reading()));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_home.Home, "archive"), "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("ingen zip")]
    [InlineData("")] // a disk that lost the content but kept the name
    public async Task A_damaged_half_is_told_as_such(string content)
    {
        var id = await _archive.StoreOriginalAsync(_home.Drop("a.txt", "ett"));
        await _archive.SaveRecordAsync(Record(id));
        string path = Path.Combine(Path.GetDirectoryName(_archive.OriginalPath(id))!, "record.json.gz");
        File.WriteAllText(path, content);
        var told = await Assert.ThrowsAsync<InvalidDataException>(() => _archive.LoadRecordAsync(id));
        Assert.Contains(path, told.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_half_cut_short_or_changed_at_any_byte_is_never_taken_for_another(bool isCut)
    {
        var id = await _archive.StoreOriginalAsync(_home.Drop("a.txt", "ett"));
        await _archive.SaveReadingAsync(id, Reading());
        string path = Path.Combine(Path.GetDirectoryName(_archive.OriginalPath(id))!, "reading.json.gz");
        byte[] whole = File.ReadAllBytes(path);
        int refused = 0;
        for (int at = 0; at < whole.Length; at++)
        {
            byte[] damaged = isCut ? whole[..at] : [.. whole[..at], (byte)(whole[at] ^ 0x10), .. whole[(at + 1)..]];
            File.WriteAllBytes(path, damaged);
            try
            {
                // The zip's own head and tail may be damaged, and what it holds whole.
                Assert.Equal(DocumentsJson.ToText(Reading()), DocumentsJson.ToText(await _archive.LoadReadingAsync(id)));
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }
        Assert.InRange(refused, whole.Length - 20, whole.Length);
    }

    [Fact]
    public async Task Removing_takes_everything_and_can_be_repeated()
    {
        var id = await _archive.StoreOriginalAsync(_home.Drop("a.txt", "ett"));
        await _archive.SaveReadingAsync(id, Reading());
        _archive.RemoveAll(id);
        _archive.RemoveAll(id);
        Assert.Empty(_archive.Documents());
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_home.Home, "archive"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Names_of_255_bytes_and_odd_characters_are_taken()
    {
        string longest = new string('å', 125) + ".pdf\n";
        Assert.Equal(255, Encoding.UTF8.GetByteCount(longest));
        var id = await _archive.StoreOriginalAsync(_home.Drop(longest, "ett"));
        Assert.Equal(longest, (await _archive.LoadProvenanceAsync(id))!.FileName);
    }

    [Fact]
    public async Task A_lost_ledger_is_made_again_from_the_archive()
    {
        var id = await _archive.StoreOriginalAsync(_home.Drop("Kallelse.txt", "ett"));
        using var ledger = _home.Ledger();
        foreach (var found in _archive.Documents())
        {
            var provenance = (await _archive.LoadProvenanceAsync(found))!;
            ledger.Receive(found, provenance.FileName, _archive.OriginalPath(found), provenance.Bytes);
        }
        Assert.Equal(("Kallelse.txt", 3L), (ledger.Find(id)!.FileName, ledger.Find(id)!.Bytes));
    }

    [Fact]
    public void Looking_makes_nothing()
    {
        Assert.Empty(_archive.Documents());
        Assert.False(_archive.HasOriginal(IdOf("ett")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_home.Home));
    }

    public void Dispose() => _home.Dispose();

    internal static void Tamper(string path, string content)
    {
        File.Delete(path);
        File.WriteAllText(path, content);
    }
}
