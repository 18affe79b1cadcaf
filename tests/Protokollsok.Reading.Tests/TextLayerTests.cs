using Protokollsok.Documents;
using Protokollsok.Reading.Layers;

namespace Protokollsok.Reading.Tests;

[Collection(nameof(WarmReader))]
public sealed class TextLayerTests(WarmReader reader)
{
    [Theory]
    [InlineData("born.pdf", 1)]
    [InlineData("born.pdf", 2)] // short and English: no å ä ö is no fault where no image lies behind
    [InlineData("turned.pdf", 1)]
    [InlineData("latin-layer.pdf", 1)] // somebody's reading of the image, and a good one
    public async Task Keeps_a_layer_that_can_be_believed(string name, int page)
    {
        var reading = (await reader.ReadAsync(name)).Pages[page - 1];

        Assert.Equal((PageOrigin.TextLayer, 1.0), (reading.Origin, reading.Confidence));
        Assert.NotEmpty(reading.Lines);
        Assert.All(reading.Lines.SelectMany(line => line.Words), word => Assert.Equal("text-layer", word.Witness));
    }

    [Fact]
    public async Task Hears_a_layer_that_lost_its_section_signs_beside_the_image()
    {
        var page = (await reader.ReadAsync("swe-layer.pdf")).Pages[0];

        Assert.Equal(PageOrigin.Both, page.Origin);
        Assert.Equal(Sample.Lines, WarmReader.Lines(page));
    }

    [Fact]
    public async Task Keeps_the_text_of_a_layer_as_it_is()
    {
        var page = (await reader.ReadAsync("born.pdf")).Pages[0];

        Assert.Equal(Sample.Lines[2], WarmReader.Lines(page)[2]);
        Assert.Contains("varav föreningen själv står för 12,5 %.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_the_rendered_page_where_a_font_lies_about_its_letters()
    {
        var page = (await reader.ReadAsync("shifted.pdf")).Pages[0];

        Assert.Equal(PageOrigin.Ocr, page.Origin);
        Assert.Contains("Nämndens beslut", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spans_of_words_are_their_words()
    {
        var page = (await reader.ReadAsync("born.pdf")).Pages[0];

        Assert.All(page.Lines, line =>
            Assert.Equal(line.Text, string.Join(' ', line.Words.Select(word => line.Text.Substring(word.Start, word.Length)))));
    }

    [Theory]
    [InlineData("Omsorgsnamnden har fatt en ansokan", true, false)] // too short to say, but an image is there to be read
    [InlineData("17 (81)", false, true)] // no letters, and no image either
    [InlineData("Omsorgsn\uFFFDmnden h\uFFFDr", false, false)]
    [InlineData("The quick reply from the office in Malmo was not what the board of the region had asked for.", false, true)]
    public void Judges_short_layers_by_what_lies_behind(string text, bool hasPageImage, bool keep) =>
        Assert.Equal(keep, TextLayerJudge.Of([Line(text)], hasPageImage).Use == LayerUse.Keep);

    public static TheoryData<string, ReadingOptions> Blind => new()
    {
        { ProblemCode.PageTooLarge, new ReadingOptions { MaxPixels = 100_000 } }, // fewer than letters need
        { ProblemCode.ReaderDied, new ReadingOptions { ChildPath = Sample.Path("small.png") } }, // no program at all
    };

    [Theory]
    [MemberData(nameof(Blind))]
    public async Task Gives_a_mendable_layer_as_it_is_where_the_page_itself_cannot_be_read(string code, ReadingOptions options)
    {
        await using var blind = new DocumentReader(options);

        var reading = await blind.ReadAsync(Sample.Path("swe-layer.pdf"));

        Assert.Empty(reading.Problems);
        var page = Assert.Single(reading.Pages);
        Assert.Equal((PageOrigin.TextLayer, 0.5), (page.Origin, page.Confidence));
        Assert.Contains(code, page.Engine, StringComparison.Ordinal);
        Assert.Contains("Nämndens beslut", page.Text, StringComparison.Ordinal);
        Assert.NotEmpty((await blind.ReadAsync(Sample.Path("eng-layer.pdf"))).Problems); // no layer that could stand alone
    }

    [Fact]
    public void Keeps_a_long_layer_over_an_image_that_holds_the_letters_of_Swedish() =>
        Assert.Equal(LayerUse.Keep, TextLayerJudge.Of([.. Sample.Lines.Select(Line)], hasPageImage: true).Use);

    private static LineReading Line(string text)
    {
        var line = new LineText();
        line.Add(text, default, 1, "text-layer");
        return line.ToLine()!;
    }
}
