using Protokollsok.Documents;

namespace Protokollsok.Reading.Tests;

/// <summary>A reading that was cut short goes on where it was.</summary>
public sealed class PageJournalTests : IDisposable
{
    private readonly string _journal = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [Fact]
    public async Task Reads_each_page_once_over_two_calls()
    {
        await using var reader = new DocumentReader(new ReadingOptions { Children = 1 });
        using var stop = new CancellationTokenSource();
        var path = Sample.Path("two-pages.tif");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reader.ReadAsync(path, _journal, new Stopping(stop), stop.Token));
        // What a kill in the middle of writing leaves.
        await File.AppendAllTextAsync(_journal, "{\"Page\":{\"Number\":2,\"Orig");
        var before = (await File.ReadAllLinesAsync(_journal))[1];

        var reading = await reader.ReadAsync(path, _journal, null);

        Assert.Empty(reading.Problems);
        Assert.Equal(Sample.Lines, WarmReader.Lines(reading.Pages[0]));
        var lines = await File.ReadAllLinesAsync(_journal);
        Assert.Equal((3, before), (lines.Length, lines[1]));
    }

    [Fact]
    public async Task Takes_kept_pages_as_they_are()
    {
        await using var reader = new DocumentReader(new ReadingOptions { Children = 1 });
        var path = Sample.Path("small.png");
        await reader.ReadAsync(path, _journal, null);
        await File.WriteAllTextAsync(_journal, (await File.ReadAllTextAsync(_journal)).Replace("kommun", "KOMMUN", StringComparison.Ordinal));

        Assert.Contains("KOMMUN", (await reader.ReadAsync(path, _journal, null)).Pages[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no journal at all\n")]
    [InlineData("{\"Reader\":\"00000000-0000-0000-0000-000000000000\",\"Bytes\":1}\n")] // another build's, of another file
    [InlineData("")]
    public void Begins_anew_where_the_journal_is_of_something_else(string content)
    {
        File.WriteAllText(_journal, content);
        var page = new PageReading(7, PageOrigin.Ocr, 1, null, null, null, "none", []);
        using (var journal = PageJournal.Open(_journal, Sample.Path("small.png"), "a model"))
        {
            Assert.Null(journal.Find(7));
            journal.Add(new PageEntry(page, null));
        }

        using var again = PageJournal.Open(_journal, Sample.Path("small.png"), "a model");
        Assert.Equal(7, again.Find(7)?.Page.Number);
    }

    [Fact]
    public void Begins_anew_where_other_settings_read()
    {
        var options = new ReadingOptions();
        using (var journal = PageJournal.Open(_journal, Sample.Path("small.png"), options.Setting()))
            journal.Add(new PageEntry(new PageReading(7, PageOrigin.Ocr, 1, null, null, null, "none", []), null));

        string other = (options with { MaxPixels = options.MaxPixels + 1 }).Setting();
        using var again = PageJournal.Open(_journal, Sample.Path("small.png"), other);

        Assert.Contains("swe.traineddata", other, StringComparison.Ordinal);
        Assert.Null(again.Find(7));
    }

    public void Dispose() => File.Delete(_journal);

    private sealed class Stopping(CancellationTokenSource stop) : IProgress<PageReading>
    {
        public void Report(PageReading value) => stop.Cancel();
    }
}
