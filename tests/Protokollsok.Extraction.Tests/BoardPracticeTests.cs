using Protokollsok.Documents;

namespace Protokollsok.Extraction.Tests;

/// <summary>How boards of other places and decades say what they decide, a line each: <c>§|number|kind|decided by|proposed by|text</c>.</summary>
public sealed class BoardPracticeTests
{
    private const string Head = "Trollsjö kommun\nKulturnämnden\nProtokoll 2012-05-08\n\n§ 7 Stöd\n\n";

    [Theory]
    [InlineData("Beslut\nNämnden beslutar\n\natt anta planen,\n\natt anslå 100 kr.", "7|1|Decision|Kulturnämnden||att anta planen", "7|2|Decision|Kulturnämnden||att anslå 100 kr.")]
    [InlineData("Direktionen beslutar\natt fastställa budgeten\natt i övrigt godkänna förslaget.", "7|1|Decision|Direktionen||att fastställa budgeten", "7|2|Decision|Direktionen||att i övrigt godkänna förslaget.")] // nothing but the line's end parts them
    [InlineData("Beslut\nNämnden beslutar\n\na t t anta planen,\n\na t t anslå 450:-.", "7|1|Decision|Kulturnämnden||a t t anta planen", "7|2|Decision|Kulturnämnden||a t t anslå 450:-.")] // spaced for stress
    [InlineData("Beslut\nSe sekretessprotokoll.")] // decides nothing here
    [InlineData("Med anledning av remiss 2012-04-01 beslutade kulturnämnden att tillstyrka ansökan.", "7|1|Decision|Kulturnämnden||att tillstyrka ansökan.")]
    [InlineData("Beslut\n1 Planen antas.\n2 Medlen tas ur reserven.", "7|1|Decision|Kulturnämnden||Planen antas.", "7|2|Decision|Kulturnämnden||Medlen tas ur reserven.")] // no full stop behind the number
    [InlineData("Beslut\nÅr 2012 antas en plan.\n1 maj flaggas det.", "7|1|Decision|Kulturnämnden||År 2012 antas en plan. 1 maj flaggas det.")] // a day is no number
    [InlineData("Beslut\nKulturnämnden föreslår att kommunstyrelsen beslutar att anvisa 12 000 kr.", "7|1|Proposal|Kommunstyrelsen|Kulturnämnden|att anvisa 12 000 kr.")]
    [InlineData("Namnden foreslar kommunstyrelsen besluta\n1. Medel anvisas.", "7|1|Proposal|Kommunstyrelsen|Kulturnämnden|Medel anvisas.")] // damaged
    [InlineData("Kulturnämnden beslöt enhälligt att hos kommunfullmäktige hemställa\n\natt staten måtte fastställas.", "7|1|Proposal|Kommunfullmäktige|Kulturnämnden|att staten måtte fastställas.")]
    [InlineData("Sedan ärendet föredragits, beslöt kulturnämnden att lägga ned saken.", "7|1|Decision|Kulturnämnden||att lägga ned saken.")]
    [InlineData("Beslut\nNämnden beslutar för egen del, under förutsättning av fullmäktiges bifall,\n\natt ge chefen i uppdrag att börja.", "7|1|Decision|Kulturnämnden||att ge chefen i uppdrag att börja.")]
    [InlineData("Beslut\nNämnden beslutar, under förutsättning av fullmäktiges beslut\n1. Chefen får i uppdrag att börja.", "7|1|Decision|Kulturnämnden||Chefen får i uppdrag att börja.")]
    [InlineData("Beslut\n- Nämnden beslutar att kommunen föreslår länsstyrelsen besluta om nya distrikt.", "7|1|Decision|Kulturnämnden||Nämnden beslutar att kommunen föreslår länsstyrelsen besluta om nya distrikt.")] // what is asked of the state is decided
    [InlineData("Beslut\n- att anta planen.\n\nBilaga\n\n- Nämnden beslutar att anslå 5 kr.", "7|1|Decision|Kulturnämnden||att anta planen.", "7|2|Decision|Kulturnämnden||Nämnden beslutar att anslå 5 kr.")] // a stray word
    [InlineData("Beslut\nÄrendet bordläggs.\nParagrafen förklaras omedelbart justerad.", "7|1|Decision|Kulturnämnden||Ärendet bordläggs.", "7|2|Decision|Kulturnämnden||Paragrafen förklaras omedelbart justerad.")]
    [InlineData("Kulturnämnden beslutar att godkänna redovisningen. Följande delegationsbeslut anmäls:\n- bidrag 25 000 kr\n- anställning", "7|1|Decision|Kulturnämnden||att godkänna redovisningen.")] // what delegates decided counts not
    [InlineData("Kulturnämnden beslutar att godkänna planen. Ordföranden tackar för mötet.", "7|1|Decision|Kulturnämnden||att godkänna planen.")] // a bare sentence outside a heading
    [InlineData("Arbetsutskottets förslag till beslut 2012-04-20, § 12\nPlanen antas.\n\nBeslut\nPlanen antas inte.", "7|1|Proposal|Kulturnämnden|Arbetsutskottet|Planen antas.", "7|1|Decision|Kulturnämnden||Planen antas inte.")]
    [InlineData("Kommunfullmäktiges beslut 2011-02-28, § 4\nPlanen antas.\n\nBeslut\nPlanen upphävs.", "7|1|Decision|Kulturnämnden||Planen upphävs.")] // what was decided before
    [InlineData("Centerpartiets förslag till beslut\nPlanen avslås.\n\nBeslut\nPlanen antas.", "7|1|Decision|Kulturnämnden||Planen antas.")] // a motion
    [InlineData("Omröstning\nJa-röst för bifall till planen.\nNej-röst för bifall till Ada Eks förslag.\n\nBeslut\nPlanen antas.", "7|1|Decision|Kulturnämnden||Planen antas.")]
    [InlineData("Nämnden beslutade i enlighet med kansliets förslag\n\natt anta planen.", "7|1|Decision|Kulturnämnden||att anta planen.")]
    public void Reads_what_was_decided(string text, params string[] expected) => Assert.Equal(expected, Said(Understand.Pages(Head + text)));

