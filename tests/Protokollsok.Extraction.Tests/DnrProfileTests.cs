namespace Protokollsok.Extraction.Tests;

/// <summary>What only the municipality knows about its case numbers, and what can be guessed from its documents.</summary>
public sealed class DnrProfileTests
{
    [Theory]
    [InlineData("", "Dnr 98/12, möte 1998", "1998-12")] // the year that the document prints
    [InlineData("order: serial year", "Dnr 98/12, möte 1998", "2012-98")] // unless the profile says otherwise
    [InlineData("order: year serial", "Dnr 12/98, möte 1998", "2012-98")]
    [InlineData("order: year serial", "Dnr 340/1998", "1998-340")] // four digits speak for themselves
    [InlineData("order: year serial", "Dnr 234/73, möte 1973", "1973-234")] // nor is a number of three a year
    [InlineData("order: serial year", "Dnr 73/234, möte 1973", "1973-234")]
    [InlineData("", "Dnr 102-274-04", "102-274-04")] // nobody knows the order
    [InlineData("order: class serial year", "Dnr 102-274-04", "2004-274")]
    [InlineData("order: class year serial", "Dnr 7-2011-742", "2011-742")]
    [InlineData("order: class serial year", "Dnr 102-274-104", "102-274-104")] // no year stands where it should
    [InlineData("unit: KS KSF KSK", "Dnr KSF 2018/14", "ks-2018-14")]
    [InlineData("unit: KS KSF KSK", "Dnr ksk 2018/14", "ks-2018-14")]
    [InlineData("code: 611", "Dnr KS 2018/14 611", "ks-2018-14")]
    public void A_profile_says_what_the_digits_do_not(string profile, string text, string key) =>
        Assert.Equal(key, Understand.With(new ExtractionOptions { Dnr = DnrProfile.Parse(profile) }, text.Replace("ksk", "KSK", StringComparison.Ordinal)).CaseNumbers[0].Value.Key);

    [Fact]
    public void A_number_that_is_no_code_of_the_profile_is_not_part_of_the_printed_form()
    {
        var record = Understand.With(new ExtractionOptions { Dnr = DnrProfile.Parse("code: 003") }, "Dnr KS 2018/14 611\nText");
        Assert.Equal("KS 2018/14", record.CaseNumbers[0].Printed);
    }

    [Fact]
    public void Reads_back_what_it_writes()
    {
        var text = "order: serial year\norder: class serial year\nunit: BUN\nunit: KS KSF KSK\ncode: 003 611\n";
        Assert.Equal(text, DnrProfile.Parse("# of a town\n" + text.Replace("\n", "  # why\r\n", StringComparison.Ordinal)).Format());
        Assert.Equal("", DnrProfile.Default.Format());
    }

    [Theory]
    [InlineData("order: serial")] // no year
    [InlineData("order: year year serial")]
    [InlineData("order: 0 1")]
    [InlineData("order: year serial\norder: serial year")] // which?
    [InlineData("unit: KS KSF\nunit: KSF")] // of two units
    [InlineData("code: A11")]
    [InlineData("colour: blue")]
    [InlineData("order")]
    public void Refuses_a_line_that_says_nothing_clear(string text) =>
        Assert.Contains(text.Split('\n')[^1], Assert.Throws<FormatException>(() => DnrProfile.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Proposes_the_order_that_the_documents_own_years_show()
    {
        var records = new[] { "Dnr 114/05", "Dnr 12/05 och 9/04", "Dnr 88/03, BUN 2005/3 och BUN 2004/19, BUN 2005/44" }
            .Select(text => Understand.Pages($"Norrdals kommun\nProtokoll\nSammanträdesdatum 2005-04-12\n\n§ 3 Taxa\n{text}\nBeslut\nTaxan antas."));
        Assert.Equal("order: serial year\nunit: BUN\n", DnrProfileProposer.Propose(records).Format());
    }

    [Fact]
    public void Proposes_nothing_from_too_few_or_from_none()
    {
        Assert.Equal("", DnrProfileProposer.Propose([]).Format());
        Assert.Equal("", DnrProfileProposer.Propose([Understand.Pages("Datum 2005-04-12\nDnr 114/05")]).Format());
    }
}
