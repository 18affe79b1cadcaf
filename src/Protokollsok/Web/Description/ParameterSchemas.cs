using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Protokollsok.Search;

namespace Protokollsok.Web.Description;

/// <summary>What each parameter is. They come as texts, so that a bad one is told in our words; a client is to know more.</summary>
internal static class ParameterSchemas
{
    public const string DocumentIdPattern = "^[0-9a-f]{64}$";

    private static readonly Dictionary<string, (OpenApiSchema Schema, string Description)> Known = new()
    {
        ["q"] = (Text("föräldrastöd"), "Words (all must match), \"phrase\", -not, OR, prefix*, and the fields dnr:, board:, section:."),
        ["municipality"] = (Text("Sälgåsens kommun"), "The whole name, in any case."),
        ["board"] = (Text("Omsorgsnämnden"), "The whole name, in any case."),
        ["from"] = (Text("2019-01-01", "date"), "The first day, by the meeting's date, else the document's."),
        ["to"] = (Text("2019-12-31", "date"), "The last day, itself included."),
        ["minAmount"] = (Number(1000), "Kronor: a hit holds at least one sum that reaches into the range."),
        ["maxAmount"] = (Number(500000), "Kronor, itself included."),
        ["dnr"] = (Text("ON 2014-225"), "A case number in any spelling; without a unit every unit's case of that number is meant."),
        ["type"] = (OneOf(SearchRequest.TypeNames), "The document's type."),
        ["kind"] = (OneOf(["decision", "proposal", "page"]), "What a hit is."),
        ["sort"] = (OneOf(["relevance", "date"]), "The best first, or the newest first."),
        ["cursor"] = (Text(null), "next of the page before; all other parameters have to stay as they were."),
        ["separator"] = (OneOf(["comma", "semicolon"]), "What parts the cells of a table: comma (the default), or semicolon, as a spreadsheet with decimal commas opens it."),
        ["facets"] = (Text("board,year"), "true (the default), false, or the names of those that are wanted: board,year,type,kind."),
        ["modifiedSince"] = (Text("2026-03-09T13:45:00Z", "date-time"), "The earliest change, itself included; a day will do."),
        ["reason"] = (Text("Fel handling."), "Why, for those who ask in ten years."),
        ["fileName"] = (Text("KS 2021-03-09.pdf"), "The file's name, where Content-Disposition does not say it."),
        ["n"] = (new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "1" }, "1-based page."),
        ["id"] = (Id(DocumentIdPattern), "A document's id."),
    };

    private static readonly Dictionary<string, (int Most, int Usual)> Sizes = new()
    {
        ["Search"] = (SearchParameters.LargestSize, new SearchRequest().Size),
        ["SearchFeed"] = (SearchParameters.LargestSize, new SearchRequest().Size),
        ["SearchTable"] = (SearchApi.MostRows, SearchApi.MostRows),
        ["Documents"] = (DocumentListApi.LargestSize, DocumentListApi.UsualSize),
        ["Suggest"] = (SearchIndex.MostSuggestions, SuggestApi.Usual),
        ["Similar"] = (SearchParameters.LargestSize, SuggestApi.Usual),
    };

    public static void Describe(OpenApiParameter parameter, string? operation)
    {
        var (schema, description) = parameter.Name switch
        {
            "size" when Sizes.TryGetValue(operation ?? "", out var size) => (Whole(size.Most, size.Usual), "How many at most."),
            "id" when operation == "Decision" => (Id("^[0-9a-f]{64}-[0-9]+$"), "A decision's id."),
            "id" when operation == "Similar" => (Id("^[0-9a-f]{64}-p?[0-9]+$"), "A decision's id, or a document's with -p and a page number."),
            { } name when Known.TryGetValue(name, out var known) => known,
            _ => (parameter.Schema, parameter.Description),
        };
        (parameter.Schema, parameter.Description) = (schema, description);
    }

    private static OpenApiSchema Text(string? example, string? format = null) =>
        new() { Type = JsonSchemaType.String, Format = format, Examples = example is null ? null : ApiDocument.Texts([example]) };

    private static OpenApiSchema Id(string pattern) => new() { Type = JsonSchemaType.String, Pattern = pattern };

    private static OpenApiSchema Number(int example) => new() { Type = JsonSchemaType.Number, Format = "double", Examples = [JsonValue.Create(example)] };

    private static OpenApiSchema Whole(int most, int usual) => new()
    {
        Type = JsonSchemaType.Integer,
        Format = "int32",
        Minimum = "1",
        Maximum = $"{most}",
        Default = JsonValue.Create(usual),
    };

    private static OpenApiSchema OneOf(IEnumerable<string> names) => new() { Type = JsonSchemaType.String, Enum = ApiDocument.Texts(names) };
}
