using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Protokollsok.Reading.Poppler;

/// <summary>Looks at the head of what <c>pdftoppm</c> wrote: raw grey (PGM), raw colour (PPM) or PNG.</summary>
internal static class RenderedPage
{
    private const int PngSizeAt = 16;

    /// <summary>Whether the image has so many pixels and, as raw ones, holds them all.</summary>
    public static bool HasSize(byte[] image, int width, int height)
    {
        if (image.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) && image.Length >= PngSizeAt + 8)
            return BinaryPrimitives.ReadInt32BigEndian(image.AsSpan(PngSizeAt)) == width
                && BinaryPrimitives.ReadInt32BigEndian(image.AsSpan(PngSizeAt + 4)) == height;
        return IsRaw(image, "P5", 1, width, height) || IsRaw(image, "P6", 3, width, height);
    }

    private static bool IsRaw(byte[] image, string kind, int bytes, int width, int height)
    {
        string head = string.Create(CultureInfo.InvariantCulture, $"{kind}\n{width} {height}\n255\n");
        return image.AsSpan().StartsWith(Encoding.ASCII.GetBytes(head)) && image.Length >= head.Length + ((long)bytes * width * height);
    }
}
