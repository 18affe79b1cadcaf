using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Protokollsok.Documents;
using Protokollsok.Search;

namespace Protokollsok.Web;

/// <summary>
/// The parameters of a search as they come, texts all: the API's in the address, and the same as options of <c>search</c>. They are
/// understood in one place, so that a bad one is told alike everywhere.
/// </summary>
internal sealed record SearchParameters(
    [FromQuery(Name = "q")] string? Q = null,
    [FromQuery(Name = "municipality")] string? Municipality = null,
    [FromQuery(Name = "board")] string? Board = null,
    [FromQuery(Name = "from")] string? From = null,
    [FromQuery(Name = "to")] string? To = null,
    [FromQuery(Name = "minAmount")] string? MinAmount = null,
    [FromQuery(Name = "maxAmount")] string? MaxAmount = null,
    [FromQuery(Name = "dnr")] string? Dnr = null,
    [FromQuery(Name = "type")] string? Type = null,
    [FromQuery(Name = "kind")] string? Kind = null,
    [FromQuery(Name = "sort")] string? Sort = null,
    [FromQuery(Name = "cursor")] string? Cursor = null,
    [FromQuery(Name = "size")] string? Size = null,
    [FromQuery(Name = "facets")] string? Facets = null)
{
    /// <summary>Hits on a page at most.</summary>
    public const int LargestSize = 100;

    /// <summary>The facets that there are, as <c>facets</c> names them.</summary>
    public static readonly string[] FacetNames = ["board", "year", "type", "kind"];

    private static readonly string[] KindNames = ["decision", "proposal", "page"];

    /// <summary>From an address; what is given twice counts the last time.</summary>
    public static SearchParameters Of(IQueryCollection query)
    {
        string? Value(string name) => query[name].LastOrDefault();
        return new SearchParameters(
            Value("q"), Value("municipality"), Value("board"), Value("from"), Value("to"), Value("minAmount"), Value("maxAmount"), Value("dnr"),
            Value("type"), Value("kind"), Value("sort"), Value("cursor"), Value("size"), Value("facets"));
    }

    /// <summary>The address of the same search, on the search page unless told otherwise; empty parameters are left out.</summary>
    public string ToAddress(string path = "/")
    {
        (string Name, string? Value)[] all =
        [
            ("q", Q), ("municipality", Municipality), ("board", Board), ("from", From), ("to", To), ("minAmount", MinAmount), ("maxAmount", MaxAmount),
            ("dnr", Dnr), ("type", Type), ("kind", Kind), ("sort", Sort), ("cursor", Cursor), ("size", Size), ("facets", Facets),
        ];
        return path + "?" + string.Join('&', all.Where(one => !string.IsNullOrWhiteSpace(one.Value)).Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value!)}"));
    }

    /// <exception cref="BadParameterException">One of them cannot be understood.</exception>
    public SearchRequest ToRequest()
    {
        var request = Understood();
        if (request.MinAmount > request.MaxAmount) throw Bad("minAmount", MinAmount, $"at most maxAmount={MaxAmount}", "Det lägsta beloppet är högre än det högsta.");
        if (request.From > request.To) throw Bad("from", From, $"a day not after to={To}", "Den första dagen ligger efter den sista.");
        return request;
    }

    private SearchRequest Understood() => new()
    {
        Query = Nfc.Of(Q ?? ""),
        Municipality = Empty(Municipality),
        Board = Empty(Board),
        From = Day(From, "from"),
        To = Day(To, "to"),
        MinAmount = Number(MinAmount, "minAmount"),
        MaxAmount = Number(MaxAmount, "maxAmount"),
        Dnr = CaseNumber(Dnr),
        Type = OneOf(SearchRequest.TypeNames, Type, "type"),
        Kind = OneOf(KindNames, Kind, "kind"),
        Sort = Empty(Sort)?.ToLowerInvariant() switch { null or "relevance" => SearchSort.Relevance, "date" => SearchSort.Date, _ => throw Bad("sort", Sort, "relevance or date", "Ordningen finns inte.") },
        MayMissWords = true,
        Cursor = Empty(Cursor),
        Size = Whole(Size),
        Facets = WantedFacets().Count > 0,
    };

    /// <summary>All of them unless told otherwise: <c>false</c>, or the names of those that are wanted.</summary>
    /// <exception cref="BadParameterException">There is none of that name.</exception>
    public IReadOnlyList<string> WantedFacets()
    {
        if (Empty(Facets)?.ToLowerInvariant() is not { } given || given is "true" or "1") return FacetNames;
        if (given is "false" or "0") return [];
        string[] names = given.Split(',', StringSplitOptions.TrimEntries);
        return names.Except(FacetNames).Any() ? throw Bad("facets", Facets, $"true, false, or some of {string.Join(",", FacetNames)}", "Valet finns inte.") : names;
    }

    /// <summary>Every case number has a number.</summary>
    private static string? CaseNumber(string? text) =>
        Empty(text) is not { } given ? null
        : given.Any(char.IsAsciiDigit) ? given
        : throw Bad("dnr", text, "a case number in any spelling, ON 2014-225", $"”{given}” är inget diarienummer.");

    private static string? Empty(string? text) => string.IsNullOrWhiteSpace(text) ? null : Nfc.Of(text.Trim());

    private static DateOnly? Day(string? text, string name) =>
        Empty(text) is not { } given ? null
        : DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw Bad(name, text, "a day, yyyy-mm-dd", $"”{given}” är ingen dag. Skriv den så här: 2021-03-09.");

    private static decimal? Number(string? text, string name) =>
        Empty(text) is not { } given ? null
        : decimal.TryParse(Plain(given), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
        : throw Bad(name, text, "kronor as a number, 1000 or 1000.50", $"”{given}” är inget belopp. Skriv kronor med siffror, till exempel 100 000.");

    /// <summary>As people write sums: blanks between thousands, a comma before öre.</summary>
    private static string Plain(string number) =>
        string.Concat(number.Where(letter => !char.IsWhiteSpace(letter))).Replace(',', '.');

    private static int Whole(string? text) =>
        Empty(text) is not { } given ? new SearchRequest().Size
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= LargestSize ? size
        : throw Bad("size", text, $"a number from 1 to {LargestSize}", $"Antalet träffar på en sida är 1 till {LargestSize}.");

    private static string? OneOf(IReadOnlyList<string> names, string? text, string name) =>
        Empty(text) is not { } given ? null
        : names.FirstOrDefault(known => known.Equals(given, StringComparison.OrdinalIgnoreCase)) ?? throw Bad(name, text, $"one of {string.Join(", ", names)}", $"”{given}” finns inte att välja på.");

    private static BadParameterException Bad(string name, string? value, string wanted, string swedish) =>
        new($"{name}={value}: {wanted} was expected.", swedish);
}
