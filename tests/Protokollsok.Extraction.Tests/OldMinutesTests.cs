using Protokollsok.Documents;

namespace Protokollsok.Extraction.Tests;

/// <summary>Heads, sections and decisions as typewriters and fax scans print them, and agendas, whose items have no sign.</summary>
public sealed class OldMinutesTests
{
    [Fact]
    public void Reads_sections_and_running_decisions_of_typewritten_minutes()
    {
        var record = Understand.Pages("""
            ÅSNÄS KOMMUN P R O T O K O L L Blad 1
            Kommunstyrelsen
            Sammanträdesdag 1971-05-03

            § 41

            Val av justeringsman

            Kommunstyrelsen beslöt att utse Valborg Sköld att
            justera protokollet.

            § 342 dnr 17/71

            Ny bro över Kvarnån

            Kommunstyrelsen beslöt

            att antaga anbudet,

            --att anvisa kr 12.500:- samt

            att uppdraga åt byggnadskommittén att
            """, """
            ÅSNÄS KOMMUN P R O T O K O L L Blad 2
            Kommunstyrelsen
            Sammanträdesdag 1971-05-03

            sluta avtal.

            § 43

            Meddelanden

            - länsstyrelsens skrivelse 710402 om vägar

            Kommunstyrelsen beslöt att lägga skrivelsen till handlingarna.

            Justeras?

            Gottfrid Alm Valborg Sköld
            """);
        Assert.Equal(("PROTOKOLL", "Åsnäs kommun", "Kommunstyrelsen"), (record.Title, record.Municipality?.Value, record.Board?.Value));
        Assert.Equal(["41", "42", "43"], record.Sections.Select(section => section.Number)); // 342: the underline was read as a 3
        Assert.Equal(["42"], SectionOrder.Misread(record).Select(misread => misread.Proposed));
        Assert.Equal(
            [
                "41|1|att utse Valborg Sköld att justera protokollet.",
                "42|1|att antaga anbudet",
                "42|2|att anvisa kr 12.500:-",
                "42|3|att uppdraga åt byggnadskommittén att sluta avtal.",
                "43|1|att lägga skrivelsen till handlingarna.",
            ],
            record.Decisions.Select(decision => $"{decision.Section}|{decision.Number}|{decision.Text}"));
        Assert.Equal(["Gottfrid Alm", "Valborg Sköld"], record.Signatories);
    }

    [Fact]
    public void Reads_a_page_head_whose_columns_lost_their_width()
    {
        var record = Understand.Pages("""
            Granby kommun SAMMANTRÄDESPROTOKOLL 1 (2)
            Kommunstyrelsen Sammanträdesdatum 2020-02-11

            § 5 Stöd till ridklubben

            Beslut
            Ridklubben beviljas 40 000 kr.

            Beslutet skickas till
            Kulturnämnden -:
            """, """
            Granby kommun SAMMANTRÄDESPROTOKOLL 2 (2)
            Kommunstyrelsen Sammanträdesdatum 2020-02-11

            § 6 Vägbelysning
            Beslut
            Ärendet återremitteras till förvaltningen för att ut-

            T
            Ordförande Justerare Utdragsbestyrkande
            """, """
            redas vidare.
            """);
        Assert.Equal(("Kommunstyrelsen", "Granby kommun", "2020-02-11"), (record.Board?.Value, record.Municipality?.Value, record.MeetingDate?.Value.ToString()));
        Assert.Equal(["Kulturnämnden"], record.Recipients);
        Assert.Equal("Ärendet återremitteras till förvaltningen för att utredas vidare.", record.Decisions[^1].Text);
    }

    [Fact]
    public void Takes_the_board_from_page_heads_before_one_that_is_only_proposed_to()
    {
        var head = "Protokoll (nr 2)\nKommunfullmäktige\nSammanträdesdatum: 2023-02-23\n";
        var record = Understand.Pages("§ 1 Minnesord\nOrdföranden talar.\n3 (9)\n" + head + "§ 2 Plan\nByggnadsnämndens beslut\nPlanen antas.\n4 (9)\n" + head + "§ 3 Taxa\nBeslut\nTaxan antas.\n");
        Assert.Equal("Kommunfullmäktige", record.Board?.Value);
    }

