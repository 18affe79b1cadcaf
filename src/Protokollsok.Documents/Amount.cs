namespace Protokollsok.Documents;

/// <summary>A sum of money.</summary>
/// <param name="Value">In whole currency units (kronor, never öre), as a decimal; the lower end of a range. Negative only with a printed sign.</param>
/// <param name="Max">The upper end of a range, else <see langword="null"/>.</param>
/// <param name="Per">What it is per, as printed (<c>år</c>, <c>månad</c>, <c>timme</c>), else <see langword="null"/>.</param>
/// <param name="Approximate">Whether the text says <i>ca</i>, <i>omkring</i> or the like.</param>
/// <param name="Currency">ISO 4217; <c>SEK</c>.</param>
public sealed record Amount(decimal Value, decimal? Max = null, string? Per = null, bool Approximate = false, string Currency = "SEK");
