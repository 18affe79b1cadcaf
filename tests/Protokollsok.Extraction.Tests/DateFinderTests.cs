namespace Protokollsok.Extraction.Tests;

public sealed class DateFinderTests
{
    [Theory]
    [InlineData("Avtalet löper till 2017-03-10.", "2017-03-10=2017-03-10")]
    [InlineData("den 16 juni, 2015 togs", "16 juni, 2015=2015-06-16")]
    [InlineData("från den 16-17 maj\n2018 i", "16-17 maj 2018=2018-05-16/2018-05-17")]
    [InlineData("31 jan 2022 och 28 febr. 2013", "31 jan 2022=2022-01-31|28 febr. 2013=2013-02-28")]
    [InlineData("lämnades 3/12 2020 in", "3/12 2020=2020-12-03")]
    [InlineData("mötena den 2/4 och den 17/4 1973", "2/4=1973-04-02|17/4 1973=1973-04-17")]
    [InlineData("den 23.05.2018", "23.05.2018=2018-05-23")]
    [InlineData("klart i december 2017", "december 2017=2017-12")]
    [InlineData("gäller 2017-01-01 till och med 2018-12-31.", "2017-01-01 till och med 2018-12-31=2017-01-01/2018-12-31")]
    [InlineData("1998-08-17 - 1999-06-11", "1998-08-17 - 1999-06-11=1998-08-17/1999-06-11")]
    [InlineData("2023-01-01--2025-12-31", "2023-01-01--2025-12-31=2023-01-01/2025-12-31")]
    [InlineData("pågick mellan november 2017 och februari 2018.", "november 2017=2017-11|februari 2018=2018-02")] // two: no range word
    [InlineData("mellan den 3 och 10 juni 2014.", "3=2014-06-03|10 juni 2014=2014-06-10")]
    [InlineData("möten den 3 och 10 juni 2014", "3=2014-06-03|10 juni 2014=2014-06-10")] // two days, not a range
    [InlineData("klass 3 och 10 juni 2014", "10 juni 2014=2014-06-10")] // three of something else
    [InlineData("1979-02-12 –- 1979-03-09", "1979-02-12 –- 1979-03-09=1979-02-12/1979-03-09")] // a doubled dash, read as two kinds
    [InlineData("april 2023 till och med mars 2024", "april 2023 till och med mars 2024=2023-04/2024-03")]
    [InlineData("1 januari – 31 december 2018", "1 januari – 31 december 2018=2018-01-01/2018-12-31")]
    [InlineData("januari till oktober 2017", "januari till oktober 2017=2017-01/2017-10")]
    [InlineData("onsdagen den 21 november 2018 kl. 08:30", "21 november 2018=2018-11-21")]
    [InlineData("till 20\u201112\u201131, från 2019-01-01", "20\u201112\u201131=2020-12-31|2019-01-01=2019-01-01")] // no-break hyphens
    [InlineData("Skrivelse 971204 från 1997-11-30", "971204=1997-12-04|1997-11-30=1997-11-30")]
    [InlineData("Datum 98 06 08", "98 06 08=1998-06-08")]
    [InlineData("nämnden behandlade frågan 98\n04 20 § 41 efter 1997-11-30", "98 04 20=1998-04-20|1997-11-30=1997-11-30")]
    [InlineData("betalade 45\n04 20 i maj 1997", "maj 1997=1997-05")] // no year that the text could mean
    [InlineData("t.o.m. 2023-03", "2023-03=2023-03")] // a month only where a word says that it is a time
    [InlineData("den 1:a maj 2019", "1:a maj 2019=2019-05-01")]
    public void Reads_a_date_in_every_form(string text, string expected) => Assert.Equal(expected, Dates(text));

    [Theory]
    [InlineData("perioden 2016 till och med 2018")]
    [InlineData("läsåret 1998/99 och budget 2022-2026")]
    [InlineData("våren 2017 och hösten 2018")]
    [InlineData("kl. 08:30-16.00")]
    [InlineData("den 2 april utan år")]
    [InlineData("31 februari 2018")] // no day of the calendar
    [InlineData("telefon 013-20 12 31")]
    [InlineData("org.nr 556537-0888")]
    [InlineData("900101-1234")]
    [InlineData("fastigheten Källtorp 5:12")]
    [InlineData("budget 2010-12 för barn 0-12 år")]
    public void Refuses_what_only_looks_like_one(string text) => Assert.Empty(Understand.Pages(text).Dates);

    [Fact]
    public void Counts_page_heads_as_printed()
    {
        var record = Understand.Pages("Norrdals kommun   1 (2)\n2017-03-16\n\nText om saken.", "Norrdals kommun   2 (2)\n2017-03-16\n\nMera text.");
        Assert.Equal([1, 2], record.Dates.Select(date => date.Place.Page));
        Assert.Equal(4, record.Pages.Sum(page => page.Furniture.Count));
    }

    [Fact]
    public void Takes_two_digit_years_near_the_documents_own() =>
        Assert.Equal("1935-01-02", Understand.Pages("Sammanträde 1934-12-01. Beslut 35-01-02.").Dates[1].Value.ToString());

    private static string Dates(string text)
    {
        var record = Understand.Pages(text);
        Assert.All(record.Dates, date => Assert.Equal(date.Printed, record.At(date.Place).Replace('\n', ' ')));
        return string.Join('|', record.Dates.Select(date => $"{date.Printed}={date.Value}"));
    }
}
