using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Protokollsok.Tests.Web;

/// <summary>
/// Holds JSON against the schemas of an OpenAPI 3.1 document, more strictly than JSON Schema does: a member that the schema does not name, and a
/// schema that says nothing, are faults. It knows the words that our document uses; another one is a fault, too.
/// </summary>
internal sealed class SchemaChecker(JsonNode document)
{
    private static readonly string[] KnownWords =
    [
        "$ref", "type", "properties", "required", "items", "oneOf", "enum", "pattern", "format", "minimum", "maximum", "minItems", "maxItems", "description", "examples", "default",
    ];

    /// <summary>What is wrong, with where; nothing if it fits.</summary>
    public IEnumerable<string> Faults(JsonNode? value, JsonNode schema, string at = "$")
    {
        if (schema["$ref"] is { } reference) return Faults(value, Resolve((string)reference!), at);
        var unknown = schema.AsObject().Select(word => word.Key).Except(KnownWords).ToList();
        if (unknown.Count > 0) return [$"{at}: the schema says {string.Join(", ", unknown)}, which nobody checks"];
        if (schema["oneOf"] is JsonArray choices)
            return choices.Count(choice => !Faults(value, choice!, at).Any()) == 1 ? [] : [$"{at}: fits not just one of the choices: {string.Join(" | ", choices.SelectMany(choice => Faults(value, choice!, at)))}"];
        if (schema["type"] is not { } type) return [$"{at}: the schema has no type"];
        string[] types = type is JsonArray several ? [.. several.Select(one => (string)one!)] : [(string)type!];
        if (!types.Contains(TypeOf(value)) && !(TypeOf(value) == "integer" && types.Contains("number"))) return [$"{at}: {string.Join("|", types)} was promised, and it is {value?.ToJsonString() ?? "null"}"];
        return value switch
        {
            JsonObject members => OfObject(members, schema, at),
            JsonArray items => OfArray(items, schema, at),
            JsonValue scalar => OfScalar(scalar, schema, at),
            _ => [],
        };
    }

    private IEnumerable<string> OfObject(JsonObject members, JsonNode schema, string at)
    {
        var known = schema["properties"] as JsonObject ?? [];
        foreach (var name in (schema["required"] as JsonArray ?? []).Select(name => (string)name!).Where(name => !members.ContainsKey(name))) yield return $"{at}.{name} is missing";
        foreach (var (name, value) in members)
        {
            if (known[name] is not { } member) yield return $"{at}.{name} is not in the document";
            else foreach (var fault in Faults(value, member, $"{at}.{name}")) yield return fault;
        }
    }

    private IEnumerable<string> OfArray(JsonArray items, JsonNode schema, string at)
    {
        if (schema["items"] is not { } item) return [$"{at}: the schema says nothing of its items"];
        var faults = items.SelectMany((value, i) => Faults(value, item, $"{at}[{i}]"));
        return (int?)schema["minItems"] > items.Count || (int?)schema["maxItems"] < items.Count ? faults.Append($"{at}: {items.Count} items") : faults;
    }

    private static IEnumerable<string> OfScalar(JsonValue value, JsonNode schema, string at)
    {
        var text = value.GetValueKind() == JsonValueKind.String ? (string)value! : null;
        if (schema["enum"] is JsonArray names && !names.Any(name => JsonNode.DeepEquals(name, value))) yield return $"{at}: {value} is none of {names.ToJsonString()}";
        if (text is not null && (string?)schema["pattern"] is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1))) yield return $"{at}: {text} has not the pattern {pattern}";
        if (text is not null && (string?)schema["format"] == "date-time" && !DateTimeOffset.TryParse(text, null, out _)) yield return $"{at}: {text} is no moment";
    }

    private JsonNode Resolve(string reference)
    {
        var node = document;
        foreach (var step in reference.TrimStart('#', '/').Split('/')) node = node[step] ?? throw new InvalidOperationException($"{reference} leads nowhere.");
        return node;
    }

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => decimal.TryParse(value.ToJsonString(), System.Globalization.NumberStyles.Float, null, out var number) && number == decimal.Truncate(number) ? "integer" : "number",
    };
}
