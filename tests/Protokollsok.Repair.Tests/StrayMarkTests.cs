using Protokollsok.Language;

namespace Protokollsok.Repair.Tests;

/// <summary>Sound pages on which an engine with Swedish now and then took one mark for another. Repaired as by default.</summary>
public sealed class StrayMarkTests : IDisposable
{
    private const string TypewrittenPage = """
        Sociala centralnåmnden i Ekvalla

        Kommunfullmåktige har den 12 mars begärt att nämnden ska lämna en
        redovisning av hur många pensionårer som har fått hemhjälp under året.
        Kostnaden beråknas till 45 000 kronor för två tjänster, och det är något
        högre än förra året. Åtgärderna bör därför prövas på nytt före hösten.

        Nämnden beslöt
        att lågga redovisningen till handlingarna, samt
        att överlämna den till kommunstyrelsen för kännedom.
        """;

    private readonly SwedishModel _model = SwedishModel.OpenDefault();
    private readonly Repairer _repairer;

    public StrayMarkTests() => _repairer = new Repairer(_model, new RepairOptions());

    [Fact]
    public void Mends_the_words_of_a_sound_page_whose_marks_were_swapped()
    {
        var repaired = Repaired(TypewrittenPage);

        Assert.Equal(
            TypewrittenPage.Replace("fullmåktige", "fullmäktige", StringComparison.Ordinal)
                .Replace("pensionårer", "pensionärer", StringComparison.Ordinal)
                .Replace("beråknas", "beräknas", StringComparison.Ordinal)
                .Replace("centralnåmnden", "centralnämnden", StringComparison.Ordinal)
                .Replace("lågga", "lägga", StringComparison.Ordinal),
            repaired);
    }

    [Theory]
    [InlineData("Ärendet återremitterades till byggnadsnäåmnden.", "Ärendet återremitterades till byggnadsnämnden.")] // one letter read as two
    [InlineData("Protokollet godkändes av kommunfullmåktige.", "Protokollet godkändes av kommunfullmäktige.")] // plain enough without other damage
    [InlineData("KOMMUNFULLMÅKTIGE BESLÖT ATT GODKÄNNA ÄRENDET", "KOMMUNFULLMÄKTIGE BESLÖT ATT GODKÄNNA ÄRENDET")]
    [InlineData("Ärendet har åter beretts av kommunfull-\nmåktige före årets slut.", "Ärendet har åter beretts av kommunfull-\nmäktige före årets slut.")] // broken at the line's end
    public void Mends_a_plain_case_by_itself(string read, string printed) => Assert.Equal(printed, Repaired(read));

    [Theory]
    [InlineData("Hon får vård här för sitt hår, och i år är det längre än i fjol.")] // each is a word either way
    [InlineData("Låga räntor lägger grunden, och få får värma sig vid en låga.")]
    [InlineData("Småärenden och tvåämneslärare behandlas också på måndag.")] // two marks where two words meet
    [InlineData("Åke Åsgård och Märta Hällvåg hälsade på i Nåsnäsby.")] // names
    [InlineData("Beråknas.pdf skickades till anmålt@ekvalla.se före måndag.")] // file names and addresses
    public void Leaves_what_may_have_been_printed(string text) => Assert.Equal(text, Repaired(text));

    [Fact]
    public void A_name_is_mended_only_where_the_damaged_document_spells_it_otherwise()
    {
        var withoutEvidence = Repaired(TypewrittenPage + "\nNärvarande: Elsa Rosbåcken, ordförande");
        var withEvidence = Repaired(TypewrittenPage + "\nNärvarande: Elsa Rosbäcken, ordförande\nAtt justera utsågs Elsa Rosbåcken.\nElsa Rosbäcken\n");

        Assert.Contains("Elsa Rosbåcken, ordförande", withoutEvidence, StringComparison.Ordinal);
        Assert.Contains("Att justera utsågs Elsa Rosbäcken.", withEvidence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_odd_word_again_and_again_is_no_damage()
    {
        const string Once = "Föreningen Vårsto söker bidrag.";

        Assert.DoesNotContain(Corrections(string.Concat(Enumerable.Repeat(Once + "\n", 6))), correction => correction.Applied);
    }

    [Fact]
    public void A_damaged_page_makes_a_doubtful_word_of_its_document_likelier()
    {
        const string Doubtful = "Han anmålde det i går till ordföranden.";
        var alone = Corrections(Doubtful).Where(correction => correction.Was == "anmålde").Select(correction => correction.Confidence).SingleOrDefault();
        var among = Assert.Single(Corrections(TypewrittenPage + "\n" + Doubtful), correction => correction.Was == "anmålde");

        Assert.True(among.Applied);
        Assert.Equal("anmälde", among.Now);
        Assert.True(among.Confidence >= alone);
    }

    [Fact]
    public void Repairing_twice_changes_nothing_more()
    {
        var once = Repaired(TypewrittenPage);

        Assert.Equal(once, Repaired(once));
    }

    public void Dispose() => _model.Dispose();

    private string Repaired(string page) => _repairer.Repair([page])[0].Text;

    private IReadOnlyList<Documents.Correction> Corrections(string page) => _repairer.Repair([page])[0].Corrections;
}
