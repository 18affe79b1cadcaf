using Protokollsok.Documents;
using Protokollsok.Reading.Native;

namespace Protokollsok.Reading.Recognition;

/// <summary>What hangs together in a black and white image.</summary>
internal static class InkParts
{
    private const int Connectivity = 8;

    /// <summary>The box of each part, in no order.</summary>
    public static IReadOnlyList<Box> Of(Pix binary)
    {
        nint found = Leptonica.pixConnComp(binary, 0, Connectivity);
        var boxes = new List<Box>();
        for (int i = 0; found != 0 && i < Leptonica.boxaGetCount(found); i++)
        {
            _ = Leptonica.boxaGetBoxGeometry(found, i, out int x, out int y, out int width, out int height);
            boxes.Add(new Box(x, y, width, height));
        }

        Leptonica.boxaDestroy(ref found);
        return boxes;
    }

    /// <summary>Likewise of a piece of the image, in pixels of the whole; a part that the piece's border cuts is cut.</summary>
    public static IReadOnlyList<Box> Of(Pix binary, Box frame)
    {
        nint box = Leptonica.boxCreate(frame.X, frame.Y, frame.Width, frame.Height);
        using var piece = Leptonica.pixClipRectangle(binary, box, 0);
        Leptonica.boxDestroy(ref box);
        return piece.IsInvalid ? [] : [.. Of(piece).Select(part => part with { X = part.X + frame.X, Y = part.Y + frame.Y })];
    }
}
