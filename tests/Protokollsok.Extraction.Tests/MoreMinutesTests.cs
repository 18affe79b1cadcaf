using Protokollsok.Documents;

namespace Protokollsok.Extraction.Tests;

/// <summary>Councils, regions, extracts and lists: whose decision, what kind, and what is none.</summary>
public sealed class MoreMinutesTests
{
    [Fact]
    public void Reads_a_council_with_a_returned_case_and_two_votes()
    {
        var record = Understand.Pages("""
            Sida 8(31)
            Källsunda kommun
            Kommunfullmäktige
            Protokoll 2019-11-25

            KF § 88 a      KS/2019:77-041
            Mål och budget 2020–2022

            Kommunfullmäktige beslutar
            att    fastställa skattesatsen till 21 kronor och 84 öre per skattekrona,
            att    bevilja kommunstyrelsen 150-200 miljoner kronor för nytt badhus, dels
            att    återremittera frågan om vattentaxan.

            Beslutsgång
            Ordföranden finner att kommunfullmäktige beslutar enligt kommunstyrelsens förslag. Votering begärs.

            Omröstning
            Omröstningen utfaller med 25 Ja mot 20 Nej. 4 ledamöter avstår.

            Reservationer
            Samtliga ledamöter från Källsundapartiet reserverar sig mot beslutet.

            Jäv
            Britt Lagergren (C) anmäler jäv och deltar inte i beslutet.
            """);
        Assert.Equal(("Kommunfullmäktige", "Källsunda kommun", "2019-11-25"), (record.Board?.Value, record.Municipality?.Value, record.MeetingDate?.Value.ToString()));
        Assert.Equal(["88 a Mål och budget 2020–2022"], record.Sections.Select(section => $"{section.Number} {section.Heading}"));
        Assert.Equal(["ks-2019-77"], record.Sections[0].CaseNumbers);
        Assert.Equal(
            [
                "att fastställa skattesatsen till 21 kronor och 84 öre per skattekrona",
                "att bevilja kommunstyrelsen 150-200 miljoner kronor för nytt badhus",
                "att återremittera frågan om vattentaxan.",
            ],
            record.Decisions.Select(decision => decision.Text));
        Assert.All(record.Decisions, decision => Assert.Equal((DecisionKind.Decision, "Kommunfullmäktige"), (decision.Kind, decision.DecidedBy)));
        Assert.Equal((25, 20), (record.Votes[0].Yes, record.Votes[0].No));
        Assert.Equal(["Samtliga ledamöter från Källsundapartiet"], Assert.Single(record.Reservations).By);
        Assert.Equal([21.84m, 150_000_000m], record.Amounts.Select(amount => amount.Value.Value));
    }

    [Fact]
    public void Reads_a_committees_proposal_to_its_board()
    {
        var record = Understand.Pages("""
            Sammanträdesprotokoll
            Kommunstyrelsens arbetsutskott
            2004-02-10

            § 17 Försäljning av Sörby 3:14

            Arbetsutskottets förslag till beslut
            Kommunstyrelsen beslutar att sälja fastigheten Sörby 3:14 för 1,2 Mkr.
            ______
            """);
        Assert.Equal("Kommunstyrelsens arbetsutskott", record.Board?.Value);
        var decision = Assert.Single(record.Decisions);
        Assert.Equal((DecisionKind.Proposal, "Kommunstyrelsen", "Arbetsutskottet"), (decision.Kind, decision.DecidedBy, decision.ProposedBy));
        Assert.Equal("Kommunstyrelsen beslutar att sälja fastigheten Sörby 3:14 för 1,2 Mkr.", decision.Text);
        Assert.Empty(record.CaseNumbers);
    }

