using System.Globalization;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Net.Http.Headers;
using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Processing;
using Protokollsok.Search;
using Protokollsok.Web;

namespace Protokollsok.Pages;

/// <summary>
/// Pages as pictures, as large as a screen needs them, and crops of where something stands. Kept in memory while there is room, never on
/// disk: what is deleted is gone. Browsers keep them, too, and ask each time whether they may still show them.
/// </summary>
internal sealed class PagePictures(Workshop workshop, ReadDocuments documents) : IDisposable
{
    public const string Route = "/bild";

    /// <summary>A thumbnail, a screen, and print that one leans over.</summary>
    public const int Thumbnail = 160, Screen = 1240, Close = 2480;

    /// <summary>Of a crop: its width in pixels, and how many times wider than high it is at least.</summary>
    public const int CropWidth = 860, CropRatio = 6;

    private const long MostMemory = 64L << 20;

    private static readonly int[] Widths = [Thumbnail, Screen, Close];

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostMemory });
    private readonly SemaphoreSlim _turns = new(2);

    public static string Address(DocumentId id, int page, int width) => string.Create(CultureInfo.InvariantCulture, $"{Route}/{id.Hex}/{page}?bredd={width}");

    /// <summary>Where a span stands; what matches the query is marked, or the span itself.</summary>
    public static string CropAddress(DocumentId id, Place place, string? query, bool marked = false) => string.Create(
        CultureInfo.InvariantCulture, $"{Route}/{id.Hex}/{place.Page}/utsnitt?plats={place.Start}-{place.Length}{(marked ? "&markera=ja" : "")}{(string.IsNullOrWhiteSpace(query) ? "" : "&q=" + Uri.EscapeDataString(query))}");

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(Route + "/{id}/{page:int}", (string id, int page, int bredd, HttpContext context, PagePictures pictures) =>
            pictures.AnswerAsync(id, page, (_, _, _) => Task.FromResult((default(Box?), NearestWidth(bredd), NoMarks)), $"{NearestWidth(bredd)}", context)).ExcludeFromDescription();
        site.MapGet(Route + "/{id}/{page:int}/utsnitt", (string id, int page, string plats, string? q, string? markera, HttpContext context, PagePictures pictures) =>
            TextPlace.TryParse(page, plats, out var place)
                ? pictures.AnswerAsync(id, page, (record, understood, cancel) => pictures.CropAsync(record, understood, place, q, markera is not null, cancel), $"{plats}/{markera}/{q}", context)
                : Task.FromResult<IResult>(TypedResults.NotFound())).ExcludeFromDescription();
    }

    public void Dispose()
    {
        _kept.Dispose();
        _turns.Dispose();
    }

    private static IReadOnlyList<Box> NoMarks => [];

    private static int NearestWidth(int wanted) => Widths.FirstOrDefault(width => width >= wanted, Close);

    /// <param name="choose">What of the page, how wide, and what is marked.</param>
    private async Task<IResult> AnswerAsync(
        string id, int number, Func<DocumentRecord, PageRecord, CancellationToken, Task<(Box? Clip, int Width, IReadOnlyList<Box> Marks)>> choose, string what, HttpContext context)
    {
        var cancel = context.RequestAborted;
        if (documents.Find(id) is not { MediaType: { } mediaType } entry) return TypedResults.NotFound();
        // The ledger knows whether anything has changed; the record, which may be long, is only asked for what has to be drawn.
        var key = $"{entry.Id.Hex}/{entry.UpdatedAt.ToUnixTimeMilliseconds()}/{number}/{what}";
        var tag = new EntityTagHeaderValue($"\"{DocumentId.Of(Encoding.UTF8.GetBytes(key)).Hex[..24]}\"", isWeak: true);
        TaggedAnswer.Tell(context.Response, tag, modified: null);
        if (TaggedAnswer.IsKnown(context.Request, tag, modified: null)) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        if (_kept.TryGetValue(key, out byte[]? kept)) return TypedResults.Bytes(kept!, "image/webp");
        var record = await documents.RecordAsync(entry, cancel);
        if (record?.Pages.FirstOrDefault(page => page.Number == number) is not { Dpi: not null } page) return TypedResults.NotFound();
        var (clip, width, marks) = await choose(record, page, cancel);
        if (await RenderAsync(entry, mediaType, page, clip, width, marks, cancel) is not { } picture) return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        _kept.Set(key, picture, new MemoryCacheEntryOptions { Size = picture.Length });
        return TypedResults.Bytes(picture, "image/webp");
    }

    /// <summary><see langword="null"/> where too many are waiting already, or the page cannot be drawn.</summary>
    private async Task<byte[]?> RenderAsync(LedgerEntry entry, string mediaType, PageRecord page, Box? clip, int width, IReadOnlyList<Box> marks, CancellationToken cancel)
    {
        if (!await _turns.WaitAsync(LongestWait, cancel)) return null;
        try
        {
            return await workshop.Tools.PageImages.RenderPictureAsync(workshop.Archive.OriginalPath(entry.Id), mediaType, page, clip, width, marks, cancel);
        }
        catch (Exception e) when (e is InvalidDataException or TimeoutException or NotSupportedException or ArgumentOutOfRangeException)
        {
            return null;
        }
        finally
        {
            _turns.Release();
        }
    }

    private async Task<(Box? Clip, int Width, IReadOnlyList<Box> Marks)> CropAsync(
        DocumentRecord record, PageRecord page, Place place, string? query, bool isMarked, CancellationToken cancel)
    {
        var words = await documents.PageAsync(record, page.Number, cancel) is var (read, understood) ? PageWords.Of(read, understood) : [];
        var asked = words.Count > 0 ? PageWords.Mark(words, isMarked ? [place] : await HitsOnAsync(page, query, cancel)) : words;
        var inside = asked.Where(word => word.Start < place.End && word.End > place.Start && word.Box is not null).ToList();
        var focus = inside.Find(word => word.Hit) ?? inside.FirstOrDefault();
        var clip = CropFrame.Around(asked.Select(word => word.Box).OfType<Box>(), focus?.Box, page.Width!.Value, page.Height!.Value, CropRatio);
        return (clip, CropWidth, [.. asked.Where(word => word is { Hit: true, Box: not null }).Select(word => word.Box!.Value).Where(box => Overlaps(box, clip))]);
    }

    private async Task<IReadOnlyList<Place>> HitsOnAsync(PageRecord page, string? query, CancellationToken cancel)
    {
        try
        {
            return await workshop.Index.FindOnPageAsync(query, page, cancel);
        }
        catch (QuerySyntaxException)
        {
            return [];
        }
    }

    private static bool Overlaps(Box box, Box clip) => box.X >= clip.X && box.Right <= clip.Right && box.Y >= clip.Y && box.Bottom <= clip.Bottom;
}
