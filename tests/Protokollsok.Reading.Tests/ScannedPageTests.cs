using System.Buffers.Binary;
using Protokollsok.Documents;

namespace Protokollsok.Reading.Tests;

[Collection(nameof(WarmReader))]
public sealed class ScannedPageTests(WarmReader reader)
{
    [Theory]
    [InlineData("clean.pdf", 300)]
    [InlineData("declared-96.pdf", 96)] // the page is said to be 26 inches wide; its pixels are those of a usual one
    [InlineData("eng-layer.pdf", 300)] // the layer has no å ä ö, so the image is read in its stead
    [InlineData("two-pages.tif", 200)]
    [InlineData("grey.jpg", 200)] // uneven paper
    public async Task Reads_letters_and_signs_of_a_scan(string name, int dpi)
    {
        var reading = await reader.ReadAsync(name);

        Assert.Empty(reading.Problems);
        Assert.Equal(Sample.Lines, WarmReader.Lines(reading.Pages[0]));
        Assert.Equal((PageOrigin.Ocr, dpi), (reading.Pages[0].Origin, reading.Pages[0].Dpi));
    }

    [Theory]
    [InlineData("faint.png")]
    [InlineData("askew.png")]
    [InlineData("lying.png")]
    [InlineData("head-down.png")]
    public async Task Reads_a_faint_or_turned_page_as_if_it_were_none(string name)
    {
        var lines = WarmReader.Lines((await reader.ReadAsync(name)).Pages[0]);

        Assert.Equal(Sample.Lines.Length, lines.Count);
        Assert.InRange(lines.Zip(Sample.Lines).Count(pair => pair.First != pair.Second), 0, 1);
    }

    [Fact]
    public async Task Reads_two_pages_on_one_sheet_one_after_the_other()
    {
        var lines = WarmReader.Lines((await reader.ReadAsync("two-up.png")).Pages[0]);

        Assert.Equal(Sample.Lines[..2], lines.Take(2));
        Assert.Equal(Sample.Lines[^1], lines[^1]);
    }

    [Fact]
    public async Task Reads_a_letterhead_cell_by_cell_with_tabs_between()
    {
        var page = (await reader.ReadAsync("letterhead.png")).Pages[0];

        Assert.Equal(["Björkåsa kommun\t2 (3)", "2021-05-18", "Fritids- och ängsförvaltningen\tDnr FÄN 2021-77",
            "Bidrag till bystugan i Övre Sågkärr"], WarmReader.Lines(page));
    }

    [Fact]
    public async Task Reads_a_dusty_skewed_fax_but_for_a_line_at_most()
    {
        var lines = WarmReader.Lines((await reader.ReadAsync("fax.tif")).Pages[0]);

        Assert.Equal(Sample.Lines.Length, lines.Count);
        Assert.InRange(lines.Zip(Sample.Lines).Count(pair => pair.First != pair.Second), 0, 1);
    }

