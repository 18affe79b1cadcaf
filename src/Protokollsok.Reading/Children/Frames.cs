using System.Buffers.Binary;
using System.Text.Json;

namespace Protokollsok.Reading.Children;

/// <summary>Frames on a pipe: a length in four bytes, the highest first, and so many bytes.</summary>
internal static class Frames
{
    /// <summary>No frame is longer; a length beyond it means that the other side is not what it should be.</summary>
    private const int MaxLength = 512 << 20;

    public static async Task WriteAsync(Stream stream, ReadOnlyMemory<byte> frame, CancellationToken ct)
    {
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, frame.Length);
        await stream.WriteAsync(length, ct);
        await stream.WriteAsync(frame, ct);
        await stream.FlushAsync(ct);
    }

    public static Task WriteJsonAsync<T>(Stream stream, T value, CancellationToken ct) => WriteAsync(stream, JsonSerializer.SerializeToUtf8Bytes(value), ct);

    /// <summary>The next frame.</summary>
    /// <exception cref="EndOfStreamException">There is none: the other side has ended.</exception>
    public static async Task<byte[]> ReadAsync(Stream stream, CancellationToken ct)
    {
        var length = new byte[sizeof(int)];
        await stream.ReadExactlyAsync(length, ct);
        int bytes = BinaryPrimitives.ReadInt32BigEndian(length);
        if (bytes is < 0 or > MaxLength) throw new InvalidDataException($"A frame of {bytes} bytes was announced.");
        var frame = new byte[bytes];
        await stream.ReadExactlyAsync(frame, ct);
        return frame;
    }

    public static async Task<T> ReadJsonAsync<T>(Stream stream, CancellationToken ct) =>
        JsonSerializer.Deserialize<T>(await ReadAsync(stream, ct)) ?? throw new InvalidDataException("An empty message was read.");
}
