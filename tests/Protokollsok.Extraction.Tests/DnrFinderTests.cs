namespace Protokollsok.Extraction.Tests;

public sealed class DnrFinderTests
{
    [Theory]
    [InlineData("Dnr ON 2014-225", "ON 2014-225=on-2014-225")]
    [InlineData("Dnr: KS 2018/14", "KS 2018/14=ks-2018-14")]
    [InlineData("DNR: SN-2017/104", "SN-2017/104=sn-2017-104")]
    [InlineData("MF 2019/123", "MF 2019/123=mf-2019-123")] // a slash, which no series of statutes has
    [InlineData("Dnr KFS 2019:12", "KFS 2019:12=kfs-2019-12")] // the lead word says what it is
    [InlineData("Dnr MIS 2019-7", "MIS 2019-7=mis-2019-7")]
    [InlineData("Dnr KS/2018:4", "KS/2018:4=ks-2018-4")]
    [InlineData("Dnr KS/2020:248-003", "KS/2020:248=ks-2020-248")] // a classification code is printed, but no part of the value
    [InlineData("Dnr ON/2018:21 - 700", "ON/2018:21=on-2018-21")]
    [InlineData("KF § 102 DNR: KU.2017.3\nTitel", "KU.2017.3=ku-2017-3")]
    [InlineData("Diarienummer 2017/SN 0229 013", "2017/SN 0229=sn-2017-229")]
    [InlineData("Dnr 2023/BUN 0203 40", "2023/BUN 0203=bun-2023-203")]
    [InlineData("Dnr 2009/KKA500", "2009/KKA500=kka-2009-500")]
    [InlineData("Diarienr KS 02-820 107", "KS 02-820=ks-2002-820")]
    [InlineData("Dnr BUN 98/0123 611", "BUN 98/0123=bun-1998-123")]
    [InlineData("Dnr 234/73", "234/73=1973-234")]
    [InlineData("Dnr 31/16", "31/16=2016-31")]
    [InlineData("Dnr 0015/13 - 200", "0015/13=2013-15")]
    [InlineData("§ 10 0901/22\nTitel om saken\nBeslut", "0901/22=2022-901")] // no lead word on the line of the §
    [InlineData("Ärendenummer SLK-2023-01169:2", "SLK-2023-01169:2=slk-2023-1169-2")]
    [InlineData("Ärendenummer SLK-2023- 00001", "SLK-2023- 00001=slk-2023-1")] // a stray blank
    [InlineData("Beteckning N160-0123/23", "N160-0123/23=n160-2023-123")]
    [InlineData("Dnr 2016-000003", "2016-000003=2016-3")]
    [InlineData("Dnr 2014/304", "2014/304=2014-304")]
    [InlineData("Dnr 102-274-04", "102-274-04=102-274-04")] // nobody knows the order
    [InlineData("Dnr 7-742-2011", "7-742-2011=7-742-2011")]
    [InlineData("Dnr 1.5.3-219-2012", "1.5.3-219-2012=1.5.3-219-2012")]
    [InlineData("Dnr 2.2.2/171-2013", "2.2.2/171-2013=2.2.2-171-2013")]
    [InlineData("Diarienummer\nRJL 2016/1288", "RJL 2016/1288=rjl-2016-1288")]
    [InlineData("Vår beteckning: HSN/2022:456", "HSN/2022:456=hsn-2022-456")]
    [InlineData("Dnr SN 2022.0187", "SN 2022.0187=sn-2022-187")]
    [InlineData("Dnr 2021/ÄON 0135 001", "2021/ÄON 0135=äon-2021-135")]
    [InlineData("Dnr KS 2018/14, KS 2019/3", "KS 2018/14=ks-2018-14|KS 2019/3=ks-2019-3")]
    [InlineData("dnr 1859/17, 1544/20 och 1555/20", "1859/17=2017-1859|1544/20=2020-1544|1555/20=2020-1555")]
    [InlineData("länsstyrelsens beslut (dnr 403-1234-2019)", "403-1234-2019=403-1234-2019")] // another authority's counts too
    [InlineData("Datum        Diarienummer\n2018-03-01   2018/14", "2018/14=2018-14")] // under its label, in a column
    [InlineData("Dnr 94-0317\nStadsbacken den 18 maj 1994", "94-0317=1994-317")] // two-digit year first, no unit
    [InlineData("Ert diarienr S2016/00212/FS", "S2016/00212/FS=s2016-00212-fs")] // the government offices
    [InlineData("Datum Vår beteckning Er beteckning\n2011-09-14 7-418-2011 N2011/3105/TE", "7-418-2011=7-418-2011|N2011/3105/TE=n2011-3105-te")] // columns one blank apart
    [InlineData("§ 41 Ks 89-12 050\n\nFRÅGESTUND\nsedan den 27 februari 1989", "Ks 89-12=ks-1989-12")] // on the section's line, the title below
    [InlineData("BN § 87/2003\nAlhult 3:21, tillbyggnad\n2003-000412", "2003-000412=2003-412")] // alone below the title
    [InlineData("57 Upphandling av salt\n0015/12 - 350\nNuvarande avtal", "0015/12=2012-15")] // below a head without sign
    [InlineData("59 Hastighetsplan\n2.2.2/171-2012\nText", "2.2.2/171-2012=2.2.2-171-2012")]
    [InlineData("18 maj 1994\n94-0288 Värmepump 940405\n94-0301 Dispens 940411", "94-0288=1994-288|94-0301=1994-301")] // a column of one form
    [InlineData("61 2003-000377 Norrby Eldstad 2003-08-19\n62 2003-000390 Sandby Skylt 2003-08-22", "2003-000377=2003-377|2003-000390=2003-390")] // behind the row's number
    [InlineData("18 maj 1994\n94-0288\tVärmepump\t940405\n94-0301\tDispens\t940411", "94-0288=1994-288|94-0301=1994-301")] // a scan parts cells by a tab
    [InlineData("Värmepump i Åsby 2019-00288\nDispens i Moby 2019-00301", "2019-00288=2019-288|2019-00301=2019-301")] // in the last column
    [InlineData("§ 48 Dar 112/79\nRubrik om saken", "112/79=1979-112")] // the lead word read with one letter wrong
    public void Reads_a_case_number_in_every_shape(string text, string expected)
    {
        var found = Understand.Pages(text).CaseNumbers.Select(dnr => $"{dnr.Value.Value}={dnr.Value.Key}");
        Assert.Equal(expected, string.Join('|', found));
    }

