using Protokollsok.Documents;

namespace Protokollsok.Pages.Review;

/// <summary>A thing as the page shows it.</summary>
/// <param name="Before">The text around it, in three pieces: before it, itself, after it; lines of the page around its line included.</param>
internal sealed record ReviewView(ReviewItem Item, DocumentRecord Record, string Before, string Self, string After)
{
    /// <summary>So many characters before and after are enough to understand a word.</summary>
    private const int Around = 110;

    public bool HasPicture => Record.Pages.FirstOrDefault(page => page.Number == Item.Place.Page)?.Dpi is not null;

    public static ReviewView Of(ReviewItem item, DocumentRecord record)
    {
        var text = record.Pages.FirstOrDefault(page => page.Number == item.Place.Page)?.Text ?? "";
        int start = Math.Clamp(item.Place.Start, 0, text.Length), end = Math.Clamp(item.Place.End, start, text.Length);
        var from = text.LastIndexOf(' ', Math.Max(0, start - Around), Math.Max(0, start - Around) + (text.Length > 0 ? 1 : 0)) is > 0 and var blank ? blank + 1 : 0;
        var to = end + Around < text.Length && text.IndexOf(' ', end + Around) is > 0 and var next ? next : text.Length;
        return new ReviewView(item, record, Folded(text[from..start]), text[start..end].Replace('\n', ' '), Folded(text[end..to]));
    }

    private static string Folded(string text) => text.Replace('\n', ' ');
}
