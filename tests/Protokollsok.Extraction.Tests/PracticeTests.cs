using Protokollsok.Documents;

namespace Protokollsok.Extraction.Tests;

/// <summary>The same thing as different municipalities and decades print it.</summary>
public sealed class PracticeTests
{
    private const string Head = "Lillvattnets kommun\nKommunstyrelsen\nProtokoll 2014-11-24\n\n";

    private static string[] Decisions(string text) =>
        [.. Understand.Pages(text).Decisions.Select(decision => $"{decision.Number}|{decision.Kind}|{decision.DecidedBy}|{decision.ProposedBy}|{decision.Text}")];

    [Theory]
    [InlineData("38 § Mötets öppnande\nMötet öppnas.\n\n39 § Budget för förbundet\nBudgeten gicks igenom.", "38 Mötets öppnande;39 Budget för förbundet")] // the sign behind
    [InlineData("57 Inköp av plog\nPlogen är gammal.\n\n58 Ny gångbro\nBron är trång.", "57 Inköp av plog;58 Ny gångbro")] // no sign at all
    [InlineData("KS 190   Dnr 2009/KKA31\n\nOmbyggnad av kök\nKöket är gammalt.\n\nKS 191   Dnr 2008/KKA77\n\nBredband\nNät saknas.", "190 Ombyggnad av kök;191 Bredband")]
    [InlineData("§ 12 – Val av justerare\nBo Ek väljs.", "12 Val av justerare")]
    [InlineData("KS-AU § 4\nTaxor\n\nTaxorna ses över.", "4 Taxor")]
    [InlineData("KS AU § 4\nTaxor\n\nTaxorna ses över.", "4 Taxor")]
    [InlineData("Sn § 84   Dnr SN/2019:121\n\nDelårsrapport\n\nRapport lämnas.", "84 Delårsrapport")] // right below the date of the page's head
    [InlineData("§ 12.\n\nFöredrogs skrivelse från en granne om gatubelysning.", "12 ")] // old minutes have no titles
    [InlineData("§ 63 Dnr KS 98/147\nLäsårstider 1998/99\nSkolkontoret har i skrivelse lämnat ett förslag till tider som har varit föremål för samråd.\nElevrådet har inget att erinra.", "63 Läsårstider 1998/99")]
    public void Heads_of_sections(string text, string expected) =>
        Assert.Equal(expected, string.Join(';', Understand.Pages("Lillvattnets kommun\nKommunstyrelsen   2014-11-24\n\nProtokoll\n\n" + text).Sections.Select(section => $"{section.Number} {section.Heading}")));

    [Fact]
    public void A_head_at_the_top_of_each_page_is_no_furniture()
    {
        var record = Understand.Pages(
            "Lillvattnets kommun PROTOKOLL 3(4)\nKommunstyrelsen 2009-10-06\n\nKS 190 Dnr 2009/KKA312\n\nOmbyggnad av kök\nKöket är gammalt.",
            "Lillvattnets kommun PROTOKOLL 4(4)\nKommunstyrelsen 2009-10-06\n\nKS 191 Dnr 2008/KKA077\n\nBredband\nNät saknas.");
        Assert.Equal(["190", "191"], record.Sections.Select(section => section.Number));
    }

    [Fact]
    public void An_agenda_in_a_table_has_its_items_as_sections()
    {
        var record = Understand.Pages("Lillvattnets kommun\nKALLELSE/FÖREDRAGNINGSLISTA\n2024-02-15\n\nNr Ärende Diarienummer\n1. Upprop\n2. Val av justerare\nFörslag: torsdagen den 29 februari\n"
            + "3. Ombudgetering KS/2024:19\nfrån 2023 till 2024\n4. Frågor\nÄrende 3 – Kommunstyrelsens förslag till kommunfullmäktige:\nOmbudgeteringen godkänns.\nHandlingarna finns på webbplatsen.");
        Assert.Equal(["1", "2", "3", "4"], record.Sections.Select(section => section.Number));
        var decision = Assert.Single(record.Decisions);
        Assert.Equal(("3", DecisionKind.Proposal, "Ombudgeteringen godkänns."), (decision.Section, decision.Kind, decision.Text));
    }

