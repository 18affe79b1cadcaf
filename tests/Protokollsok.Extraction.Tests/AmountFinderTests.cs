using System.Globalization;

namespace Protokollsok.Extraction.Tests;

public sealed class AmountFinderTests
{
    [Theory]
    [InlineData("sparas 500 000 kr/år.", "500 000 kr/år=500000/år")]
    [InlineData("uppgår till 5 310 000\nkr 2018", "5 310 000 kr=5310000")]
    [InlineData("875 000 kronor och 12 345:-", "875 000 kronor=875000|12 345:-=12345")]
    [InlineData("beräknas till 1450 000 kr", "1450 000 kr=1450000")] // a thin blank that the reader lost
    [InlineData("under 2021 450 000 kr", "450 000 kr=450000")] // a year before the sum
    [InlineData("12.500:- samt kr 1.840.000:-", "12.500:-=12500|kr 1.840.000:-=1840000")]
    [InlineData("kronor 2.400:50", "kronor 2.400:50=2400.5")]
    [InlineData("450 tkr, 1 865 tkr per läsår", "450 tkr=450000|1 865 tkr per läsår=1865000/läsår")]
    [InlineData("38 tusen kronor", "38 tusen kronor=38000")]
    [InlineData("2,1 mnkr, 1,2 Mkr, 1,135 mkr", "2,1 mnkr=2100000|1,2 Mkr=1200000|1,135 mkr=1135000")]
    [InlineData("12,441 miljoner kronor", "12,441 miljoner kronor=12441000")]
    [InlineData("1,2 mdkr eller 2 miljarder kronor", "1,2 mdkr=1200000000|2 miljarder kronor=2000000000")]
    [InlineData("150-200 miljoner kronor", "150-200 miljoner kronor=150000000-200000000")]
    [InlineData("6 500-7 500 mnkr", "6 500-7 500 mnkr=6500000000-7500000000")]
    [InlineData("mellan 30 och 35 miljoner kronor", "30 och 35 miljoner kronor=30000000-35000000")]
    [InlineData("från 212 kr till 247 kr", "212 kr=212|247 kr=247")] // two, not a range
    [InlineData("31 kr/mil och 600 kr/tim, 12 500 kr per månad", "31 kr/mil=31/mil|600 kr/tim=600/tim|12 500 kr per månad=12500/månad")]
    [InlineData("45 öre", "45 öre=0.45")]
    [InlineData("23:15 per skattekrona", "23:15 per skattekrona=23.15/skattekrona")]
    [InlineData("ett utfall på -500 tkr", "-500 tkr=-500000")]
    [InlineData("10-15 000 kr", "10-15 000 kr=10000-15000")]
    [InlineData("budgeten ökar med 4 miljoner", "4 miljoner=4000000")] // money is the subject
    [InlineData("1\u00A0250\u202F000 kr", "1 250 000 kr=1250000")] // no-break and thin blanks
    [InlineData("beräknas kosta 40 000–55 000 kronor", "40 000–55 000 kronor=40000-55000")] // 000-55 000 is no phone
    [InlineData("högst två miljoner femhundratusen kronor, tjugofemtusen kronor per år", "två miljoner femhundratusen kronor=2500000|tjugofemtusen kronor per år=25000/år")]
    [InlineData("av nämndens budgeterade medel, med fördelningen 200\n500 kr", "200 500 kr=200500")] // broken inside running text
    [InlineData("Stolar 200\n500 kr", "500 kr=500")] // but not in a column
    [InlineData("71 500 kr/elev och år, 870 kr per barn och månad", "71 500 kr/elev och år=71500/elev och år|870 kr per barn och månad=870/barn och månad")]
    [InlineData("8:40 kr per meter och år", "8:40 kr per meter och år=8.4/meter och år")]
    [InlineData("950 kr per påbörjad halvtimme", "950 kr per påbörjad halvtimme=950/påbörjad halvtimme")]
    [InlineData("500 kr per elev och 300 kr per lärare", "500 kr per elev=500/elev|300 kr per lärare=300/lärare")] // "och" goes on with another sum
    [InlineData("ett underskott på 500 000 kr per april", "500 000 kr=500000")] // when, not per what
    [InlineData("vid vite av femtiotusen (50.000) kronor", "femtiotusen (50.000) kronor=50000")] // agreements say it twice
    [InlineData("vid vite av 50.000 (femtiotusen) kronor", "50.000 (femtiotusen) kronor=50000")]
    [InlineData("några kronor", "")]
    [InlineData("2017 och 300 000 kr", "300 000 kr=300000")] // a year before it is no lower end
    public void Reads_an_amount_in_every_form(string text, string expected) => Assert.Equal(expected, Amounts(text));

    [Theory]
    [InlineData("beräknas till 300 500 för perioden")]
    [InlineData("enligt § 45 och 12 % samt 350 kvm")]
    [InlineData("2 miljoner invånare och budget")]
    [InlineData("för 43 röster, 0-12 år och 1 362 personer")]
    [InlineData("ställer 2 krav")]
    [InlineData("580 02 Linbacka")]
    public void Refuses_numbers_that_are_no_money(string text) => Assert.Empty(Understand.Pages(text).Amounts);

    [Theory]
    [InlineData("ca 5 000 kr", true)]
    [InlineData("omkring 5 000 kr", true)]
    [InlineData("högst 5 000 kr", false)]
    public void Says_whether_it_is_approximate(string text, bool approximate)
    {
        var amount = Assert.Single(Understand.Pages(text).Amounts);
        Assert.Equal("5 000 kr", amount.Printed);
        Assert.Equal(approximate, amount.Value.Approximate);
    }

    private static string Amounts(string text) => string.Join('|', Understand.Pages(text).Amounts.Select(found =>
    {
        var amount = found.Value;
        var max = amount.Max is { } upper ? "-" + Plain(upper) : "";
        return $"{found.Printed.Replace('\u00A0', ' ').Replace('\u202F', ' ')}={Plain(amount.Value)}{max}{(amount.Per is null ? "" : "/" + amount.Per)}";
    }));

    private static string Plain(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