    [Fact]
    public async Task Parts_blocks_by_one_empty_line()
    {
        var page = (await reader.ReadAsync("clean.pdf")).Pages[0];

        Assert.Contains("Dnr FÄN 2021-77\n\nNämnden har fått", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n\n", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_which_model_saw_a_word()
    {
        var line = (await reader.ReadAsync("clean.pdf")).Pages[0].Lines.Single(line =>
            line.Text.StartsWith("§ 14", StringComparison.Ordinal));

        Assert.Equal("Latin", line.Words[0].Witness);
        Assert.Equal("swe", line.Words[2].Witness);
    }

    [Theory]
    [InlineData("clean.pdf", 0.99)]
    [InlineData("fax.tif", 0.95)] // read straightened: the boxes have to find back to the skewed page; its dust is in none
    [InlineData("lying.png", 0.99)]
    [InlineData("head-down.png", 0.99)]
    [InlineData("swe-layer.pdf", 0.8)] // the boxes of a layer end where its font does, below the dots of capitals
    [InlineData("born.pdf", 0.99)]
    [InlineData("turned.pdf", 0.99)]
    public async Task Puts_boxes_over_the_ink_and_leaves_none_outside(string name, double share)
    {
        var reading = await reader.ReadAsync(name);
        var page = reading.Pages[0];
        using var renderer = new PageImageRenderer(new ReadingOptions());
        var png = await renderer.RenderPngAsync(Sample.Path(name), reading.MediaType, 1, page.Dpi!.Value);

        var ink = await Ink.OfAsync(png);

        Assert.Equal((page.Width, page.Height), (ink.Width, ink.Height));
        var words = page.Lines.SelectMany(line => line.Words).ToList();
        Assert.All(words, word => Assert.True(ink.Within(word.Box) > 0, $"{word} lies beside the ink"));
        Assert.InRange(ink.ShareWithin(words.Select(word => word.Box)), share, 1);
    }

    [Fact]
    public async Task Finds_a_blank_page_empty_and_no_problem_in_it()
    {
        var reading = await reader.ReadAsync("two-pages.tif");

        Assert.Equal((2, "image/tiff"), (reading.PageCount, reading.MediaType));
        Assert.Empty(reading.Pages[1].Lines);
        Assert.Equal(1, reading.Pages[1].Confidence);
    }

    [Fact]
    public async Task Takes_an_image_without_dpi_for_a_page_of_usual_width()
    {
        var reading = await reader.ReadAsync("small.png");

        Assert.Equal("image/png", reading.MediaType);
        Assert.Equal(["Björkåsa kommun", "Fritids- och ängsnämnden", "§ 14 Bidrag till Övre Sågkärrs bystuga"],
            WarmReader.Lines(reading.Pages[0]));
        Assert.Equal((1240, 400), (reading.Pages[0].Width, reading.Pages[0].Height));
    }

    [Fact]
    public async Task Reads_as_many_files_at_once_as_it_is_asked_for()
    {
        var readings = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => reader.ReadAsync("small.png")));

        Assert.All(readings, reading => Assert.Equal(readings[0].Pages[0].Text, reading.Pages[0].Text));
        Assert.InRange(reader.Reader.ChildProcessIds.Count, 1, new ReadingOptions().Children);
    }

    [Fact]
    public async Task Renders_the_very_pixels_of_a_scan()
    {
        using var renderer = new PageImageRenderer(new ReadingOptions());
        var png = await renderer.RenderPngAsync(Sample.Path("clean.pdf"), FileKind.Pdf, 1, 300);

        var ink = await Ink.OfAsync(png);

        // One-bit pixels that are stretched, be it by one in all, come out grey.
        Assert.Equal([0, 255], ink.Greys);
    }

    [Theory]
    [InlineData("two-pages.tif")]
    [InlineData("grey.jpg")]
    [InlineData("small.png")]
    public async Task Renders_image_files_with_the_size_that_the_reading_says(string name)
    {
        var reading = await reader.ReadAsync(name);
        var last = reading.Pages[^1];
        using var renderer = new PageImageRenderer(new ReadingOptions());

        var png = await renderer.RenderPngAsync(Sample.Path(name), reading.MediaType, last.Number,
            last.Dpi!.Value);

        Assert.Equal(last.Width, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.Equal(last.Height, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
    }

    [Theory]
    [InlineData("clean.pdf", false)]
    [InlineData("two-pages.tif", false)] // one bit a pixel
    [InlineData("grey.jpg", true)]
    [InlineData("swe-layer.pdf", true)]
    public async Task Shows_a_page_or_a_piece_of_it_no_larger_than_asked_for(string name, bool piece)
    {
        var reading = await reader.ReadAsync(name);
        var page = reading.Pages[0];
        var understood = new PageRecord(1, page.Text, page.Origin, 1, page.Width, page.Height, page.Dpi, [], []);
        Box? clip = piece ? new Box(100, 50, 600, 120) : null;
        using var renderer = new PageImageRenderer(new ReadingOptions());

        var webp = await renderer.RenderPictureAsync(Sample.Path(name), reading.MediaType, understood, clip, 300, [new Box(120, 60, 80, 20)]);

        // RIFF, VP8 key frame: two bytes of width and of height, 14 bits each (RFC 6386, 9.1).
        Assert.Equal("WEBPVP8 ", System.Text.Encoding.ASCII.GetString(webp, 8, 8));
        var (width, height) = (BinaryPrimitives.ReadUInt16LittleEndian(webp.AsSpan(26)) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(webp.AsSpan(28)) & 0x3FFF);
        Assert.Equal(300, width);
        Assert.InRange(height, (300.0 * (clip?.Height ?? page.Height!.Value) / (clip?.Width ?? page.Width!.Value)) - 2, (300.0 * (clip?.Height ?? page.Height!.Value) / (clip?.Width ?? page.Width!.Value)) + 2);
    }
}