    [Fact]
    public void Reads_minutes_of_a_company_meeting_whose_sections_are_sentences()
    {
        var record = Understand.Pages("""
            Protokoll fört vid ordinarie bolagsstämma med Trollsjö Värme AB den 24 april 2014

            § 1 Stämman öppnades av Jarl Vång.
            § 2 Stämman beslutade att fastställa balansräkningen.
            § 3 Stämman beslutade att vinsten, 1 234 567 kronor, balanseras i ny räkning.
            """);
        Assert.Equal(["2|1|Decision|Stämman||att fastställa balansräkningen.", "3|1|Decision|Stämman||att vinsten, 1 234 567 kronor, balanseras i ny räkning."], Said(record));
        Assert.All(record.Sections, section => Assert.Null(section.Heading));
        Assert.Equal("2014-04-24", record.MeetingDate?.Value.ToString());
    }

    [Fact]
    public void Reads_minutes_from_before_titles()
    {
        var record = Understand.Pages("""
            Protokoll, hållet vid sammanträde med kommunalnämnden i Granvik den 12 oktober 1965.

            § 211.

            Sedan till behandling upptagits fritidsnämndens framställning om anordnande av badplats,
            beslöt kommunalnämnden hemställa, att kommunalfullmäktige måtte anvisa ett belopp av
            8.500 kronor av tillgängliga medel.

            § 212.

            Beslöts att inköpa en skrivmaskin för högst 1.250:- kronor.

            Som ovan:
            Nils Hed

            Justeras:
            Karl Asp          Ivar Lönn
            """);
        Assert.Equal("Kommunalnämnden", record.Board?.Value);
        Assert.Equal(
            ["211|1|Proposal|Kommunalfullmäktige|Kommunalnämnden|att kommunalfullmäktige måtte anvisa ett belopp av 8.500 kronor av tillgängliga medel.", "212|1|Decision|Kommunalnämnden||att inköpa en skrivmaskin för högst 1.250:- kronor."],
            Said(record));
        Assert.Equal(["Nils Hed", "Karl Asp", "Ivar Lönn"], record.Signatories);
    }

    [Theory]
    [InlineData("8 ledamöter röstar ja, 5 ledamöter röstar nej och 1 ledamot avstår.", 8, 5, 1)]
    [InlineData("Omröstningen utfaller med sju ja-röster och fyra nej-röster.", 7, 4, null)]
    [InlineData("Ja 31, Nej 8, Avstår 2", 31, 8, 2)]
    [InlineData("Ja: 8. Nej: 7.", 8, 7, null)]
    [InlineData("Med tjugoen röster mot nitton beslutar fullmäktige att anta planen.", 21, 19, null)]
    [InlineData("Ja-röster 12\nNej-röster 9\nAvstår 0", 12, 9, 0)]
    public void Reads_votes_however_they_are_told(string text, int yes, int no, int? abstain)
    {
        var vote = Assert.Single(Understand.Pages(Head + text).Votes);
        Assert.Equal((yes, no, abstain), (vote.Yes, vote.No, vote.Abstain));
    }

    [Theory]
    [InlineData("Följande ledamöter reserverar sig: Vera Ström (V), Nils Örn (V) och Malin af Klercker (MP).", "Vera Ström, Nils Örn, Malin af Klercker")]
    [InlineData("Ledamoten Rune Askling reserverade sig mot beslutet.", "Rune Askling")]
    [InlineData("Mot beslutet reserverar sig Per-Åke Rask (m) och Eva Dahl (fp).", "Per-Åke Rask, Eva Dahl")]
    public void Reads_who_reserves_themselves(string text, string expected) =>
        Assert.Equal(expected, string.Join(", ", Assert.Single(Understand.Pages(Head + text).Reservations).By));

    [Theory]
    [InlineData("Utdrag: Kommunstyrelsen\nEkonomikontoret\n\nRätt utdraget intygar i tjänsten\nCamilla Nord", "Kommunstyrelsen|Ekonomikontoret")]
    [InlineData("Exp: Kommunstyrelsen\n     Ekonomienheten", "Kommunstyrelsen|Ekonomienheten")]
    [InlineData("Delges\nSökanden", "Sökanden")]
    [InlineData("Beslutet skickas för kännedom till\n- Socialnämnden\n- Akten", "Socialnämnden|Akten")]
    public void Reads_recipients_under_every_heading(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Understand.Pages("PROTOKOLLSUTDRAG\n" + Head + "Beslut\nPlanen antas.\n\n" + text).Recipients));

    private static IEnumerable<string> Said(DocumentRecord record) => record.Decisions.Select(decision =>
        $"{decision.Section}|{decision.Number}|{decision.Kind}|{decision.DecidedBy}|{decision.ProposedBy}|{decision.Text}");
}
