using Protokollsok.Documents;

namespace Protokollsok.Extraction.Tests;

/// <summary>Minutes and extracts of several places and decades.</summary>
public sealed class MinutesTests
{
    private const string Typewriter = """
        NORRDALS KOMMUN                 SAMMANTRÄDESPROTOKOLL            Blad 4
        Hälsovårdsnämnden               Sammanträdesdatum 1974-03-19

        Plats och tid     Kommunalhuset, den 19 mars 1974 kl. 18.30
        Beslutande        Axel Norrby, ordförande
                          Elsa Tjäder
        Paragrafer        §§ 41-44

        § 41
        Anmälan om olägenhet av buller
        Dnr 234/73

        Från fastighetsägaren Hugo Lindmark hade inkommit skrivelse den 2/3 1974.
        Nämnden beslöt att hos byggnadsnämnden begära mätning samt att
        bordlägga ärendet.

        § 42
        Taxa för sotning

        Föredrogs förslag till ny taxa med en höjning från 12:50 till 14:00 kronor.
        Nämnden beslöt
        att tillstyrka förslaget, och
        att hos kommunfullmäktige hemställa om fastställelse av taxan.

        § 43 Renhållning i Västerdal

        Hälsovårdsnämnden beslöt avslå ansökan om befrielse från avgift å 45:-
        för år 1973.

        Justerandes sign.
        ......................................
        """;

    private const string Board = """
        Ekåsa kommun            Sammanträdesprotokoll                     12 (40)
        Kommunstyrelsen         Sammanträdesdatum
                                2021-03-09

        KS § 45    Dnr KS 2020/318

        Riktlinjer för
        laddinfrastruktur

        Kommunstyrelsens beslut

        Kommunstyrelsen tillstyrker förslaget till riktlinjer och föreslår att kommunfullmäktige beslutar:

        1. Riktlinjer för laddinfrastruktur antas.
        2. Riktlinjerna gäller från och med den 1 juni 2021 och finansieras med 2,4 mnkr ur
           investerings-
        """ + "\f" + """
        Ekåsa kommun            Sammanträdesprotokoll                     13 (40)
        Kommunstyrelsen         Sammanträdesdatum
                                2021-03-09

           budgeten för 2021.

        För egen del beslutar kommunstyrelsen

        1. Samhällsbyggnadsförvaltningen får i uppdrag att redovisa arbetet.

        Paragrafen förklaras omedelbart justerad.

        Yrkanden
        Maj Holmkvist (S) föreslår att kommunstyrelsen beslutar att återremittera ärendet.

        Omröstning
        Med 9 ja-röster mot 4 nej-röster beslutar kommunstyrelsen att avgöra ärendet i dag.

        Reservation
        Maj Holmkvist (S) och Nils af Ekenstam (V) reserverar sig mot beslutet.

        Tidigare behandling
        Bordlagt den 12 januari 2021, § 3 och den 9 februari 2021, § 22.

        Beslutet skickas till
        Kommunfullmäktige

        Ordförandens signatur      Justerarens signatur      Utdragsbestyrkande
        """;

    [Fact]
    public void Reads_typewritten_minutes_of_the_seventies()
    {
        var record = Understand.Pages(Typewriter);
        Assert.Equal(DocumentType.Protokoll, record.DocumentType);
        Assert.Equal("Norrdals kommun", record.Municipality?.Value);
        Assert.Equal("Hälsovårdsnämnden", record.Board?.Value);
        Assert.Equal("1974-03-19", record.MeetingDate?.Value.ToString());
        Assert.Equal(["41 Anmälan om olägenhet av buller", "42 Taxa för sotning", "43 Renhållning i Västerdal"], record.Sections.Select(section => $"{section.Number} {section.Heading}"));
        Assert.Equal(["1973-234"], record.Sections[0].CaseNumbers);
        Assert.Equal(["1974-03-19", "1974-03-19", "1974-03-02"], record.Dates.Select(date => date.Value.ToString()));
        Assert.Contains(record.Findings, finding => finding.Code == "section-missing" && finding.Message.EndsWith("44.", StringComparison.Ordinal));
    }

