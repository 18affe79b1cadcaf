using Protokollsok.Search.Queries;

namespace Protokollsok.Search.Tests;

public class DnrKeysTests
{
    [Theory]
    [InlineData("ON 2014-225", "on-2014-225")]
    [InlineData("on-2014/225", "on-2014-225")]
    [InlineData("ON2014-225", "on-2014-225")]
    [InlineData("BUN 98/0123 611", "bun-1998-123")] // a classification code follows
    [InlineData("2017/SN 0229 013", "sn-2017-229")]
    [InlineData("SLK-2023-01169:2", "slk-2023-1169-2")]
    [InlineData("SLK-2023-01169:2", "slk-2023-1169")]
    [InlineData("KS/2018:4", "ks-2018-4")] // here the colon is before the serial
    [InlineData("0015/13 - 200", "2013-15")]
    [InlineData("10/25", "2010-25")] // open which is the year: both
    [InlineData("10/25", "2025-10")]
    [InlineData("KU.2017.3", "ku-2017-3")]
    [InlineData("2009/KKA500", "kka-2009-500")]
    [InlineData("N160-0123/23", "n160-2023-123")] // a unit with digits
    [InlineData("KS 02-820 107", "ks-2002-820")]
    [InlineData("102-274-04", "102-274-04")] // an order that nobody knows
    [InlineData("SN 2022.0187", "sn-2022-187")]
    public void Knows_the_key_of_a_spelling(string typed, string key)
    {
        Assert.Contains(key, DnrKeys.TryParse(typed)!.Keys);
    }

    [Theory]
    [InlineData("föräldrastöd")]
    [InlineData("2017")]
    [InlineData("råd och 2014-225")]
    [InlineData("a@b 2014-225")]
    [InlineData("")]
    public void Is_none(string typed)
    {
        Assert.Null(DnrKeys.TryParse(typed));
    }
}
