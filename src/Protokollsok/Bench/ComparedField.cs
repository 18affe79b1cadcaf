using System.Globalization;
using System.Text.Json.Nodes;
using Protokollsok.Extraction;

namespace Protokollsok.Bench;

/// <summary>One row of the tables: which members of which list are compared.</summary>
/// <param name="Name">The row's name.</param>
/// <param name="List">The member of the record that holds the values: a list, or one value.</param>
/// <param name="Members">What of each value is compared; empty for a value that is a plain text.</param>
/// <param name="Only">The member that a value must have (neither null nor false) to be compared at all.</param>
internal sealed record ComparedField(string Name, string List, IReadOnlyList<string> Members, string? Only = null)
{
    /// <summary>In the order of the report. A value's printed form is compared apart, so that what is understood and how it is cut out can be told apart.</summary>
    public static IReadOnlyList<ComparedField> All { get; } =
    [
        new("documentType", "documentType", []),
        new("title", "title", []),
        new("municipality", "municipality", ["value"]),
        new("board", "board", ["value"]),
        new("meetingDate", "meetingDate", ["value"]),
        new("documentDate", "documentDate", ["value"]),
        new("caseNumbers", "caseNumbers", ["key"]),
        new("caseNumberValues", "caseNumbers", ["value"]),
        new("caseNumbersPrinted", "caseNumbers", ["printed"]),
        new("sections", "sections", ["number"]),
        new("headings", "sections", ["number", "heading"]),
        new("sectionCases", "sections", ["number", "caseNumbers"]),
        new("decisions", "decisions", ["section", "number", "kind", "text"]),
        new("decidedBy", "decisions", ["section", "number", "kind", "decidedBy"]),
        new("proposedBy", "decisions", ["section", "number", "proposedBy"], Only: "proposedBy"),
        new("dates", "dates", ["value"]),
        new("datesPrinted", "dates", ["printed"]),
        new("amounts", "amounts", ["value", "max", "per"]),
        new("amountsAbout", "amounts", ["value", "approximate"], Only: "approximate"),
        new("amountsPrinted", "amounts", ["printed"]),
        new("lawReferences", "lawReferences", ["value", "printed"]),
        new("decisionReferences", "decisionReferences", ["date", "section"]),
        new("referenceBoards", "decisionReferences", ["board", "date", "section"]),
        new("votes", "votes", ["section", "yes", "no", "abstain"]),
        new("reservations", "reservations", ["section", "by"]),
        new("recipients", "recipients", []),
        new("signatories", "signatories", []),
        new("attachments", "attachments", []),
        new("findings", "findings", ["code"]),
    ];

    /// <returns>Each value as one text; <see langword="null"/> where the field is not labelled, so that it is not scored either.</returns>
    public IReadOnlyList<string>? ValuesIn(JsonObject root)
    {
        if (!root.TryGetPropertyValue(List, out var node)) return null;
        JsonNode[] values = node switch { null => [], JsonArray list => [.. list.OfType<JsonNode>()], _ => [node] };
        return values.All(IsLabelled) ? [.. values.Where(IsCompared).Select(value => Fold(TextOf(value, root)))] : null;
    }

    /// <summary>A plain text stands for the one member that it could be.</summary>
    private bool IsLabelled(JsonNode value) => value is JsonObject item ? Members.All(item.ContainsKey) : Members is [] or ["value"] or ["code"];

    /// <summary>How sure the reader was hangs on the scan, which nobody can label from what is printed.</summary>
    private static bool IsOfTheScan(JsonNode value) => value is JsonObject item && item["code"]?.ToString() is LowConfidenceFinder.Code or SectionOrder.Code;

    private bool IsCompared(JsonNode value) => Only is null ? !IsOfTheScan(value) : (value[Only] is { } member && !(member is JsonValue flag && flag.TryGetValue(out bool set) && !set));

    private string TextOf(JsonNode value, JsonObject root) =>
        value is JsonObject item
            ? string.Join('|', (Members.Count == 0 ? ["value"] : Members).Select(member => (member == "printed" ? AtPlace(item, root) : null) ?? Plain(item[member])))
            : Plain(value);

    /// <summary>What stands at a value's place once repaired: a label says what the page should say, a scan's printed form what was read.</summary>
    private static string? AtPlace(JsonObject value, JsonObject root) =>
        value["start"] is { } start && root["pages"]?[(int)value["page"]! - 1]?["text"] is { } text
            ? ((string)text!).Substring((int)start, (int)value["length"]!)
            : null;

    private static string Plain(JsonNode? value) => value switch
    {
        null => "",
        JsonArray list => string.Join(',', list.Select(Plain)),
        JsonValue number when number.TryGetValue(out decimal amount) => amount.ToString("0.####", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>Blanks and line breaks are one blank, a dash of any width and a minus are a hyphen: scans do not tell them apart.</summary>
    private static string Fold(string text) =>
        string.Join(' ', text.Replace('–', '-').Replace('—', '-').Replace('−', '-').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
