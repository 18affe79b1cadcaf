using System.Buffers.Binary;
using System.Text;

namespace Protokollsok.Search.Supervision;

/// <summary>Reads the values of a frame, as <see cref="FrameWriter"/> writes them.</summary>
internal sealed class FrameReader(ReadOnlyMemory<byte> frame)
{
    private int _position;

    public byte Byte() => Take(1)[0];

    public int Int32() => BinaryPrimitives.ReadInt32BigEndian(Take(4));

    public long Int64() => BinaryPrimitives.ReadInt64BigEndian(Take(8));

    public float Single() => BinaryPrimitives.ReadSingleBigEndian(Take(4));

    public int Varint()
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = Byte();
            value |= (next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }

    public string Text() => Encoding.UTF8.GetString(Bytes());

    public ReadOnlySpan<byte> Bytes() => Take(Varint());

    private ReadOnlySpan<byte> Take(int bytes)
    {
        _position += bytes;
        return frame.Span.Slice(_position - bytes, bytes);
    }
}
