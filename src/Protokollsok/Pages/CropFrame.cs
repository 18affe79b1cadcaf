using Protokollsok.Documents;

namespace Protokollsok.Pages;

/// <summary>
/// What of a page is cut out to show where something stands: whole printed lines from their first letter to their last, as many as there is
/// room for, so that no letter is cut at the side and no line in half. Pure.
/// </summary>
internal static class CropFrame
{
    /// <summary>A crop is at least this wide, as a share of the page: a short line alone would be blown up.</summary>
    private const double LeastShare = .68;

    /// <summary>White beside the letters, as a share of the crop's width, and above and below the lines, of the first line's height.</summary>
    private const double Side = .02, Air = .35;

    /// <param name="words">Of the page.</param>
    /// <param name="focus">What it is about; <see langword="null"/>: the top of the page.</param>
    /// <param name="ratio">How many times wider than high it is at most.</param>
    public static Box Around(IEnumerable<Box> words, Box? focus, int pageWidth, int pageHeight, double ratio)
    {
        var rows = Rows(words);
        var at = focus is { } seen ? rows.FindIndex(row => seen.Y + (seen.Height / 2) is var middle && middle >= row.Y && middle <= row.Bottom) : 0;
        if (at < 0 || rows.Count == 0) return Plain(focus, pageWidth, pageHeight, ratio);
        var (first, last) = (at, at);
        // Below before above: what follows explains more than what came before.
        for (var grows = true; grows;)
        {
            grows = false;
            foreach (var (top, bottom) in new[] { (first, last + 1), (first - 1, last) })
            {
                if (top < 0 || bottom >= rows.Count || !Fits(rows, top, bottom, pageWidth, ratio)) continue;
                (first, last, grows) = (top, bottom, true);
                break;
            }
        }

        return Framed(rows, first, last, pageWidth, pageHeight);
    }

    /// <summary>Words that stand beside one another, whatever column they are of; from the top.</summary>
    private static List<Box> Rows(IEnumerable<Box> words)
    {
        var rows = new List<Box>();
        foreach (var word in words.Where(word => word is { Width: > 0, Height: > 0 }).OrderBy(word => word.Y + (word.Height / 2)))
        {
            if (rows.Count > 0 && word.Y + (word.Height / 2) <= rows[^1].Bottom) rows[^1] = rows[^1].Union(word);
            else rows.Add(word);
        }

        return rows;
    }

    private static bool Fits(List<Box> rows, int first, int last, int pageWidth, double ratio)
    {
        var all = rows[first..(last + 1)].Aggregate((one, other) => one.Union(other));
        return all.Height + (2 * Air * rows[first].Height) <= Math.Max(all.Width, LeastShare * pageWidth) * (1 + (2 * Side)) / ratio;
    }

    private static Box Framed(List<Box> rows, int first, int last, int pageWidth, int pageHeight)
    {
        var all = rows[first..(last + 1)].Aggregate((one, other) => one.Union(other));
        var air = (int)(Air * rows[first].Height);
        // Not into the neighbours, whose halves would show.
        var top = Math.Max(first > 0 ? Math.Min(all.Y, rows[first - 1].Bottom + 1) : 0, all.Y - air);
        var bottom = Math.Min(last + 1 < rows.Count ? Math.Max(all.Bottom, rows[last + 1].Y - 1) : pageHeight, all.Bottom + air);
        var width = Math.Min(pageWidth, (int)(Math.Max(all.Width, LeastShare * pageWidth) * (1 + (2 * Side))));
        var x = Math.Clamp(all.X - (int)(width * Side), 0, pageWidth - width);
        top = Math.Clamp(top, 0, pageHeight - 1);
        return new Box(x, top, width, Math.Clamp(bottom - top, 1, pageHeight - top));
    }

    /// <summary>A page on which nothing was read has no lines.</summary>
    private static Box Plain(Box? focus, int pageWidth, int pageHeight, double ratio)
    {
        var height = Math.Min(pageHeight, (int)(pageWidth / ratio));
        var middle = focus is { } box ? box.Y + (box.Height / 2) : height / 2;
        return new Box(0, Math.Clamp(middle - (height / 2), 0, pageHeight - height), pageWidth, height);
    }
}
