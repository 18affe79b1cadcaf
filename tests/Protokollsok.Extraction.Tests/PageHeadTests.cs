namespace Protokollsok.Extraction.Tests;

/// <summary>Heads, feet and numbers of sections as pages print them, whole and damaged.</summary>
public sealed class PageHeadTests
{
    private static string Page(int number, string text) => $"Lärkfors kommun\nSAMMANTRÄDESPROTOKOLL\nSida {number}(3)\nArbetsutskottet\nSammanträdesdatum\n2019-11-05\n\n{text}\n\nJusterandes sign          Utdragsbestyrkande";

    [Fact]
    public void A_section_at_the_top_of_every_page_is_no_part_of_their_heads()
    {
        var record = Understand.Pages(
            Page(1, "KSAU § 12           Dnr KS 2019/41\n\nTaxa\n\nBeslut\nTaxan antas."),
            Page(2, "KSAU § 13           Dnr KS 2019/42\n\nPlan\n\nBeslut\nPlanen antas."),
            Page(3, "KSAU § 14           Dnr KS 2019/43\n\nVal\n\nBeslut\nVera Lund väljs."));
        Assert.Equal(["12 Taxa", "13 Plan", "14 Val"], record.Sections.Select(section => $"{section.Number} {section.Heading}"));
    }

    [Fact]
    public void What_every_foot_says_about_signing_cuts_no_list()
    {
        const string foot = "\n\nJusterande          Utdragsbestyrkande\nProtokollet har justerats digitalt";
        var record = Understand.Pages(
            "§ 3 Plan\n\nBeslut\n- Nämnden beslutar att anta planen." + foot,
            "- Nämnden beslutar att anslå 5 kr." + foot,
            "§ 4 Taxa\n\nBeslut\nTaxan antas." + foot);
        Assert.Equal(["3|1", "3|2", "4|1"], record.Decisions.Select(decision => $"{decision.Section}|{decision.Number}"));
    }

    [Fact]
    public void A_section_named_once_more_on_the_next_page_is_one()
    {
        var record = Understand.Pages("BUN § 16            BUN/2023:56\n\nPlan\n\nBeslut\nNämnden beslutar att godkänna den plan som har", "BUN § 16 (forts.)            BUN/2023:56\nlagts fram.");
        Assert.Equal("16", Assert.Single(record.Sections).Number);
        Assert.Equal("Nämnden beslutar att godkänna den plan som har lagts fram.", Assert.Single(record.Decisions).Text);
        Assert.Equal(2, record.CaseNumbers.Count); // furniture counts as printed
    }

    [Fact]
    public void A_head_beside_the_text_is_no_part_of_it()
    {
        var record = Understand.Pages("§ 3 Plan\n\nBeslut\nPlanen antas.", "NÄMNDEN                SAMMANTRÄDESPROTOKOLL\nBeslutet expedieras till:           Sammanträdesdatum\nLänsstyrelsen                       2023-06-01");
        Assert.Equal(["Länsstyrelsen"], record.Recipients);
        Assert.Equal(["2023-06-01"], record.Dates.Select(date => date.Printed));
    }

