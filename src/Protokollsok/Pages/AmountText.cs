using System.Globalization;
using Protokollsok.Documents;

namespace Protokollsok.Pages;

/// <summary>A sum as people write it: <c>2 100 000 kr</c>, <c>23,15 kr per timme</c>.</summary>
internal static class AmountText
{
    private static readonly NumberFormatInfo Kronor = new() { NumberGroupSeparator = "\u00a0", NumberDecimalSeparator = "," };

    public static string Of(Amount amount)
    {
        var range = amount.Max is { } most ? $"{Written(amount.Value)}–{Written(most)}" : Written(amount.Value);
        return $"{range}\u00a0{(amount.Currency == "SEK" ? "kr" : amount.Currency)}{(amount.Per is { } per ? $" per {per}" : "")}";
    }

    private static string Written(decimal kronor) => kronor.ToString(kronor == decimal.Truncate(kronor) ? "#,0" : "#,0.00", Kronor);
}
