using System.Text.Json.Nodes;

namespace Protokollsok.Tests.Web;

/// <summary>A checker that lets everything through would make the document true by nothing.</summary>
public sealed class SchemaCheckerTests
{
    private static readonly JsonNode Document = JsonNode.Parse("""
        { "components": { "schemas": { "Id": { "type": "string", "pattern": "^[0-9]+$" }, "Kind": { "type": "string", "enum": ["a", "b"] } } },
          "root": { "type": "object", "required": ["id", "list"], "properties": {
            "id": { "$ref": "#/components/schemas/Id" }, "kind": { "oneOf": [ { "type": "null" }, { "$ref": "#/components/schemas/Kind" } ] },
            "size": { "type": ["null", "integer"] }, "share": { "type": "number" }, "at": { "type": "string", "format": "date-time" },
            "list": { "type": "array", "items": { "type": "integer" }, "minItems": 1 } } } }
        """)!;

    [Theory]
    [InlineData("""{ "id": "12", "list": [1], "kind": null, "size": null, "share": 1, "at": "2026-01-02T03:04:05Z" }""", 0)]
    [InlineData("""{ "id": "12", "list": [1], "kind": "b", "size": 3, "share": 0.5 }""", 0)]
    [InlineData("""{ "id": "12" }""", 1)] // the list is missing
    [InlineData("""{ "id": "x", "list": [1] }""", 1)] // the pattern
    [InlineData("""{ "id": "1", "list": [] }""", 1)] // too few
    [InlineData("""{ "id": "1", "list": [1.5] }""", 1)] // no integer
    [InlineData("""{ "id": "1", "list": [1], "kind": "c" }""", 1)] // none of the names
    [InlineData("""{ "id": "1", "list": [1], "more": 1 }""", 1)] // nobody described it
    [InlineData("""{ "id": "1", "list": [1], "at": "yesterday" }""", 1)]
    [InlineData("""{ "id": null, "list": null }""", 2)]
    [InlineData("[]", 1)]
    public void What_does_not_fit_is_told(string value, int faults) =>
        Assert.Equal(faults, new SchemaChecker(Document).Faults(JsonNode.Parse(value), Document["root"]!).Count());

    [Fact]
    public void A_schema_that_says_nothing_fits_nothing() =>
        Assert.Single(new SchemaChecker(Document).Faults(JsonNode.Parse("1"), new JsonObject()));
}
