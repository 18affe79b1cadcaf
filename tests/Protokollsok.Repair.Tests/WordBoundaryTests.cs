using Protokollsok.Documents;

namespace Protokollsok.Repair.Tests;

/// <summary>Blanks where none were printed, blanks that were lost, and signs between words.</summary>
public sealed class WordBoundaryTests(RepairTestModel model) : IClassFixture<RepairTestModel>
{
    [Theory]
    [InlineData("Vi foreslar attnamnden sager ja.", "Vi föreslår att nämnden säger ja.")]
    [InlineData("Det galler informationoch samtal.", "Det gäller information och samtal.")]
    public void Splits_what_a_lost_blank_made_one(string read, string printed) =>
        Assert.Contains(printed, model.Repaired(DamagedTexts.Around(read)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Foraldrarna far besked om verk samheten pa skolan.", "Föräldrarna får besked om verksamheten på skolan.")] // pieces that are no words
    [InlineData("Kommun styrelsen svarar. Sedan tar kommunstyrelsen upp fragan, och kommunstyrelsen sager ja. Aven kommunstyrelsen betalar.", "Kommunstyrelsen svarar.")] // the document shows the whole
    public void Joins_what_a_blank_parted(string read, string printed) =>
        Assert.Contains(printed, model.Repaired(DamagedTexts.Around(read)), StringComparison.Ordinal);

    [Theory]
    [InlineData("For skolan galler samma regler.", "För skolan gäller samma regler.")] // two words, though one would be known too
    [InlineData("Den lokala styrelsen far en ny skol gard att skota.", " skol gård att sköta.")] // nothing known comes of it
    [InlineData("Filmen heter Tilli och ar bra.", " Tilli och är bra.")] // a name that ends like a word
    public void Leaves_two_words_two_and_one_word_one(string read, string printed) =>
        Assert.Contains(printed, model.Repaired(DamagedTexts.Around(read)), StringComparison.Ordinal);

    [Theory]
    [InlineData("PRO T OK OL L", "PROTOKOLL")]
    [InlineData("Kal l e l se", "Kallelse")]
    [InlineData("P R O T O K O L L", "P R O T O K O L L")] // as printed
    [InlineData("A B C D E", "A B C D E")] // a list
    [InlineData("S M V L C KD", "S M V L C KD")] // parties
    public void Pieces_of_a_letterspaced_word_are_one_on_sound_pages_too(string read, string printed) =>
        Assert.Equal($"{DamagedTexts.Letter}\n\n{printed}\n", model.Repaired($"{DamagedTexts.Letter}\n\n{read}\n"));

    [Fact]
    public void A_letterspaced_heading_of_a_damaged_page_is_one_word() =>
        Assert.Contains("\n\nBESLUT\n\n", model.Repaired(DamagedTexts.Around("B E S L U T")), StringComparison.Ordinal);

    [Theory]
    [InlineData("S0cialnämnden", "Socialnämnden")]
    [InlineData("av5lå", "avslå")]
    [InlineData("beslutad3", "beslutad3")] // a number at a word's end
    [InlineData("plan6", "plan6")]
    [InlineData("1gång", "1gång")]
    [InlineData("b12vitamin", "b12vitamin")]
    [InlineData("covid19", "covid19")]
    [InlineData("rum B1and", "rum B1and")]
    [InlineData("lösenord k0mmun", "lösenord k0mmun")]
    [InlineData("5aker", "5aker")] // a number whose blank was lost
    [InlineData("KS/b1laga", "KS/b1laga")]
    public void A_digit_inside_a_common_word_becomes_its_letter_on_sound_pages_too(string read, string printed) =>
        Assert.Equal($"{DamagedTexts.Letter}\nNämnden har {printed} här.", model.Repaired($"{DamagedTexts.Letter}\nNämnden har {read} här."));

    [Theory]
    [InlineData("Handlingarna i pamren rensas/forstoras efter tva ar.", "rensas/förstöras")]
    [InlineData("Se rutinen /Arendebeskrivning for mer.", "/Ärendebeskrivning")]
    [InlineData("Det ska goras 1/gang och vecka.", "1/gång")]
    [InlineData("Kommunen firar 20-arsjubileum i host.", "20-årsjubileum")]
    [InlineData("Stod ges (enligt skyddsatgarden].", "skyddsåtgärden].")]
    [InlineData("☐Vardcentral:…………", "☐Vårdcentral:…………")] // a box to be ticked, and a leader
    [InlineData("Det galler aven namnden.forvaltningen har svarat.", "nämnden.förvaltningen")] // a stain read as a dot
    public void Words_that_signs_join_are_words_of_their_own(string read, string printed) =>
        Assert.Contains(printed, model.Repaired(DamagedTexts.Around(read)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Kommunen betalar 500 000 kr/ar enligt avtalet.", "500 000 kr/år enligt")]
    [InlineData("Kostnaden ar 200 kr/dr.", "är 200 kr/år.")] // another reading of the same letter
    [InlineData("Tillsyn sker 1 gang/ar.", "1 gång/år.")]
    [InlineData("Tillsyn sker 1/ar och oftare.", "1/år och")]
    [InlineData("Antalet timmar/ar okar.", "timmar/år ökar")]
    [InlineData("Det blir 12 inspektioner/ar.", "12 inspektioner/år.")]
    public void Behind_a_slash_and_a_unit_stands_a_year(string read, string printed) =>
        Assert.Contains(printed, model.Repaired(DamagedTexts.Around(read)), StringComparison.Ordinal);

    [Fact]
    public void A_year_behind_a_slash_does_not_keep_its_line_from_repair() =>
        Assert.Contains("För året betalas 500 000 kr/år för en ny väg.", model.Repaired(DamagedTexts.Around("For aret betalas 500 000 kr/ar for en ny vag.")), StringComparison.Ordinal);

    [Fact]
    public void Behind_a_slash_and_another_word_stands_what_the_words_say() =>
        Assert.DoesNotContain(model.Repairer.Repair([DamagedTexts.Around("Det var/ar namnden som svarar.")])[0].Corrections, correction => correction.Reason.Contains("reckoned", StringComparison.Ordinal));

    [Theory]
    [InlineData("halsa/regionala-vardprogram-for-aldre")]
    [InlineData("/namnder/bygg-och-miljo")]
    [InlineData("intranat.sjovik.se")]
    [InlineData("Sammanstallning-for-namnden.pdf")]
    [InlineData("bl.a.")]
    [InlineData("KS/2018:12")]
    [InlineData("SAR/2018-12")]
    [InlineData("registrator.namnd@sjovik.se")]
    public void Addresses_and_case_numbers_are_left(string text) =>
        Assert.Contains($" {text} ", model.Repaired(DamagedTexts.Around($"Namnden har for aret {text} enligt handlingarna.")), StringComparison.Ordinal);

    [Fact]
    public void A_change_over_a_blank_is_one_correction_with_both_words()
    {
        var page = model.Repairer.Repair([DamagedTexts.Around("Vi foreslar attnamnden sager ja till B E S L U T nu.")])[0];

        var split = Assert.Single(page.Corrections, correction => correction.Was == "attnamnden");
        var joined = Assert.Single(page.Corrections, correction => correction.Was == "B E S L U T");
        Assert.Equal(("att nämnden", "BESLUT"), (split.Now, joined.Now));
        Assert.Equal((null, null), (split.Second, joined.Second)); // a runner-up of a part is none of the whole
        Assert.All(page.Corrections, correction => Assert.InRange(correction.Confidence, 0, 0.9995));
        Assert.All(page.Corrections, correction => Assert.Equal(correction.Applied ? correction.Now : correction.Was, page.Text.Substring(correction.Start, correction.Length)));
    }

    [Fact]
    public void Undoing_every_correction_gives_what_was_read()
    {
        var read = DamagedTexts.Around("Vi foreslar attnamnden sager ja till B E S L U T om verk samheten pa S0cialnamnden.");
        var page = model.Repairer.Repair([read])[0];

        var text = page.Text;
        foreach (var correction in page.Corrections.Where(correction => correction.Applied).Reverse())
            text = string.Concat(text.AsSpan(0, correction.Start), correction.Was, text.AsSpan(correction.Start + correction.Length));
        Assert.Equal(read, text);
    }

    [Fact]
    public void Words_keep_their_readers_sureness_after_a_join()
    {
        LineReading[] lines = [.. DamagedTexts.Around("B E S L U T\nNamnden sager ja.").Split('\n').Select(Line)];

        var page = model.Repairer.Repair([new PageReading(1, PageOrigin.Ocr, 1, 100, 100, 300, "", lines)])[0];

        Assert.Contains("BESLUT\nNämnden säger ja.", page.Text, StringComparison.Ordinal);
    }

    private static LineReading Line(string text)
    {
        var words = new List<WordReading>();
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = text.IndexOf(' ', start) is var blank and >= 0 ? blank : text.Length;
            if (end > start) words.Add(new WordReading(start, end - start, new Box(start, 0, end - start, 10), 0.9, "swe"));
        }

        return new LineReading(text, words);
    }
}
