using Protokollsok.Documents;
using Protokollsok.Reading.Recognition;

namespace Protokollsok.Reading.Tests;

/// <summary>Signs that <c>swe</c> cannot print, brought back from a second reading or from how they stand on the line.</summary>
public sealed class SignTests
{
    private const int LetterWidth = 10, Height = 20;

    [Theory]
    [InlineData("ON 8 52 Lotsar", "ON § 52 Lotsar", "ON § 52 Lotsar")]
    [InlineData("ON 52 Lotsar", "ON § 52 Lotsar", "ON § 52 Lotsar")] // lost altogether
    [InlineData("Paragrafer 88 14-19", "Paragrafer §§ 14-19", "Paragrafer §§ 14-19")]
    [InlineData("enligt 811 MBL", "enligt § 11 MBL", "enligt § 11 MBL")] // glued to its number
    [InlineData("MBN 887/2019 ja", "MBN § 87/2019 ja", "MBN § 87/2019 ja")]
    [InlineData("från 20 9240 till 96 20 på", "från 20 % till 96 % på", "från 20 % till 96 % på")]
    [InlineData("sänks 69 96 från 8 913 kr", "sänks 69 % från 8 913 kr", "sänks 69 % från 8 913 kr")]
    [InlineData("räntan 8,8 Yo i juli", "räntan 8,8 % i juli", "räntan 8,8 % i juli")]
    [InlineData("tiden 150-175 tkr", "tiden 150—175 tkr", "tiden 150—175 tkr")]
    [InlineData("i 5 8 och 8 8", "i 5 § och 8 §", "i 5 § och 8 §")]
    public void Takes_signs_from_the_second_reading(string swedish, string latin, string merged) =>
        Assert.Equal(merged, Text(SignMerger.Merge(Words(swedish), Words(latin, "Latin"))));

    [Theory]
    [InlineData("kostar 88 500 kr", "kostar 83 500 kr")] // no sign, no change
    [InlineData("kostar 12 246 kr", "kostar 12 248 kr § 4")] // a sign elsewhere does not open the number
    [InlineData("utan anmärkning", "utan änmarkning %nt")]
    [InlineData("grupperna", "grüpperna")] // dust above a u, and no surer
    [InlineData("mark och vatten", "mark och * vatten")] // what dust looks like is not believed beside words
    public void Keeps_the_first_reading_where_more_than_signs_differ(string swedish, string latin)
    {
        string merged = Text(SignMerger.Merge(Words(swedish), Words(latin, "Latin")));

        Assert.StartsWith(swedish, merged, StringComparison.Ordinal);
    }

    [Fact]
    public void Does_not_let_a_guess_change_a_number() =>
        Assert.Equal("dnr 12 246 åter", Text(SignMerger.Merge(Words("dnr 12 246 åter"), Words("dnr 12 % åter", "Latin", 0.4))));

    [Theory]
    [InlineData("KF $ 102", 0, "KF § 102")]
    [InlineData("$63 Val", 0, "§63 Val")]
    [InlineData("$$ 51-58 justeras", 0, "§§ 51-58 justeras")]
    [InlineData("kurs $ USA", 0, "kurs $ USA")]
    [InlineData("Paragrafer 88 14-19", 3, "Paragrafer §§ 14-19")] // hangs below the digits beside it
    [InlineData("Paragrafer 88 14-19", 0, "Paragrafer 88 14-19")]
    [InlineData("med 8 246 kr", 0, "med 8 246 kr")]
    [InlineData("med 8 246 kr", 3, "med 8 246 kr")] // figures of this face hang, and a sum is a sum
    [InlineData("anvisa 8 500:- till", 3, "anvisa 8 500:- till")]
    [InlineData("anvisa 8 246 500 till", 3, "anvisa 8 246 500 till")]
    [InlineData("enligt 8 123 den", 3, "enligt § 123 den")]
    [InlineData("enligt 19 8 miljöbalken", 3, "enligt 19 § miljöbalken")]
    [InlineData("enligt 15 a 8 i lagen", 3, "enligt 15 a § i lagen")]
    [InlineData("ges (16 $ andra stycket)", 0, "ges (16 § andra stycket)")]
    [InlineData("rum 8 vid ängen", 3, "rum 8 vid ängen")] // no number near that it could belong to
    [InlineData("ej §§§ 60, 65", 0, "ej §§ 60, 65")]
    [InlineData("forts. 8§ 67-68", 0, "forts. §§ 67-68")] // one of the two was seen
    public void Knows_a_section_sign_by_its_descent_and_a_dollar_by_its_place(string line, int descent, string mended)
    {
        var words = Words(line).Select(word => word.Text is "8" or "88"
            ? word with { Box = word.Box with { Height = Height + descent } } : word).ToList();

        Assert.Equal(mended, Text(new MisreadSign(Glyphs).Mend(words)));
    }

