using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Processing;
using Protokollsok.Search;

namespace Protokollsok.Web;

/// <summary>
/// <c>GET /api/v1/documents</c>: all documents, or what changed since a moment, deleted ones told as such, for those who keep a copy. It asks
/// the ledger alone, so it answers also while the search is away.
/// </summary>
internal static class DocumentListApi
{
    public const int LargestSize = 1000;
    public const int UsualSize = 100;

    private static readonly string[] Moments = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/api/v1/documents", List).WithTags("Documents")
            .WithName("Documents").WithSummary("All documents, or those that changed since a moment, in the order of their last change.")
            .WithDescription("With modifiedSince, deleted documents are told, too, with the state deleted. To keep a copy: walk the list to its end, then ask again with the modifiedAt of the last one.")
            .Produces<DocumentList>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status400BadRequest);

    private static TaggedAnswer List(
        [FromQuery(Name = "modifiedSince")] string? modifiedSince, [FromQuery(Name = "cursor")] string? cursor, [FromQuery(Name = "size")] string? size, Workshop workshop)
    {
        var asked = string.IsNullOrWhiteSpace(modifiedSince) ? (DateTimeOffset?)null : Moment(modifiedSince.Trim());
        var (since, after) = string.IsNullOrWhiteSpace(cursor) ? (asked ?? DateTimeOffset.MinValue, null) : Parse(cursor, asked is not null);
        var wanted = SizeOf(size);
        var found = workshop.Ledger.ChangedSince(since, after, withDeleted: asked is not null, wanted + 1);
        var shown = found.Take(wanted).ToList();
        var next = found.Count > wanted ? CursorOf(shown[^1], asked is not null) : null;
        return TaggedAnswer.Json(new DocumentList([.. shown.Select(DocumentLine.Of)], next));
    }

    /// <summary>ISO 8601, by itself in UTC. A plus sign that was not escaped in the address comes as a blank.</summary>
    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.TryParseExact(text.Replace(' ', '+'), Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw new BadParameterException($"modifiedSince={text}: a day or a moment in ISO 8601 was expected, 2026-03-09 or 2026-03-09T13:45:00Z.", $"”{text}” är ingen tidpunkt.");

    private static int SizeOf(string? text) =>
        string.IsNullOrWhiteSpace(text) ? UsualSize
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= LargestSize ? size
        : throw new BadParameterException($"size={text}: a number from 1 to {LargestSize} was expected.", $"Antalet är 1 till {LargestSize}.");

    private static string CursorOf(LedgerEntry last, bool withDeleted) => Base64Url.EncodeToString(
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{(withDeleted ? 'd' : 'n')}{last.UpdatedAt.ToUnixTimeMilliseconds()}.{last.Id.Hex}")));

    private static (DateTimeOffset Since, DocumentId? After) Parse(string cursor, bool withDeleted)
    {
        if (!Base64Url.IsValid(cursor)) throw new CursorException();
        var text = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor));
        return text.Length > 1 && text[0] == (withDeleted ? 'd' : 'n') && text[1..].Split('.') is [var time, var hex]
            && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            && DocumentId.TryParse(hex, out var after)
                ? (DateTimeOffset.FromUnixTimeMilliseconds(at), after)
                : throw new CursorException();
    }
}
