using Protokollsok.Documents;
using Protokollsok.Reading.Layers;
using Protokollsok.Reading.Poppler;

namespace Protokollsok.Reading.Tests;

/// <summary>Text layers by themselves: how they are judged, decoded, laid out and put together with what was read.</summary>
public sealed class LayerTests
{
    private const int LetterWidth = 10, Height = 20;

    private static readonly string Prose = string.Join('\n', Sample.Lines);

    public static TheoryData<string, bool, string> Layers => new()
    {
        { Prose, true, "Keep" },
        { Prose.Replace('å', 'a').Replace('ä', 'a').Replace('ö', 'o'), true, "Replace" }, // an engine without Swedish
        { Prose.Replace('å', 'a').Replace('ä', 'a').Replace('ö', 'o'), false, "Keep" }, // no image: repair's work
        { Prose.Replace('ä', 'æ').Replace('ö', 'ø'), true, "Replace" }, // a Danish one
        { Prose.Replace("§ 14", "8 14", StringComparison.Ordinal).Replace("§ 9", "8 9", StringComparison.Ordinal), true, "Mend" }, // swe has no §
        { Prose.Replace("§ 14", "$ 14", StringComparison.Ordinal).Replace("§ 9", "9", StringComparison.Ordinal), true, "Mend" },
        { "1 Inledning\n" + Prose.Replace("§ ", "", StringComparison.Ordinal) + "\n2 Bakgrund", true, "Keep" }, // numbered headings, no section anywhere
        { Prose + "\nBjørn Sørensen", true, "Keep" }, // a Dane among Swedes
        { Prose + "\nJusteras AR PA 3 ar", true, "Keep" }, // initials, and one word
        { Prose + "\nNamnden ar enig", true, "Replace" }, // two words, whatever the rest is like
        { Prose.Replace("ti", "\uFFFD", StringComparison.Ordinal), false, "Mend" },
        { Prose.Replace("ti", "\uE0A1", StringComparison.Ordinal), true, "Mend" },
        { "Datum 218-12-18, 219-1-14 och 22-3-3, sid 17 av 23, se bilaga 15", false, "Replace" }, // no zero on the whole page
        { "Sammanträde 1989-1-14 kl. 13.15, blad 17 av 23, se bilaga 15", false, "Keep" }, // dates as they were written once
        { "The board of the region has asked for a reply before the end of the month, and the answer is that the annex was sent by post.", true, "Keep" },
        { string.Concat(Enumerable.Repeat("xq~zv |kjw fgq¬ wzx ", 20)), false, "Replace" },
        { "مجلس البلدية قرر في اجتماعه أن يوافق على الطلب", false, "Keep" }, // what one cannot judge, one does not replace
    };

    [Theory]
    [MemberData(nameof(Layers))]
    public void Judges_a_layer_by_its_letters(string text, bool hasPageImage, string use) =>
        Assert.Equal(use, TextLayerJudge.Of(Lines(text), hasPageImage).Use.ToString());

    [Theory]
    [InlineData(29)]
    [InlineData(31)]
    [InlineData(-7)]
    [InlineData(1)]
    public void Decodes_letters_that_were_shifted_by_a_constant(int by)
    {
        var shifted = Lines(string.Concat(Prose.Select(letter => letter == '\n' ? letter : Private((char)(letter - by)))));

        var decoded = ShiftedFont.Decode(shifted);

        Assert.Equal(Sample.Lines, decoded?.Lines.Select(line => line.Text));
    }

    [Fact]
    public void Decodes_letters_told_by_their_place_in_a_font()
    {
        // å ä ö Å Ä Ö § are the glyphs 110, 108, 124, 99, 98, 103 and 134 of Apple's order.
        var glyphs = new Dictionary<char, int> { ['å'] = 110, ['ä'] = 108, ['ö'] = 124, ['Å'] = 99, ['Ä'] = 98, ['Ö'] = 103, ['§'] = 134 };
        var layer = Lines(string.Concat(Prose.Select(letter => letter == '\n' ? letter : Private((char)glyphs.GetValueOrDefault(letter, letter - 29)))));

        Assert.Equal(Sample.Lines, ShiftedFont.Decode(layer)?.Lines.Select(line => line.Text));
    }

