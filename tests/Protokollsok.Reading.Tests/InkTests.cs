using Protokollsok.Documents;
using Protokollsok.Reading.Recognition;

namespace Protokollsok.Reading.Tests;

/// <summary>What a word's ink tells where its letters do not: footnote marks, rules, dashes seen twice. Print is 20 px high here, on a base line at 120.</summary>
public sealed class InkTests
{
    private const int Top = 100, Bottom = 120, LetterWidth = 10, UsualHeight = 20;

    [Theory]
    [InlineData("åren?", "xxxx.^", "3", "åren.³")] // a full stop and the mark behind it were read as one
    [InlineData("50.4", "xx.^", "4", "50.⁴")]
    [InlineData("kunskap$", "xxxxxxx^", "6", "kunskap⁶")]
    [InlineData("max.", "xxx.^", "5", "max.⁵")] // nothing of it was read
    [InlineData("m2", "xx^", "2", "m²")] // an m in two pieces
    [InlineData("åren?", "xxxxx", "3", "åren?")] // a question mark stands on the line
    [InlineData("kunskap”", "xxxxxxx'", "", "kunskap”")] // a quotation mark is smaller
    [InlineData("2014", "xxxx", "4", "2014")]
    [InlineData("50.4", "xx.^", "", "50.⁴")] // what the engine saw of it stands where it cannot be read alone
    public void Tells_a_footnote_mark_by_its_height(string read, string ink, string figure, string printed)
    {
        var marks = new RaisedMarks(_ => Glyphs(ink), _ => figure);

        Assert.Equal(printed, Assert.Single(marks.Mend([Word(read)])).Text);
    }

    [Theory]
    [InlineData("sd", "^", "1", "¹")]
    [InlineData("1", "x", "1", "1")] // the number of a list
    [InlineData("§", "^", "8", "§")] // torn by specks, it is still a sign
    public void Tells_a_footnote_mark_that_stands_alone(string read, string ink, string figure, string printed)
    {
        var mark = Word(read) with { Box = Glyphs(ink)[0] };
        var next = Word("Myndigheten") with { Box = new Box(50, Top, 110, UsualHeight) };
        var marks = new RaisedMarks(box => box == mark.Box ? Glyphs(ink) : [.. Glyphs("xxxxxxxxxxx").Select(glyph => glyph with { X = glyph.X + 50 })], _ => figure);

        Assert.Equal([printed, "Myndigheten"], marks.Mend([mark, next]).Select(word => word.Text));
    }

    [Theory]
    [InlineData("ER ED OR", "---", "---------")]
    [InlineData("SE", "..", "SE")] // too few strokes
    [InlineData("AVD ER 40", "...", ".........")]
    [InlineData("som en ad", "xxx", "som en ad")] // letters
    [InlineData("2014-225", ":::", "2014-225")] // of a ribbon that prints dots: low pieces, but one above the other
    public void Takes_a_row_of_low_strokes_for_a_rule(string read, string ink, string printed)
    {
        var words = read.Split(' ').Select((text, at) => new SeenWord(text, new Box(at * 30, Top, 28, UsualHeight), 0.2, "swe")).ToList();
        var rule = new RuledWords(box => [.. Glyphs(ink).Select(glyph => glyph with { X = glyph.X + box.X })], UsualHeight);

        var mended = Assert.Single(rule.Mend([new SeenLine(words, false)])).Words;

        Assert.Equal(printed, string.Join(' ', mended.Select(word => word.Text)));
    }

    [Theory]
    [InlineData("--", "-", "–")]
    [InlineData("–-", "--", "--")] // struck twice
    [InlineData("-", "-", "-")]
    [InlineData("-a", "-x", "-a")]
    public void Counts_the_strokes_of_a_dash(string read, string ink, string printed) =>
        Assert.Equal(printed, DoubledDashes.Mend(Word(read), _ => Glyphs(ink)).Text);

    [Theory]
    [InlineData("den 2014-08-01 var", 1, true)]
    [InlineData("under 2017 och", 1, true)]
    [InlineData("under 1996 och", 1, false)] // 19%
    [InlineData("får 875 000 kronor.", 1, true)]
    [InlineData("får 875 000 kronor.", 2, true)]
    [InlineData("minst 6 grupper", 1, true)]
    [InlineData("minst 85 grupper", 1, false)] // §5
    [InlineData("enligt 8 11 MBL", 1, false)]
    [InlineData("ökar 3 26 under", 1, false)] // 3 %
    [InlineData("1. Nämnden", 0, true)]
    [InlineData("81. Föreningens", 0, false)] // §1.
    [InlineData("816 Lotsar", 0, false)]
    [InlineData("Ärende - förslag", 1, true)]
    public void Looks_again_at_numbers_that_may_be_a_sign(string line, int index, bool isSure)
    {
        int x = 0;
        var words = line.Split(' ').Select(text => new SeenWord(text, new Box((x += (text.Length * LetterWidth) + 8) - (text.Length * LetterWidth), Top, text.Length * LetterWidth, UsualHeight), 0.96, "swe")).ToList();

        Assert.Equal(isSure, SureNumbers.Is(words, index));
        Assert.False(SureNumbers.Is([.. words.Select(word => word with { Confidence = 0.6 })], index));
    }

    private static SeenWord Word(string text) => new(text, new Box(0, Top, text.Length * LetterWidth, UsualHeight), 0.9, "swe");

    /// <summary>A letter or figure, a full stop, a hyphen, a raised figure, a quotation mark.</summary>
    private static List<Box> Glyphs(string ink) => [.. ink.SelectMany((glyph, at) => glyph == ':' ? Dots(at * LetterWidth) : [Glyph(glyph, at * LetterWidth)])];

    private static Box[] Dots(int x) => [new Box(x, Top, 4, 4), new Box(x, Bottom - 4, 4, 4)];

    private static Box Glyph(char glyph, int x) => glyph switch
    {
        '.' => new Box(x, Bottom - 4, 4, 4),
        '-' => new Box(x, Bottom - 8, 9, 3),
        '^' => new Box(x, Top, 6, 11),
        '\'' => new Box(x, Top, 6, 7),
        _ => new Box(x, Top, 8, Bottom - Top),
    };
}
