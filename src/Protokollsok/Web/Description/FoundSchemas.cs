using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Protokollsok.Documents;

namespace Protokollsok.Web.Description;

/// <summary>Found values as they are written: the value's own members, then its printed form, its place and how sure it is.</summary>
internal static class FoundSchemas
{
    private static readonly (string Name, Action<Dictionary<string, IOpenApiSchema>> Members)[] All =
    [
        ("FoundText", members => members["value"] = Text("As repaired.")),
        ("FoundDate", members => members["value"] = Text("ISO 8601: a day, a month, or a range of either.", example: "2017-03-10")),
        ("FoundCaseNumber", members =>
        {
            members["value"] = Text("As printed, blanks folded, without a trailing classification code.", example: "ON 2014-225");
            members["key"] = Text("The form under which all spellings of one case meet.", example: "on-2014-225");
        }),
        ("FoundAmount", members =>
        {
            members["value"] = Number("In kronor; the lower end of a range. Negative only with a printed sign.");
            members["max"] = OrNull(Number("The upper end of a range, else null."));
            members["per"] = OrNull(Text("What it is per, as printed (år, månad, timme), else null."));
            members["approximate"] = new OpenApiSchema { Type = JsonSchemaType.Boolean, Description = "Whether the text says ca or the like." };
            members["currency"] = Text("ISO 4217.", example: "SEK");
        }),
        ("FoundLawReference", members => members["value"] = OrNull(Text("The SFS number where one is printed, else null.", example: "1976:580"))),
        ("FoundDecisionReference", members =>
        {
            members["board"] = OrNull(Text("As printed; null if none is named."));
            members["date"] = OrNull(Text("ISO 8601; null if none is given."));
            members["section"] = OrNull(Text("The § cited; null where only a named board's dated decision is."));
        }),
    ];

    public static void AddTo(IDictionary<string, IOpenApiSchema> schemas)
    {
        foreach (var (name, add) in All)
        {
            var members = new Dictionary<string, IOpenApiSchema>();
            add(members);
            members["printed"] = Text("The text as read, before repair; a line break inside it is one blank.");
            members["page"] = Whole("1-based.");
            members["start"] = Whole("0-based, UTF-16 units of the page's text.");
            members["length"] = Whole("In UTF-16 units.");
            members["confidence"] = Number("How sure it is, 0–1.");
            schemas[name] = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = members, Required = members.Keys.ToHashSet() };
        }
    }

    /// <param name="property">Two lists of texts mean different things.</param>
    public static string NameOf(string property, Type value) => value.Name switch
    {
        nameof(CalendarDate) => "FoundDate",
        nameof(Dnr) => "FoundCaseNumber",
        nameof(Amount) => "FoundAmount",
        nameof(DecisionReference) => "FoundDecisionReference",
        _ => property == nameof(DocumentRecord.LawReferences) ? "FoundLawReference" : "FoundText",
    };

    private static OpenApiSchema Text(string description, string? example = null) => new()
    {
        Type = JsonSchemaType.String, Description = description, Examples = example is null ? null : [JsonValue.Create(example)],
    };

    private static OpenApiSchema Number(string description) => new() { Type = JsonSchemaType.Number, Format = "double", Description = description };

    private static OpenApiSchema Whole(string description) => new() { Type = JsonSchemaType.Integer, Format = "int32", Description = description };

    private static OpenApiSchema OrNull(OpenApiSchema schema)
    {
        schema.Type |= JsonSchemaType.Null;
        return schema;
    }
}
