using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace Protokollsok.Language;

/// <summary>
/// The file of a model, mapped into memory: a head (magic number, version, length, checksum, number of sections, offset and length of
/// each), then the sections, each beginning at a multiple of 8. All numbers little-endian.
/// </summary>
internal sealed unsafe class ModelFile : IDisposable
{
    private const ulong Magic = 0x0A564B4F53544F52; // "ROTSOKV\n", so that a text-mode copy shows
    private const int Version = 4;
    private const int FixedHead = 32;

    /// <summary>With the places of the sections.</summary>
    private const int Head = FixedHead + (8 * ModelSection.Count);

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private byte* _start;
    private readonly long _length;
    private (int Offset, int Length)[] _sections = [];

    private ModelFile(MemoryMappedFile file, MemoryMappedViewAccessor view, long length)
    {
        (_file, _view, _length) = (file, view, length);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
    }

    /// <exception cref="InvalidDataException">The file is truncated, altered, or no model of this version.</exception>
    public static ModelFile Open(string path)
    {
        var length = new FileInfo(path).Length;
        if (length < Head) throw new InvalidDataException($"{path} is no language model: too short.");
        var mapped = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        var file = new ModelFile(mapped, mapped.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read), length);
        try
        {
            file.Check(path);
            file._sections = file.ReadSections(path);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>A section as an array of its numbers; valid until the file is disposed.</summary>
    public ReadOnlySpan<T> Section<T>(int index)
        where T : unmanaged
    {
        ObjectDisposedException.ThrowIf(_start is null, this);
        var (offset, length) = _sections[index];
        return new ReadOnlySpan<T>(_start + offset, length / sizeof(T));
    }

    public void Dispose()
    {
        if (_start is null) return;
        _start = null;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    /// <summary>Writes the sections beside the target first: a reader never sees half a model.</summary>
    public static void Write(string path, IReadOnlyList<byte[]> sections)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(sections.Count, ModelSection.Count);
        var bytes = new byte[Head + sections.Sum(section => Padded(section.Length))];
        var at = Head;
        for (var i = 0; i < sections.Count; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(FixedHead + (8 * i)), at);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(FixedHead + (8 * i) + 4), sections[i].Length);
            sections[i].CopyTo(bytes, at);
            at += Padded(sections[i].Length);
        }

        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), Version);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), sections.Count);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(16), bytes.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(24), Checksum(bytes.AsSpan(FixedHead)));
        var beside = path + ".new";
        File.WriteAllBytes(beside, bytes);
        File.Move(beside, path, overwrite: true);
    }

    private (int Offset, int Length)[] ReadSections(string path)
    {
        var sections = new (int Offset, int Length)[ModelSection.Count];
        for (var i = 0; i < sections.Length; i++)
        {
            var place = new ReadOnlySpan<byte>(_start + FixedHead + (8 * i), 8);
            sections[i] = (BinaryPrimitives.ReadInt32LittleEndian(place), BinaryPrimitives.ReadInt32LittleEndian(place[4..]));
            if (sections[i].Offset < Head || sections[i].Length < 0 || (long)sections[i].Offset + sections[i].Length > _length)
                throw new InvalidDataException($"{path} is a damaged language model: section {i} lies outside it.");
        }

        if (!ModelSection.Fit([.. sections.Select(section => section.Length)]))
            throw new InvalidDataException($"{path} is a damaged language model: its sections do not fit one another.");

        return sections;
    }

    private void Check(string path)
    {
        var head = new ReadOnlySpan<byte>(_start, FixedHead);
        if (BinaryPrimitives.ReadUInt64LittleEndian(head) != Magic) throw new InvalidDataException($"{path} is no language model.");
        var version = BinaryPrimitives.ReadInt32LittleEndian(head[8..]);
        if (version != Version) throw new InvalidDataException($"{path} is a language model of version {version}; this program reads version {Version}.");
        if (BinaryPrimitives.ReadInt32LittleEndian(head[12..]) != ModelSection.Count)
            throw new InvalidDataException($"{path} is a damaged language model: the number of its sections is wrong.");
        var whole = BinaryPrimitives.ReadInt64LittleEndian(head[16..]) == _length
            && BinaryPrimitives.ReadUInt64LittleEndian(head[24..]) == Checksum(new ReadOnlySpan<byte>(_start + FixedHead, checked((int)(_length - FixedHead))));
        if (!whole) throw new InvalidDataException($"{path} is a damaged language model: its length or checksum is wrong.");
    }

    private static int Padded(int length) => (length + 7) & ~7;

    /// <summary>Against truncation and altered bytes, not against malice; 6 MB take about a millisecond.</summary>
    private static ulong Checksum(ReadOnlySpan<byte> bytes)
    {
        ulong sum = 14695981039346656037;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes)) sum = (sum ^ word) * 1099511628211 + (sum >> 47);
        return sum;
    }
}
