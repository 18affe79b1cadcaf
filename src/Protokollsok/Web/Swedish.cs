using System.Globalization;
using Protokollsok.Search;

namespace Protokollsok.Web;

/// <summary>The page's words for what the API names in English.</summary>
internal static class Swedish
{
    /// <param name="kind"><c>decision</c>, <c>proposal</c> or <c>page</c>.</param>
    public static string Kind(string kind, bool plural) => (kind, plural) switch
    {
        ("decision", _) => "beslut",
        ("proposal", _) => "förslag",
        (_, true) => "sidor",
        _ => "sida",
    };

    public static string Name(SearchHit hit) => hit.Name ?? "Dokument utan rubrik";

    public static string MatchedBy(MatchKind kind) => kind switch
    {
        MatchKind.Exact => "ordet självt",
        MatchKind.Inflection => "böjningsform",
        MatchKind.Compound => "del av sammansatt ord",
        MatchKind.Folded => "utan prickar och ringar",
        MatchKind.OcrVariant => "ordet som det lästes före rättning",
        _ => "",
    };

    public static string Count(long number, string one, string many) =>
        $"{number.ToString("#,0", Thousands)} {(number == 1 ? one : many)}";

    private static readonly NumberFormatInfo Thousands = new() { NumberGroupSeparator = "\u00a0" };
}
