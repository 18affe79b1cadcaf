namespace Protokollsok.Extraction.Tests;

/// <summary>What a person should look at, and what only looks like it.</summary>
public sealed class FindingTests
{
    [Theory]
    [InlineData("Avtalet sägs upp med upphörande 2019-03-31.\n\nBakgrund\nAvtalet upphör då 2019-03-30.", 1)]
    [InlineData("Avtalet upphör 2019-03-31.\n\nBakgrund\nAvtalet upphör den 31 mars 2019.", 0)] // one day in two forms
    [InlineData("Avtalet upphör 2019-03-31.\n\nBakgrund\nDet förra avtalet upphörde 2016-03-30.", 0)] // another contract
    [InlineData("Reglerna träder i kraft 2019-03-31.\n\nBakgrund\nAvtalet upphör 2019-03-30.", 0)] // another event
    public void Points_at_days_that_contradict_each_other(string text, int expected) => Assert.Equal(expected, Count(text, "date-conflict"));

    [Theory]
    [InlineData("Bussar 790 tkr\nTaxi 265 tkr\nSumma 1 055 tkr", 0)]
    [InlineData("Bussar 790 tkr\nTaxi 265 tkr\nSumma 1 155 tkr", 1)]
    [InlineData("Kostnader 790 tkr\nIntäkter 265 tkr\nSumma 525 tkr", 0)] // taken away, without a sign
    [InlineData("Vi anvisar 900 kr, dels 500 kr från lagret, dels 400 kr från kassan.", 0)]
    [InlineData("Vi anvisar 900 kr, dels 500 kr från lagret, dels 300 kr från kassan.", 1)]
    [InlineData("Vi anvisar 900 kr, varav 100 kr till porto och 200 kr till kaffe.", 0)] // the rest is not told
    public void Points_at_sums_that_do_not_add_up(string text, int expected) => Assert.Equal(expected, Count(text, "sum-mismatch"));

    [Theory]
    [InlineData("1. Planen antas.\n2. Förvaltningen ska utreda frågan om", 1)]
    [InlineData("1. Planen antas.\n2. Förvaltningen ska utreda frågan", 0)] // a full stop is often forgotten
    [InlineData("att planen antas, samt", 1)]
    [InlineData("att planen antas, samt\natt avgiften höjs.", 0)]
    public void Points_at_decisions_that_stop_early(string decisions, int expected) =>
        Assert.Equal(expected, Count("§ 3 Plan\n\nBeslut\n" + decisions, "decision-cut-off"));

    [Theory]
    [InlineData("Paragrafer 3–6", 1)]
    [InlineData("Paragrafer 3–6 Ej §§ 4, 5", 0)] // secret ones lie elsewhere
    [InlineData("Paragrafer 3–6 Ej § 4", 1)]
    public void Points_at_sections_that_the_cover_sheet_promises(string cover, int expected) =>
        Assert.Equal(expected, Count(cover + "\n\n§ 3 Plan\n\nBeslut\nPlanen antas.\n\n§ 6 Taxa\n\nBeslut\nTaxan antas.", "section-missing"));

