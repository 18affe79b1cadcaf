using System.Globalization;
using System.Text;

namespace Protokollsok.Extraction;

/// <summary>Printed numbers of money. Comma and colon part decimals; blanks and full stops part thousands.</summary>
internal static class AmountNumber
{
    /// <summary>The number times the unit's factor; null if it is too large to be money.</summary>
    public static decimal? Parse(ReadOnlySpan<char> printed, decimal factor)
    {
        var plain = new StringBuilder(printed.Length);
        for (var i = 0; i < printed.Length; i++)
        {
            if (printed[i] is '-' or '–' or '\u2212') plain.Append('-');
            else if (char.IsAsciiDigit(printed[i])) plain.Append(printed[i]);
            else if (printed[i] is ',' or ':' or '.' && !PartsThousands(printed, i, factor)) plain.Append('.');
        }

        return decimal.TryParse(plain.ToString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var number)
               && Math.Abs(number) < 1e15m
            ? number * factor
            : null;
    }

    /// <summary><c>10-15 000 kr</c> is ten to fifteen thousand: the lower end takes the thousands that only the upper one prints.</summary>
    public static (decimal Low, decimal? High) Align(decimal low, decimal high) =>
        low > 0 && low < 1000 && high >= 10_000 && low * 1000 < high && high / low >= 1000 ? (low * 1000, high) : (low, high);

    /// <summary>Three digits after a full stop are thousands (<c>12.500</c>), except of millions (<c>1.135 mkr</c>); after a comma only of
    /// plain kronor.</summary>
    private static bool PartsThousands(ReadOnlySpan<char> printed, int separator, decimal factor)
    {
        var digits = 0;
        while (separator + 1 + digits < printed.Length && char.IsAsciiDigit(printed[separator + 1 + digits])) digits++;
        return printed[separator] != ':' && digits == 3 && factor <= 1_000;
    }
}
