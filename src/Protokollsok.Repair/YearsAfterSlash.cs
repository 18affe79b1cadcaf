using System.Collections.Frozen;

namespace Protokollsok.Repair;

/// <summary>
/// The year that something is reckoned by (<c>500 000 kr/ar</c>, <c>1 gang/ar</c>): behind a slash and a unit, a number or what is counted, <i>ar</i> is never <i>är</i>, whatever the
/// words around say.
/// </summary>
internal static class YearsAfterSlash
{
    private const double Confidence = 0.995;

    private const string Year = "år";

    private static readonly FrozenSet<string> s_units = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "kr", "tkr", "mkr", "mnkr", "mdkr", "tsek", "msek", "sek", "kronor", "öre", "tim", "timme", "timmar", "timmars", "h", "min", "minuter", "dag", "dagar", "dygn", "vecka", "veckor", "gang", "gång", "ganger",
        "gånger", "ggr", "st", "stycken", "kg", "ton", "mg", "kwh", "mwh", "gwh", "kvm", "m2", "m3", "person", "personer", "elev", "barn", "plats", "platser", "hushall", "hushåll");

    /// <summary>The word, where it is such a year. To be asked when the letters of a damaged document are decoded: before, a year that is whole makes its line look half sound.</summary>
    public static Edit? At(string line, Token[] tokens, int at)
    {
        ref readonly var token = ref tokens[at];
        if (token.Rest is not null || at == 0 || token.Lower == Year) return null;
        if (token.Lower is not ("ar" or "är") && (token.IsSettled || !ConfusionTable.Explains(token.Lower, Year))) return null;
        var start = token.First.Start;
        if (start < 2 || line[start - 1] != '/' || !char.IsLetterOrDigit(line[start - 2])) return null;
        var before = tokens[at - 1];
        if (before.First.Line != token.First.Line || before.First.Start + before.First.Length != start - 1) return null;
        if (!IsNumber(before) && !s_units.Contains(before.Seen) && !(at > 1 && IsNumber(tokens[at - 2]) && WordBoundaries.AreApartByOneBlank(line, tokens[at - 2], before))) return null;
        return new Edit(start, token.First.Length, token.Word.IsCapitals ? "ÅR" : Year, Confidence, "a year that a unit is reckoned by");
    }

    private static bool IsNumber(in Token token) => token.Kind is TokenKind.Number or TokenKind.LoneOne;
}
