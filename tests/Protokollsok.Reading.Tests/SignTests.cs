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
    [InlineData("enligt 19 8 miljöbalken", 3, "enligt 19 § miljöbalken")]
    public void Knows_a_section_sign_by_its_descent_and_a_dollar_by_its_place(string line, int descent, string mended)
    {
        var words = Words(line).Select(word => word.Text is "8" or "88"
            ? word with { Box = word.Box with { Height = Height + descent } } : word).ToList();

        Assert.Equal(mended, Text(MisreadSign.Mend(words)));
    }

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
