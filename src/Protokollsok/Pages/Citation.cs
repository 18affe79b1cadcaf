using Protokollsok.Documents;
using Protokollsok.Search;

namespace Protokollsok.Pages;

/// <summary>How a decision, a proposal or a page is cited: who, what, when, §, number, case number, and where it can be seen.</summary>
internal static class Citation
{
    public static string Of(DocumentSummary document, Decision? decision, DocumentRecord? record, int page, PageText text, string address)
    {
        var source = new[] { document.Board, record?.Municipality?.Value, record is null ? null : text[$"type.{DocumentTypeName.Of(record.DocumentType)}"].ToLowerInvariant() };
        var parts = new List<string?> { string.Join(", ", source.Where(part => !string.IsNullOrEmpty(part))), document.Date?.ToString() };
        if (decision?.Section is { } section) parts.Add($"§ {section}");
        parts.Add(decision is null ? text["cite.page", page] : text[decision.Kind == DecisionKind.Decision ? "cite.decision" : "cite.proposal", decision.Number]);
        if (document.Dnr is [var dnr, ..]) parts.Add($"dnr {record?.CaseNumbers.FirstOrDefault(found => found.Value.Key == dnr)?.Value.Value ?? dnr}");
        return $"{string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)))}. {address}";
    }
}
