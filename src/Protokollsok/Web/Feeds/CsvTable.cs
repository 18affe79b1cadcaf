using System.Globalization;
using System.Net;
using System.Text;
using Protokollsok.Documents;
using Protokollsok.Search;

namespace Protokollsok.Web.Feeds;

/// <summary>
/// Hits as a table (RFC 4180): commas, or semicolons for a spreadsheet of a country that has decimal commas, CRLF, quotes where they are needed, UTF-8. It begins with a byte order mark: without one Excel takes
/// UTF-8 for Windows-1252 and ruins å ä ö, and every other reader of CSV knows how to skip it (Python: <c>utf-8-sig</c>). A cell that a spreadsheet would take for a
/// formula gets an apostrophe before it: documents are hostile input.
/// </summary>
internal static class CsvTable
{
    public const string MediaType = "text/csv; charset=utf-8; header=present";

    private static readonly string[] Head =
        ["kind", "decisionId", "section", "number", "decidedBy", "proposedBy", "text", "heading", "title", "board", "date", "dnr", "documentId", "page", "matchedBy", "original", "name"];

    /// <param name="server">The server's address, without a slash at its end.</param>
    public static byte[] ToUtf8(IEnumerable<SearchHit> hits, string server, char separator = ',')
    {
        var text = new StringBuilder("\uFEFF");
        AppendRow(text, Head, separator);
        foreach (var hit in hits) AppendRow(text, RowOf(hit, server), separator);
        return new UTF8Encoding(false).GetBytes(text.ToString());
    }

    private static string?[] RowOf(SearchHit hit, string server)
    {
        var decision = hit.Decision;
        var page = hit.Page.ToString(CultureInfo.InvariantCulture);
        return
        [
            decision is null ? "page" : decision.Kind == DecisionKind.Proposal ? "proposal" : "decision",
            decision?.Id, decision?.Section, decision?.Number.ToString(CultureInfo.InvariantCulture), decision?.DecidedBy, decision?.ProposedBy,
            // A page's whole text is not for a list; of it only what the search shows.
            decision?.Text ?? Plain(hit.Snippet), hit.Heading, hit.Document.Title, hit.Document.Board, hit.Document.Date?.ToString(),
            string.Join(' ', hit.Document.Dnr), hit.Document.Id.Hex, page,
            string.Join(' ', hit.MatchedBy.Select(kind => DocumentsJson.ToText(kind).Trim('"'))),
            $"{server}/api/v1/documents/{hit.Document.Id.Hex}/original#page={page}", hit.Document.Name,
        ];
    }

    private static string Plain(string snippet) =>
        WebUtility.HtmlDecode(snippet.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal));

    private static void AppendRow(StringBuilder text, string?[] cells, char separator)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) text.Append(separator);
            AppendCell(text, Harmless(cells[i] ?? ""));
        }

        text.Append("\r\n");
    }

    /// <summary>A Swedish Excel parts at semicolons, inside a cell too: what follows one must begin no formula either.</summary>
    private static string Harmless(string cell) =>
        cell.Contains(';', StringComparison.Ordinal) ? string.Join(';', cell.Split(';').Select(HarmlessPart)) : HarmlessPart(cell);

    /// <summary>What begins so is a formula in Excel, LibreOffice or Google Sheets (OWASP, CSV injection), also after blanks.</summary>
    private static string HarmlessPart(string cell) =>
        cell.AsSpan().TrimStart() is ['=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20', ..] || cell is ['\t' or '\r' or '\n', ..]
            ? "'" + cell
            : cell;

    private static void AppendCell(StringBuilder text, string cell)
    {
        if (cell.AsSpan().IndexOfAny(",;\"\r\n") < 0) text.Append(cell);
        else text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
