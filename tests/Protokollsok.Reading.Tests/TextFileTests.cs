using System.Text;
using Protokollsok.Documents;

namespace Protokollsok.Reading.Tests;

[Collection(nameof(WarmReader))]
public sealed class TextFileTests(WarmReader reader)
{
    private const string Text = "§ 3 Gång- och cykelväg\nvid Älgnäs  skola\n";

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)] // with a byte order mark
    [InlineData("windows-1252", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public async Task Reads_text_in_the_encodings_that_occur(string encoding, bool mark)
    {
        using var file = new TemporaryFile(Bytes(Text, encoding, mark));

        var reading = await reader.Reader.ReadAsync(file.Path);

        Assert.Equal(("text/plain", 1), (reading.MediaType, reading.PageCount));
        Assert.Equal(Text, reading.Pages[0].Text);
        Assert.Equal((PageOrigin.TextFile, 1.0, null), (reading.Pages[0].Origin, reading.Pages[0].Confidence, reading.Pages[0].Dpi));
    }

    [Theory]
    [InlineData("ett\ftvå\ftre", new[] { "ett", "två", "tre" })]
    [InlineData("ett\n\ftvå\n\f", new[] { "ett\n", "två\n" })] // the last form feed ends a page and begins none
    [InlineData("ett\f\ftre", new[] { "ett", "", "tre" })]
    [InlineData("a\r\nb\r\n", new[] { "a\nb\n" })]
    [InlineData("a\u0308nde", new[] { "ände" })] // decomposed letters are composed at the gate
    public async Task Splits_pages_at_form_feeds_and_keeps_lines(string text, string[] pages)
    {
        using var file = new TemporaryFile(Encoding.UTF8.GetBytes(text));

        var reading = await reader.Reader.ReadAsync(file.Path);

        Assert.Equal(pages, reading.Pages.Select(page => page.Text));
        Assert.Equal(Enumerable.Range(1, pages.Length), reading.Pages.Select(page => page.Number));
    }

    [Fact]
    public async Task Tells_of_each_page_when_it_is_done()
    {
        using var file = new TemporaryFile("ett\ftvå"u8.ToArray());
        var told = new List<int>();

        await reader.Reader.ReadAsync(file.Path, new Told(told));

        Assert.Equal([1, 2], told);
    }

    private static byte[] Bytes(string text, string encoding, bool mark)
    {
        Encoding coding = encoding switch
        {
            "utf-8" => new UTF8Encoding(mark),
            "utf-16" => new UnicodeEncoding(bigEndian: false, mark),
            "utf-16BE" => new UnicodeEncoding(bigEndian: true, mark),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        };
        return [.. coding.GetPreamble(), .. coding.GetBytes(text)];
    }

    private sealed class Told(List<int> pages) : IProgress<PageReading>
    {
        public void Report(PageReading value) => pages.Add(value.Number);
    }
}
