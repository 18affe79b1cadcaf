namespace Protokollsok.Repair.Tests;

/// <summary>Pages of the neighbours' languages stay; Swedish beside them does not.</summary>
public sealed class ForeignPageTests(RepairTestModel model) : IClassFixture<RepairTestModel>
{
    [Theory]
    [InlineData("Byrådet beslutter at godkende forslaget til ny skole.\nSagen udsættes til næste møde, og forvaltningen skal svare.")]
    [InlineData("Der skal føres tilsyn med byggeriet. Forslaget blev godkendt\naf udvalget, og formanden foreslog at mødet sluttes.")]
    [InlineData("Fylkeskommunen skal legge fram forslag om endringer.")]
    [InlineData("Forslaget vedtas. Det skal ikke gjøres endringer i forskriften.\nKommunen skal sørge for at barn får plass på skolen.")]
    [InlineData("Der Ausschuss hat den Antrag nicht angenommen.\nDie Sache wird an den Vorstand und das Amt verwiesen.")]
    [InlineData("Lautakunta hyvaksyi esityksen ja kokous ei jatkunut.\nAsia tulee kaupungin hallituksen kasittelyyn vuoden alussa, ovat mukaan.")]
    [InlineData("The board took note of the plan and it was over by noon.\nPlatforms stand there for those who have waste, and they will be reaffirmed.")]
    public void A_page_of_another_language_stays(string page) => Assert.Equal(page, model.Repaired(page));

    [Fact]
    public void Danish_among_damaged_Swedish_stays_and_the_Swedish_is_repaired()
    {
        const string Danish = "Sagen udsættes til næste møde, og forvaltningen skal svare.\nDer skal ikke føres tilsyn af udvalget, og forslaget godkendes.\nFra møde til møde og af udvalget ikke godkendt.";

        var repaired = model.Repaired(DamagedTexts.Around(Danish));

        Assert.Contains(Danish, repaired, StringComparison.Ordinal);
        Assert.Equal(2, repaired.Split("Tekniknämnden föreslår").Length - 1);
        Assert.Contains("säkrare lösning för både gående", repaired, StringComparison.Ordinal);
    }

    [Fact]
    public void One_word_of_another_language_does_not_keep_a_damaged_line() =>
        Assert.Contains("Nämnden har til skolan gett förslag på åtgärder.", model.Repaired(DamagedTexts.Around("Namnden har til skolan gett forslag pa atgarder.")), StringComparison.Ordinal);
}
