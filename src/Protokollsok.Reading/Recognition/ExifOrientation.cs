using System.Buffers.Binary;

namespace Protokollsok.Reading.Recognition;

/// <summary>How a telephone was held: the orientation tag (274) of a JPEG's Exif (CIPA DC-008, 4.6.4), which decoders leave to others.</summary>
internal static class ExifOrientation
{
    private const int Tag = 274, EntryLength = 12, HeaderLength = 8;

    /// <summary>An Exif block stands before the image and is no longer than this.</summary>
    private const int Window = 1 << 16;

    /// <summary>The quarters clockwise, 0 to 3, by which the image is to be turned; 0 without a tag, and for mirrored ones, which no camera writes.</summary>
    public static int Quarters(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[Window];
        return Quarters(head.AsSpan(0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)));
    }

    private static int Quarters(ReadOnlySpan<byte> head)
    {
        int at = head.IndexOf("Exif\0\0"u8);
        if (at < 0) return 0;
        var exif = head[(at + 6)..];
        bool isLittle = exif.StartsWith("II"u8);
        if (exif.Length < HeaderLength || Whole(exif, 4, isLittle) is var start && (start < HeaderLength || start > exif.Length - 2)) return 0;
        int entries = Short(exif, (int)start, isLittle);
        for (int i = 0; i < entries; i++)
        {
            int entry = (int)start + 2 + (i * EntryLength);
            if (entry + EntryLength > exif.Length) return 0;
            if (Short(exif, entry, isLittle) == Tag) return Short(exif, entry + 8, isLittle) switch { 3 => 2, 6 => 1, 8 => 3, _ => 0 };
        }

        return 0;
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, int at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static uint Whole(ReadOnlySpan<byte> bytes, int at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
}
