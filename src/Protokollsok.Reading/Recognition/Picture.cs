using Protokollsok.Documents;
using Protokollsok.Reading.Children;
using Protokollsok.Reading.Native;

namespace Protokollsok.Reading.Recognition;

/// <summary>A page, or a piece of one, for people to look at: as small as the screen needs, as WebP.</summary>
internal static class Picture
{
    /// <summary>Print stays crisp; paper grain goes.</summary>
    private const int Quality = 62;

    public static byte[] Of(Pix page, PictureRequest wanted)
    {
        // Black-and-white, palettes and grey alike: what is shrunk has to have shades.
        using var full = Cut(page, wanted.Clip);
        using var opaque = Leptonica.pixRemoveAlpha(full);
        using var shaded = Leptonica.pixConvertTo32(opaque);
        float scale = (float)wanted.Width / shaded.Width;
        if (scale >= 1) return ImageFile.ToWebP(shaded, Quality);
        using var small = Leptonica.pixScale(shaded, scale, scale);
        return ImageFile.ToWebP(small, Quality);
    }

    private static Pix Cut(Pix page, Box? clip)
    {
        var inside = clip ?? new Box(0, 0, page.Width, page.Height);
        nint box = Leptonica.boxCreate(inside.X, inside.Y, inside.Width, inside.Height);
        try
        {
            var cut = Leptonica.pixClipRectangle(page, box, 0);
            return cut.IsInvalid ? throw new PageFailedException(ProblemCode.PageUnreadable, "What is asked for lies outside the page.") : cut;
        }
        finally
        {
            Leptonica.boxDestroy(ref box);
        }
    }
}
