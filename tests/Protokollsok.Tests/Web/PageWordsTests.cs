using Protokollsok.Documents;
using Protokollsok.Web;

namespace Protokollsok.Tests.Web;

/// <summary>Words as read against the text as repaired.</summary>
public sealed class PageWordsTests
{
    [Theory]
    [InlineData("R&d och Stdd", "Råd och Stöd", "0,3,R&d,Råd;8,4,Stdd,Stöd", "Råd<R&d och Stöd<Stdd")]
    [InlineData("for a b", "förr a b", "0,4,for,förr", "förr<for a b")] // what follows moves
    [InlineData("i dag kom", "idag kom", "0,4,i dag,idag", "idag<i dag kom")] // two read words became one
    [InlineData("förallt nu", "för allt nu", "0,8,förallt,för allt", "för allt<förallt nu")] // one became two
    [InlineData("8 31 (nytt)", "§ 31 (nytt)", "0,1,8,§", "§<8 31 (nytt)")]
    [InlineData("omrade, ja", "område, ja", "0,6,omrade,område", "område,<omrade, ja")] // the correction spares the comma
    [InlineData("kan vara", "kan vara", "", "kan vara")]
    public void Each_word_finds_its_place(string read, string repaired, string corrections, string expected)
    {
        var page = new PageRecord(1, repaired, PageOrigin.Ocr, 1, 100, 100, 300, [], [.. corrections.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Correction)]);

        var words = PageWords.Of(Read(read), page);

        Assert.Equal(expected, string.Join(' ', words.Select(word => word.Was is null ? word.Text : $"{word.Text}<{word.Was}")));
        Assert.All(words, word => Assert.Equal(word.Text, repaired.Substring(word.Start, word.Length)));
    }

    [Fact]
    public void A_word_that_was_joined_has_both_boxes_and_the_lower_confidence()
    {
        var page = new PageRecord(1, "idag", PageOrigin.Ocr, 1, 100, 100, 300, [], [Correction("0,4,i dag,idag")]);

        var word = Assert.Single(PageWords.Of(Read("i dag"), page));

        Assert.Equal((new Box(0, 0, 50, 10), .5), (word.Box!.Value, word.Confidence));
    }

    [Fact]
    public void A_suggestion_changes_nothing()
    {
        var page = new PageRecord(1, "stdd nu", PageOrigin.Ocr, 1, 100, 100, 300, [], [Correction("0,4,stdd,stöd") with { Applied = false }]);

        Assert.All(PageWords.Of(Read("stdd nu"), page), word => Assert.Null(word.Was));
    }

    [Fact]
    public void Boxes_of_a_stretch_are_one_a_line()
    {
        var read = new PageReading(1, PageOrigin.Ocr, 1, 100, 100, 300, "", [Line("ett två", 0), Line("tre", 20)]);
        var page = new PageRecord(1, "ett två\ntre", PageOrigin.Ocr, 1, 100, 100, 300, [], []);

        Assert.Equal([new Box(40, 0, 30, 10), new Box(0, 20, 30, 10)], PageWords.BoxesOf(PageWords.Of(read, page), 4, 7));
    }

    /// <summary>Ten pixels a letter; the later a word, the less sure.</summary>
    private static PageReading Read(string line) => new(1, PageOrigin.Ocr, 1, 100, 100, 300, "", [Line(line, 0)]);

    private static LineReading Line(string text, int top)
    {
        var words = new List<WordReading>();
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = text.IndexOf(' ', start) is > 0 and var blank ? blank : text.Length;
            words.Add(new WordReading(start, end - start, new Box(start * 10, top, (end - start) * 10, 10), 1 - (words.Count * .5 % 1), "swe"));
        }

        return new LineReading(text, words);
    }

    private static Correction Correction(string text) => text.Split(',', 4) is [var start, var length, var was, var now]
        ? new Correction(int.Parse(start, null), int.Parse(length, null), was, now, .99, Applied: true, null, "")
        : throw new ArgumentException(text);
}