    [Theory]
    [InlineData("ON 8 12 Ny taxa\n\nBeslut\nTaxan antas.", "12")] // the sign read as 8
    [InlineData("§ 9 änr 12/71\n\nNy taxa\n\nBeslut\nTaxan antas.", "9")] // and dnr as änr
    [InlineData("Kf 88 a Dnr 12/86\nNy taxa\n\nBeslut\nTaxan antas.", "88 a")]
    public void Reads_damaged_section_heads(string text, string number) =>
        Assert.Equal(number, Assert.Single(Understand.Pages(text).Sections).Number);

    [Fact]
    public void Reads_the_items_of_an_agenda_and_not_the_list_inside_one()
    {
        var record = Understand.Pages("""
            KALLELSE
            Kallelse till sammanträde med tekniska nämnden
            Tid Onsdagen den 6 mars 2019 kl. 13.00

            Ärenden
            1
            Upprop

            2
            Snöröjning 2019
            Förslag till beslut
            1. Planen antas.
            2. Planen gäller till april 2019

            3
            Information
            """);
        Assert.Equal(DocumentType.Kallelse, record.DocumentType);
        Assert.Equal(["1", "2", "3"], record.Sections.Select(section => section.Number));
        Assert.Equal(["2|1|Planen antas.", "2|2|Planen gäller till april 2019"], record.Decisions.Select(decision => $"{decision.Section}|{decision.Number}|{decision.Text}"));
    }

    [Fact]
    public void In_a_letter_a_board_that_decides_is_only_to_do_so()
    {
        var record = Understand.Pages("""
            Granby kommun TJÄNSTESKRIVELSE 1 (1)
            Miljökontoret 2019-09-12 Dnr MN 2019/12

            Ny brunn i Ekbacken
            Förslag till beslut
            Miljönämnden beslutar
            1. att tillåta brunnen,
            »« att avgiften är 1 200 kr.
            """);
        Assert.Equal("2019-09-12", record.DocumentDate?.Value.ToString());
        Assert.Equal("Ny brunn i Ekbacken", record.Title);
        Assert.All(record.Decisions, decision => Assert.Equal((DecisionKind.Proposal, "Miljönämnden"), (decision.Kind, decision.DecidedBy)));
        Assert.NotEmpty(record.Decisions);
    }

    [Theory]
    [InlineData("• Planen antas.", "Planen antas.")]
    [InlineData("»« Planen antas.", "Planen antas.")] // a bullet as scans are read
    [InlineData("e Planen antas.", "Planen antas.")] // likewise
    [InlineData("–att planen antas.", "att planen antas.")]
    [InlineData("En plan antas.", "En plan antas.")] // no bullet
    public void Takes_list_marks_from_decisions(string line, string expected) =>
        Assert.Equal(expected, Understand.Pages("§ 3 Plan\n\nBeslut\n" + line + "\n").Decisions[0].Text);

    [Theory]
    [InlineData("Rätt utdraget intygar\n\nMaud Kjell\nnämndsekreterare", "Maud Kjell")]
    [InlineData("Bestyrkes i tjänsten:\n\nSiri Ång\nkanslist", "Siri Ång")]
    [InlineData("Justerat 98 06 15\n\nBarbro Näs Gunvor Malm\nordförande justerare", "Barbro Näs, Gunvor Malm")] // two columns, one blank between
    [InlineData("Justerat\n\nBarbro Näs\tGunvor von Malm", "Barbro Näs, Gunvor von Malm")]
    [InlineData("Justerare Utdragsbestyrkande", "")] // labels are nobody
    public void Reads_who_signed_minutes(string end, string expected) =>
        Assert.Equal(expected, string.Join(", ", Understand.Pages("PROTOKOLL\n\n§ 3 Plan\n\nBeslut\nPlanen antas.\n\n" + end + "\n").Signatories));

    [Theory]
    [InlineData("Ledamöterna för (S) reserverar sig genom Maj Ek (S) och Bo Dal (S).", "Maj Ek, Bo Dal")]
    [InlineData("Mot beslutet reserverade sig Folke Ros och Åke Tibb.", "Folke Ros, Åke Tibb")]
    public void Reads_who_reserves_themselves(string text, string expected) =>
        Assert.Equal(expected, string.Join(", ", Assert.Single(Understand.Pages(text).Reservations).By));

    [Fact]
    public void Reads_a_vote_told_in_a_sentence()
    {
        var vote = Assert.Single(Understand.Pages("Votering utföll så, att\n4 ja-röster avgavs för bifall mot 2 nej-röster för återremiss.").Votes);
        Assert.Equal((4, 2), (vote.Yes, vote.No));
    }
}
