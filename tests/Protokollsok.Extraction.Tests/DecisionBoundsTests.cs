using Protokollsok.Documents;

namespace Protokollsok.Extraction.Tests;

/// <summary>Where one decision ends and the next begins, and who is led in by what.</summary>
public sealed class DecisionBoundsTests
{
    [Theory]
    [InlineData("om 100 kr.")] // the unit ends the sentence; it is no abbreviation here
    [InlineData("om 1,5 miljoner kr.")]
    [InlineData("om 100 kronor.")]
    public void A_sum_ends_a_decision_and_the_next_is_its_own(string sum)
    {
        var record = Understand.Pages($"""
            Sälgåsens kommun
            Miljönämnden
            Protokoll 2022-09-14

            § 41 Vite

            Miljönämndens beslut
            Miljönämnden beslutar att förena föreläggandet med vite {sum}
            Miljönämnden beslutar vidare att avgiften sätts till 12 300 kr.
            Mot beslutet reserverar sig Bo Lindhage (M).
            """);

        Assert.Equal(2, record.Decisions.Count);
        Assert.Equal("Miljönämnden beslutar vidare att avgiften sätts till 12 300 kr.", record.Decisions[1].Text);
    }

    [Fact]
    public void A_list_that_a_proposal_to_the_council_leads_in_is_proposed()
    {
        var record = Understand.Pages("""
            Sälgåsens kommun
            Miljönämnden
            Protokoll 2022-09-14

            § 42 Budget

            Miljönämndens beslut
            Nämnden föreslår kommunfullmäktige
            1. att anta budgeten om 45,3 mnkr
            2. att sänka taxan med 2 %.
            """);

        Assert.Equal(
            [(1, DecisionKind.Proposal, "Kommunfullmäktige", "Miljönämnden"), (2, DecisionKind.Proposal, "Kommunfullmäktige", "Miljönämnden")],
            record.Decisions.Select(decision => (decision.Number, decision.Kind, decision.DecidedBy, decision.ProposedBy)));
    }

    [Fact]
    public void A_full_stop_that_a_speck_made_a_comma_still_marks_an_item()
    {
        var record = Understand.Pages("""
            Sälgåsens kommun
            Miljönämnden
            Protokoll 2022-09-14

            § 42 Budget

            Nämnden beslutar

            1. att godkänna redovisningen,
            2, att anslå 14,2 mnkr till brunnar på Storgatan
            12, Ekås, och
            3. att återkomma i maj.
            """);
        Assert.Equal(
            ["att godkänna redovisningen", "att anslå 14,2 mnkr till brunnar på Storgatan 12, Ekås", "att återkomma i maj."],
            record.Decisions.Select(decision => decision.Text));
    }

    [Fact]
    public void A_range_that_begins_with_nothing_is_told_without_a_crash() =>
        Assert.Equal((0m, 15000m), Understand.Pages("mellan 0 och 15 000 kr").Amounts.Select(found => (found.Value.Value, found.Value.Max)).Single());

    [Theory]
    [InlineData("Nämnden beslutar om ändringar i delegationsordningen enligt följande:\n1. Punkt 4 utgår.\n2. Punkt 7 ändras.", "Punkt 4 utgår.|Punkt 7 ändras.")] // a board's own decision on delegation
    [InlineData("Nämnden beslutar med anledning av anmälan:\n1. Avgiften sänks.\n2. Ägaren underrättas.", "Avgiften sänks.|Ägaren underrättas.")]
    [InlineData("Nämnden beslutar att lägga följande delegationsbeslut till handlingarna:\n- Bidrag 5 000 kr\n- Bygglov", "Nämnden beslutar att lägga följande delegationsbeslut till handlingarna:")] // that it took note is decided, the list is not
    [InlineData("Nämnden beslutar att godkänna nedanstående meddelanden:\n- Brev från länet\n- Cirkulär 4", "Nämnden beslutar att godkänna nedanstående meddelanden:")]
    [InlineData("Följande skrivelser redovisas:\n- Brev från länet\n- Cirkulär 4", "")]
    public void Only_what_is_reported_is_left_out_of_the_decisions(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Understand.Pages("Sälgåsens kommun\nMiljönämnden\nProtokoll 2022-09-14\n\n§ 41 Delegation\n\nBeslut\n" + text).Decisions.Select(decision => decision.Text)));

    [Theory]
    [InlineData("Paragrafen justeras omedelbart.")]
    [InlineData("Miljönämnden beslutar att paragrafen justeras omedelbart.")]
    [InlineData("Protokollet justeras direkt.")] // a sentence
    public void What_two_pages_decide_last_is_no_page_foot(string last)
    {
        var record = Understand.Pages(
            "Sälgåsens kommun\nMiljönämnden\nProtokoll 2022-09-14\n\n§ 41 Plan\n\nBeslut\nPlanen antas.\n" + last, "§ 42 Taxa\n\nBeslut\nTaxan höjs.\n" + last);
        Assert.Equal(["Planen antas.", last, "Taxan höjs.", last], record.Decisions.Select(decision => decision.Text));
    }

    [Theory]
    [InlineData("§ 5  Miljönämnden  beslutade att anta planen.")] // two blanks
    [InlineData("§ 5 Miljönämnden beslutade att anta planen i dnr 12/99 från staden.")] // a case number inside
    public void A_sentence_on_a_sections_own_line_is_read(string line) =>
        Assert.StartsWith("att anta planen", Assert.Single(Understand.Pages("Sälgåsens kommun\nMiljönämnden\nProtokoll 1999-09-14\n\n§ 4 Öppnande\n\nMötet öppnas.\n\n" + line).Decisions).Text, StringComparison.Ordinal);
}