    [Theory]
    [InlineData("Kommunstyrelsen beslutar för egen del\n1. att projektera,\n2. att anvisa 3 000 kr,\nsamt föreslår kommunfullmäktige besluta\n1. att bygga.",
        "1|Decision|Kommunstyrelsen||att projektera", "2|Decision|Kommunstyrelsen||att anvisa 3 000 kr", "1|Proposal|Kommunfullmäktige|Kommunstyrelsen|att bygga.")]
    [InlineData("Kommunstyrelsen föreslår att kommunfullmäktige beslutar\natt anta planen samt\natt den gäller genast.\nKommunstyrelsen beslutar för egen del\natt trycka den.",
        "1|Proposal|Kommunfullmäktige|Kommunstyrelsen|att anta planen", "2|Proposal|Kommunfullmäktige|Kommunstyrelsen|att den gäller genast.", "1|Decision|Kommunstyrelsen||att trycka den.")]
    [InlineData("Köpet godkänns.\n\nKommunstyrelsens beslut för egen del, under förutsättning att fullmäktige godkänner köpet\n1. Avtalet tecknas.",
        "1|Decision|Kommunstyrelsen||Köpet godkänns.", "1|Decision|Kommunstyrelsen||Avtalet tecknas.")]
    [InlineData("Nämnden för bad och sport\n1. godkänner rapporten\n2. ger chefen ett uppdrag.",
        "1|Decision|Nämnden för bad och sport||godkänner rapporten", "2|Decision|Nämnden för bad och sport||ger chefen ett uppdrag.")]
    [InlineData("Med stöd av 26 kap. 9 § miljöbalken föreläggs Bo Ek\n* att sluta elda,\n* att städa.\nBeslutet kan överklagas.",
        "1|Decision|Kommunstyrelsen||att sluta elda", "2|Decision|Kommunstyrelsen||att städa.")]
    [InlineData("Planen antas.\n\nKommunstyrelsen beslutar att paragrafen justeras omedelbart.",
        "1|Decision|Kommunstyrelsen||Planen antas.", "2|Decision|Kommunstyrelsen||Kommunstyrelsen beslutar att paragrafen justeras omedelbart.")]
    [InlineData("- att köpa salt av den som lämnat lägst anbud, i enlighet med upphandlingens villkor\n- att avtalet gäller i två år\nTekniska chefen",
        "1|Decision|Kommunstyrelsen||att köpa salt av den som lämnat lägst anbud, i enlighet med upphandlingens villkor", "2|Decision|Kommunstyrelsen||att avtalet gäller i två år")]
    [InlineData("Ärendet återremitteras för att\n- utreda kostnaden\n- höra rådet", "1|Decision|Kommunstyrelsen||Ärendet återremitteras för att - utreda kostnaden - höra rådet")]
    [InlineData("Beslut i detta ärende har fattats av kommunstyrelsen den 13 maj 2014, § 88.")]
    public void What_stands_under_a_decisions_heading(string text, params string[] expected) =>
        Assert.Equal(expected, Decisions(Head + "§ 7 Ärendet om planen\n\nBeslut\n" + text));

