using System.Text.Json;
using System.Text.Json.Nodes;
using Protokollsok.Documents;

namespace Protokollsok.Bench;

/// <summary>What a person says stands in a document, field by field, each value written as one text so that two can be compared.</summary>
/// <param name="Fields">By name, in the order of the report.</param>
internal sealed record Truth(IReadOnlyDictionary<string, IReadOnlyList<string>> Fields)
{
    /// <summary>The fields that are measured.</summary>
    public static IReadOnlyList<string> FieldNames { get; } = ["documentType", "title", "municipality", "board", "meetingDate", "documentDate", "caseNumbers", "sections", "decisions", "dates", "amounts", "lawReferences", "decisionReferences", "votes", "reservations", "recipients", "signatories", "attachments"];

    /// <exception cref="JsonException">The file is no JSON.</exception>
    public static async Task<Truth> LoadAsync(string path, CancellationToken cancel)
    {
        await using var file = File.OpenRead(path);
        return Of(await JsonNode.ParseAsync(file, cancellationToken: cancel) ?? throw new JsonException($"{path} is empty."));
    }

    /// <summary>The same of a record, through its JSON: what is measured is what users get.</summary>
    public static Truth Of(DocumentRecord record) => Of(JsonSerializer.SerializeToNode(record, DocumentsJson.Options)!);

    private static Truth Of(JsonNode root) =>
        new(FieldNames.ToDictionary(name => name, name => (IReadOnlyList<string>)[.. Values(root[name]).Select(value => Write(name, value, root))]));

    private static IEnumerable<JsonNode> Values(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => list.OfType<JsonNode>(),
        _ => [node],
    };

    private static string Write(string field, JsonNode value, JsonNode root) => Fold(field switch
    {
        "caseNumbers" => Text(value, "key"),
        "sections" => Text(value, "number"),
        "decisions" => $"{Text(value, "section")}|{Text(value, "number")}|{Text(value, "kind")}|{Text(value, "text")}",
        "amounts" => $"{Number(value, "value")}|{Number(value, "max")}|{Text(value, "per")}",
        "lawReferences" => AtPlace(root, value) ?? Text(value, "printed"),
        "decisionReferences" => $"{Text(value, "date")}|{Text(value, "section")}",
        "reservations" => $"{Text(value, "section")}|{string.Join(',', value["by"]!.AsArray())}",
        "votes" => $"{Text(value, "section")}|{Text(value, "yes")}|{Text(value, "no")}",
        _ => value is JsonObject ? Text(value, "value") : value.ToString(),
    });

    /// <summary>What stands at a value's place once repaired: a label says what the page should say, a scan's printed form what was read.</summary>
    private static string? AtPlace(JsonNode root, JsonNode value) =>
        value["start"] is { } start && root["pages"]?[(int)value["page"]! - 1]?["text"] is { } text
            ? ((string)text!).Substring((int)start, (int)value["length"]!)
            : null;

    private static string Text(JsonNode value, string name) => value is JsonObject ? value[name]?.ToString() ?? "" : value.ToString();

    private static string Number(JsonNode value, string name) =>
        value[name] is { } number ? ((decimal)number).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) : "";

    /// <summary>Blanks and line breaks are one blank, a dash of any width is a hyphen: scans do not tell them apart.</summary>
    private static string Fold(string text) =>
        string.Join(' ', text.Replace('–', '-').Replace('—', '-').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
