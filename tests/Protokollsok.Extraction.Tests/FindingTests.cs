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
    [InlineData("§ 36|§ 37|§ 838|§ 39", "36 37 38 39", "838>38")] // the sign read twice, as itself and as a digit
    [InlineData("§ 6|87|§ 8", "6 7 8", "87>7")] // the sign read as a digit alone
    [InlineData("§ 6|§ 7|§ 88", "6 7 8", "88>8")] // the last one, with only neighbours before it
    [InlineData("§ 836|§ 37|§ 38", "36 37 38", "836>36")]
    [InlineData("§ 36|§ 837|§ 538|§ 39", "36 37 38 39", "837>37 538>38")] // two in a row
    [InlineData("§ 36|§ 37|§ 33|§ 39", "36 37 33 39", "33>38")] // a digit read as another: proposed, not put
    [InlineData("§ 36|§ 37|§ 39|§ 40", "36 37 39 40", "")] // a gap is no misreading
    [InlineData("§ 6|§ 7|§ 18", "6 7 18", "")] // and no sign looks like 1
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
    [InlineData("", 1)]
    [InlineData(" \n\n \t", 1)]
    [InlineData("a", 0)]
    public void Points_at_a_document_without_any_text(string text, int expected) => Assert.Equal(expected, Count(text, "no-text"));

    private static int Count(string text, string code) => Understand.Pages(text).Findings.Count(finding => finding.Code == code);
}