    [Theory]
    [InlineData("lag (1976:580) och SFS 2010:900")]
    [InlineData("SOU 2017:114, prop. 2016/17:171 och 2021/22:FiU3")]
    [InlineData("mål nr 940:15 och M 3972-13")]
    [InlineData("org.nr 556537-0888, 900101-1234, 013-20 50 00")]
    [InlineData("Hällinge 5:12 och 7 (81)")]
    [InlineData("perioden 2022-2026 och KS 2022-2026")]
    [InlineData("enligt KFS 2019:12 och MIS 2019:7")] // series of statutes
    [InlineData("EU 2016/679")]
    [InlineData("med 43-38")]
    [InlineData("§ 12 Planen\n2003-06-02\nText")] // a day below a title
    [InlineData("§ 12 Planen\n12/5\nText")]
    [InlineData("§ 12 Planen\n2016-2018\nText")]
    [InlineData("Ek 08-1234\nDal 08-2345\nden 3 maj 1994")] // phones are a column, too
    [InlineData("2016/17 läsåret\n2017/18 läsåret")]
    public void Refuses_what_only_looks_like_one(string text) => Assert.Empty(Understand.Pages(text).CaseNumbers);

    [Fact]
    public void Reads_a_case_number_broken_over_two_lines()
    {
        var record = Understand.Pages("Ärendet har nummer SLK-2023-\n00017 i registret.");
        var dnr = Assert.Single(record.CaseNumbers);
        Assert.Equal("slk-2023-17", dnr.Value.Key);
        Assert.Equal("SLK-2023-\n00017", record.At(dnr.Place));
    }

    [Fact]
    public void Prints_it_as_read_before_repair()
    {
        var page = Understand.Page(1, "Dnr BUN 2014-225", new Protokollsok.Documents.Correction(4, 3, "8UN", "BUN", .99, true, null, "test"));
        Assert.Equal("8UN 2014-225", Understand.Records(page).CaseNumbers[0].Printed);
    }
}