    [Fact]
    public void Reads_a_region_and_an_adjourned_case()
    {
        var record = Understand.Pages("""
            Region Mälarbygd                       PROTOKOLLSUTDRAG
            Hälso- och sjukvårdsnämnden            2022-09-14

            § 63/22
            Avtal om ambulans
            Dnr HSN/2022:456

            Hälso- och sjukvårdsnämndens beslut
            Ärendet bordläggs till nämndens sammanträde den 12 oktober 2022.

            Ärendet
            Regionfullmäktige beslutade den 7 juni 2021 § 44 om ramarna. Kostnaden beräknas till 6 500-7 500 tkr per år.

            Vid protokollet
            Siv Hagberg

            Justerat
            Olof Brandt          Karin Stenlund
            """);
        Assert.Equal(DocumentType.Protokollsutdrag, record.DocumentType);
        Assert.Equal(("Region Mälarbygd", "Hälso- och sjukvårdsnämnden", "2022-09-14"), (record.Municipality?.Value, record.Board?.Value, record.MeetingDate?.Value.ToString()));
        Assert.Equal("63", Assert.Single(record.Sections).Number);
        Assert.Equal("Ärendet bordläggs till nämndens sammanträde den 12 oktober 2022.", Assert.Single(record.Decisions).Text);
        Assert.Equal(["Regionfullmäktige 2021-06-07 § 44"], record.DecisionReferences.Select(OfficialLetterTests.Said));
        Assert.Equal((6_500_000m, 7_500_000m, "år"), (record.Amounts[0].Value.Value, record.Amounts[0].Value.Max, record.Amounts[0].Value.Per));
        Assert.Equal(["Siv Hagberg", "Olof Brandt", "Karin Stenlund"], record.Signatories);
    }

    [Fact]
    public void Joins_a_proposal_over_a_signature_row()
    {
        var record = Understand.Pages("""
            § 9 Förskola i Ekbacken

            Bildningsnämndens beslut

            1. Bildningsnämnden godkänner rapporten.

            Förslag till kommunstyrelsens beslut

            1. Bildningsnämnden tilldelas 2 100 000 kronor för

            Ordförandens signatur	Justerarens signatur	Justerarens signatur	
            -----------------------	----------------------	----------------------	--

            inventarier under 2018.
            """);
        Assert.Equal("Bildningsnämnden", record.Board?.Value);
        var proposal = record.Decisions[1];
        Assert.Equal((1, DecisionKind.Proposal, "Kommunstyrelsen", "Bildningsnämnden"), (proposal.Number, proposal.Kind, proposal.DecidedBy, proposal.ProposedBy));
        Assert.Equal("Bildningsnämnden tilldelas 2 100 000 kronor för inventarier under 2018.", proposal.Text);
        Assert.Equal(2, proposal.Parts.Count);
        Assert.Equal(2, record.Pages[0].Furniture.Count);
    }

    [Theory]
    [InlineData("Enligt beslut av kommunfullmäktige 2015-06-15 § 77 gäller", "kommunfullmäktige 2015-06-15 § 77")]
    [InlineData("KF § 45/2019 anger ramen", "KF  § 45")]
    [InlineData("Kommunstyrelsen beslutade den 5 maj 2019 att pröva saken", "Kommunstyrelsen 2019-05-05 § ")]
    [InlineData("(kommunfullmäktige 2022-02-24 §16)", "kommunfullmäktige 2022-02-24 § 16")]
    [InlineData("Bordlagt den 8 maj 2023, § 7", " 2023-05-08 § 7")]
    public void Reads_references_to_earlier_decisions(string text, string expected) =>
        Assert.Equal(expected, OfficialLetterTests.Said(Assert.Single(Understand.Pages(text).DecisionReferences)));

    [Theory]
    [InlineData("Mark- och miljödomstolens dom den 3 maj 2019")]
    [InlineData("Skrivelse den 8 januari 2024 från föreningen")]
    [InlineData("Efter beslut i nämnden gäller detta från och med 2018-01-01")]
    [InlineData("KF § 42 forts.")] // the section itself goes on
    public void Refuses_what_no_board_decided(string text) => Assert.Empty(Understand.Pages(text).DecisionReferences);

