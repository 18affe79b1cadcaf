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

    private static int Count(string text, string code) => Understand.Pages(text).Findings.Count(finding => finding.Code == code);
}
