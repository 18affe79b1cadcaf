namespace Protokollsok.Extraction;

/// <summary>The units of money that Swedish documents print.</summary>
internal static class AmountUnits
{
    /// <summary>Any of them. The longer before the shorter; compared without case.</summary>
    public const string Pattern =
        @"miljarder\s(?:kronor|kr)|miljard\s(?:kronor|kr)|miljoner\s(?:kronor|kr)|miljon\s(?:kronor|kr)|tusen\s(?:kronor|kr)" +
        @"|mdkr|mdr\skr|mdr|md\skr|mnkr|mn\skr|mkr|m\skr|milj\.?\s?kr(?:onor)?|miljarder|miljard|miljoner|miljon|tkr|t\skr|kkr|tsek|msek|kronors|kronor|kronan|krona|kr|sek|öre";

    /// <summary>How many kronor one of the unit is; null if it is none of ours. The empty unit and <c>:-</c> are kronor.</summary>
    public static decimal? FactorOf(ReadOnlySpan<char> unit)
    {
        if (unit.Length == 0 || !char.IsLetter(unit[0])) return 1;
        return char.ToLowerInvariant(unit[0]) switch
        {
            'ö' => 0.01m,
            't' => 1_000,
            'k' when unit.StartsWith("kkr", StringComparison.OrdinalIgnoreCase) => 1_000,
            'k' or 's' => 1,
            'm' => unit.StartsWith("md", StringComparison.OrdinalIgnoreCase)
                || unit.StartsWith("miljard", StringComparison.OrdinalIgnoreCase)
                ? 1_000_000_000
                : 1_000_000,
            _ => null,
        };
    }
}