    [Theory]
    [InlineData("Kommunstyrelsen beslöt med 4 röster mot 2 att avslå framställningen.", "1|Decision|Kommunstyrelsen||att avslå framställningen.")]
    [InlineData("Kommunstyrelsen har således beslutat\natt sälja aktierna,\natt godkänna avtalet.", "1|Decision|Kommunstyrelsen||att sälja aktierna", "2|Decision|Kommunstyrelsen||att godkänna avtalet.")]
    [InlineData("Kommunstyrelsen beslöt hos kommunfullmäktige hemställa,\n\natt anslag beviljas.", "1|Proposal|Kommunfullmäktige|Kommunstyrelsen|att anslag beviljas.")]
    [InlineData("Kommunstyrelsen tillstyrker förslaget och föreslår att\nkommunfullmäktige beslutar\n\natt höja taxan.", "1|Proposal|Kommunfullmäktige|Kommunstyrelsen|att höja taxan.")]
    [InlineData("Kommunstyrelsen beslutar föreslå kommunfullmäktige i medlemskommunerna\n\natt höja avgiften.", "1|Proposal|Kommunfullmäktige|Kommunstyrelsen|att höja avgiften.")]
    [InlineData("Efter diskussion beslöts\natt förhandla,\natt återkomma.", "1|Decision|Kommunstyrelsen||att förhandla", "2|Decision|Kommunstyrelsen||att återkomma.")]
    [InlineData("Kommunstyrelsen väljer till ledamöter i rådet:\n\nBo Ek (S)\nMaj Berg (M)", "1|Decision|Kommunstyrelsen||Kommunstyrelsen väljer till ledamöter i rådet: Bo Ek (S) Maj Berg (M)")]
    public void What_a_boards_verb_opens_in_minutes_without_headings(string text, params string[] expected) =>
        Assert.Equal(expected, Decisions(Head + "§ 7 Ärendet om planen\n\nÄrendet har beretts.\n\n" + text));

    [Theory]
    [InlineData("Mot beslutet reserverade sig fru Tegner och herrar Ek, Dal och Lind i Åby.", "Tegner|Ek|Dal|Lind i Åby")]
    [InlineData("Reservation\nBo Ek (S), Maj Berg (S) och Lars Dal (V) till förmån för eget yrkande.", "Bo Ek|Maj Berg|Lars Dal")]
    [InlineData("Reservation anmäls av Bo Ek (SD) och Maj Berg (SD).", "Bo Ek|Maj Berg")]
    [InlineData("Bo Ek (M) anmäler skriftlig reservation mot beslutet.", "Bo Ek")]
    [InlineData("Bo Ek (M) reserverade sig mot beslutet och lämnade skriftlig reservation.", "Bo Ek")] // one sentence is one
    [InlineData("Ledamöterna Ek (SD) och Ask (SD) reserverar sig.", "Ek|Ask")]
    public void Who_reserves_themselves(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Understand.Pages(Head + "§ 7 Plan\n\nKommunstyrelsen beslutar att anta planen.\n\n" + text).Reservations.SelectMany(reservation => reservation.By)));

    [Theory]
    [InlineData("Beslutsexp: Bo Ek, löneenheten", "Bo Ek, löneenheten")]
    [InlineData("Avskrift till: Skolstyrelsen", "Skolstyrelsen")]
    [InlineData("Exp. till: Kommunfullmäktige", "Kommunfullmäktige")]
    [InlineData("\nTekniska chefen\nEkonomiavdelningen", "Tekniska chefen|Ekonomiavdelningen")] // without any heading
    public void Who_gets_the_decision(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Understand.Pages(Head + "§ 7 Plan\n\nBeslut\nPlanen antas för hela området norr om den gamla landsvägen mot Åby.\n" + text + "\n\n§ 8 Frågor\nInga frågor.").Recipients));

    [Theory]
    [InlineData("Justerat 2022-06-20 av\nBo Ek, ordförande\nMaj Berg, justerare\nEva Lind, sekreterare", "Bo Ek|Maj Berg|Eva Lind")]
    [InlineData("Sekreterare Eva Lind Paragrafer 86 - 91\nJusterande Maj Berg", "Eva Lind|Maj Berg")]
    public void Who_signs(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Understand.Pages(Head + "§ 7 Plan\n\nBeslut\nPlanen antas.\n\n" + text).Signatories));
}