    [Theory]
    [InlineData("§ 36|§ 37|§ 838|§ 39", "36 37 38 39", "838>38")] // the sign read twice: put right, and told
    [InlineData("§ 6|87|§ 8", "6 7 8", "87>7")] // the sign read as a digit alone, between two that bear theirs
    [InlineData("§ 6|§ 7|§ 88", "6 7 88", "")] // at an end nothing tells it from a picked section
    [InlineData("§ 836|§ 37|§ 38", "836 37 38", "")]
    [InlineData("§ 4|§ 5|§ 36", "4 5 36", "")] // picked sections are an ordinary extract
    [InlineData("§ 51|§ 2|§ 3", "51 2 3", "")]
    [InlineData("KS § 14|KS § 15|KS § 516", "14 15 516", "")]
    [InlineData("§ 8|§ 9|AU § 510", "8 9 510", "")] // quoted
    [InlineData("§ 9|AU § 110|§ 11", "9 110 11", "")] // another board's section never fits, nor has to
    [InlineData("§ 3|§ 17|§ 22|§ 30|§ 7", "3 17 22 30 7", "")]
    [InlineData("§ 8|§ 9|§ 30|§ 31|§ 12", "8 9 30 31 12", "")]
    [InlineData("§ 9|§ 188 a|§ 11", "9 188 a 11", "")] // nobody reads a letter into a number
    [InlineData("§ 36|§ 837|§ 538|§ 39", "36 837 538 39", "")] // two in a row are told by nothing
    [InlineData("§ 36|§ 37|§ 33|§ 39", "36 37 33 39", "33>38")] // a digit read as another
    [InlineData("§ 36|§ 37|§ 39|§ 40", "36 37 39 40", "")] // a gap is no misreading
    [InlineData("§ 6|§ 7|§ 18", "6 7 18", "")]
    [InlineData("§ 112|§ 1|§ 2", "112 1 2", "")] // the year's first meeting after the last of the year before
    [InlineData("§ 87|§ 88|§ 88 a|§ 89", "87 88 88 a 89", "")]
    [InlineData("§ 85|§ 86|§ 87", "85 86 87", "")]
    public void Points_at_section_numbers_that_do_not_fit_their_neighbours(string heads, string numbers, string told)
    {
        var record = Understand.Pages(string.Join("\n\n", heads.Split('|').Select(head => $"{head} Plan för parken\n\nBeslut\nPlanen antas.")));

        Assert.Equal(numbers, string.Join(' ', record.Sections.Select(section => section.Number)));
        Assert.Equal(told, string.Join(' ', SectionOrder.Misread(record).Select(misread => $"{misread.Printed}>{misread.Proposed}")));
        Assert.Equal(told.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, record.Findings.Count(finding => finding.Code == "section-order"));
    }

    [Fact]
    public void Signs_that_were_all_read_as_digits_are_known_by_the_cover_sheet() =>
        Assert.Equal(["36", "37"], Understand.Pages("Paragrafer 36–37\n\n836 Plan\n\nBeslut\nPlanen antas.\n\n837 Taxa\n\nBeslut\nTaxan antas.").Sections.Select(section => section.Number));

    [Theory]
    [InlineData("510 Lokaler och inventarier\n\n511 Förbrukningsmaterial", "", "8 9")]
    [InlineData("510 Lokaler och inventarier", "", "8 9")] // the open end of a list
    [InlineData("510 Lokaler och inventarier\n\n511 Förbrukningsmaterial\n\n512 Resor och logi", "§ 10 Taxa|§ 11 Plan", "8 9 10 11")]
    [InlineData("510 Lokaler\n\n511 Förbrukningsmaterial", "§ 11 Plan", "8 9 11")] // between two that leave out one, but in a list
    [InlineData("510 Lokaler och inventarier", "§ 11 Plan", "8 9 10 11")]
    public void An_account_of_a_budget_is_no_section(string accounts, string behind, string numbers)
    {
        var heads = string.Concat(behind.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(head => $"\n\n{head}\n\nBeslut\nNämnden antar planen."));
        var record = Understand.Pages($"§ 8 Rapport\n\nBeslut\nRapporten läggs till handlingarna.\n\n§ 9 Budget för parken\n\n{accounts}\n\nBeslut\nNämnden antar budgeten om 250 000 kronor.{heads}");

        Assert.Equal(numbers, string.Join(' ', record.Sections.Select(section => section.Number)));
        if (!numbers.Contains("9 10 11", StringComparison.Ordinal) || accounts.Contains("511", StringComparison.Ordinal)) Assert.Equal("9", record.Decisions[1].Section);
    }

    [Fact]
    public void A_number_that_the_cover_sheet_knows_needs_no_neighbour_behind_it() =>
        Assert.Equal(["36", "37", "38"], Understand.Pages("Paragrafer 36–38\n\n§ 36 Plan\n\nBeslut\nPlanen antas.\n\n§ 37 Taxa\n\nBeslut\nTaxan antas.\n\n838 Avgift\n\nBeslut\nAvgiften antas.").Sections.Select(section => section.Number));

    [Theory]
    [InlineData("", 1)]
    [InlineData(" \n\n \t", 1)]
    [InlineData("a", 0)]
    public void Points_at_a_document_without_any_text(string text, int expected) => Assert.Equal(expected, Count(text, "no-text"));

    private static int Count(string text, string code) => Understand.Pages(text).Findings.Count(finding => finding.Code == code);
}
