namespace Protokollsok.Documents.Tests;

public sealed class RunningTextTests
{
    [Theory]
    [InlineData("utveck-\nling av stöd", "utveckling\nav stöd")]
    [InlineData("mödra-\noch barnhälsovård", "mödra-\noch barnhälsovård")] // a suspended hyphen is no cut
    [InlineData("Väst-\nNorrdal", "Väst-Norrdal")] // before a capital the hyphen is the word's own
    [InlineData("SLK-2023-\n00017 gäller", "SLK-2023-00017\ngäller")]
    [InlineData("BVC-\nsköterska", "BVC-sköterska")] // an abbreviation keeps it
    [InlineData("ut\u00AD\nveckling", "utveckling")]
    [InlineData("saken -\nsom sagt", "saken -\nsom sagt")] // a dash
    [InlineData("utveck-\n\nling", "utveck-\n\nling")] // a gap is not crossed
    [InlineData("  a  \n\n\n\n  b  ", "a\n\nb")]
    [InlineData("", "")]
    public void Joins_what_a_line_end_cut_and_nothing_else(string page, string expected) => Assert.Equal(expected, RunningText.Of([Page(1, page)]).Text);

    [Fact]
    public void Leaves_furniture_out_and_maps_across_it()
    {
        const string first = "Beslut om utveck-\n____\n1 (2)";
        var text = RunningText.Of([Page(1, first, new TextSpan(18, 4), new TextSpan(23, 5)), Page(2, "Norrdals kommun\nling av stöd", new TextSpan(0, 15))]);
        Assert.Equal("Beslut om utveckling\nav stöd", text.Text);
        Assert.Equal([new Place(1, 10, 6), new Place(2, 16, 4)], text.PlacesOf(10, 10));
        Assert.True(text.Lines[1].AfterBreak || text.Lines[1].Page == 2);
    }

    [Fact]
    public void A_place_over_a_line_break_is_one_with_the_break_inside()
    {
        var text = RunningText.Of([Page(1, "kostar 5 310 000\n   kr i år")]);
        var start = text.Text.IndexOf("5 310", StringComparison.Ordinal);
        var place = Assert.Single(text.PlacesOf(start, "5 310 000\nkr".Length));
        Assert.Equal("5 310 000\n   kr", "kostar 5 310 000\n   kr i år".Substring(place.Start, place.Length));
    }

    [Fact]
    public void Gives_each_page_its_own_text_with_the_cut_word_where_it_began()
    {
        var text = RunningText.Of([Page(1, "stöd till utveck-"), Page(2, "ling av vård"), Page(3, "")]);
        Assert.Equal(["stöd till utveckling", "av vård", ""], Enumerable.Range(1, 3).Select(text.PageText));
    }

    [Fact]
    public void Furniture_within_a_line_parts_it() =>
        Assert.Equal("före\nefter", RunningText.Of([Page(1, "före MÄRKE efter", new TextSpan(5, 5))]).Text);

    [Fact]
    public void Every_letter_of_the_text_stands_at_its_place()
    {
        var random = new Random(7);
        const string letters = "ab-\n \u00ADÅ1";
        for (var round = 0; round < 500; round++)
        {
            var page = new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => letters[random.Next(letters.Length)])]);
            var text = RunningText.Of([Page(1, page), Page(2, page)]);
            for (var i = 0; i < text.Text.Length; i++)
            {
                if (text.Text[i] == '\n') continue;
                var place = Assert.Single(text.PlacesOf(i, 1));
                Assert.Equal(text.Text[i], page[place.Start]);
            }
        }
    }

    [Fact]
    public void Refuses_a_span_outside_the_text() => Assert.Throws<ArgumentOutOfRangeException>(() => RunningText.Of([Page(1, "abc")]).PlacesOf(2, 5));

    private static PageRecord Page(int number, string text, params TextSpan[] furniture) => new(number, text, PageOrigin.TextFile, 1, null, null, null, furniture, []);
}
