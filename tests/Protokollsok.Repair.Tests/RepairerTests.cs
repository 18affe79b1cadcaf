using Protokollsok.Documents;
using Protokollsok.Language;

namespace Protokollsok.Repair.Tests;

public sealed class RepairerTests(RepairTestModel model) : IClassFixture<RepairTestModel>
{
    [Fact]
    public void Restores_a_letter_that_lost_its_dots_and_rings() =>
        Assert.Equal(DamagedTexts.Letter, model.Repaired(DamagedTexts.DamagedLetter));

    [Theory]
    [InlineData("Det ar en forskola som ligger nara den stora vagen.", "Det är en förskola som ligger nära den stora vägen.")]
    [InlineData("Namnden har 16pande f6ljt upp hur planen fungerar.", "Nämnden har löpande följt upp hur planen fungerar.")] // digits read for letters
    [InlineData("Foljande &tgarder ska goras f6r att motet ska kunna #ga rum.", "Följande åtgärder ska göras för att mötet ska kunna äga rum.")] // signs read for letters
    [InlineData("Forskolan startade arbetet 1 samverkan med fordldrarna.", "Förskolan startade arbetet i samverkan med föräldrarna.")] // a lone 1 among words is the word i
    [InlineData("OMSORGSNAMNDEN FORESLAR", "OMSORGSNÄMNDEN FÖRESLÅR")] // capitals stay capitals
    public void Restores_what_an_engine_without_Swedish_misreads(string read, string printed) =>
        Assert.Contains(printed, model.Repaired(DamagedTexts.Around(read)), StringComparison.Ordinal);

    [Fact]
    public void Decides_by_the_neighbours_which_of_two_words_was_printed()
    {
        var repaired = model.Repaired(DamagedTexts.Around("Kostnaden ar hogre varje ar sedan tva ar tillbaka."));

        Assert.Contains("Kostnaden är högre varje år sedan två år tillbaka.", repaired, StringComparison.Ordinal);
    }

