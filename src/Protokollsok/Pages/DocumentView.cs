using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Web;

namespace Protokollsok.Pages;

/// <summary>One page of a document as the document page shows it.</summary>
/// <param name="Page"><see langword="null"/> where the document has no page at all.</param>
/// <param name="Words">Of the page, hits marked; empty where it was not read.</param>
/// <param name="Here">Where the place that was asked for stands on the image, one box a line.</param>
/// <param name="Place">The place that was asked for.</param>
/// <param name="HitPages">How many words match on each page that was looked through, by its number.</param>
internal sealed record DocumentView(
    LedgerEntry Entry, DocumentRecord Record, PageRecord? Page, IReadOnlyList<PageWord> Words, IReadOnlyList<Box> Here, Place? Place, IReadOnlyDictionary<int, int> HitPages)
{
    /// <summary>Of the page's image, the boxes of the words that match.</summary>
    public IEnumerable<Box> Hits => Words.Where(word => word is { Hit: true, Box: not null }).Select(word => word.Box!.Value);

    public bool HasPicture => Page is { Width: > 0, Height: > 0, Dpi: not null };
}
