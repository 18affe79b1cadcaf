using Protokollsok.Language;

namespace Protokollsok.Repair.Tests;

/// <summary>Names: listed, unknown, shown by the document; at the default threshold.</summary>
public sealed class NameTests : IDisposable
{
    private readonly SwedishModel _model = SwedishModel.OpenDefault();
    private readonly Repairer _repairer;

    public NameTests() => _repairer = new Repairer(_model, new RepairOptions());

    public void Dispose() => _model.Dispose();

    [Fact]
    public void A_page_of_nothing_but_known_names_is_repaired() => Assert.Equal(
        "Göran Hägglund (M)\nGöran Östberg (S)\nBjörn Sjögren (C)\nAgda Backlund (V)\nAnders Nilsson (S)",
        Repaired("Goran Hagglund (M)\nGoran Ostberg (S)\nBjorn Sjogren (C)\nAgda Backlund (V)\nAnders Nilsson (S)"));

    [Theory]
    [InlineData("Handläggaren Goran Lindberg föredrar ärendet om förskolan för nämnden.\nFörvaltningen återkommer med ett förslag under våren.")] // one name without its dots proves nothing
    [InlineData("The committee met Goran Ostberg and Asa Hagglund, who described the school project for the\nvisitors, and the report by Soren Sjogren will be sent to all of the members.")]
    [InlineData("Goran Lindberg 12 450 310\nMaria Nilsson 11 230 298\nErik Holm 10 870 455")] // a table
    public void Names_on_pages_that_are_no_damaged_Swedish_stay(string page) => Assert.Equal(page, Repaired(page));

    [Theory]
    [InlineData("Handlaggaren Olle Tvinnerstrom foreslar det.", "Olle Tvinnerström föreslår")] // the last part of a name
    [InlineData("Handlaggaren Agda Backman foreslar det.", "Agda Backman föreslår")] // whose unmarked form is a name as well
    [InlineData("Handlaggaren Vanja Asplund foreslar det.", "Vanja Asplund föreslår")]
    [InlineData("Forskolan i Orkelljunga och skolan i Nordmaling byggs om.", "Förskolan i Örkelljunga och skolan i Nordmaling byggs om.")]
    [InlineData("Vagen gar at nordost forbi sjon.", "går åt nordost förbi sjön.")]
    public void Names_in_damaged_text_get_their_marks_and_no_other_ones(string read, string printed) =>
        Assert.Contains(printed, Repaired(DamagedTexts.Around(read)), StringComparison.Ordinal);

    [Fact]
    public void A_name_whose_marks_are_in_doubt_is_suggested_at_most()
    {
        var page = _repairer.Repair([DamagedTexts.Around("Handlaggaren Olle Dranggard foreslar det.")])[0];

        Assert.Contains("Dranggard", page.Text, StringComparison.Ordinal);
        Assert.All(page.Corrections.Where(correction => correction.Was == "Dranggard"), correction => Assert.InRange(correction.Confidence, 0.5, 0.95));
    }

    [Fact]
    public void One_sound_line_that_shows_a_name_is_enough_for_all_damaged_ones()
    {
        var repaired = Repaired(DamagedTexts.Around("Namnden besokte Skralhogen. Vid Skralhogen ligger en skola, och Skralhogen har en ny forskola.")
            + "\n\n" + DamagedTexts.Letter + "\nSkrålhögen är ett naturområde som förvaltningen sköter på uppdrag av nämnden.\n");

        Assert.Contains("Nämnden besökte Skrålhögen. Vid Skrålhögen ligger en skola, och Skrålhögen har en ny förskola.", repaired, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_sound_lines_show_with_and_without_its_marks_is_two_names()
    {
        var repaired = Repaired(DamagedTexts.Around("Namnden besokte Skralhogen och dess skola.")
            + "\n\n" + DamagedTexts.Letter + "\nSkrålhögen är ett område som nämnden sköter på uppdrag, och Skralhogen är ett annat område i förvaltningens vård.\n");

        Assert.Contains("besökte Skralhogen", repaired, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Vi vill save den gamla bryggan och sedan lata den ligga kvar.", "Vi vill save den gamla")] // Säve is a place
    [InlineData("Bolaget anvander orkelljunga som losenord.", "använder orkelljunga som")]
    [InlineData("Regionen 6rebro och staden 6stersund svarar.", "Regionen Örebro och staden Östersund")] // a digit tells nothing of the capital
    public void What_is_always_a_name_is_no_candidate_for_a_word_with_a_small_letter(string read, string printed) =>
        Assert.Contains(printed, Repaired(DamagedTexts.Around(read)), StringComparison.Ordinal);

    [Fact]
    public void On_a_page_without_capitals_names_get_their_marks_as_words_do()
    {
        var page = DamagedTexts.Around("forskolan i orkelljunga byggs om.").ToLowerInvariant();

        // Whether it is sure enough to be applied is another matter.
        Assert.Contains(_repairer.Repair([page])[0].Corrections, correction => correction is { Was: "orkelljunga", Now: "örkelljunga" });
    }

    private string Repaired(string page) => _repairer.Repair([page])[0].Text;
}
