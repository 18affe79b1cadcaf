using System.Buffers.Binary;

namespace Protokollsok.Intake;

/// <summary>
/// A TIFF has no end mark, but its directories say where everything lies. Writers that stream write the page first and its
/// directory last, or the directory's place into the header last of all, so a half file points past its end, or nowhere.
/// </summary>
internal sealed class TiffLayout(FileStream file, bool isLittleEndian)
{
    private const int MostDirectories = 10_000;

    private const int BytesPerEntry = 12;

    /// <summary>Whether every directory, and every strip or tile that one names, lies inside the file.</summary>
    public bool IsWhole()
    {
        var next = Number(FileEnd.Read(file, 4, 4));
        if (next == 0) return false;
        for (var directories = 0; next != 0 && directories < MostDirectories; directories++)
        {
            if (next + 2 > file.Length) return false;
            var count = Short(FileEnd.Read(file, next, 2));
            var entries = FileEnd.Read(file, next + 2, (count * BytesPerEntry) + 4);
            if (entries.Length < (count * BytesPerEntry) + 4 || !HoldsItsImage(entries, count)) return false;
            next = Number(entries.AsSpan(count * BytesPerEntry));
        }

        return true;
    }

    /// <summary>Offsets (273 strips, 324 tiles) with their lengths (279, 325), each a list of its own.</summary>
    private bool HoldsItsImage(byte[] entries, int count)
    {
        Dictionary<int, List<long>> lists = [];
        for (var entry = 0; entry < count; entry++)
        {
            var field = entries.AsSpan(entry * BytesPerEntry, BytesPerEntry);
            if (Short(field) is 273 or 279 or 324 or 325) lists[Short(field)] = Values(field);
        }

        return AllInside(lists.GetValueOrDefault(273), lists.GetValueOrDefault(279)) && AllInside(lists.GetValueOrDefault(324), lists.GetValueOrDefault(325));
    }

    private bool AllInside(List<long>? offsets, List<long>? lengths) =>
        offsets is null || (lengths is not null && offsets.Count == lengths.Count && offsets.Zip(lengths).All(piece => piece.First + piece.Second <= file.Length));

    private List<long> Values(ReadOnlySpan<byte> field)
    {
        var width = Short(field[2..]) == 3 ? 2 : 4;
        var count = (int)Math.Min(Number(field[4..]), file.Length / width);
        var bytes = count * width <= 4 ? field[8..].ToArray() : FileEnd.Read(file, Math.Min(Number(field[8..]), file.Length), count * width);
        List<long> values = [];
        for (var at = 0; values.Count < count && at + width <= bytes.Length; at += width) values.Add(width == 2 ? Short(bytes.AsSpan(at)) : Number(bytes.AsSpan(at)));
        return values;
    }

    private int Short(ReadOnlySpan<byte> bytes) => isLittleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private long Number(ReadOnlySpan<byte> bytes) =>
        bytes.Length < 4 ? 0 : isLittleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
