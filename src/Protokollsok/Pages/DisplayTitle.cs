using Protokollsok.Documents;
using Protokollsok.Search;

namespace Protokollsok.Pages;

/// <summary>
/// What a person calls a document. Its printed title is often only the kind of paper, <i>SAMMANTRÄDESPROTOKOLL</i>, alike on a thousand of them: then
/// it is whose it is and of which day.
/// </summary>
internal static class DisplayTitle
{
    public static string Of(DocumentRecord record, PageText text) => Of(
        record.DocumentType == DocumentType.Protokoll && record.Board is not null ? null : record.Title,
        record.Board?.Value, (record.MeetingDate ?? record.DocumentDate)?.Value, record.DocumentType, text) ?? record.Title ?? record.Source.FileName;

    /// <summary>Of a hit: the heading of its §, or the first on its page; else its document's.</summary>
    public static string Of(SearchHit hit, DocumentRecord? record, PageText text) =>
        hit.Heading?.Split('\n') is [{ Length: > 0 } heading, ..] ? heading
        : record is not null ? Of(record, text)
        : Of(hit.Document.Title, hit.Document.Board, hit.Document.Date, null, text) ?? hit.Document.Title ?? text["hit.untitled"];

    /// <summary>Of a document of which only the index has told.</summary>
    public static string Of(DocumentSummary document, DocumentType type, PageText text) =>
        Of(type == DocumentType.Protokoll && document.Board is not null ? null : document.Title, document.Board, document.Date, type, text) ?? document.Title ?? text["hit.untitled"];

    private static string? Of(string? title, string? board, CalendarDate? date, DocumentType? type, PageText text)
    {
        if (title is not null && TellingTitle.Is(title)) return title;
        var whose = board ?? (type is { } kind && date is not null ? text[$"type.{DocumentTypeName.Of(kind)}"] : null);
        return whose is null ? null : date is null ? whose : $"{whose} {date}";
    }
}
