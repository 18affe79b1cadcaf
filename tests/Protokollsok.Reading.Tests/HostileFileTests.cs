using System.Globalization;
using System.IO.Compression;
using System.Text;
using Protokollsok.Bench;
using Protokollsok.Documents;

namespace Protokollsok.Reading.Tests;

/// <summary>Files made to stop a reader, or damaged by chance. Each ends in a problem, none in an exception, and the next file is read.</summary>
[Collection(nameof(WarmReader))]
public sealed class HostileFileTests(WarmReader reader)
{
    private const int Many = 20_000;

    [Fact]
    public async Task Refuses_a_flood_of_pixels_without_decoding_it()
    {
        using var file = new TemporaryFile(Png(60_000, 60_000, rows: 1), ".png");

        var reading = await reader.Reader.ReadAsync(file.Path);

        Assert.Equal(ProblemCode.PageTooLarge, Assert.Single(reading.Problems).Code);
    }

    [Fact]
    public async Task A_page_that_needs_more_memory_than_is_allowed_is_lost_alone()
    {
        await using var strict = new DocumentReader(new ReadingOptions { Children = 1, MemoryLimit = 512L << 20, MaxPixels = 90_000_000 });
        using var file = new TemporaryFile(Png(9_000, 9_000, rows: 9_000), ".png");

        var reading = await strict.ReadAsync(file.Path);

        Assert.NotEmpty(reading.Problems);
        Assert.Empty(reading.Pages.SelectMany(page => page.Lines));
        Assert.Empty((await strict.ReadAsync(Sample.Path("small.png"))).Problems);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 500)]
    [InlineData(3_000, 1)]
    public async Task Reads_nothing_in_an_image_of_hardly_any_pixels(int width, int height)
    {
        using var file = new TemporaryFile(Png(width, height, height), ".png");

        var reading = await reader.Reader.ReadAsync(file.Path);

        Assert.Empty(reading.Problems);
        Assert.Empty(Assert.Single(reading.Pages).Lines);
    }

    public static TheoryData<string, string> Pdfs => new()
    {
        { "kids that are their own parents", Pdf("<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>") },
        { "a page tree of endless depth", Pdf([.. Enumerable.Range(2, Many).Select(number => string.Create(CultureInfo.InvariantCulture,
            $"<< /Type /Pages /Kids [{number + 1} 0 R] /Count 1 >>"))]) },
        { "arrays in arrays", Pdf($"<< /Type /Pages /Kids {new string('[', Many)} /Count 1 >>") },
        { "a million pages that are not there", Pdf("<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>") },
        { "a negative count", Pdf("<< /Type /Pages /Kids [3 0 R] /Count -3 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>") },
        { "a form that draws itself", Pdf(
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Resources << /XObject << /F 4 0 R >> >> >>",
            "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 4 0 R >> >> /Length 5 >>\nstream\n/F Do\nendstream") },
    };

    [Theory]
    [MemberData(nameof(Pdfs))]
    public async Task Comes_back_from_a_pdf_that_leads_nowhere(string what, string pdf)
    {
        using var file = new TemporaryFile(Encoding.Latin1.GetBytes(pdf), ".pdf");

        var reading = await reader.Reader.ReadAsync(file.Path);

        Assert.True(reading.Problems.Count > 0 || reading.Pages.All(page => page.Lines.Count == 0), what);
    }

    [Fact]
    public async Task Comes_back_from_a_stream_that_unpacks_to_a_hundred_thousand_times_its_size()
    {
        using var file = new TemporaryFile(FlateBomb(), ".pdf");
        await using var strict = new DocumentReader(new ReadingOptions { PageTimeout = TimeSpan.FromSeconds(20), FileTimeout = TimeSpan.FromSeconds(10) });

        var reading = await strict.ReadAsync(file.Path);

        Assert.Empty(reading.Pages.SelectMany(page => page.Lines));
        Assert.Empty((await strict.ReadAsync(Sample.Path("small.png"))).Problems);
    }

    [Fact]
    public async Task Refuses_more_pages_than_the_limit_before_it_reads_one()
    {
        var kids = string.Join(' ', Enumerable.Range(3, 10_000).Select(number => string.Create(CultureInfo.InvariantCulture, $"{number} 0 R")));
        var pdf = Pdf([$"<< /Type /Pages /Kids [{kids}] /Count 10000 >>", .. Enumerable.Repeat("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>", 10_000)]);
        using var file = new TemporaryFile(Encoding.Latin1.GetBytes(pdf), ".pdf");

        Assert.Equal(ProblemCode.TooManyPages, Assert.Single((await reader.Reader.ReadAsync(file.Path)).Problems).Code);
    }

    [Theory]
    [InlineData("grey.jpg", 0.02)] // nothing of the image is left
    [InlineData("grey.jpg", 0.8)] // decoders make up the rest and say nothing
    [InlineData("letterhead.png", 0.9)]
    public async Task Tells_that_an_image_lost_its_end(string name, double kept)
    {
        var bytes = await File.ReadAllBytesAsync(Sample.Path(name));
        using var file = new TemporaryFile(bytes[..(int)(bytes.Length * kept)]);

        Assert.Equal(ProblemCode.Damaged, (await reader.Reader.ReadAsync(file.Path)).Problems[0].Code);
    }

    [Theory]
    [InlineData("grey.jpg", 1.0, true)]
    [InlineData("grey.jpg", 0.8, false)] // the small picture's own end is there
    [InlineData("inputs/progressive.jpg", 1.0, true)] // several scans
    [InlineData("inputs/progressive.jpg", 0.5, false)]
    [InlineData("inputs/exif.jpg", 1.0, true)]
    [InlineData("small.png", 1.0, true)]
    [InlineData("small.png", 0.9, false)]
    public void Knows_the_end_of_an_image_under_padding_and_from_that_of_a_picture_inside(string name, double kept, bool ends)
    {
        var bytes = File.ReadAllBytes(Sample.Path(name));
        bool isJpeg = name.EndsWith(".jpg", StringComparison.Ordinal);
        byte[] small = isJpeg ? [0xFF, 0xE1, 0, 8, 0xFF, 0xDA, 0, 0, 0xFF, 0xD9] : [];
        byte[] padded = [.. bytes[..2], .. small, .. bytes[2..(int)(bytes.Length * kept)], .. new byte[ends ? 100_000 : 0]];

        Assert.Equal(ends, ImageEnd.IsIn(new MemoryStream(padded), isJpeg ? FileKind.Jpeg : FileKind.Png));
    }

    [Fact]
    public async Task Says_of_every_damaged_file_what_stands_in_it_or_what_is_wrong()
    {
        string[] names = ["small.png", "born.pdf", "two-pages.tif", "inputs/g4-inverted.pdf", "inputs/compact.pdf", "inputs/palette.png"];
        var sound = names.Select(name => File.ReadAllBytes(Sample.Path(name))).ToList();
        for (int seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            using var file = new TemporaryFile(FileMutation.Of(sound[seed % sound.Count], sound[random.Next(sound.Count)], random));

            var reading = await reader.Reader.ReadAsync(file.Path);

            Assert.True(reading.Pages.Count > 0 ? reading.Pages.Count == reading.PageCount : reading.Problems.Count > 0, $"seed {seed}");
        }
    }

    /// <summary>A catalogue and what else is given, from object 2 on; without a table, which Poppler makes itself.</summary>
    private static string Pdf(params string[] objects)
    {
        var pdf = new StringBuilder("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
        for (int i = 0; i < objects.Length; i++) pdf.Append(CultureInfo.InvariantCulture, $"{i + 2} 0 obj\n{objects[i]}\nendobj\n");
        return pdf.Append("trailer\n<< /Root 1 0 R >>\n%%EOF\n").ToString();
    }

    /// <summary>A page whose content is blanks, packed twice.</summary>
    private static byte[] FlateBomb()
    {
        var packed = Encoding.Latin1.GetString(Packed(Packed(new byte[200_000_000])));
        return Encoding.Latin1.GetBytes(Pdf(
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            $"<< /Filter [/FlateDecode /FlateDecode] /Length {packed.Length} >>\nstream\n{packed}\nendstream"));
    }

    /// <summary>A PNG that says how large it is, whether its rows are there or not: transparent black.</summary>
    private static byte[] Png(int width, int height, int rows)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(png, "IHDR", [.. BigEndian(width), .. BigEndian(height), 8, 6, 0, 0, 0]);
        Chunk(png, "IDAT", Packed(new byte[((4 * width) + 1) * (long)rows]));
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    private static void Chunk(MemoryStream png, string type, byte[] content)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. content];
        png.Write(BigEndian(content.Length));
        png.Write(body);
        png.Write(BigEndian((int)Crc(body)));
    }

    private static byte[] BigEndian(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte one in bytes)
        {
            crc ^= one;
            for (int bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : 0xEDB88320);
        }

        return ~crc;
    }

    private static byte[] Packed(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest)) zlib.Write(plain);
        return packed.ToArray();
    }
}
