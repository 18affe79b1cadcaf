using System.Buffers.Binary;

namespace Protokollsok.Reading;

/// <summary>
/// Whether the mark that ends a JPEG or PNG is there. The file is walked from its beginning, so that the mark of a small picture inside it is not
/// taken for its own, and whatever stands behind the mark (zeros, a little of a program's own) does not matter.
/// </summary>
internal static class ImageEnd
{
    private const byte Mark = 0xFF, EndOfImage = 0xD9, StartOfScan = 0xDA;

    /// <summary>Length, type and checksum of a PNG's chunk, in bytes.</summary>
    private const int ChunkHead = 8, ChunkSum = 4;

    /// <summary>The bytes before a PNG's first chunk.</summary>
    private const int PngHead = 8;

    public static bool IsIn(Stream file, string mediaType) => mediaType == FileKind.Jpeg ? EndsJpeg(file) : EndsPng(file);

    private static bool EndsPng(Stream file)
    {
        Span<byte> head = stackalloc byte[ChunkHead];
        for (long at = PngHead; at + ChunkHead <= file.Length; at += ChunkHead + BinaryPrimitives.ReadUInt32BigEndian(head) + ChunkSum)
        {
            file.Seek(at, SeekOrigin.Begin);
            file.ReadExactly(head);
            if (head[4..].SequenceEqual("IEND"u8)) return true;
        }

        return false;
    }

    private static bool EndsJpeg(Stream file)
    {
        using var bytes = new BufferedStream(file, 1 << 16);
        bool inScan = false;
        for (int one = bytes.ReadByte(); one >= 0; one = bytes.ReadByte())
        {
            if (one != Mark) continue;
            do one = bytes.ReadByte();
            while (one == Mark);
            if (one == EndOfImage && inScan) return true;
            if (!HasLength(one)) continue;
            inScan |= one == StartOfScan;
            int length = (bytes.ReadByte() << 8) + bytes.ReadByte();
            if (length < 2) continue;
            bytes.Seek(length - 2, SeekOrigin.Current);
        }

        return false;
    }

    /// <summary>Tables, frames, scans and what programs add; a zero behind a mark is data, and restarts and the ends stand alone.</summary>
    private static bool HasLength(int kind) => kind is >= 0xC0 and <= 0xFE and not (>= 0xD0 and <= 0xD9) and not (>= 0xF0 and <= 0xFD);
}