    [Theory]
    [InlineData("enligt lag (1976:580) om medbestämmande i arbetslivet", "lag (1976:580) om medbestämmande i arbetslivet", "1976:580")]
    [InlineData("enligt 19 § MBL", "19 § MBL", null)]
    [InlineData("enligt § 11 MBL", "§ 11 MBL", null)]
    [InlineData("9 kap. 31 b § plan- och bygglagen (2010:900)", "9 kap. 31 b § plan- och bygglagen (2010:900)", "2010:900")]
    [InlineData("skollagen (2010:800) kräver", "skollagen (2010:800)", "2010:800")]
    [InlineData("6 kap. 5 § kommunallagen", "6 kap. 5 § kommunallagen", null)]
    [InlineData("finns i offentlighets- och sekretesslagen (2009:400).", "offentlighets- och sekretesslagen (2009:400)", "2009:400")] // the preposition is not the law's
    [InlineData("enligt lagen (1985:206) om viten ska", "lagen (1985:206) om viten", "1985:206")]
    [InlineData("enligt lagen (1998:150) om allmän kameraövervakning får", "lagen (1998:150) om allmän kameraövervakning", "1998:150")]
    [InlineData("lagen (1993:387) om stöd och service till vissa\nfunktionshindrade har", "lagen (1993:387) om stöd och service till vissa funktionshindrade", "1993:387")]
    [InlineData("enligt lagen (1985:206) om viten i detta fall", "lagen (1985:206) om viten", "1985:206")]
    [InlineData("6 kap. 28–32 §§ kommunallagen (2017:725)", "6 kap. 28–32 §§ kommunallagen (2017:725)", "2017:725")]
    [InlineData("Med stöd av 7 kap. 16 § 1 miljöbalken medges dispens", "7 kap. 16 § 1 miljöbalken", null)] // a point without its word
    [InlineData("enligt 4 kap. 2 § första stycket 3 plan- och bygglagen (2010:900)", "4 kap. 2 § första stycket 3 plan- och bygglagen (2010:900)", "2010:900")]
    [InlineData("beviljas enligt 9 kap. 31 b § 1 p. PBL", "9 kap. 31 b § 1 p. PBL", null)]
    [InlineData("enligt 26 kap. 9 och 14 §§ miljöbalken (1998:808)", "26 kap. 9 och 14 §§ miljöbalken (1998:808)", "1998:808")]
    [InlineData("enligt 11 kap. 5 § punkt 2 plan- och bygglagen, PBL", "11 kap. 5 § punkt 2 plan- och bygglagen", null)]
    [InlineData("i plan- och bygglagen (PBL, SFS 2010:900) anges", "plan- och bygglagen (PBL, SFS 2010:900)", "2010:900")]
    [InlineData("i socialtjänstlagen (SoL) (2001:453) anges", "socialtjänstlagen (SoL) (2001:453)", "2001:453")]
    [InlineData("i miljöbalken (1998:808, MB) anges", "miljöbalken (1998:808, MB)", "1998:808")]
    [InlineData("bygglov enligt 9 kap. 30 § PBL (2010:900) beviljas", "9 kap. 30 § PBL (2010:900)", "2010:900")]
    [InlineData("6 kap. 37 § 2 st. 1 p. kommunallagen", "6 kap. 37 § 2 st. 1 p. kommunallagen", null)]
    public void Reads_references_to_laws(string text, string printed, string? number)
    {
        var reference = Assert.Single(Understand.Pages(text).LawReferences);
        Assert.Equal((printed, number), (reference.Printed, reference.Value));
    }

    [Theory]
    [InlineData("Sökande 900101-0017", 1)] // check digit right
    [InlineData("Sökande 900101-0018", 0)]
    public void Points_at_valid_personal_numbers(string text, int expected) =>
        Assert.Equal(expected, Understand.Pages(text).Findings.Count(finding => finding.Code == "personal-number"));

    [Fact]
    public void Points_at_a_sum_whose_unit_was_forgotten()
    {
        var record = Understand.Pages("Kostnaden beräknas till 300 500 för perioden, varav 200 500 kr från staten och 100 000 kr från nämnden.");
        var finding = Assert.Single(record.Findings);
        Assert.Equal(("amount-without-unit", "300 500"), (finding.Code, record.At(finding.Where[0])));
    }
}
