using System.Text;
using Protokollsok.Documents;

namespace Protokollsok.Reading.Tests;

[Collection(nameof(WarmReader))]
public sealed class BadFileTests(WarmReader reader)
{
    [Theory]
    [InlineData("encrypted.pdf", ProblemCode.Encrypted)]
    [InlineData("truncated.pdf", ProblemCode.Damaged)]
    [InlineData("no-pages.pdf", ProblemCode.NoPages)]
    public async Task Says_why_a_pdf_cannot_be_read(string name, string code)
    {
        var reading = await reader.ReadAsync(name);

        Assert.Equal((0, "application/pdf"), (reading.Pages.Count, reading.MediaType));
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(code, problem.Code);
        Assert.StartsWith("The file ", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", ProblemCode.Empty)]
    [InlineData("%PDF-1.4 and then nothing", ProblemCode.Damaged)]
    [InlineData("II*\0broken", ProblemCode.Damaged)]
    [InlineData("PK\u0003\u0004\0\0\0", ProblemCode.UnknownKind)] // an office document
    [InlineData("\u0001\u0002\u0003\u0004\u0005", ProblemCode.UnknownKind)]
    public async Task Says_why_these_bytes_cannot_be_read(string content, string code)
    {
        using var file = new TemporaryFile(Encoding.Latin1.GetBytes(content), ".pdf");

        var reading = await reader.Reader.ReadAsync(file.Path);

        Assert.Empty(reading.Pages);
        Assert.Equal(code, Assert.Single(reading.Problems).Code);
    }

    [Fact]
    public async Task Reads_what_a_pdf_without_its_end_still_holds_but_does_not_call_it_complete()
    {
        var bytes = await File.ReadAllBytesAsync(Sample.Path("clean.pdf"));
        int table = bytes.AsSpan().LastIndexOf("xref\n0"u8);
        using var file = new TemporaryFile(bytes[..table], ".pdf");

        var reading = await reader.Reader.ReadAsync(file.Path);

        Assert.Contains("Nämndens beslut", reading.Pages[0].Text, StringComparison.Ordinal);
        Assert.Equal(ProblemCode.Damaged, Assert.Single(reading.Problems).Code);
    }

    [Fact]
    public async Task A_pdf_with_padding_behind_its_end_is_sound()
    {
        var bytes = await File.ReadAllBytesAsync(Sample.Path("clean.pdf"));
        using var file = new TemporaryFile([.. bytes, .. new byte[10_000]], ".pdf");

        var reading = await reader.Reader.ReadAsync(file.Path);

        Assert.Empty(reading.Problems);
        Assert.Contains("Nämndens beslut", reading.Pages[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "Out of memory", true)]
    [InlineData(134, "terminate called after throwing an instance of 'std::bad_alloc'", true)]
    [InlineData(1, "Syntax Error: Couldn't find trailer dictionary", false)]
    [InlineData(0, "Out of memory", false)] // it said so and went on
    public void Tells_a_lack_of_memory_from_a_damaged_file(int exitCode, string errors, bool lacked) =>
        Assert.Equal(lacked, new ProcessResult(exitCode, [], errors).LackedMemory);

    [Fact]
    public async Task Loses_the_damaged_page_of_an_image_and_no_more()
    {
        var bytes = await File.ReadAllBytesAsync(Sample.Path("grey.jpg"));
        using var file = new TemporaryFile([.. bytes[..700]], ".jpg");

        var reading = await reader.Reader.ReadAsync(file.Path);

        Assert.Contains(reading.Problems, problem => problem.Code is ProblemCode.PageUnreadable or ProblemCode.Damaged);
        Assert.Empty((await reader.ReadAsync("small.png")).Problems);
    }

    [Fact]
    public async Task Counts_pages_before_it_reads_them()
    {
        await using var strict = new DocumentReader(new ReadingOptions { MaxPages = 1 });

        Assert.Equal(ProblemCode.TooManyPages, Assert.Single((await strict.ReadAsync(Sample.Path("born.pdf"))).Problems).Code);
        Assert.Equal(ProblemCode.TooManyPages, Assert.Single((await strict.ReadAsync(Sample.Path("two-pages.tif"))).Problems).Code);
    }

    [Fact]
    public async Task Refuses_a_page_of_too_many_pixels_before_it_is_decoded()
    {
        await using var strict = new DocumentReader(new ReadingOptions { MaxPixels = 100_000 });

        var reading = await strict.ReadAsync(Sample.Path("small.png"));

        Assert.Equal((ProblemCode.PageTooLarge, 1), (Assert.Single(reading.Problems).Code, reading.Problems[0].Page));
        Assert.Empty(Assert.Single(reading.Pages).Lines);
    }

    [Fact]
    public void Tells_all_faults_of_its_options_at_once()
    {
        var fault = Assert.Throws<ArgumentException>(() =>
            new DocumentReader(new ReadingOptions { Children = 0, ChildPath = "nowhere.dll", TessdataPath = "nowhere" }));

        Assert.Contains("Children", fault.Message, StringComparison.Ordinal);
        Assert.Contains("nowhere.dll", fault.Message, StringComparison.Ordinal);
        Assert.Contains("swe.traineddata", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_no_bad_document() =>
        await Assert.ThrowsAsync<FileNotFoundException>(() => reader.ReadAsync("nowhere.pdf"));
}
