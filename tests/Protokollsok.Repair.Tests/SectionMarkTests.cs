namespace Protokollsok.Repair.Tests;

public sealed class SectionMarkTests(RepairTestModel model) : IClassFixture<RepairTestModel>
{
    [Theory]
    [InlineData("$ 31 Val av justerare\nNämnden väljer en justerare.", "§ 31 Val av justerare\nNämnden väljer en justerare.")] // no Swedish line begins with a dollar and a small number
    [InlineData("ON $ 31\nFastställande av föredragningslista", "ON § 31\nFastställande av föredragningslista")]
    [InlineData("§ 30 Upprop\nNärvaro antecknas.\n8 31 Val av justerare", "§ 30 Upprop\nNärvaro antecknas.\n§ 31 Val av justerare")] // the section before it bears it out
    [InlineData("8 44 Upprop\nS 45 Val av justerare", "§ 44 Upprop\n§ 45 Val av justerare")] // the two bear each other out
    [InlineData("Paragrafer 88 45-58", "Paragrafer §§ 45-58")] // a word announces sections
    [InlineData("$$ 45--46\n\n§ 45 Upprop", "§§ 45--46\n\n§ 45 Upprop")] // a section lies in the range
    [InlineData("88 45-58\n§ 46 Upprop", "§§ 45-58\n§ 46 Upprop")]
    public void Restores_a_section_mark_at_a_head(string read, string printed) => Assert.Equal(printed, model.Repaired(read));

    [Theory]
    [InlineData("8 31 Val av justerare")] // alone it may be a row of a table
    [InlineData("8 31 000\n8 32 000")]
    [InlineData("$ 31 000 i bidrag")] // dollars
    [InlineData("Kostnaden är $ 31 per styck.")]
    [InlineData("8 år\n9 år")]
    [InlineData("§ 30 Upprop\n8 34 Val av justerare")] // no neighbour
    [InlineData("8 (10)\n9 (10)")]
    [InlineData("88 45-58\n§ 3 Upprop")] // a range that holds no section of the document
    [InlineData("Telefon 88 45-58")]
    [InlineData("§ 45 Upprop\n88 58-45")] // backwards
    public void Leaves_numbers_that_are_no_section_mark(string text) => Assert.Equal(text, model.Repaired(text));

    [Fact]
    public void Suggests_a_mark_that_nothing_bears_out()
    {
        var correction = Assert.Single(model.Repairer.Repair(["8 31 Val av justerare"])[0].Corrections);

        Assert.False(correction.Applied);
        Assert.Equal(("8", "§", 0), (correction.Was, correction.Now, correction.Start));
    }
}
