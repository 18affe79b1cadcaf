namespace Protokollsok.Reading.Tests;

/// <summary>One small page in each way that scanners and programs have of writing one (TestData/inputs.py).</summary>
[Collection(nameof(WarmReader))]
public sealed class InputTests(WarmReader reader)
{
    [Theory]
    [InlineData("g4-inverted.pdf")]
    [InlineData("flate-decode.pdf")]
    [InlineData("jpx.pdf")]
    [InlineData("cmyk.pdf")]
    [InlineData("soft-mask.pdf")]
    [InlineData("rotated.pdf")]
    [InlineData("declared-1200.pdf")] // a page of a stamp's size; its pixels are those of a usual one
    [InlineData("compact.pdf")]
    [InlineData("jpeg.tif")]
    [InlineData("progressive.jpg")]
    [InlineData("deep.png")]
    [InlineData("alpha.png")]
    [InlineData("palette.png")]
    [InlineData("orientation.tif")]
    [InlineData("exif.jpg")]
    [InlineData("tiled.tif")]
    public async Task Reads_a_page_however_it_was_written(string name)
    {
        var reading = await reader.ReadAsync($"inputs/{name}");

        Assert.Empty(reading.Problems);
        Assert.Equal(Sample.Lines[..4], WarmReader.Lines(Assert.Single(reading.Pages)).Take(4));
    }

    [Theory]
    [InlineData("fax.tif")]
    [InlineData("fax.pdf")]
    public async Task Stretches_a_fax_whose_rows_are_half_as_dense_as_its_columns(string name)
    {
        var page = Assert.Single((await reader.ReadAsync($"inputs/{name}")).Pages);

        // Half of each letter's rows are lost, and with them a hyphen here and there.
        Assert.Contains("§ 14 Bidrag till Övre Sågkärrs bystuga", page.Text, StringComparison.Ordinal);
        Assert.InRange((double)page.Width!.Value / page.Height!.Value, 2.3, 2.6);
    }

    [Theory]
    [InlineData("mixed-sizes.pdf")]
    [InlineData("lzw.tif")] // the second page has twice the pixels
    public async Task Reads_pages_of_different_sizes_in_one_file(string name)
    {
        var reading = await reader.ReadAsync($"inputs/{name}");

        Assert.Empty(reading.Problems);
        Assert.Equal(2, reading.Pages.Count);
        Assert.NotEqual(reading.Pages[0].Height, reading.Pages[1].Height);
        Assert.All(reading.Pages, page => Assert.Equal(Sample.Lines[0], WarmReader.Lines(page)[0]));
    }

    [Fact]
    public async Task Reads_what_can_be_seen_of_a_cropped_page()
    {
        var page = Assert.Single((await reader.ReadAsync("inputs/cropped.pdf")).Pages);

        Assert.DoesNotContain("Björkåsa", page.Text, StringComparison.Ordinal); // outside the crop box
        Assert.Contains("§ 14 Bidrag till Övre Sågkärrs bystuga", page.Text, StringComparison.Ordinal);
    }
}
