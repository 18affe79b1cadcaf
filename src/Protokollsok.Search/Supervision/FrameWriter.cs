using System.Buffers.Binary;
using System.Text;

namespace Protokollsok.Search.Supervision;

/// <summary>Writes the values of a frame: big-endian numbers, varints, and texts as a varint of their length and UTF-8.</summary>
internal sealed class FrameWriter
{
    private const int Head = 9;

    private byte[] _buffer = new byte[1024];
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
        Varint(Encoding.UTF8.GetByteCount(value));
        Encoding.UTF8.GetBytes(value, Room(Encoding.UTF8.GetByteCount(value)));
    }

    public void Bytes(ReadOnlySpan<byte> value)
    {
        Varint(value.Length);
        Raw(value);
    }

    public void Raw(ReadOnlySpan<byte> value) => value.CopyTo(Room(value.Length));

    /// <summary>Writes a number where room for it was left before.</summary>
    public void Patch(int position, int value) => BinaryPrimitives.WriteInt32BigEndian(_buffer.AsSpan(position), value);

    public byte[] Written() => _buffer[Head.._position];

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
        if (_buffer.Length - _position < bytes) Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _position + bytes));
        _position += bytes;
        return _buffer.AsSpan(_position - bytes, bytes);
    }
}
