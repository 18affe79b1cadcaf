using System.Reflection;
using System.Text.Json;
using Microsoft.OpenApi;
using Protokollsok.Documents;

namespace Protokollsok.Web.Description;

/// <summary>The schemas of values that write themselves as JSON, which the framework takes for anything.</summary>
internal static class ValueSchemas
{
    private const string Problem = "ProblemDetails";

    /// <summary>What holds found values, and is written flat.</summary>
    private static readonly Type[] Holders = [typeof(DocumentRecord), typeof(DecisionView)];

    public static void Complete(OpenApiDocument document)
    {
        var schemas = document.Components!.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        Replace(schemas, nameof(DocumentId), Text("What identifies a document: the SHA-256 of the original's bytes.", ParameterSchemas.DocumentIdPattern));
        Replace(schemas, nameof(CalendarDate), Text("A day, a month, or a range of either, in ISO 8601: 2017-03-10, 2017-12, 2018-05-16/2018-05-17.", @"^\d{4}-\d{2}(-\d{2})?(/\d{4}-\d{2}(-\d{2})?)?$"));
        Replace(schemas, nameof(Box), new OpenApiSchema
        {
            Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" }, MinItems = 4, MaxItems = 4,
            Description = "[x, y, width, height] in pixels of the page image, origin top left.",
        });
        foreach (var (name, schema) in schemas) CompleteObject(name, schema);
        foreach (var name in schemas.Keys.Where(name => name.StartsWith("FoundOf", StringComparison.Ordinal)).ToList()) schemas.Remove(name);
        FoundSchemas.AddTo(schemas);
        foreach (var holder in Holders.Where(holder => schemas.ContainsKey(holder.Name))) PointToFound((OpenApiSchema)schemas[holder.Name], holder, document);
    }

    /// <summary>In place of what the framework has; where nothing uses it, there is nothing to replace.</summary>
    private static void Replace(IDictionary<string, IOpenApiSchema> schemas, string name, OpenApiSchema schema)
    {
        if (schemas.ContainsKey(name)) schemas[name] = schema;
    }

    private static void CompleteObject(string name, IOpenApiSchema given)
    {
        if (given is not OpenApiSchema schema) return;
        if (schema.Enum is { Count: > 0 }) schema.Type = JsonSchemaType.String;
        if (schema.Properties is not { Count: > 0 } properties) return;
        // What is not there is null, never left out; but a problem says only what it knows.
        schema.Required = name == Problem ? new HashSet<string> { "title", "status" } : properties.Keys.ToHashSet();
        if (name != Problem) return;
        properties["position"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "Of a query that cannot be understood: where, 0-based, in UTF-16 units." };
        properties["state"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Of a document without a record: how far it has come." };
        properties["traceId"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What the log calls this request." };
    }

    private static void PointToFound(OpenApiSchema schema, Type holder, OpenApiDocument document)
    {
        foreach (var property in holder.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var isList = property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
            var type = isList ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;
            if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(Found<>)) continue;
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var found = new OpenApiSchemaReference(FoundSchemas.NameOf(property.Name, type.GetGenericArguments()[0]), document);
            schema.Properties![name] = isList
                ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = found, Description = schema.Properties.TryGetValue(name, out var old) ? old.Description : null }
                : new OpenApiSchema { OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, found] };
        }
    }

    private static OpenApiSchema Text(string description, string pattern) => new() { Type = JsonSchemaType.String, Pattern = pattern, Description = description };
}