    [Theory]
    [InlineData("Nämnden har fått en ansökan om bidrag till nytt tak på bystugan. Föreningen äger huset sedan länge och håller det öppet.")] // nothing is shifted
    [InlineData("xq~zv |kjw fgq¬ wzx xq~zv |kjw fgq¬ wzx xq~zv |kjw fgq¬ wzx xq~zv |kjw fgq¬ wzx xq~zv |kjw fgq¬ wzx")] // nor is this
    [InlineData("'QU )§1")] // too short to be certain
    public void Decodes_nothing_that_is_not_certain(string text) => Assert.Null(ShiftedFont.Decode(Lines(text)));

    [Fact]
    public void Mends_broken_words_of_the_writers_layer_from_the_image()
    {
        var mended = TwoWitnesses.Mended(Lines("För\uFFFDrågan i ok\uFFFDober kos\uFFFDar 12 kr"), Lines("Förfrågan i oktober kostar 13 kr", 0.9, "swe"));

        Assert.Equal("Förfrågan i oktober kostar 12 kr", mended[0].Text);
        Assert.Equal(["swe", "text-layer", "swe", "swe", "text-layer", "text-layer"], mended[0].Words.Select(word => word.Witness));
    }

    [Theory]
    [InlineData("op\uFFFDon", "option")] // one ligature makes it Swedish
    [InlineData("b\uFFFD\uFFFDr", "b\uFFFD\uFFFDr")] // repair may know
    public void Mends_a_word_that_the_image_does_not_have_where_it_is_unambiguous(string word, string mended) =>
        Assert.Equal(mended, TwoWitnesses.Mended(Lines(word), [])[0].Text);

    [Fact]
    public void Asks_the_layer_where_the_reading_is_unsure() =>
        Assert.Equal("Nämnden beslutar", TwoWitnesses.Confirmed(Lines("Nämndcn beslutar", 0.4, "swe"), Lines("Nämnden bcslutar"))[0].Text);

    [Fact]
    public void Keeps_what_a_layer_has_in_a_words_place_however_bad_it_is()
    {
        var seen = TwoWitnesses.Beside(Lines("Nämndens sigriatur saknas på 12-14", 0.9, "swe"), Lines("Namndens signatur saknas pa 13-14"));

        Assert.Equal(["Namndens", "signatur", null, null, null], seen[0].Words.Select(word => word.Other)); // the same; too short to tell; no word
        Assert.Equal("Nämndens sigriatur saknas på 12-14", seen[0].Text);
        Assert.All(TwoWitnesses.Beside(seen, []).Zip(seen), pair => Assert.Same(pair.First, pair.Second));
    }

    [Fact]
    public void What_another_reading_has_is_kept_with_the_word_and_takes_no_room_where_there_is_none()
    {
        var (with, without) = (new WordReading(0, 8, new Box(0, 0, 1, 1), 0.9, "swe") { Other = "signatur" }, new WordReading(0, 8, new Box(0, 0, 1, 1), 0.9, "swe"));

        Assert.Equal(with, DocumentsJson.Parse<WordReading>(DocumentsJson.ToUtf8(with)));
        Assert.Equal(without, DocumentsJson.Parse<WordReading>(DocumentsJson.ToUtf8(without)));
        Assert.DoesNotContain("other", DocumentsJson.ToText(without), StringComparison.Ordinal);
    }

    [Fact]
    public void Lays_a_letterhead_and_a_table_out_in_rows()
    {
        LayerLine[] columns =
        [
            Line("Norrvikens kommun", 0, 0, 1), Line("Byggnadsnämnden", 0, 25, 1), Line("KALLELSE", 400, 0, 2), Line("2019-05-14", 400, 25, 2),
            Line("Tid", 0, 100, 3), Line("Torsdagen", 400, 102, 4), Line("Plats", 0, 125, 5), Line("Ekollon", 400, 127, 6),
        ];

        Assert.Equal(["Norrvikens kommun\tKALLELSE", "Byggnadsnämnden\t2019-05-14", "", "Tid\tTorsdagen", "Plats\tEkollon"],
            LayerRows.Of(columns).Select(line => line.Text));
    }

    [Fact]
    public void Leaves_columns_of_prose_as_they_are()
    {
        var columns = Enumerable.Range(0, 10).Select(row => Line(
            $"Rad {row} av en spalt med löpande text i", row < 5 ? 0 : 500, row % 5 * 25, row < 5 ? 1 : 2)).ToArray();

        Assert.Equal(10, LayerRows.Of(columns).Count(line => line.Text.Length > 0));
    }