    [Fact]
    public void Judges_a_word_broken_at_a_lines_end_as_one_and_leaves_it_broken()
    {
        var repaired = model.Repaired(DamagedTexts.Around("Arendet har beretts av samhallsbygg-\nnadsforvaltningen och av kommun-\nstyrelsens forvaltning under aret."));

        Assert.Contains("Ärendet har beretts av samhällsbygg-\nnadsförvaltningen och av kommun-\nstyrelsens förvaltning under året.", repaired, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TN 2018-0417")]
    [InlineData("Dnr KS/2018:4")]
    [InlineData("2023/BUN 0203 40")]
    [InlineData("SLK-2023-01169:2")]
    [InlineData("2018-11-05")]
    [InlineData("den 12 maj 2018")]
    [InlineData("16-17 maj 2018")]
    [InlineData("1 maj 2018")] // a 1 before a month is no i
    [InlineData("kr 1.840.000:-")]
    [InlineData("4 470 000 kr")]
    [InlineData("1 kr")] // nor before a unit
    [InlineData("2,1 mnkr")]
    [InlineData("19640823-3234")] // an invented personal number
    [InlineData("013-20 60 00")]
    [InlineData("6 (16)")]
    [InlineData("Sida 1/57")]
    [InlineData("lag (1976:580)")]
    [InlineData("19 § MBL")]
    [InlineData("Storgatan 16 A")]
    [InlineData("0-12")]
    [InlineData("1gång")] // a number and its word, run together
    [InlineData("6st")]
    [InlineData("registrator@sjovik.se")]
    [InlineData("www.sjovik.se/namnder")]
    [InlineData("Forslag_till_avtal.docx")]
    [InlineData("Sammanstallning.pdf")]
    [InlineData("Hallestad 5:12")] // numbers of the property stay; the name may change
    public void Never_changes_digits_and_signs_that_mean_something(string protectedText)
    {
        var repaired = model.Repaired(DamagedTexts.Around($"Namnden har for aret {protectedText} enligt handlingarna."));

        var digits = protectedText.Contains("Hallestad", StringComparison.Ordinal) ? "5:12" : protectedText;
        Assert.Contains(digits, repaired, StringComparison.Ordinal);
        Assert.Contains("Nämnden har för året", repaired, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bilaga 1 Karta")]
    [InlineData("minst 1 gang per manad")]
    [InlineData("1 Medel anslas")] // a list's number at the line's head
    public void Keeps_a_lone_one_that_is_a_number(string text)
    {
        var line = model.Repaired(DamagedTexts.Around(text)).Split('\n')[DamagedTexts.DamagedLetter.Count(c => c == '\n') + 2];

        Assert.Equal(text.Split(' ').IndexOf("1"), line.Split(' ').IndexOf("1"));
    }

    [Fact]
    public void Leaves_sound_Swedish_alone() => Assert.Equal(DamagedTexts.Letter, model.Repaired(DamagedTexts.Letter));

    [Theory]
    [InlineData("The board decided that all of the land and the hall for the over sixties should be open to the public for a year.\nContact the office for more information about the programme.")]
    [InlineData("2017 2018 2019\n1 250 1 310 1 402\nSumma 14 16 61\n4 6 1 110 614\n")] // a table of numbers
    [InlineData("Kallelse\nPlats och tid: kommunhuset klockan 13\nBeslutande")] // a sound page that happens to have no å ä ö
    [InlineData("")]
    [InlineData("\n\n \n")]
    public void Leaves_what_is_no_damaged_Swedish_alone(string page)
    {
        var repaired = model.Repairer.Repair([page])[0];

        Assert.Equal(page, repaired.Text);
        Assert.DoesNotContain(repaired.Corrections, correction => correction.Applied);
    }

    [Fact]
    public void Repairs_the_damaged_page_of_a_document_and_leaves_its_sound_one()
    {
        var repaired = model.Repairer.Repair([DamagedTexts.Letter, DamagedTexts.DamagedLetter]);

        Assert.Equal([DamagedTexts.Letter, DamagedTexts.Letter], repaired.Select(page => page.Text));
        Assert.Empty(repaired[0].Corrections);
    }

    [Fact]
    public void Two_short_lines_of_nothing_but_losses_are_enough() => Assert.Equal(
        "Kulturnämnden\n\nYttrande över förslag till tillgänglighetsplan\n", model.Repaired("Kulturnamnden\n\nYttrande over forslag till tillganglighetsplan\n"));

    [Theory]
    [InlineData("Agda vill vara med. Agda har varit med om det. Agda sitter.")] // a name that is like a word once and again is one witness
    [InlineData("Nordost\nSanda\nSvar till Hakan")] // names
    [InlineData("halsa/regionala-vardprogram-for-aldre/\nsuicidnara-patienter/")] // an address that a line's end broke
    public void Too_little_to_prove_damage_changes_nothing(string text) => Assert.Equal(text, model.Repaired(text));

    [Fact]
    public void Repairs_the_block_of_a_page_that_lost_its_letters_and_leaves_the_others()
    {
        var page = DamagedTexts.Letter + "\n\n" + DamagedTexts.DamagedLetter + "\n\n" + DamagedTexts.Letter;
        var printed = DamagedTexts.Letter + "\n\n" + DamagedTexts.Letter + "\n\n" + DamagedTexts.Letter;

        Assert.Equal(printed, model.Repaired(page));
    }

    [Theory]
    [InlineData("Milj6- och byggforvaltningen har yttrat sig.", "Miljö- och byggförvaltningen har yttrat sig.")] // a 6 at a word's end
    [InlineData("Namnden mAste svara pA fragan.", "Nämnden måste svara på frågan.")] // a capital A inside a small word
    [InlineData("Se plan6 och steg6.", "Se plan6 och steg6.")] // a word and its number
    public void Meets_shapes_that_no_letter_of_a_word_has(string read, string printed) =>
        Assert.Contains(printed, model.Repaired(DamagedTexts.Around(read)), StringComparison.Ordinal);

    [Fact]
    public void A_name_that_stands_in_one_form_only_is_left_as_read()
    {
        var repaired = model.Repaired(DamagedTexts.Around("Namnden besokte Hallafors och Strandafors. I Hallafors och i Strandafors ligger skolor, och Hallafors har en ny forskola."));

        Assert.Contains("Hallafors och Strandafors", repaired, StringComparison.Ordinal);
    }

    [Fact]
    public void Repairing_twice_changes_nothing_more()
    {
        var once = model.Repaired(DamagedTexts.DamagedLetter);

        Assert.Equal(once, model.Repaired(once));
    }

    [Fact]
    public void Places_of_corrections_hold_what_they_say()
    {
        var repaired = model.Repairer.Repair([DamagedTexts.Around("Leverans till Orrafors och Bergafors. $ 31 galler ej.")])[0];

        Assert.NotEmpty(repaired.Corrections);
        Assert.Equal(repaired.Corrections.OrderBy(correction => correction.Start), repaired.Corrections);
        Assert.All(repaired.Corrections, correction =>
            Assert.Equal(correction.Applied ? correction.Now : correction.Was, repaired.Text.Substring(correction.Start, correction.Length)));
    }

    [Fact]
    public void Takes_pages_as_they_were_read()
    {
        var lines = DamagedTexts.DamagedLetter.Split('\n').Select(line => new LineReading(line, [])).ToList();
        var page = new PageReading(1, PageOrigin.Ocr, 0.9, 2480, 3508, 300, "engine", lines);

        Assert.Equal(DamagedTexts.Letter, model.Repairer.Repair([page])[0].Text);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.1)]
    public void A_word_that_the_reader_was_unsure_of_changes_more_easily(double confidence)
    {
        // Inga and ingå are both words here; only the reader can tell.
        var page = Page(DamagedTexts.Around("Andra delar kan inga."), confidence);
        var sure = Page(DamagedTexts.Around("Andra delar kan inga."), 1);

        Assert.True(ConfidenceOf(page) >= ConfidenceOf(sure));
        Assert.Equal(confidence < 1, ConfidenceOf(page) > ConfidenceOf(sure));
    }

    [Fact]
    public void A_bolder_setting_applies_at_least_as_much()
    {
        using var swedish = SwedishModel.OpenDefault();
        var bold = new Repairer(swedish, new RepairOptions { ApplyFrom = 0.5 }).Repair([DamagedTexts.DamagedLetter])[0];
        var shy = new Repairer(swedish, new RepairOptions { ApplyFrom = 0.9999 }).Repair([DamagedTexts.DamagedLetter])[0];

        Assert.True(bold.Corrections.Count(correction => correction.Applied) > shy.Corrections.Count(correction => correction.Applied));
        Assert.Contains(shy.Corrections, correction => !correction.Applied);
    }

    private double ConfidenceOf(PageReading page) =>
        model.Repairer.Repair([page])[0].Corrections.Where(correction => correction.Was == "inga").Select(correction => correction.Confidence).FirstOrDefault();

    private static PageReading Page(string text, double confidence)
    {
        var lines = text.Split('\n').Select(line => new LineReading(line, [new WordReading(0, line.Length, new Box(0, 0, 1, 1), confidence, "eng")]));
        return new PageReading(1, PageOrigin.Ocr, confidence, 2480, 3508, 300, "engine", [.. lines]);
    }
}
