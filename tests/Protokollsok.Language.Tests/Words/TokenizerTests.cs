using Protokollsok.Language.Words;

namespace Protokollsok.Language.Tests.Words;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("Social- och omsorgsnämnden", "social och omsorgsnämnden")]
    [InlineData("barn- och ungdomsnämnden", "barn och ungdomsnämnden")]
    [InlineData("Social och -omsorgsnämnden", "social och omsorgsnämnden")] // The hyphen on the wrong word.
    [InlineData("f-skatt, e-post och covid-19", "f-skatt e-post och covid-19")]
    [InlineData("en 12-årig elev, 100-tals", "en 12-årig elev 100-tals")]
    [InlineData("R&d, 6ppen, #ga, &r, f6ljande, 16pande", "r&d 6ppen #ga &r f6ljande 16pande")] // As a scanner reads å ä ö.
    [InlineData("# Rubrik ## Annan & tredje", "rubrik annan tredje")] // The same signs where they stand for themselves.
    [InlineData("EU:s regler, Dnr:KS", "eu:s regler dnr ks")] // A colon joins an ending, nothing else.
    [InlineData("omsorgs\u00ADnämnden", "omsorgsnämnden")]
    [InlineData("och/eller (bilaga)", "och eller bilaga")]
    [InlineData("nils@kommun.example", "nils kommun example")]
    [InlineData("…–“”%½", "")]
    public void Finds_words(string text, string expected) => Assert.Equal(expected, Values(text));

    [Theory]
    [InlineData("875 000 kr", "875000 kr")]
    [InlineData("875\u00A0000, 1\u202F250\u2009000", "875000 1250 000")] // Unlike blanks are not one number.
    [InlineData("12.500:- och 1.840.000:-", "12500 och 1840000")]
    [InlineData("2,1 mnkr, 1 135,50", "2,1 mnkr 1135,50")]
    [InlineData("kl. 08.30, punkt 1.5.3.", "kl 08.30 punkt 1.5.3")]
    [InlineData("6 500-7 500 mnkr", "6500 7500 mnkr")]
    [InlineData("450tkr", "450 tkr")]
    [InlineData("år 2018 500 000 kr", "år 2018 500000 kr")] // A year is no thousand.
    [InlineData("ON 2014-225, 2017/SN 0229 013", "on 2014 225 2017 sn 0229 013")] // Four digits, or a leading 0, are no thousands.
    [InlineData("5 310\n000", "5310 000")] // Never over a line's end: the next line may be a table's next row.
    public void Finds_numbers(string text, string expected) => Assert.Equal(expected, Values(text));

    [Theory]
    [InlineData("2017-03-10", "2017-03-10", TokenKind.Date)]
    [InlineData("2017\u201103\u201110", "2017-03-10", TokenKind.Date)]
    [InlineData("§§", "§", TokenKind.Section)]
    [InlineData("31", "31", TokenKind.Number)]
    [InlineData("31b", "31b", TokenKind.Word)]
    public void Tells_what_a_token_is(string text, string value, TokenKind kind) =>
        Assert.Equal(new Token(0, text.Length, value, kind), Assert.Single(Tokenizer.Tokenize(text)));

    [Theory]
    [InlineData("2017-13-10")] // No such month.
    [InlineData("2017-03-100")]
    [InlineData("12017-03-10")]
    public void Takes_only_days_for_days(string text) => Assert.DoesNotContain(Tokenizer.Tokenize(text), token => token.Kind == TokenKind.Date);

    [Theory]
    [InlineData("föräldra-\nstöd", "föräldrastöd")]
    [InlineData("föräldra- \r\n  stöd", "föräldrastöd")]
    [InlineData("föräldra\u00AD\nstöd", "föräldrastöd")]
    [InlineData("föräldra¬\nstöd", "föräldrastöd")]
    [InlineData("SFI-\nutbildning", "sfi-utbildning")] // An abbreviation keeps the hyphen that it always has.
    [InlineData("barn-\noch ungdomsnämnden", "barn och ungdomsnämnden")]
    [InlineData("föräldra-\nJusterandes signatur", "föräldra justerandes signatur")] // Furniture, not the word's rest.
    [InlineData("föräldra-\n\nstöd", "föräldra stöd")] // A new paragraph.
    public void Joins_words_over_line_ends(string text, string expected) => Assert.Equal(expected, Values(text));

    [Fact]
    public void A_joined_word_spans_its_line_end() =>
        Assert.Equal(new Token(3, 15, "föräldrastöd", TokenKind.Word), Tokenizer.Tokenize("om föräldra- \nstöd.")[1]);

    [Fact]
    public void Takes_any_text_without_throwing_and_keeps_its_spans_in_order()
    {
        var random = new Random(875000);
        const string Alphabet = "abåÄ019 ,.-:§&#'\n\r\u00AD\u00A0¬\u2011\u0301\uD83D€½";
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(0, 40)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            var end = 0;
            foreach (var token in Tokenizer.Tokenize(text))
            {
                Assert.True(token.Start >= end && token.Length > 0 && token.Start + token.Length <= text.Length, text);
                Assert.NotEmpty(token.Value);
                end = token.Start + token.Length;
            }
        }
    }

    [Fact]
    public void Cuts_what_is_too_long_for_a_word() =>
        Assert.All(Tokenizer.Tokenize(new string('x', 5_000)), token => Assert.InRange(token.Length, 1, 100));

    private static string Values(string text) => string.Join(' ', Tokenizer.Tokenize(text).Select(token => token.Value));
}