    [Fact]
    public void Finds_decisions_without_a_heading_by_their_verb()
    {
        var decisions = Understand.Pages(Typewriter).Decisions;
        Assert.Equal(
            [
                "41/1 att hos byggnadsnämnden begära mätning",
                "41/2 att bordlägga ärendet.",
                "42/1 att tillstyrka förslaget",
                "42/2 att hos kommunfullmäktige hemställa om fastställelse av taxan.",
                "43/1 Hälsovårdsnämnden beslöt avslå ansökan om befrielse från avgift å 45:- för år 1973.",
            ],
            decisions.Select(decision => $"{decision.Section}/{decision.Number} {decision.Text}"));
        Assert.All(decisions.Where(decision => decision.Kind is DecisionKind.Decision), decision => Assert.Equal("Hälsovårdsnämnden", decision.DecidedBy));
        var asked = Assert.Single(decisions, decision => decision.Kind is DecisionKind.Proposal);
        Assert.Equal(("Kommunfullmäktige", "Hälsovårdsnämnden"), (asked.DecidedBy, asked.ProposedBy));
    }

    [Fact]
    public void Parts_two_lists_in_one_block_by_whose_they_are()
    {
        var record = Understand.Pages(Board.Split('\f'));
        Assert.Equal(
            [
                "1 Proposal Kommunfullmäktige/Kommunstyrelsen Riktlinjer för laddinfrastruktur antas.",
                "2 Proposal Kommunfullmäktige/Kommunstyrelsen Riktlinjerna gäller från och med den 1 juni 2021 och finansieras med 2,4 mnkr ur investeringsbudgeten för 2021.",
                "1 Decision Kommunstyrelsen/ Samhällsbyggnadsförvaltningen får i uppdrag att redovisa arbetet.",
                "1 Decision Kommunstyrelsen/ Paragrafen förklaras omedelbart justerad.",
            ],
            record.Decisions.Select(decision => $"{decision.Number} {decision.Kind} {decision.DecidedBy}/{decision.ProposedBy} {decision.Text}"));
    }

    [Fact]
    public void Gives_a_decision_cut_by_a_page_break_in_parts()
    {
        var record = Understand.Pages(Board.Split('\f'));
        var cut = record.Decisions[1];
        Assert.Equal([1, 2], cut.Parts.Select(part => part.Page));
        Assert.Equal("budgeten för 2021.", record.At(cut.Parts[1]));
        Assert.EndsWith("investerings", record.At(cut.Parts[0]), StringComparison.Ordinal);
        Assert.Equal((cut.Page, cut.Start, cut.Length), (cut.Parts[0].Page, cut.Parts[0].Start, cut.Parts[0].Length));
        Assert.Equal($"{record.Id}-2", cut.Id);
    }

    [Fact]
    public void Reads_votes_reservations_and_earlier_decisions()
    {
        var record = Understand.Pages(Board.Split('\f'));
        Assert.Equal(DocumentType.Protokoll, record.DocumentType);
        Assert.Equal("Sammanträdesprotokoll", record.Title);
        Assert.Equal(("45", 9, 4), (record.Votes[0].Section, record.Votes[0].Yes, record.Votes[0].No));
        Assert.Equal(["Maj Holmkvist", "Nils af Ekenstam"], Assert.Single(record.Reservations).By);
        Assert.Equal([" 2021-01-12 § 3", " 2021-02-09 § 22"], record.DecisionReferences.Select(OfficialLetterTests.Said));
        Assert.Equal(["Kommunfullmäktige"], record.Recipients);
        Assert.Equal("2021-03-09", record.MeetingDate?.Value.ToString());
        Assert.Equal(["2021-03-09", "2021-06-01", "2021-03-09", "2021-01-12", "2021-02-09"], record.Dates.Select(date => date.Value.ToString()));
    }

