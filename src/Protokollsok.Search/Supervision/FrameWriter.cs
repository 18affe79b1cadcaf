using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Protokollsok.Search.Supervision;

/// <summary>
/// Writes the values of a frame: big-endian numbers, varints, and texts as a varint of their length and UTF-8. Its memory is borrowed and goes
/// back when the frame was sent, or its bytes were taken: a document's entries are too large to be made and thrown away each time.
/// </summary>
internal sealed class FrameWriter
{
    private const int Head = 9;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(1024);
    private int _position = Head;

    public int Position => _position;

    public void Byte(byte value) => Room(1)[0] = value;

    public void Bool(bool value) => Byte(value ? (byte)1 : (byte)0);

    public void Int32(int value) => BinaryPrimitives.WriteInt32BigEndian(Room(4), value);

    public void Int64(long value) => BinaryPrimitives.WriteInt64BigEndian(Room(8), value);

    public void Single(float value) => BinaryPrimitives.WriteSingleBigEndian(Room(4), value);

    public void Double(double value) => BinaryPrimitives.WriteDoubleBigEndian(Room(8), value);

    /// <summary>Seven bits a byte, the lowest first; the top bit says that more follow.</summary>
    public void Varint(int value)
    {
        var rest = (uint)value;
        for (; rest >= 0x80; rest >>= 7) Byte((byte)(rest | 0x80));
        Byte((byte)rest);
    }

    /// <summary>A lone surrogate becomes U+FFFD.</summary>
    public void Text(string value)
    {
        var bytes = Encoding.UTF8.GetByteCount(value);
        Varint(bytes);
        Encoding.UTF8.GetBytes(value, Room(bytes));
    }

    public void Bytes(ReadOnlySpan<byte> value)
    {
        Varint(value.Length);
        Raw(value);
    }

    public void Raw(ReadOnlySpan<byte> value) => value.CopyTo(Room(value.Length));

    /// <summary>Writes a number where room for it was left before.</summary>
    public void Patch(int position, int value) => BinaryPrimitives.WriteInt32BigEndian(_buffer.AsSpan(position), value);

    /// <summary>What was written, and the end of this frame.</summary>
    public byte[] Written()
    {
        var written = _buffer[Head.._position];
        Release();
        return written;
    }

    /// <summary>Gives the memory back; nothing may be written or read after it.</summary>
    public void Release()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    /// <summary>The whole frame: its length, the request's number, the operation, and what was written.</summary>
    public ReadOnlyMemory<byte> Frame(int request, byte operation)
    {
        Patch(0, _position - 4);
        Patch(4, request);
        _buffer[8] = operation;
        return _buffer.AsMemory(0, _position);
    }

    private Span<byte> Room(int bytes)
    {
        if (_buffer.Length - _position < bytes) Grow(_position + bytes);
        _position += bytes;
        return _buffer.AsSpan(_position - bytes, bytes);
    }

    private void Grow(int least)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, least));
        _buffer.AsSpan(0, _position).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
