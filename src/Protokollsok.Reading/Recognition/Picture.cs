using Protokollsok.Documents;
using Protokollsok.Reading.Children;
using Protokollsok.Reading.Native;

namespace Protokollsok.Reading.Recognition;

/// <summary>A page, or a piece of one, for people to look at: as small as the screen needs, as WebP.</summary>
internal static class Picture
{
    /// <summary>Print stays crisp; paper grain goes.</summary>
    private const int Quality = 62;

    /// <summary>Yellow.</summary>
    private const uint Pen = 0xFFE36400;

    public static byte[] Of(Pix page, PictureRequest wanted)
    {
        // Black-and-white, palettes and grey alike: what is shrunk has to have shades.
        using var full = Cut(page, wanted.Clip);
        using var opaque = Leptonica.pixRemoveAlpha(full);
        using var shaded = Leptonica.pixConvertTo32(opaque);
        float scale = (float)wanted.Width / shaded.Width;
        if (scale >= 1) return Written(shaded, wanted.Marks);
        using var small = Leptonica.pixScale(shaded, scale, scale);
        return Written(small, wanted.Marks);
    }

    private static byte[] Written(Pix picture, IReadOnlyList<Box> marks)
    {
        if (marks.Count == 0) return ImageFile.ToWebP(picture, Quality);
        using var marked = WithBox(marks[0], box => Leptonica.pixMultiplyByColor(0, picture, box, Pen));
        // A mark that lies outside is none.
        return Written(marked.IsInvalid ? picture : marked, [.. marks.Skip(1)]);
    }

    private static Pix Cut(Pix page, Box? clip)
    {
        var inside = clip ?? new Box(0, 0, page.Width, page.Height);
        var cut = WithBox(inside, box => Leptonica.pixClipRectangle(page, box, 0));
        return cut.IsInvalid ? throw new PageFailedException(ProblemCode.PageUnreadable, "What is asked for lies outside the page.") : cut;
    }

    private static Pix WithBox(Box sides, Func<nint, Pix> use)
    {
        nint box = Leptonica.boxCreate(sides.X, sides.Y, sides.Width, sides.Height);
        try
        {
            return use(box);
        }
        finally
        {
            Leptonica.boxDestroy(ref box);
        }
    }
}