    [Theory]
    [InlineData("§ 31 Titel\n\nBeslut\n\nRapporten läggs till handlingarna.", "31")]
    [InlineData("§63\nTitel\n\nBeslut\nRapporten godkänns.", "63")]
    [InlineData("KF § 102 DNR: KU.2017.3\nTitel\n\nBeslut\nJa.", "102")]
    [InlineData("ON § 31\nTitel\n\nBeslut\nRapporten godkänns.", "31")]
    [InlineData("MBN § 87/2019\nTitel\n\nBeslut\nRapporten godkänns.", "87")]
    [InlineData("§ 63/20\nTitel\n\nBeslut\nRapporten godkänns.", "63")]
    [InlineData("KS 75/2013\nTitel\n\nBeslut\nRapporten godkänns.", "75")]
    [InlineData("Kf 88 a\nTitel\n\nBeslut\nRapporten godkänns.", "88 a")]
    [InlineData("$ 31 Titel\n\nBeslut\n\nRapporten godkänns.", "31")] // the sign as one OCR model reads it
    [InlineData("§ 31 Titel\n\nBeslut\n\nJa.\n\n8 32 Annan titel\n\nBeslut\n\nNej.", "31|32")] // damaged, but the next number
    [InlineData("§ 214 Titel\n\nBeslut\nJa, detta gäller\n\n§ 214 forts.\nsom förut.", "214")]
    [InlineData("§§ 51-58\n\n§ 51 Titel\n\nBeslut\n\nRapporten godkänns.", "51")]
    [InlineData("§ 7 Titel\n\nNämnden hänvisar till arbetsordningen enligt\n§ 21 Arbetsordning för nämnden.", "7")] // carried over to the next line
    [InlineData("Förhandling enligt\n§ 11 MBL har skett.", "")]
    [InlineData("§ 1 Upprop ........ 3\n§ 2 Budget ........ 4\n\n§ 1 Upprop\n\nBeslut\nUpprop förrättas.\n\n§ 2 Budget\n\nBeslut\nBudgeten antas.", "1|2")]
    public void Reads_section_heads(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Understand.Pages(text).Sections.Select(section => section.Number)));

    [Theory]
    [InlineData("Omröstningen utfaller med 43 Ja mot 38 Nej.", 43, 38, null)]
    [InlineData("Med 9 ja-röster mot 4 nej-röster bifalls förslaget.", 9, 4, null)]
    [InlineData("Efter votering 7 - 6 bifalls förslaget.", 7, 6, null)]
    [InlineData("25 ja-röster, 20 nej-röster och 4 avstår", 25, 20, 4)]
    public void Reads_counted_votes(string text, int yes, int no, int? abstain)
    {
        var vote = Assert.Single(Understand.Pages(text).Votes);
        Assert.Equal((yes, no, abstain), (vote.Yes, vote.No, vote.Abstain));
    }

    [Fact]
    public void Reads_an_agenda_with_bare_item_numbers()
    {
        var record = Understand.Pages("""
            Ekåsa kommun
            Socialnämnden

            KALLELSE

            Ledamöter och ersättare kallas till sammanträde onsdagen den 21 november 2018 kl. 08:30

            Ärenden

            1  Val av justerare
            2  Budgetuppföljning oktober 2018          SN 2018/33
            3  Riktlinjer för ekonomiskt bistånd       SN 2018/104
            """);
        Assert.Equal(DocumentType.Kallelse, record.DocumentType);
        Assert.Equal("2018-11-21", record.MeetingDate?.Value.ToString());
        Assert.Equal("Socialnämnden", record.Board?.Value);
        Assert.Equal(["1 Val av justerare", "2 Budgetuppföljning oktober 2018", "3 Riktlinjer för ekonomiskt bistånd"], record.Sections.Select(section => $"{section.Number} {section.Heading}"));
        Assert.Equal(["sn-2018-33"], record.Sections[1].CaseNumbers);
        Assert.Empty(record.Decisions);
    }

    [Fact]
    public void Counts_that_delegates_decisions_were_noted_and_not_the_list_of_them()
    {
        var record = Understand.Pages("""
            § 12 Redovisning av delegationsbeslut

            Beslut
            Nämnden tar del av redovisningen.

            Delegationsbeslut
            - Beslut om bygglov, Källtorp 5:12, 2019-02-03
            - Beslut om färdtjänst, 2019-02-05
            """);
        Assert.Equal(["Nämnden tar del av redovisningen."], record.Decisions.Select(decision => decision.Text));
    }

    [Fact]
    public void Takes_bullets_as_decisions_and_motions_as_none()
    {
        var record = Understand.Pages("""
            § 3 Budget

            Beslut
            Kommunfullmäktige beslutar
            - anta budgeten för 2020
            - fastställa skattesatsen till 21:40 per skattekrona

            Yrkanden
            Alva Ström (M) yrkar att kommunfullmäktige beslutar avslå förslaget.
            """);
        Assert.Equal(["anta budgeten för 2020", "fastställa skattesatsen till 21:40 per skattekrona"], record.Decisions.Select(decision => decision.Text));
        Assert.All(record.Decisions, decision => Assert.Equal("Kommunfullmäktige", decision.DecidedBy));
        Assert.Equal(21.4m, Assert.Single(record.Amounts).Value.Value);
    }
}
