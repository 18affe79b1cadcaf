using System.Text.Json;
using System.Text.Json.Nodes;
using Protokollsok.Documents;

namespace Protokollsok.Bench;

/// <summary>What a person says stands in a document, field by field, each value written as one text so that two can be compared.</summary>
/// <param name="Fields">By the name of <see cref="ComparedField"/>; a field that nobody labelled is left out.</param>
/// <param name="Kind">The document's type as labelled, else <c>?</c>.</param>
/// <param name="Decade">Of its meeting, else of its date: <c>1970s</c>, or <c>undated</c>.</param>
/// <param name="Optional">By the same names: what two people may count differently. Neither a miss nor a false alarm.</param>
internal sealed record Truth(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Fields, string Kind, string Decade, IReadOnlyDictionary<string, IReadOnlyList<string>> Optional)
{
    /// <exception cref="WrongUseException">The file is no JSON object.</exception>
    public static async Task<Truth> LoadAsync(string path, CancellationToken cancel)
    {
        await using var file = File.OpenRead(path);
        try
        {
            return Of((await JsonNode.ParseAsync(file, cancellationToken: cancel))?.AsObject() ?? throw new WrongUseException($"{path} is empty."));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new WrongUseException($"{path} is no truth: {fault.Message}");
        }
    }

    /// <summary>The same of a record, through its JSON: what is measured is what users get.</summary>
    public static Truth Of(DocumentRecord record) => Of(JsonSerializer.SerializeToNode(record, DocumentsJson.Options)!.AsObject());

    public static Truth Of(JsonObject root)
    {
        var fields = FieldsIn(root);
        var day = One(fields, "meetingDate") ?? One(fields, "documentDate");
        return new Truth(fields, One(fields, "documentType") ?? "?", day is { Length: >= 4 } ? $"{day[..3]}0s" : "undated", root["optional"] is JsonObject optional ? FieldsIn(optional) : []);
    }

    private static Dictionary<string, IReadOnlyList<string>> FieldsIn(JsonObject root)
    {
        var fields = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var field in ComparedField.All)
        {
            if (field.ValuesIn(root) is { } values) fields[field.Name] = values;
        }

        return fields;
    }

    private static string? One(Dictionary<string, IReadOnlyList<string>> fields, string name) => fields.GetValueOrDefault(name) is [var value] ? value : null;
}