    [Theory]
    [InlineData("863", 0, "§63")] // glued to its number
    [InlineData("228", 2, "22§")]
    [InlineData("(228)", 3, "(22§)")]
    [InlineData("1863", 1, "1863")] // no sign stands inside a number
    [InlineData("8,50", 0, "8,50")]
    [InlineData("62.500:-", 0, "62.500:-")]
    [InlineData("2:6", 2, "2:6")] // a property
    [InlineData("82.500:-", 0, "82.500:-")] // a typewriter's digits dance
    [InlineData("2:8", 2, "2:8")]
    [InlineData("8,50", 0, "§,50", false)]
    public void Knows_a_section_sign_inside_a_word_by_the_descent_of_that_character(string text, int hanging, string mended, bool isSign = true)
    {
        var words = Words(text);
        IReadOnlyList<Box> Shapes(Box box) => [.. Glyphs(box).Select((glyph, at) =>
            at == hanging && isSign ? glyph with { Height = Height + 3 } : glyph)];

        Assert.Equal(isSign ? mended : text, Text(new MisreadSign(Shapes).Mend(words)));
    }

    [Theory]
    [InlineData("mark och vatten", "")]
    [InlineData("väntan/Barn i start (bilaga).", "")]
    [InlineData("enligt 19 8 miljöbalken i fråga", "enligt 19 8 miljöbalken")]
    [InlineData("i 5 8 och 8 8 a", "i 5 8 och 8 8 a")]
    [InlineData("e Att nämnden godkänner", "")] // a bullet is mended where it stands
    [InlineData("ordföranden Asta Ek, 0123-45 67", "Asta Ek, 0123-45 67")]
    public void Looks_again_only_where_a_sign_may_have_been_lost_and_at_what_stands_beside_it(string line, string looked)
    {
        var words = Words(line);

        var stretches = SignSuspects.In(words);

        Assert.Equal(looked, string.Join(" | ", stretches.Select(stretch => Text(words.Skip(stretch.Start).Take(stretch.End - stretch.Start)))));
    }

    [Theory]
    [InlineData("år 138 a", 0.68, "år 188 a", 0.97, "år 188 a")]
    [InlineData("år 138 a", 0.9, "år 188 a", 0.97, "år 138 a")] // the first is sure
    [InlineData("år 138 a", 0.68, "år 18 a", 0.97, "år 138 a")] // sureness takes no digit away
    [InlineData("kr 18 500", 0.68, "kr 138 500", 0.97, "kr 18 500")] // nor adds one
    [InlineData("kr 13 500", 0.68, "kr 18500", 0.97, "kr 18 500")] // nor says where a blank stands: only a sign does
    [InlineData("38 procent", 0.7, "88 procent", 0.75, "38 procent")] // the second hardly surer
    [InlineData("dnr 12", 0.5, "dnr l2", 0.95, "dnr 12")] // and it is digits that are compared
    public void Believes_of_two_numbers_the_one_that_was_read_surely(
        string swedish, double first, string latin, double second, string merged) =>
        Assert.Equal(merged, Text(SignMerger.Merge(Words(swedish, confidence: first), Words(latin, "Latin", second))));

    [Theory]
    [InlineData("P R O T O K O L L", "PROTOKOLL")]
    [InlineData("P R O T O K O L L fört", "PROTOKOLL fört")]
    [InlineData("A B C", "A B C")] // too few to be a heading
    [InlineData("Ledamot K A", "Ledamot K A")]
    public void Closes_up_spread_letters(string line, string closed) => Assert.Equal(closed, Text(LetterSpacing.Close(Words(line))));

    [Theory]
    [InlineData("113)", "1 (3)")]
    [InlineData("103)", "1 (3)")]
    [InlineData("1112)", "1 (12)")]
    [InlineData("312)", "312)")] // the third of two pages
    [InlineData("1(3)", "1(3)")]
    [InlineData(")", ")")]
    public void Opens_the_bracket_of_a_page_mark(string cell, string mark) => Assert.Equal(mark, PageMark.Mend(cell));

    private static IReadOnlyList<Box> Glyphs(Box word) =>
        [.. Enumerable.Range(0, word.Width / LetterWidth).Select(at => new Box(word.X + (at * LetterWidth), word.Y, LetterWidth - 1, word.Height))];

    private static string Text(IEnumerable<SeenWord> words) => string.Join(' ', words.Select(word => word.Text));

    private static List<SeenWord> Words(string line, string witness = "swe", double confidence = 0.9)
    {
        var words = new List<SeenWord>();
        int x = 0;
        foreach (var text in line.Split(' '))
        {
            words.Add(new SeenWord(text, new Box(x, 100, text.Length * LetterWidth, Height), confidence, witness));
            x += (text.Length + 1) * LetterWidth;
        }

        return words;
    }
}
