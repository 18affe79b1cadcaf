using Protokollsok.Documents;

namespace Protokollsok.Reading.Tests;

/// <summary>Where a page image is dark, for checking boxes.</summary>
internal sealed class Ink(byte[] grey, int width, int height)
{
    private const int Dark = 128;

    public int Width { get; } = width;

    public int Height { get; } = height;

    /// <summary>The levels that occur, darkest first.</summary>
    public IEnumerable<byte> Greys => grey.Distinct().Order();

    public static async Task<Ink> OfAsync(byte[] png)
    {
        var (grey, width, height) = await Task.Run(() => Unpack(png));
        return new Ink(grey, width, height);
    }

    /// <summary>Dark pixels in a box.</summary>
    public int Within(Box box)
    {
        int count = 0;
        for (int y = box.Y; y < box.Bottom; y++)
            for (int x = box.X; x < box.Right; x++)
                if (grey[(y * Width) + x] < Dark) count++;
        return count;
    }

    /// <summary>The share of all dark pixels that lie in any of the boxes, specks included.</summary>
    public double ShareWithin(IEnumerable<Box> boxes)
    {
        var covered = new bool[grey.Length];
        foreach (var box in boxes)
            for (int y = box.Y; y < box.Bottom; y++)
                covered.AsSpan((y * Width) + box.X, box.Width).Fill(true);
        int all = 0, inside = 0;
        for (int i = 0; i < grey.Length; i++)
        {
            if (grey[i] >= Dark) continue;
            all++;
            if (covered[i]) inside++;
        }

        return (double)inside / all;
    }

    private static (byte[] Grey, int Width, int Height) Unpack(byte[] png)
    {
        using var pix = Native.Leptonica.pixReadMem(png, (nuint)png.Length);
        using var grey = Recognition.ImageFile.ToGrey(pix);
        var bytes = new byte[grey.Width * grey.Height];
        for (int y = 0, i = 0; y < grey.Height; y++)
            for (int x = 0; x < grey.Width; x++, i++)
                bytes[i] = Pixel(grey, x, y);
        return (bytes, grey.Width, grey.Height);
    }

    private static byte Pixel(Native.Pix pix, int x, int y)
    {
        _ = Native.Leptonica.pixGetPixel(pix, x, y, out uint value);
        return (byte)value;
    }
}
