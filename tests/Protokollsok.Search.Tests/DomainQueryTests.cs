using Protokollsok.Documents;

namespace Protokollsok.Search.Tests;

/// <summary>What people of the domain type, each against its document among all the others; damaged words stand as they were read.</summary>
public class DomainQueryTests(DomainQueryTests.Archive archive) : IClassFixture<DomainQueryTests.Archive>
{
    private const int LastRank = 3;

    [Theory]
    [InlineData("stöd", "Föräldrastöd")]
    [InlineData("föräldrastöd", "föräldrastödsarbetet")]
    [InlineData("beslut", "Beslutsunderlag")]
    [InlineData("förvaltningen", "omsorgsförvaltningen")]
    [InlineData("nämnden", "nämndens")]
    [InlineData("nämnd", "nämnder")]
    [InlineData("familjecentral", "familjecentralerna")]
    [InlineData("kommunstyrelse", "kommunstyrelsens")]
    [InlineData("förslag", "förslagen")]
    [InlineData("beslutade", "beslutades")]
    [InlineData("ställningstagande", "Stallningstagande")]
    [InlineData("områdesarbete", "omrddesarbete")]
    [InlineData("stödja", "stddja")]
    [InlineData("föräldrar", "fordldrar")]
    [InlineData("\"råd och stöd\"", "R&d och Stdd")]
    [InlineData("omsorgsnämnden", "Omsorgsndmnden")]
    [InlineData("uppsägning", "uppségning")]
    [InlineData("ON 2014-225", "ON 2014-225")]
    [InlineData("on-2014/225", "ON 2014-225")]
    [InlineData("ON2014-225", "ON 2014-225")]
    [InlineData("875000", "875 000")]
    public async Task Finds_it_among_the_first_three(string query, string printed)
    {
        Assert.Contains(printed, (await archive.NamesAsync(query)).Take(LastRank));
    }

    [Fact]
    public async Task Puts_no_rad_above_a_real_råd()
    {
        var names = (await archive.NamesAsync("råd")).ToList();
        Assert.Equal("ett råd", names[0]);
        Assert.DoesNotContain("en rad", names);
    }

    public sealed class Archive : TemporaryIndex
    {
        private static readonly string[] s_printed =
        [
            "Föräldrastöd", "föräldrastödsarbetet", "Beslutsunderlag", "omsorgsförvaltningen", "nämndens", "nämnder", "familjecentralerna", "kommunstyrelsens",
            "förslagen", "beslutades", "Stallningstagande", "omrddesarbete", "stddja", "fordldrar", "R&d och Stdd", "Omsorgsndmnden", "uppségning", "ON 2014-225",
            "875 000", "en rad", "ett råd",
        ];

        protected override IEnumerable<DocumentRecord> Records =>
            s_printed.Select(printed => Invented.Letter(printed, $"Inom kommunen gäller {printed} enligt bilagan från i våras."));
    }
}
