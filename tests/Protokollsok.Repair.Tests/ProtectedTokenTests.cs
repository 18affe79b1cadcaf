using System.Globalization;

namespace Protokollsok.Repair.Tests;

/// <summary>Whatever numbers are drawn: case numbers, dates, amounts and their like stand as they were, in the middle of damaged text.</summary>
public sealed class ProtectedTokenTests(RepairTestModel model) : IClassFixture<RepairTestModel>
{
    /// <summary>Each 0 becomes a digit.</summary>
    private static readonly string[] s_forms =
    [
        "TN 2000-0000", "KS/2000:000", "2000/BUN 0000 00", "SLK-2000-00000:0", "2000-00-00", "00 00 00-0000", "20000000-0000", "000000-0000", "013-00 00 00", "070-000 00 00",
        "0 000 000 kr", "0,0 mnkr", "kr 0.000.000:-", "00:00", "(0000:000)", "00 §", "0 (00)", "0/00", "0–00", "a0.b0@sjovik.se", "www.sjovik.se/a00", "00 %", "+00 000 00 00",
        "0000/00:000", "Dnr 0000/00", "00 000-00 000 tkr", "den 0/0 0000", "0:000", "00.00.0000",
    ];

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Not_a_digit_changes_and_not_a_sign(int seed)
    {
        var random = new Random(seed);
        string[] drawn = [.. Enumerable.Range(0, 120).Select(i => Drawn(s_forms[i % s_forms.Length], random))];
        var page = DamagedTexts.DamagedLetter + "\n" + string.Concat(drawn.Select(number => $"Namnden har for aret {number} enligt handlingarna.\n"));

        var lines = model.Repaired(page).Split('\n')[^(drawn.Length + 1)..^1];

        Assert.All(drawn.Zip(lines), pair => Assert.Contains($" {pair.First} enligt", pair.Second, StringComparison.Ordinal));
    }

    private static string Drawn(string form, Random random) =>
        string.Concat(form.Select(sign => sign == '0' ? random.Next(10).ToString(CultureInfo.InvariantCulture) : sign.ToString()));
}