    [Theory]
    [InlineData("§ 31 Taxa\nBeslut\nA antas.\n\n8 32 Plan\nBeslut\nB antas.\n\n5 33 Val\nBeslut\nC antas.", "31 32 33")] // the sign read as a digit
    [InlineData("Paragrafer 31-33\n\n$ 31 Taxa\nBeslut\nA antas.\n\n32 Plan\nBeslut\nB antas.\n\n33 Val\nBeslut\nC antas.", "31 32 33")] // or lost; the cover sheet knows
    [InlineData("Paragrafer 31-33\n\n31 Taxa\nBeslut\nA antas.\n\n32 Plan\nBeslut\nB antas.", "31 32")] // all of them lost
    [InlineData("§ 1 Taxa\nBeslut\n\n2 Personer väljs\n\n3 Personer till\n\n§ 2 Val\nBeslut\nC antas.", "1 2")] // a list is none
    [InlineData("§ 31 Taxa\nText om saken.\n\n§ 7 Taxans paragraf\n\n§ 32 Plan\nBeslut\nB antas.", "31 32")] // cited between its neighbours
    [InlineData("Beslutande\nMia Ros (S) §§ 31-39\n\n§ 31 Taxa\nBeslut\nA antas.\n\n§ 32 Plan\nBeslut\nB antas.", "31 32")] // when somebody was there is no range of the minutes
    [InlineData("§ 31\n\nInformation\n\nBeslut\nAntecknas.", "31")]
    public void Reads_the_numbers_that_the_order_tells(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Understand.Pages("PROTOKOLL\nTekniska nämnden\n\n" + text).Sections.Select(section => section.Number)));

    [Theory]
    [InlineData("SOCIALA CENTRALNÄMNDEN         Sammanträdesdatum        Blad\n                               1978-03-14               7", "Sociala centralnämnden")]
    [InlineData("Nämnd/Styrelse           Sammanträdesdatum\nTekniska nämnden         2009-03-25", "Tekniska nämnden")] // a label of the form
    [InlineData("Direktionen 2017-10-03", "Direktionen")]
    public void Reads_the_board_of_a_head(string head, string board) =>
        Assert.Equal(board, Understand.Pages("PROTOKOLL\n" + head + "\n\n§ 1 Taxa\nBeslut\nTaxan antas.").Board?.Value);

    [Fact]
    public void Titles_a_letter_by_what_stands_below_its_addressee()
    {
        var record = Understand.Pages("TJÄNSTESKRIVELSE\nDatum 2020-02-11\nBarnförvaltningen\nLisa Engdahl\nUtvecklingsledare\n\nTill barnnämnden\n\nNya avgifter 2020\n\nFörslag till beslut\nAvgiften höjs.");
        Assert.Equal("Nya avgifter 2020", record.Title);
    }

    [Theory]
    [InlineData("SAMMANTRÄDESPROTOKOLL\nKulturnämnden 2015-09-22\n\n§ 3 Plan\nBeslut\nPlanen antas.", "Protokoll")] // the word that is printed
    [InlineData("SAMMANTRÄDESPROTOKOLL\nKulturnämnden 2015-09-22\n\n§ 3 Plan\nBeslut\nPlanen antas.\n\nRätt utdraget intygar\nSiv Ek", "Protokollsutdrag")]
    public void Tells_short_minutes_from_an_extract(string text, string type) => Assert.Equal(type, Understand.Pages(text).DocumentType.ToString());

    [Theory]
    [InlineData("Plats: Trollsjö kommun, Fladängskolan", "Trollsjö kommun")]
    [InlineData("I Granby kommun är det så. Granby kommuns plan. Här i Granby kommun och Ekå kommun.", "Granby kommun")]
    [InlineData("Remiss från Ekå kommun.", null)] // only talked about
    public void Finds_the_municipality_where_no_head_prints_it(string text, string? expected) =>
        Assert.Equal(expected, Understand.Pages("PROTOKOLL\nKulturnämnden\n" + text + "\n\n§ 1 Taxa\nBeslut\nTaxan antas.").Municipality?.Value);

    [Theory]
    [InlineData("Respektive kommun ansvarar. Respektive kommun betalar. Respektive kommun beslutar.", null)] // no name
    [InlineData("Berörd kommun svarar. Berörd kommun får. Berörd kommun ska.", null)]
    [InlineData("I Granbys kommun är det så. Granbys kommuns plan. För Granbys kommun.", "Granbys kommun")]
    [InlineData("I Granby kommun är det så. Granby kommuns plan. För Granby kommun.\nBox 12, 599 99 GRANBY", "Granby kommun")] // where the sender is
    public void Names_no_municipality_that_is_no_name(string text, string? expected) =>
        Assert.Equal(expected, Understand.Pages("PROTOKOLL\nKulturnämnden\n" + text + "\n\n§ 1 Taxa\nBeslut\nTaxan antas.").Municipality?.Value);

    [Theory]
    [InlineData("Reglemente för kulturnämnden\nAntaget 2015-09-22\n\n1 § Uppgifter\nNämnden beslutar i frågor om bibliotek.\n\n2 § Sammansättning\nNämnden har elva ledamöter.", "")] // a law's § is no section
    [InlineData("Protokoll\nKulturnämnden 2015-09-22\n\n1 § Öppnande\nMötet öppnas.\n\n2 § Taxa\nTaxan höjs.", "1 2")]
    [InlineData("Kulturnämnden 2015-09-22\n\n1 § Öppnande\nMötet öppnas.\n\n2 § Taxa\nNämnden beslöt att höja taxan.", "1 2")] // somebody decides
    public void Bylaws_are_no_minutes(string text, string sections)
    {
        var record = Understand.Pages(text);
        Assert.Equal(sections, string.Join(' ', record.Sections.Select(section => section.Number)));
        Assert.Equal(sections.Length == 0, record.DocumentType is Protokollsok.Documents.DocumentType.Ovrigt);
    }

    [Theory]
    [InlineData("§ 88\tdor 234/73\nNy skola")]
    [InlineData("§ 88   änr 234/73\nNy skola")]
    [InlineData("§ 88 Dar 234/73\nNy skola")]
    [InlineData("§ 88 dnx. 234/73\nNy skola")]
    public void A_typewriters_damaged_lead_word_stands_before_a_sections_case_number(string head)
    {
        var record = Understand.Pages("PROTOKOLL\nTekniska nämnden\nSammanträdesdatum 1974-04-22\n\n§ 87 Val\nBo Ek valdes.\n\n" + head + "\n\nBeslut\nSkolan byggs.");
        var section = record.Sections[^1];
        Assert.Equal(("88", "Ny skola", "1973-234"), (section.Number, section.Heading, string.Join(' ', section.CaseNumbers)));
    }
}