    [Fact]
    public void Leaves_headings_over_their_columns()
    {
        LayerLine[] columns =
        [
            Line("Bakgrund", 0, 0, 1), .. Prosaic(0, 25, 2), Line("Förslag", 0, 150, 3), .. Prosaic(0, 175, 4),
            Line("Ekonomi", 600, 0, 5), .. Prosaic(600, 25, 6), Line("Tidplan", 600, 150, 7), .. Prosaic(600, 175, 8),
        ];

        Assert.Equal(columns.Select(Text), LayerRows.Of(columns).Select(line => line.Text).Where(text => text.Length > 0));
    }

    [Fact]
    public void Leaves_an_address_beside_a_letter_in_one_piece()
    {
        LayerLine[] letter =
        [
            Line("Ert brev", 0, 0, 1), Line("Vårt datum", 600, 0, 2), .. Prosaic(0, 100, 3),
            Line("Ekollons kommun", 600, 100, 4), Line("Box 7", 600, 125, 4), Line("990 07 Ekollon", 600, 150, 4), Line("Hälsningar", 0, 300, 5),
        ];

        Assert.Equal(["Ert brev\tVårt datum", .. letter[2..].Select(Text)], LayerRows.Of(letter).Select(line => line.Text).Where(text => text.Length > 0));
    }

    [Fact]
    public void Lays_the_numbers_of_an_agenda_beside_its_long_titles()
    {
        LayerLine[] agenda = [.. Enumerable.Range(1, 4).Select(row => Line($"{row}.", 0, row * 25, 1)), .. Prosaic(200, 25, 2)];

        Assert.StartsWith("1.\tRad 0 av", LayerRows.Of(agenda)[0].Text, StringComparison.Ordinal);
        Assert.Equal(4, LayerRows.Of(agenda).Count);
    }

    [Fact]
    public void Leaves_more_lines_than_any_sheet_has_in_their_order()
    {
        LayerLine[] lines = [.. Enumerable.Range(0, 30_000).Select(line => Line("ord", line % 2 * 400, 0, line))];

        Assert.Equal(lines.Length, LayerRows.Of(lines).Count(line => line.Text.Length > 0));
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 12, false)] // half a line down
    [InlineData(23, 24, false)] // on the line below, words on gaps
    [InlineData(2000, 0, false)] // beside the page
    public void Knows_a_layer_that_does_not_lie_over_the_ink(int right, int down, bool fits)
    {
        const int width = 900, height = 400;
        var layer = Prose.Split('\n').Select((text, row) => Line(text, 20, 20 + (row * 24), 1)).ToArray();
        var grey = Enumerable.Repeat((byte)200, width * height).ToArray();
        foreach (var box in layer.SelectMany(line => line.Words).Select(word => word.Box))
            for (int y = box.Y + 4; y < box.Bottom - 4; y++)
                for (int x = box.X + 1; x < box.Right - 1 && x < width; x++)
                    if (y < height && (x + y) % 5 < 2) grey[(y * width) + x] = 90;

        var moved = LayerRows.Of([.. layer.Select(line => new LayerLine([.. line.Words.Select(word =>
            word with { Box = word.Box with { X = word.Box.X + right, Y = word.Box.Y + down } })], 1))]);

        Assert.Equal(fits, LayerInk.Of(grey, width, height, moved, 1) is { Fits: true, IsWhole: true });
    }

    private static IEnumerable<LayerLine> Prosaic(int x, int y, int block) =>
        Enumerable.Range(0, 4).Select(row => Line($"Rad {row} av en spalt med löpande text i {block}", x, y + (row * 25), block));

    private static string Text(LayerLine line) => string.Join(' ', line.Words.Select(word => word.Text));

    private static char Private(char letter) => letter < ' ' ? (char)('\uE000' + letter) : letter;

    private static LayerLine Line(string text, int x, int y, int block)
    {
        var words = new List<LayerWord>();
        foreach (var word in text.Split(' '))
        {
            words.Add(new LayerWord(word, new Box(x, y, word.Length * LetterWidth, Height)));
            x += (word.Length + 1) * LetterWidth;
        }

        return new LayerLine(words, block);
    }

    private static List<LineReading> Lines(string text, double confidence = 1, string witness = TextLayer.Witness) => [.. text.Split('\n').Select((line, row) =>
    {
        var made = new LineText();
        foreach (var word in Line(line, 0, row * 25, 1).Words) made.Add(word.Text, word.Box, confidence, witness);
        return made.ToLine() ?? new LineReading("", []);
    })];
}
